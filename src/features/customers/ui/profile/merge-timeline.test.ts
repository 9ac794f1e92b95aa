import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeTimeline } from './merge-timeline.ts';

const entry = (n: number) => ({ at: new Date(n), n });
const newestFirst = (numbers: number[]) => numbers.toSorted((a, b) => b - a).map(entry);

describe('mergeTimeline', () => {
  it('keeps back what something unseen may come before', () => {
    const { entries, ask } = mergeTimeline([
      { items: newestFirst([9, 5]), hasMore: true },
      { items: newestFirst([8, 7, 3]), hasMore: false },
    ]);
    expect(entries.map(({ n }) => n)).toEqual([9, 8, 7, 5]);
    expect(ask).toEqual([0]);
  });

  it('asks a list of which nothing is there yet before anything is shown', () => {
    const { entries, ask } = mergeTimeline([
      { items: [], hasMore: true },
      { items: newestFirst([8]), hasMore: false },
    ]);
    expect(entries).toEqual([]);
    expect(ask).toEqual([0]);
  });

  it('shows everything once and in order, however the pages come', () =>
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 12 }), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.integer({ min: 1, max: 4 }),
        (lists, page) => {
          const sorted = lists.map(newestFirst);
          const loaded = sorted.map(() => 0);
          let shown: number[] = [];
          for (let turn = 0; turn < 100; turn += 1) {
            const { entries, ask } = mergeTimeline(
              sorted.map((all, i) => ({
                items: all.slice(0, loaded[i]),
                hasMore: (loaded[i] ?? 0) < all.length,
              })),
            );
            const now = entries.map(({ n }) => n);
            // What was shown stays where it is.
            expect(now.slice(0, shown.length)).toEqual(shown);
            shown = now;
            if (ask.length === 0) break;
            for (const i of ask) loaded[i] = (loaded[i] ?? 0) + page;
          }
          expect(shown).toEqual(lists.flat().toSorted((a, b) => b - a));
        },
      ),
    ));
});

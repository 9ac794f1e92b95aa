import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DraftText, MAX_TEXTS, withoutText, withShare, withText } from './shares.ts';

const alone: DraftText = { key: 'A', share: 100, subject: 'Hi', body: 'Hello' };
const keysOf = (texts: readonly DraftText[]) => texts.map(({ key }) => key);
const sharesOf = (texts: readonly DraftText[]) => texts.map(({ share }) => share);

describe('shares', () => {
  it('are even after a text was added or taken away', () => {
    const two = withText([alone], { ...alone, body: 'Other' });
    expect(two).toMatchObject([
      { key: 'A', share: 50 },
      { key: 'B', share: 50, body: 'Other' },
    ]);
    const three = withText(two, alone);
    expect(sharesOf(three)).toEqual([34, 33, 33]);
    expect(keysOf(withoutText(three, 'B'))).toEqual(['A', 'B']);
    expect(withoutText(two, 'B')).toEqual([alone]);
    expect(keysOf(withoutText(two, 'A'))).toEqual(['A', 'B']);
  });

  it('leave one percent for each, whatever is typed', () => {
    const three = withText(withText([alone], alone), alone);
    expect(sharesOf(withShare(three, 'B', 500))).toEqual([1, 66, 33]);
    expect(sharesOf(withShare(three, 'B', -3))).toEqual([66, 1, 33]);
    expect(sharesOf(withShare(three, 'B', Number.NaN))).toEqual([34, 33, 33]);
    expect(sharesOf(withShare(three, 'A', 90))).toEqual([34, 33, 33]);
  });

  it('are whole, at least one and together 100 after any steps', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('add' as const) }),
      fc.record({ kind: fc.constant('remove' as const), key: fc.constantFrom('A', 'B', 'C', 'D') }),
      fc.record({
        kind: fc.constant('share' as const),
        key: fc.constantFrom('A', 'B', 'C', 'D'),
        share: fc.oneof(fc.integer({ min: -50, max: 150 }), fc.double()),
      }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let texts: DraftText[] = [alone];
        for (const one of steps) {
          if (one.kind === 'add') texts = withText(texts, alone);
          if (one.kind === 'remove') texts = withoutText(texts, one.key);
          if (one.kind === 'share') texts = withShare(texts, one.key, one.share);
          expect(keysOf(texts)).toEqual(['A', 'B', 'C', 'D'].slice(0, texts.length));
          expect(texts.length).toBeLessThanOrEqual(MAX_TEXTS);
          expect(texts.every(({ share }) => Number.isInteger(share) && share >= 1)).toBe(true);
          expect(sharesOf(texts).reduce((sum, n) => sum + n, 0)).toBe(100);
        }
      }),
    );
  });
});

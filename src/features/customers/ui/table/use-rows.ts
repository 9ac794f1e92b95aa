'use client';
import { useEffect, useState } from 'react';
import { trpc } from '@/ui/trpc.tsx';
import type { CustomerFilter } from '../../customer-filter.schema.ts';
import type { CustomerSortKey } from '../../customer-view.schema.ts';
import type { Customer } from '../../customers.schema.ts';

/** Rows of one page: more than a screen several times over, and little enough to be read within a frame. */
export const PAGE = 200;
/** Pages fetched beyond the one that is looked at. */
const AHEAD = 1;
const KEEP_MS = 600_000;

export interface Asked {
  filter: CustomerFilter;
  sort: CustomerSortKey;
}

/** Where each page begins, as far as that is known; `end` is how many rows there are, once the last page was seen. */
interface Chain {
  of: string;
  cursors: readonly (string | undefined)[];
  end: number | null;
}

export const pageInput = ({ filter, sort }: Asked, cursor: string | undefined) => ({
  filter,
  sort,
  limit: PAGE,
  ...(cursor ? { cursor } : {}),
});

/**
 * The rows of a list of any length. Only the pages somebody looks at, and the next one, are asked for and watched; others
 * stay in the cache for a while, so scrolling back asks for nothing.
 * @param window the first and last row on the screen
 */
export function useRows(asked: Asked, window: { first: number; last: number }) {
  const of = JSON.stringify(asked);
  const [kept, setChain] = useState<Chain>({ of, cursors: [undefined], end: null });
  const chain = kept.of === of ? kept : { of, cursors: [undefined], end: null };
  const from = Math.min(Math.floor(window.first / PAGE), chain.cursors.length - 1);
  const to = Math.min(Math.floor(window.last / PAGE) + AHEAD, chain.cursors.length - 1);
  const numbers = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const results = trpc.useQueries((t) =>
    numbers.map((n) =>
      t.customers.rows(pageInput(asked, chain.cursors[n]), { staleTime: 30_000, gcTime: KEEP_MS }),
    ),
  );
  const ends = JSON.stringify(
    results.map(({ data }) => (data ? [data.nextCursor, data.items.length] : null)),
  );
  useEffect(() => {
    const seen: ([string | null, number] | null)[] = JSON.parse(ends);
    setChain((before) => {
      let { cursors, end } = before.of === of ? before : { cursors: [undefined], end: null };
      for (const [i, page] of seen.entries()) {
        if (!page) continue;
        const [next, length] = page;
        const n = from + i;
        if (next === null) {
          cursors = cursors.slice(0, n + 1);
          end = n * PAGE + length;
        } else if (cursors[n + 1] !== next) {
          // Rows came or went: what follows begins elsewhere.
          cursors = [...cursors.slice(0, n + 1), next];
          end = null;
        }
      }
      return before.of === of && before.cursors === cursors && before.end === end
        ? before
        : { of, cursors, end };
    });
  }, [ends, from, of]);
  const utils = trpc.useUtils();
  return {
    /** How many rows to make room for: those known, and a page of those to come. */
    count: chain.end ?? chain.cursors.length * PAGE,
    complete: chain.end !== null,
    pending: results[0]?.isPending ?? true,
    error: results.find(({ error, data }) => error && !data)?.error ?? null,
    retry: () => void Promise.all(results.filter(({ isError }) => isError).map((r) => r.refetch())),
    at: (index: number): Customer | undefined =>
      results[Math.floor(index / PAGE) - from]?.data?.items[index % PAGE],
    /** The ids of the rows from one to another, both included; asks again for what the cache has given up. */
    async idsBetween(a: number, b: number): Promise<string[]> {
      const [low, high] = a < b ? [a, b] : [b, a];
      const ids: string[] = [];
      for (let n = Math.floor(low / PAGE); n <= Math.floor(high / PAGE) && n < chain.cursors.length; n += 1) {
        const { items } = await utils.customers.rows.ensureData(pageInput(asked, chain.cursors[n]));
        for (const [i, { id }] of items.entries())
          if (n * PAGE + i >= low && n * PAGE + i <= high) ids.push(id);
      }
      return ids;
    },
  };
}

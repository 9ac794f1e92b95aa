'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import { trpc } from '@/ui/trpc.tsx';
import type { MessageFilter } from '../../log/message-log.schema.ts';
import type { Message } from '../../messages.schema.ts';

const PAGE = 100;
/** Rows that stand for a page whose length is not known yet. */
const UNKNOWN_ROWS = 20;
/** Pages out of view are forgotten after this and fetched again when they come back. */
const KEEP_MS = 60_000;

/** A page as the list knows it: where it begins, and how many rows it has once it was fetched. */
interface KnownPage {
  cursor: string | null;
  rows: number | null;
}
const FIRST: readonly KnownPage[] = [{ cursor: null, rows: null }];

export interface LogPages {
  /** Rows there are as far as is known; those of a page on its way count as some. */
  rowCount: number;
  /** Whether the end is known, and `rowCount` with it. */
  complete: boolean;
  rowAt(index: number): Message | null;
  /** The first error of the pages in view. */
  error: unknown;
  retry(): void;
  isPending: boolean;
}

/**
 * The pages of a campaign's log of which rows `from` to `to` are in view. Only these are fetched and kept up to date; of
 * all others nothing but their beginning is known, so that a quarter of a million rows take no more memory than a hundred.
 * @param filter the same object as long as it asks the same
 */
export function useLogPages(
  campaignId: string,
  filter: MessageFilter,
  { from, to }: { from: number; to: number },
): LogPages {
  const [known, setKnown] = useState<{ filter: MessageFilter; pages: readonly KnownPage[] }>({
    filter,
    pages: FIRST,
  });
  const pages = known.filter === filter ? known.pages : FIRST;
  const starts = useMemo(() => startsOf(pages), [pages]);
  const shown = useMemo(() => pagesBetween(starts, pages, from, to), [starts, pages, from, to]);
  const queries = trpc.useQueries((t) =>
    shown.map((index) =>
      t.campaigns.messages(inputOf(campaignId, filter, pages[index]?.cursor ?? null), { gcTime: KEEP_MS }),
    ),
  );

  // What a page says of itself: its length, and where the next one begins.
  const answers = useStable(queries.map(({ data }) => data));
  useEffect(() => {
    setKnown((old) => {
      let next = old.filter === filter ? old.pages : FIRST;
      for (const [i, index] of shown.entries()) {
        const data = answers[i];
        if (data) next = withAnswer(next, index, data.items.length, data.nextCursor);
      }
      return next === old.pages && old.filter === filter ? old : { filter, pages: next };
    });
  }, [answers, shown, filter]);

  const rowAt = (index: number): Message | null => {
    const page = pageAt(starts, index);
    const at = shown.indexOf(page);
    return (at === -1 ? undefined : answers[at])?.items[index - (starts[page] ?? 0)] ?? null;
  };
  const failed = queries.filter(({ isError, data }) => isError && !data);
  return {
    rowCount: pages.reduce((sum, { rows }) => sum + (rows ?? UNKNOWN_ROWS), 0),
    complete: pages.at(-1)?.rows !== null,
    rowAt,
    error: failed[0]?.error ?? null,
    retry: () => void Promise.all(failed.map((query) => query.refetch())),
    isPending: queries[0]?.isPending ?? false,
  };
}

/** The same list as long as it holds the same. */
function useStable<T>(list: readonly T[]): readonly T[] {
  const last = useRef(list);
  if (list.length !== last.current.length || list.some((item, i) => item !== last.current[i]))
    last.current = list;
  return last.current;
}

function inputOf(id: string, filter: MessageFilter, cursor: string | null) {
  const { changedFrom, changedTo, ...rest } = filter;
  return {
    id,
    limit: PAGE,
    ...rest,
    ...(changedFrom ? { changedFrom: changedFrom.toISOString() } : {}),
    ...(changedTo ? { changedTo: changedTo.toISOString() } : {}),
    ...(cursor ? { cursor } : {}),
  };
}

/** The row each page begins with. */
function startsOf(pages: readonly KnownPage[]): number[] {
  let start = 0;
  return pages.map(({ rows }) => {
    const own = start;
    start += rows ?? UNKNOWN_ROWS;
    return own;
  });
}

function pageAt(starts: readonly number[], index: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The pages of these rows, and an unknown one right behind them: it may be that an empty page lies between. */
function pagesBetween(
  starts: readonly number[],
  pages: readonly KnownPage[],
  from: number,
  to: number,
): number[] {
  const first = pageAt(starts, Math.max(0, from));
  const last = pageAt(starts, Math.max(0, to));
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return pages[last]?.rows === 0 && last + 1 < pages.length ? [...all, last + 1] : all;
}

/** The same list when nothing is new. A next page that begins elsewhere than before makes all behind it unknown. */
function withAnswer(
  pages: readonly KnownPage[],
  index: number,
  rows: number,
  nextCursor: string | null,
): readonly KnownPage[] {
  const page = pages[index];
  if (!page) return pages;
  const next = pages[index + 1];
  const sameNext = nextCursor === null ? next === undefined : next?.cursor === nextCursor;
  if (page.rows === rows && sameNext) return pages;
  const behind = sameNext ? pages.slice(index + 1) : nextCursor ? [{ cursor: nextCursor, rows: null }] : [];
  return [...pages.slice(0, index), { ...page, rows }, ...behind];
}

'use client';
import type { ReactNode } from 'react';
import { LoadMore } from './load-more.tsx';
import { ErrorState, SkeletonTable } from './states.tsx';
import { messageOf } from './trpc.tsx';

/** An infinite query, as far as showing it goes. */
interface Paged {
  data: unknown;
  isError: boolean;
  error: unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  refetch(): unknown;
  fetchNextPage(): unknown;
}

/**
 * A list that comes in pages, for a card: its shape while it loads, what to do when it failed, what it is good for while it
 * is empty, else the rows and the way to the next ones.
 * @param shown how many rows there are to see
 * @param columns of the table that comes
 */
export function PagedList({
  query,
  shown,
  columns,
  empty,
  children,
}: {
  query: Paged;
  shown: number;
  columns: number;
  empty: ReactNode;
  children: ReactNode;
}) {
  if (query.data === undefined)
    return query.isError ? (
      <ErrorState message={messageOf(query.error)} onRetry={() => void query.refetch()} />
    ) : (
      <SkeletonTable columns={columns} />
    );
  // Announced: what was there before a search or a deletion is gone.
  if (shown === 0 && !query.hasNextPage) return <div role="status">{empty}</div>;
  return (
    <>
      {children}
      <LoadMore
        shown={shown}
        hasMore={query.hasNextPage}
        pending={query.isFetchingNextPage}
        failed={query.isFetchNextPageError ? messageOf(query.error) : undefined}
        onLoad={() => void query.fetchNextPage()}
      />
    </>
  );
}

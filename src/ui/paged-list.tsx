'use client';
import { SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { LoadMore } from './load-more.tsx';
import { EmptyState, ErrorState, SkeletonTable } from './states.tsx';
import { messageOf } from './trpc.tsx';

/** An infinite query, as far as showing it goes. */
interface Paged {
  data: unknown;
  isPlaceholderData: boolean;
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
 * @param narrowing the controls that narrow the list, left out where there is nothing to narrow, and how it stands
 */
export function PagedList({
  query,
  shown,
  columns,
  narrowing,
  empty,
  children,
}: {
  query: Paged;
  shown: number;
  columns: number;
  narrowing?: {
    controls: ReactNode;
    /** Whether anything is chosen. */
    on: boolean;
    /** What it says where nothing fits, such as “No order fits”, and what may help. */
    nothing: string;
    hint: string;
    onShowAll(): void;
  };
  empty: ReactNode;
  children: ReactNode;
}) {
  const isEmpty = query.data !== undefined && shown === 0 && !query.hasNextPage;
  const isNarrowed = narrowing?.on ?? false;
  // The filter before left nothing; what there is without one is on its way.
  const unknown = query.data === undefined || (isEmpty && !isNarrowed && query.isPlaceholderData);
  return (
    <>
      {(unknown || !isEmpty || isNarrowed) && narrowing?.controls}
      {unknown ? (
        query.isError ? (
          <ErrorState message={messageOf(query.error)} onRetry={() => void query.refetch()} />
        ) : (
          <SkeletonTable columns={columns} />
        )
      ) : isEmpty ? (
        // Announced: what was there before a search or a deletion is gone.
        <div role="status">
          {isNarrowed && narrowing ? (
            <EmptyState
              icon={SearchX}
              title={narrowing.nothing}
              actions={
                <Button variant="secondary" onClick={narrowing.onShowAll}>
                  Show all
                </Button>
              }
            >
              {narrowing.hint}
            </EmptyState>
          ) : (
            empty
          )}
        </div>
      ) : (
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
      )}
    </>
  );
}

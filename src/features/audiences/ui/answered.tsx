'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '@/ui/button.tsx';
import { Notice, Skeleton } from '@/ui/states.tsx';
import { messageOf } from '@/ui/trpc.tsx';

/** What a question about the rules came to: the answer, that it is on its way, or why there is none. */
export function Answered<T>({
  question: { answer, stale },
  incomplete,
  toComplete = 'Complete the rule to see this.',
  children,
}: {
  question: { answer: UseQueryResult<T>; stale: boolean };
  /** The rule is not complete yet, so that nothing is asked. */
  incomplete: boolean;
  /** What is said then, when there was no answer before either. */
  toComplete?: string;
  children: (data: T) => ReactNode;
}) {
  return (
    <div>
      {incomplete && (
        <p className="mb-3 text-muted text-sm">
          {answer.data ? 'As it was before the change that is not complete yet:' : toComplete}
        </p>
      )}
      {answer.isError && (
        <Notice tone="danger" className="mb-3">
          {messageOf(answer.error)}
          <Button variant="secondary" size="sm" className="mt-2 flex" onClick={() => void answer.refetch()}>
            Try again
          </Button>
        </Notice>
      )}
      {answer.isLoading && (
        <div role="status" aria-label="Loading" className="flex flex-col gap-3">
          <Skeleton className="h-6 w-56 max-w-full" />
          <Skeleton className="h-28" />
        </div>
      )}
      {answer.data !== undefined && (
        <div aria-busy={stale && !incomplete} className="transition-opacity aria-busy:opacity-60">
          {children(answer.data)}
        </div>
      )}
    </div>
  );
}

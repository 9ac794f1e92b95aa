'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { cn } from '@/lib/cn.ts';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody } from '@/ui/card.tsx';
import { Notice, Skeleton } from '@/ui/states.tsx';
import { messageOf } from '@/ui/trpc.tsx';

/** A card that is opened when it is wanted: what it shows costs the database something. */
export function Panel({
  title,
  description,
  open,
  onOpenChange,
  children,
}: {
  title: string;
  description: string;
  open: boolean;
  onOpenChange(open: boolean): void;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <Card aria-label={title}>
      <h2>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => onOpenChange(!open)}
          className="flex w-full items-center justify-between gap-3 rounded-xl px-5 py-4 text-left hover:bg-sunken/50"
        >
          <span className="min-w-0">
            <span className="block font-semibold text-[15px]">{title}</span>
            <span className="mt-0.5 block text-[13px] text-muted">{description}</span>
          </span>
          <ChevronDown
            className={cn('size-4 shrink-0 text-muted transition-transform', open && 'rotate-180')}
            aria-hidden
          />
        </button>
      </h2>
      <div id={id} hidden={!open}>
        {open && <CardBody>{children}</CardBody>}
      </div>
    </Card>
  );
}

/** What a question about the rules came to: the answer, that it is on its way, or why there is none. */
export function Answered<T>({
  question: { answer, stale },
  incomplete,
  children,
}: {
  question: { answer: UseQueryResult<T>; stale: boolean };
  /** The rule is not complete yet, so that nothing is asked. */
  incomplete: boolean;
  children: (data: T) => ReactNode;
}) {
  return (
    <div aria-busy={stale && !incomplete}>
      {incomplete && (
        <p className="mb-3 text-muted text-sm">
          {answer.data
            ? 'As it was before the change that is not complete yet:'
            : 'Complete the rule to see this.'}
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
        <div className={cn('transition-opacity', stale && !incomplete && 'opacity-50')}>
          {children(answer.data)}
        </div>
      )}
    </div>
  );
}

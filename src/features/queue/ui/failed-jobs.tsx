'use client';
import { CircleCheck } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { formatNumber, plural } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Card, CardHeader } from '@/ui/card.tsx';
import { ConfirmDialog } from '@/ui/dialog.tsx';
import { LoadMore } from '@/ui/load-more.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { Table, Th } from '@/ui/table.tsx';
import { Tabs } from '@/ui/tabs.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { QueueName, QueueState } from '../queue.schema.ts';
import { FailedJobRow } from './failed-job-row.tsx';
import { queueWords } from './queue-words.ts';

/** Jobs that failed for good, one queue at a time: the one asked for, else the first that has any. */
export function FailedJobs({
  queues,
  wanted,
}: {
  queues: readonly QueueState[];
  wanted?: QueueName | undefined;
}) {
  const shown = queues.filter((queue) => queue.failed > 0 || queue.name === wanted);
  const current = shown.find((queue) => queue.name === wanted) ?? shown[0];
  return (
    <Card id="failed-jobs" className="scroll-mt-20 overflow-hidden">
      <CardHeader
        title="Failed jobs"
        description="They ended for a reason that trying again does not mend by itself. Messages that failed are under Failures."
      />
      {!current ? (
        <EmptyState icon={CircleCheck} title="No job has failed">
          A job that fails for good stays here for a week, to be retried or removed.
        </EmptyState>
      ) : (
        <>
          <div className="overflow-x-auto px-5 pb-4">
            <Tabs
              label="Failed jobs of"
              current={current.name}
              tabs={shown.map(({ name, failed }) => ({
                key: name,
                label: `${queueWords[name].title} (${formatNumber(failed)})`,
                href: `/queues?failed=${name}#failed-jobs`,
              }))}
            />
          </div>
          <FailedList key={current.name} queue={current} />
        </>
      )}
    </Card>
  );
}

function FailedList({ queue: { name, failed } }: { queue: QueueState }) {
  const [removing, setRemoving] = useState<'all' | string | null>(null);
  const utils = trpc.useUtils();
  const list = trpc.queue.failed.useInfiniteQuery(
    { queue: name, limit: 25 },
    { getNextPageParam: (page) => page.nextCursor ?? undefined },
  );
  // The live figures say when the list is not what it was.
  const before = useRef(failed);
  useEffect(() => {
    if (before.current !== failed) void utils.queue.failed.invalidate({ queue: name });
    before.current = failed;
  }, [failed, name, utils]);

  const settled = async () => {
    setRemoving(null);
    await utils.queue.invalidate();
  };
  const onError = (error: unknown) => void toast.error(messageOf(error));
  const retry = trpc.queue.retryFailed.useMutation({
    onSuccess: ({ retried }) => toast.success(`${plural(retried, 'job')} will run again`),
    onError,
    onSettled: settled,
  });
  const remove = trpc.queue.removeFailed.useMutation({
    onSuccess: ({ removed }) => toast.success(`${plural(removed, 'job')} removed`),
    onError,
    onSettled: settled,
  });
  const selection = (which: 'all' | string) => ({
    queue: name,
    ...(which === 'all' ? {} : { ids: [which] }),
  });

  if (!list.data)
    return list.isError ? (
      <ErrorState message={messageOf(list.error)} onRetry={() => void list.refetch()} />
    ) : (
      <SkeletonRows rows={3} />
    );
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0 && !list.hasNextPage)
    return (
      <EmptyState icon={CircleCheck} title={failed > 0 ? 'None of this workspace' : 'No job has failed'}>
        {failed > 0
          ? `${plural(failed, 'failed job')} of other workspaces: only their own administrators see why.`
          : 'Nothing is left to retry or remove in this queue.'}
      </EmptyState>
    );
  return (
    <>
      <div className="flex flex-wrap gap-2 px-5 pb-4">
        <Button
          variant="secondary"
          size="sm"
          pending={retry.isPending}
          onClick={() => retry.mutate({ queue: name })}
        >
          Retry all
        </Button>
        <Button variant="danger-ghost" size="sm" onClick={() => setRemoving('all')}>
          Remove all
        </Button>
      </div>
      <Table label={`Failed jobs of ${queueWords[name].title}`}>
        <thead>
          <tr>
            <Th>Job</Th>
            <Th>Reason</Th>
            <Th className="text-right">Attempts</Th>
            <Th>Failed</Th>
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {items.map((job) => (
            <FailedJobRow
              key={job.id}
              job={job}
              pending={retry.isPending}
              onRetry={() => retry.mutate(selection(job.id))}
              onRemove={() => setRemoving(job.id)}
            />
          ))}
        </tbody>
      </Table>
      <LoadMore
        shown={items.length}
        hasMore={list.hasNextPage}
        pending={list.isFetchingNextPage}
        failed={list.isFetchNextPageError ? messageOf(list.error) : undefined}
        onLoad={() => void list.fetchNextPage()}
      />
      <ConfirmDialog
        open={removing !== null}
        onOpenChange={(open) => !open && setRemoving(null)}
        title={removing === 'all' ? 'Remove all these failed jobs?' : 'Remove this failed job?'}
        description={
          queueWords[name].drained === null
            ? 'The receipts in it are lost. What removed jobs held cannot be brought back.'
            : 'It cannot be retried afterwards. Work that is left to do gets a new job from the sweep.'
        }
        action={removing === 'all' ? 'Remove all' : 'Remove job'}
        pending={remove.isPending}
        onConfirm={() => removing && remove.mutate(selection(removing))}
      />
    </>
  );
}

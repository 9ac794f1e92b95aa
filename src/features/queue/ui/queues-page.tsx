'use client';
import { Lock } from 'lucide-react';
import { Badge } from '@/ui/badge.tsx';
import { Card } from '@/ui/card.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { EmptyState, ErrorState, Notice, SkeletonRows } from '@/ui/states.tsx';
import { messageOf } from '@/ui/trpc.tsx';
import { useMay, useWorkspace } from '@/ui/use-workspace.ts';
import { queueNameSchema } from '../queue.schema.ts';
import { FailedJobs } from './failed-jobs.tsx';
import { QueueCard } from './queue-card.tsx';
import { queueWords } from './queue-words.ts';
import { useQueues } from './use-queues.ts';

/** The jobs behind imports and campaigns, live, and the levers an administrator has on them. */
export function QueuesPage({ failed }: { failed?: string | undefined }) {
  const may = useMay('queue:write');
  const workspace = useWorkspace();
  const { status, connected } = useQueues({ enabled: may === true });
  const wanted = queueNameSchema.safeParse(failed).data;
  const error = workspace.error ?? status.error;
  const queues = status.data?.queues;
  return (
    <>
      <PageHeader
        title="Queues"
        description="The jobs behind imports, campaigns and receipts. All workspaces of this installation share them."
        actions={
          queues && (
            <Badge tone={connected ? 'success' : 'neutral'}>{connected ? 'Live' : 'Connecting…'}</Badge>
          )
        }
      />
      {may === false && (
        <Card>
          <EmptyState icon={Lock} title="Only administrators see the queues">
            What is paused or removed here concerns everybody. Ask an administrator or owner of the workspace.
          </EmptyState>
        </Card>
      )}
      {may !== false && !queues && (
        <Card>
          {error ? (
            <ErrorState
              message={messageOf(error)}
              onRetry={() => void (workspace.isError ? workspace : status).refetch()}
            />
          ) : (
            <SkeletonRows />
          )}
        </Card>
      )}
      {may && queues && (
        <div className="flex flex-col gap-4">
          {queues.some((queue) => queue.paused) && (
            <Notice tone="warning" title="Paused for every workspace">
              {queues
                .filter((queue) => queue.paused)
                .map(({ name }) => queueWords[name].title)
                .join(', ')}
              : jobs wait until somebody resumes them.
            </Notice>
          )}
          <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
            {queues.map((queue) => (
              <QueueCard key={queue.name} queue={queue} />
            ))}
          </div>
          <FailedJobs queues={queues} wanted={wanted} />
        </div>
      )}
    </>
  );
}

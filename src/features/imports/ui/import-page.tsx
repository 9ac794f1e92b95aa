'use client';
import Link from 'next/link';
import { useState } from 'react';
import { toast } from 'sonner';
import { formatDuration, formatNumber, formatShare } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { ConfirmDialog } from '@/ui/dialog.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Progress } from '@/ui/progress.tsx';
import { ErrorState, Notice, SkeletonRows } from '@/ui/states.tsx';
import { Time, useNow } from '@/ui/time.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { Import } from '../imports.schema.ts';
import { BadRows } from './bad-rows.tsx';
import { ImportStatusBadge, isOver, kindLabel } from './import-status.tsx';

/** One import, while it runs and after. What moves comes through the WebSocket; nothing is polled. */
export function ImportPage({ id }: { id: string }) {
  const utils = trpc.useUtils();
  const state = trpc.imports.get.useQuery({ id });
  trpc.imports.onProgress.useSubscription(
    { id },
    {
      enabled: state.data !== undefined && !isOver(state.data.status),
      onData: (event) => {
        utils.imports.get.setData({ id }, event.data);
        if (isOver(event.data.status))
          void Promise.all([utils.imports.list.invalidate(), utils.customers.invalidate()]);
      },
    },
  );
  if (state.isPending)
    return (
      <Card>
        <SkeletonRows />
      </Card>
    );
  if (!state.data)
    return <ErrorState message={messageOf(state.error)} onRetry={() => void state.refetch()} />;
  const { kind, fileName, status, error, createdAt, counts } = state.data;
  return (
    <>
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-3">
            <span className="min-w-0 break-words">{fileName}</span>
            <ImportStatusBadge status={status} />
          </span>
        }
        description={
          <>
            {kindLabel(kind)}, started <Time value={createdAt} />
          </>
        }
        back={{ href: '/imports', label: 'Imports' }}
        actions={isOver(status) ? <NextSteps kind={kind} /> : <CancelButton id={id} />}
      />
      <div className="flex flex-col gap-6">
        {error && (
          <Notice tone="danger" title="The file could not be imported">
            {error}
          </Notice>
        )}
        <Reading state={state.data} />
        {counts.failed > 0 && <BadRows importId={id} failed={counts.failed} over={isOver(status)} />}
      </div>
    </>
  );
}

function Reading({ state }: { state: Import }) {
  const now = useNow(1_000);
  const { counts, progress, startedAt, finishedAt, status } = state;
  const ms = startedAt ? Math.max(0, (finishedAt ?? now).getTime() - startedAt.getTime()) : 0;
  const figures = [
    { label: 'Rows read', value: counts.rows },
    { label: 'New', value: counts.inserted },
    { label: 'Updated', value: counts.updated },
    { label: 'Unchanged', value: counts.unchanged },
    { label: 'Failed', value: counts.failed },
    ...(state.kind === 'ORDERS' ? [{ label: 'Customers made', value: counts.customersCreated }] : []),
  ];
  return (
    <Card>
      <CardHeader
        title={status === 'QUEUED' ? 'Waiting for a worker' : isOver(status) ? 'Result' : 'Reading'}
        actions={
          ms > 0 && (
            <span className="text-[13px] text-muted tabular-nums">
              {formatDuration(ms)}
              {counts.rows > 0 &&
                ` · ${formatNumber(Math.round(counts.rows / (ms / 1_000)))} rows per second`}
            </span>
          )
        }
      />
      <CardBody>
        <div className="mb-2 font-semibold text-3xl tabular-nums tracking-tight">
          {formatShare(Math.round(progress * 1_000), 1_000)}
        </div>
        <Progress label="Import progress" value={progress} className="h-3" />
        <dl className="mt-5 grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-3 lg:grid-cols-[repeat(auto-fit,minmax(8rem,1fr))]">
          {figures.map(({ label, value }) => (
            <div key={label} className="bg-surface px-4 py-3">
              <dt className="text-[13px] text-muted">{label}</dt>
              <dd className="mt-0.5 font-semibold text-lg tabular-nums">{formatNumber(value)}</dd>
            </div>
          ))}
        </dl>
      </CardBody>
    </Card>
  );
}

const NextSteps = ({ kind }: { kind: Import['kind'] }) => (
  <>
    <Button asChild variant="secondary">
      <Link href={kind === 'ORDERS' ? '/orders' : '/customers'}>
        {kind === 'ORDERS' ? 'See the orders' : 'See the customers'}
      </Link>
    </Button>
    <Button asChild>
      {kind === 'ORDERS' ? (
        <Link href="/audiences/new">Build an audience</Link>
      ) : (
        <Link href="/imports/new?kind=orders">Import orders</Link>
      )}
    </Button>
  </>
);

function CancelButton({ id }: { id: string }) {
  const [asking, setAsking] = useState(false);
  const utils = trpc.useUtils();
  const cancel = trpc.imports.cancel.useMutation({
    onSuccess: (state) => utils.imports.get.setData({ id }, state),
    onError: (error) => toast.error(messageOf(error)),
    onSettled: () => setAsking(false),
  });
  return (
    <>
      <Button variant="danger-ghost" onClick={() => setAsking(true)}>
        Cancel import
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Cancel this import?"
        description="Rows that are in already stay in; the rest is not read. You can import the same file again: nothing is counted twice."
        action="Cancel import"
        pending={cancel.isPending}
        onConfirm={() => cancel.mutate({ id })}
      />
    </>
  );
}

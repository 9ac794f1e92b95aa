'use client';
import Link from 'next/link';
import { type ReactNode, useId } from 'react';
import { cn } from '@/lib/cn.ts';
import { formatDuration, formatNumber } from '@/lib/format.ts';
import { Badge } from '@/ui/badge.tsx';
import { Card } from '@/ui/card.tsx';
import { useNow } from '@/ui/time.tsx';
import type { QueueState } from '../queue.schema.ts';
import { QueueActions } from './queue-actions.tsx';
import { queueWords } from './queue-words.ts';
import { Sparkline } from './sparkline.tsx';

/** One queue: what it does, how it is, and what can be done with it. */
export function QueueCard({ queue }: { queue: QueueState }) {
  const { title, what, paused } = queueWords[queue.name];
  const heading = useId();
  return (
    <Card className="flex flex-col gap-4 p-5" aria-labelledby={heading}>
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <h2 id={heading} className="font-semibold text-title">
              {title}
            </h2>
            <State queue={queue} />
          </div>
          <p className="mt-0.5 text-small text-muted">{queue.paused ? paused : what}</p>
        </div>
        <QueueActions queue={queue} />
      </div>
      <div className="flex items-end gap-4">
        <p className="shrink-0">
          <span className="font-semibold text-2xl tabular-nums tracking-tight">{rate(queue.perSecond)}</span>
          <span className="ml-1 text-small text-muted">jobs/s</span>
        </p>
        <div className="min-w-0 flex-1">
          <Sparkline {...queue} />
        </div>
      </div>
      <dl className="mt-auto grid grid-cols-3 gap-2 sm:grid-cols-6">
        <Figure label="Waiting" value={queue.waiting} />
        <Figure label="Active" value={queue.active} />
        <Figure label="Delayed" value={queue.delayed} />
        <Figure label="Completed" value={queue.completed} hint="Those still kept; most are removed at once" />
        <Figure label="Failed" value={queue.failed} danger>
          {queue.failed > 0 && (
            <Link
              href={`/queues?failed=${queue.name}#failed-jobs`}
              aria-label={`${formatNumber(queue.failed)} failed jobs of ${title}`}
              className="underline underline-offset-4"
            >
              {formatNumber(queue.failed)}
            </Link>
          )}
        </Figure>
        <Figure
          label="Last hour"
          value={lastHour(queue)}
          hint="Jobs that ended in the last hour, well or not"
        />
      </dl>
      <Oldest since={queue.oldestWaitingAt} />
    </Card>
  );
}

const lastHour = ({ completedPerMinute, failedPerMinute }: QueueState): number =>
  [...completedPerMinute, ...failedPerMinute].reduce((sum, n) => sum + n, 0);

const rate = (perSecond: number): string =>
  perSecond >= 100 || perSecond === 0 ? formatNumber(Math.round(perSecond)) : perSecond.toFixed(2);

function State({ queue }: { queue: QueueState }) {
  if (queue.paused) return <Badge tone="warning">Paused</Badge>;
  if (queue.workers === 0) return <Badge tone="danger">No worker</Badge>;
  if (queue.active > 0) return <Badge tone="success">Working</Badge>;
  return <Badge>{queue.waiting > 0 ? 'Waiting' : 'Idle'}</Badge>;
}

const Figure = ({
  label,
  value,
  danger = false,
  hint,
  children,
}: {
  label: string;
  value: number;
  danger?: boolean;
  hint?: string;
  children?: ReactNode;
}) => (
  <div className="flex min-w-0 flex-col" title={hint}>
    <dt className="truncate text-muted text-xs">{label}</dt>
    <dd className={cn('font-medium tabular-nums', danger && value > 0 && 'text-danger-text')}>
      {children || formatNumber(value)}
    </dd>
  </div>
);

function Oldest({ since }: { since: Date | null }) {
  const now = useNow(1_000);
  return (
    <p className="text-small text-muted tabular-nums">
      {since
        ? `The oldest job has waited ${formatDuration(Math.max(0, now.getTime() - since.getTime()))}`
        : 'No job is waiting'}
    </p>
  );
}

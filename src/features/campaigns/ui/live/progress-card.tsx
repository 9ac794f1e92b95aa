'use client';
import { cn } from '@/lib/cn.ts';
import { formatDuration, formatNumber, formatShare } from '@/lib/format.ts';
import { Badge } from '@/ui/badge.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Progress } from '@/ui/progress.tsx';
import { useNow } from '@/ui/time.tsx';
import type { Campaign } from '../../campaigns.schema.ts';
import type { Results } from '../../results/results.schema.ts';
import { handledShare, ledgerParts } from '../ledger-parts.ts';
import { Funnel } from './funnel.tsx';
import { isOver, type LiveProgress } from './use-campaign-progress.ts';

/** How far the campaign is: one bar that holds everyone, how fast it goes, the way to orders, the count behind each colour. */
export function ProgressCard({
  campaign,
  progress,
  results,
}: {
  campaign: Campaign;
  progress: LiveProgress;
  results: Results | undefined;
}) {
  const { stats, status } = campaign;
  const over = isOver(status);
  const share = handledShare(stats);
  const title = {
    PREPARING: 'Finding the recipients',
    SENDING: stats.queued + stats.sending > 0 ? 'Sending' : 'Waiting for delivery receipts',
    PAUSED: 'Paused',
  }[status as string];
  return (
    <Card>
      <CardHeader
        title={title ?? 'Delivery'}
        description={`${formatNumber(stats.audience)} ${stats.audience === 1 ? 'person' : 'people'} in the audience`}
        actions={<LiveBadge over={over} connected={progress.connected} />}
      />
      <CardBody>
        <div className="mb-2 flex items-baseline justify-between gap-4">
          <p className="font-semibold text-3xl tabular-nums tracking-tight" data-testid="progress-share">
            {formatShare(Math.round(share * stats.audience), stats.audience)}
          </p>
          <Pace campaign={campaign} rate={progress.rate} />
        </div>
        <Progress label="Campaign progress" value={share} parts={ledgerParts(stats)} className="h-3" />
        <Funnel stats={stats} buyers={results ? { count: results.total.buyers, days: results.days } : null} />
        <Counts campaign={campaign} />
      </CardBody>
    </Card>
  );
}

const LiveBadge = ({ over, connected }: { over: boolean; connected: boolean }) =>
  over ? null : connected ? (
    <Badge tone="success">
      <span className="size-1.5 animate-pulse rounded-full bg-current" aria-hidden />
      Live
    </Badge>
  ) : (
    <Badge tone="warning">Connecting …</Badge>
  );

function Pace({ campaign, rate }: { campaign: Campaign; rate: number | null }) {
  const now = useNow(1_000);
  const { launchedAt, completedAt, stats } = campaign;
  if (!launchedAt) return null;
  const elapsed = (completedAt ?? now).getTime() - launchedAt.getTime();
  const waiting = stats.queued + stats.sending;
  const parts = completedAt
    ? [
        `${formatDuration(elapsed)} from launch to the last receipt`,
        ...(elapsed > 0
          ? [`${formatNumber(Math.round(stats.audience / (elapsed / 1_000)))} per second`]
          : []),
      ]
    : [
        ...(rate === null || rate < 0.5 ? [] : [`${formatNumber(Math.round(rate))} per second`]),
        ...(rate && waiting > 0 ? [`about ${formatDuration((waiting / rate) * 1_000)} left`] : []),
        formatDuration(Math.max(0, elapsed)),
      ];
  return (
    <p className="text-right text-small text-muted tabular-nums" data-varies>
      {parts.join(' · ')}
    </p>
  );
}

/** Every state a recipient can be in; together they are the audience. */
function Counts({ campaign: { stats } }: { campaign: Campaign }) {
  const counts = [
    { label: 'Waiting', value: stats.queued, dot: 'bg-sunken ring-1 ring-line-strong' },
    { label: 'Being sent', value: stats.sending, dot: 'bg-accent' },
    { label: 'Sent, no receipt', value: stats.sent, dot: 'bg-info' },
    { label: 'Delivered', value: stats.delivered, dot: 'bg-success' },
    { label: 'Bounced', value: stats.bounced, dot: 'bg-warning' },
    { label: 'Failed', value: stats.failed, dot: 'bg-danger' },
    { label: 'Skipped', value: stats.skipped, dot: 'bg-line-strong' },
    { label: 'Cancelled', value: stats.cancelled, dot: 'bg-line-strong' },
  ];
  return (
    <dl className="mt-5 grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-4">
      {counts.map(({ label, value, dot }) => (
        <div key={label} className="bg-surface px-4 py-3">
          <dt className="flex items-center gap-2 text-small text-muted">
            <span className={cn('size-2 rounded-full', dot)} aria-hidden />
            {label}
          </dt>
          <dd className="mt-0.5 font-semibold text-lg tabular-nums">
            {formatNumber(value)}
            <span className="ml-2 font-normal text-small text-muted">
              {formatShare(value, stats.audience)}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

import { ArrowDownRight, ArrowUpRight, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn.ts';
import { formatMoney, formatNumber, formatShare, plural } from '@/lib/format.ts';
import { sentOf } from '@/lib/outcomes.ts';
import { Skeleton } from '@/ui/states.tsx';
import type { DashboardData } from '../../dashboard.schema.ts';
import { rangeName } from '../words.ts';
import { type Change, changeOf, pointsOf } from './change.ts';

/** The period in four figures, each beside what it was in the one before. */
export function KeyTiles({
  data: { figures: now, before, currency, attributionDays },
}: {
  data: DashboardData;
}) {
  const [sent, sentBefore] = [sentOf(now), sentOf(before)];
  const rate = (delivered: number, of: number) => (of > 0 ? delivered / of : null);
  const money = (amount: number) => formatMoney(amount, currency);
  const than = rangeName(before.from, before.to);
  return (
    <section aria-label="Key figures">
      <dl className={grid}>
        <Tile
          label="People reached"
          value={now.people === null ? `Over ${formatNumber(now.delivered)}` : formatNumber(now.people)}
          change={changeOf(now.people ?? now.delivered, before.people ?? before.delivered, 'more')}
          before={formatNumber(before.people ?? before.delivered)}
          than={than}
        >
          {plural(now.delivered, 'message')} delivered, {plural(now.campaigns, 'campaign')}
        </Tile>
        <Tile
          label="Delivery rate"
          value={sent > 0 ? formatShare(now.delivered, sent) : '–'}
          change={pointsOf(rate(now.delivered, sent), rate(before.delivered, sentBefore), 'more')}
          before={sentBefore > 0 ? formatShare(before.delivered, sentBefore) : 'nothing sent'}
          than={than}
        >
          of {formatNumber(sent)} sent; {formatNumber(now.bounced)} bounced, {formatNumber(now.failed)} failed
        </Tile>
        <Tile
          label="Revenue from campaigns"
          value={money(now.revenue)}
          change={changeOf(now.revenue, before.revenue, 'more')}
          before={money(before.revenue)}
          than={than}
        >
          {plural(now.orders, 'order')} within {attributionDays} days of a message
          {now.shop.revenue > 0 &&
            now.revenue > 0 &&
            `, ${formatShare(now.revenue, now.shop.revenue)} of all`}
        </Tile>
        <Tile
          label="Unsubscribed"
          value={formatNumber(now.unsubscribed)}
          change={changeOf(now.unsubscribed, before.unsubscribed, 'less')}
          before={formatNumber(before.unsubscribed)}
          than={than}
        >
          {now.delivered > 0
            ? `${formatShare(now.unsubscribed, now.delivered)} of messages delivered`
            : 'nothing was delivered'}
        </Tile>
      </dl>
    </section>
  );
}

const grid =
  'grid gap-px overflow-hidden rounded-xl border border-line bg-line shadow-raised grid-cols-1 min-[480px]:grid-cols-2 lg:grid-cols-4';

const Tile = ({
  label,
  value,
  change,
  before,
  than,
  children,
}: {
  label: string;
  value: string;
  change: Change;
  before: string;
  than: string;
  children: ReactNode;
}) => (
  <div className="flex flex-col bg-surface px-5 py-4">
    <dt className="text-muted text-small">{label}</dt>
    <dd className="mt-1 flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
      <span className="font-semibold text-2xl tabular-nums tracking-tight">{value}</span>
      <ChangeMark change={change} before={before} than={than} />
    </dd>
    <dd className="mt-1 text-muted text-small tabular-nums">{children}</dd>
  </div>
);

const icons = { up: ArrowUpRight, down: ArrowDownRight, same: Minus } as const;

/** An arrow and how much, in words for who cannot see either; what it was is there on hover. */
function ChangeMark({
  change: { direction, amount, tone },
  before,
  than,
}: {
  change: Change;
  before: string;
  than: string;
}) {
  const Icon = icons[direction];
  const words = direction === 'same' ? 'as before' : `${direction}${amount ? ` ${amount}` : ''}`;
  return (
    <span
      title={`${before} on ${than}`}
      className={cn(
        'inline-flex items-center gap-0.5 rounded-full px-1.5 py-0.5 font-medium text-caption tabular-nums',
        {
          good: 'bg-success-soft text-success-text',
          bad: 'bg-danger-soft text-danger-text',
          neutral: 'bg-sunken text-muted',
        }[tone],
      )}
    >
      <Icon className="size-3.5" aria-hidden />
      <span aria-hidden>{direction === 'same' ? 'same' : (amount ?? 'new')}</span>
      <span className="sr-only">
        {words} compared with {before} on {than}
      </span>
    </span>
  );
}

export const KeyTilesSkeleton = () => (
  <div className={grid} role="status" aria-label="Loading the figures">
    {['people', 'rate', 'revenue', 'unsubscribed'].map((key) => (
      <div key={key} className="flex flex-col gap-2.5 bg-surface px-5 py-4">
        <Skeleton className="h-4 w-24" />
        <Skeleton className="h-7 w-28" />
        <Skeleton className="h-4 w-36" />
      </div>
    ))}
  </div>
);

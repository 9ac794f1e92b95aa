import { cn } from '@/lib/cn.ts';
import { formatNumber, formatShare } from '@/lib/format.ts';
import { Badge } from '@/ui/badge.tsx';

const parts = [
  { label: 'Delivered', count: 3112, colour: 'bg-success', bar: 'fill-success' },
  { label: 'Sent', count: 402, colour: 'bg-info', bar: 'fill-info' },
  { label: 'Bounced', count: 96, colour: 'bg-warning', bar: 'fill-warning' },
  { label: 'Failed', count: 12, colour: 'bg-danger', bar: 'fill-danger' },
  { label: 'Skipped', count: 31, colour: 'bg-line-strong', bar: 'fill-line-strong' },
  {
    label: 'Waiting',
    count: 719,
    colour: 'bg-sunken ring-1 ring-line-strong ring-inset',
    bar: 'fill-sunken',
  },
];
const audience = parts.reduce((sum, { count }) => sum + count, 0);
const waiting = parts.at(-1)?.count ?? 0;

/** A campaign being delivered, drawn as the app shows it. */
export const ProgressIllustration = () => (
  <figure className="relative">
    <div
      role="img"
      aria-label="A campaign being delivered: one bar that holds all 4,372 people of the audience, and the count behind each colour."
    >
      <div
        aria-hidden
        className="absolute inset-x-8 -bottom-4 h-24 rounded-2xl bg-accent opacity-25 blur-2xl"
      />
      <div aria-hidden className="relative rounded-2xl border border-line bg-surface p-6 shadow-lg">
        <div className="flex items-start justify-between gap-4">
          <div className="min-w-0">
            <p className="truncate font-semibold text-[15px]">Autumn letter to good customers</p>
            <p className="mt-0.5 text-[13px] text-muted">{formatNumber(audience)} people in the audience</p>
          </div>
          <Badge tone="success">
            <span className="size-1.5 animate-pulse rounded-full bg-current" />
            Live
          </Badge>
        </div>
        <div className="mt-5 flex items-baseline justify-between gap-4">
          <p className="font-semibold text-3xl tabular-nums tracking-tight">
            {formatShare(audience - waiting, audience)}
          </p>
          <p className="text-[13px] text-muted tabular-nums">860 per second</p>
        </div>
        <div className="mt-2 h-3 overflow-hidden rounded-full bg-sunken ring-1 ring-line ring-inset">
          {/* Drawn: the page comes from the server, and its policy allows no style in an element there. */}
          <svg
            viewBox={`0 0 ${audience} 1`}
            preserveAspectRatio="none"
            className="size-full"
            aria-hidden="true"
          >
            {parts.slice(0, -1).map(({ label, count, bar }, i) => (
              <rect
                key={label}
                x={parts.slice(0, i).reduce((sum, part) => sum + part.count, 0)}
                width={count}
                height={1}
                className={bar}
              />
            ))}
          </svg>
        </div>
        <div className="mt-5 grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-3">
          {parts.map(({ label, count, colour }) => (
            <div key={label} className="bg-surface px-3.5 py-2.5">
              <p className="flex items-center gap-2 text-muted text-xs">
                <span className={cn('size-2 shrink-0 rounded-full', colour)} />
                <span className="truncate">{label}</span>
              </p>
              <p className="mt-0.5 font-semibold text-base tabular-nums">{formatNumber(count)}</p>
            </div>
          ))}
        </div>
        <p className="mt-4 text-center text-[13px] text-muted tabular-nums">
          {parts.map(({ count }) => formatNumber(count)).join(' + ')} ={' '}
          <span className="whitespace-nowrap font-semibold text-foreground">{formatNumber(audience)}</span>
        </p>
      </div>
    </div>
  </figure>
);

import { cn } from '@/lib/cn.ts';
import { formatDay, formatNumber } from '@/lib/format.ts';
import type { DayCount } from '../../audiences.schema.ts';

const WIDTH = 100;
const HEIGHT = 28;
const PAD = 3;

/** Counts by day as a line, and in words for who does not see it. Days without a count are bridged. */
export function Trend({ items, className }: { items: readonly DayCount[]; className?: string }) {
  const [first] = items;
  const last = items.at(-1);
  if (!first || !last) return null;
  if (items.length === 1) return <span className="text-small text-muted">Since {formatDay(first.day)}</span>;
  const counts = items.map(({ count }) => count);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const days = Math.max(1, last.day.getTime() - first.day.getTime());
  const x = ({ day }: DayCount) => PAD + ((day.getTime() - first.day.getTime()) / days) * (WIDTH - 2 * PAD);
  const y = ({ count }: DayCount) =>
    most === least ? HEIGHT / 2 : HEIGHT - PAD - ((count - least) / (most - least)) * (HEIGHT - 2 * PAD);
  const words = `From ${formatNumber(first.count)} on ${formatDay(first.day)} to ${formatNumber(last.count)} on ${formatDay(last.day)}; at least ${formatNumber(least)}, at most ${formatNumber(most)}`;
  return (
    <svg
      role="img"
      aria-label={words}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={cn('h-7 w-24', className)}
    >
      <title>{words}</title>
      <polyline
        points={items.map((item) => `${x(item).toFixed(2)},${y(item).toFixed(2)}`).join(' ')}
        className="fill-none stroke-accent"
        strokeWidth={1.75}
        strokeLinejoin="round"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
      {/* A line of no length with round ends is a dot that stretching leaves round. */}
      <path
        d={`M${x(last).toFixed(2)},${y(last).toFixed(2)}h0`}
        className="stroke-accent"
        strokeWidth={5}
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

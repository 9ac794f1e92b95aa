import { formatNumber, plural } from '@/lib/format.ts';
import type { QueueState } from '../queue.schema.ts';

const HEIGHT = 32;
/** A minute's bar and the gap beside it. */
const STEP = 4;
const sum = (series: readonly number[]) => series.reduce((total, n) => total + n, 0);

/** Jobs per minute over the last hour, failed ones on top in their own colour. In words for who does not see it. */
export function Sparkline({
  completedPerMinute,
  failedPerMinute,
}: Pick<QueueState, 'completedPerMinute' | 'failedPerMinute'>) {
  const minutes = completedPerMinute.map((completed, i) => ({ completed, failed: failedPerMinute[i] ?? 0 }));
  const most = Math.max(1, ...minutes.map(({ completed, failed }) => completed + failed));
  const height = (n: number) => (n === 0 ? 0 : Math.max(1, (n / most) * HEIGHT));
  const [done, failed] = [sum(completedPerMinute), sum(failedPerMinute)];
  const words = `In the last hour ${plural(done, 'job')} done, ${formatNumber(failed)} failed; at most ${formatNumber(most)} a minute`;
  return (
    <svg
      role="img"
      aria-label={words}
      viewBox={`0 0 ${minutes.length * STEP} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="h-8 w-full"
    >
      <title>{words}</title>
      {minutes.map((minute, i) => {
        const [ok, bad] = [height(minute.completed), height(minute.failed)];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a place in the hour is what a bar is
          <g key={i}>
            <rect x={i * STEP} y={HEIGHT - 1} width={STEP - 1} height={1} className="fill-line" />
            <rect x={i * STEP} y={HEIGHT - ok} width={STEP - 1} height={ok} className="fill-accent" />
            <rect x={i * STEP} y={HEIGHT - ok - bad} width={STEP - 1} height={bad} className="fill-danger" />
          </g>
        );
      })}
    </svg>
  );
}

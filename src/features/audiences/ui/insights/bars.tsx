import { cn } from '@/lib/cn.ts';
import { formatNumber, formatShare } from '@/lib/format.ts';

export interface Bar {
  label: string;
  count: number;
  /** Shown paler: what stands apart from the others. */
  apart?: boolean;
}

/** Counts as bars, each beside its label: a table, so that it reads as one. */
export function Bars({
  caption,
  bars,
  total,
  labelClass = 'w-28',
}: {
  caption: string;
  bars: readonly Bar[];
  total: number;
  labelClass?: string;
}) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <table className="w-full border-separate border-spacing-y-1 text-small">
      <caption className="mb-1 text-left font-medium text-muted">{caption}</caption>
      <tbody>
        {bars.map(({ label, count, apart }) => (
          <tr key={label}>
            <th scope="row" className={cn('truncate pr-3 text-left font-normal', labelClass)} title={label}>
              {label}
            </th>
            <td className="w-full" aria-hidden>
              <div className="h-3.5 rounded-sm bg-sunken">
                <div
                  className={cn('h-full rounded-sm', apart ? 'bg-line-strong' : 'bg-accent')}
                  style={{ width: `${count === 0 ? 0 : Math.max(1, (count / most) * 100)}%` }}
                />
              </div>
            </td>
            <td className="whitespace-nowrap pl-3 text-right tabular-nums">
              {formatNumber(count)}
              <span className="ml-1.5 inline-block w-11 text-muted">{formatShare(count, total)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

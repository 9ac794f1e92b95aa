'use client';
import { formatNumber, formatShare } from '@/lib/format.ts';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import type { LedgerStats } from '../../messages.schema.ts';

interface Step {
  label: string;
  count: number;
  className: string;
}

/** From everyone in the audience to those who ordered. `buyers` is null while that is being counted. */
export function Funnel({
  stats,
  buyers,
}: {
  stats: LedgerStats;
  buyers: { count: number; days: number } | null;
}) {
  const steps: Step[] = [
    { label: 'Audience', count: stats.audience, className: 'text-line-strong' },
    { label: 'Sent', count: stats.sent + stats.delivered + stats.bounced, className: 'text-info' },
    { label: 'Delivered', count: stats.delivered, className: 'text-success' },
    ...(buyers
      ? [{ label: `Ordered within ${daysIn(buyers.days)}`, count: buyers.count, className: 'text-accent' }]
      : []),
  ];
  const share = (count: number) => (stats.audience === 0 ? 0 : count / stats.audience);
  return (
    <div className="mt-6">
      <ol aria-label="From audience to orders" className="grid grid-cols-2 gap-x-0 gap-y-4 sm:grid-cols-4">
        {steps.map(({ label, count, className }, i) => (
          <li key={label} className="min-w-0">
            <Segment from={share(count)} to={share(steps[i + 1]?.count ?? count)} className={className} />
            <p className="mt-2 text-small text-muted">{label}</p>
            <p className="font-semibold text-lg tabular-nums">
              {formatNumber(count)}
              <span className="ml-2 font-normal text-small text-muted">
                {formatShare(count, stats.audience)}
              </span>
            </p>
          </li>
        ))}
      </ol>
      <details className="mt-3 text-small">
        <summary className="w-fit cursor-pointer rounded-sm text-muted hover:text-foreground">
          Show as a table
        </summary>
        <div className="mt-2 rounded-lg border border-line">
          <Table label="From audience to orders">
            <thead>
              <tr>
                <Th>Step</Th>
                <Th className="text-right">People</Th>
                <Th className="text-right">Of the audience</Th>
                <Th className="text-right">Of the step before</Th>
              </tr>
            </thead>
            <tbody>
              {steps.map(({ label, count }, i) => (
                <Tr key={label}>
                  <Td>{label}</Td>
                  <Td className="text-right tabular-nums">{formatNumber(count)}</Td>
                  <Td className="text-right tabular-nums">{formatShare(count, stats.audience)}</Td>
                  <Td className="text-right tabular-nums">
                    {i === 0 ? '–' : formatShare(count, steps[i - 1]?.count ?? 0)}
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </div>
      </details>
    </div>
  );
}

const daysIn = (days: number): string => (days === 1 ? 'a day' : `${days} days`);

const HEIGHT = 56;

/** A piece of the funnel: as high at its left as its own share, at its right as the next one's. */
function Segment({ from, to, className }: { from: number; to: number; className: string }) {
  // Something is always to be seen of those who are there.
  const half = (share: number) => (share === 0 ? 0.5 : Math.max(1.5, (share * HEIGHT) / 2));
  const middle = HEIGHT / 2;
  const [a, b] = [half(from), half(to)];
  const path = `M0 ${middle - a} C50 ${middle - a} 50 ${middle - b} 100 ${middle - b} V${middle + b} C50 ${middle + b} 50 ${middle + a} 0 ${middle + a}Z`;
  return (
    <svg
      aria-hidden
      viewBox={`0 0 100 ${HEIGHT}`}
      preserveAspectRatio="none"
      className={`h-14 w-full ${className}`}
    >
      <path d={path} fill="currentColor" fillOpacity={0.75} />
    </svg>
  );
}

'use client';
import { Users } from 'lucide-react';
import Link from 'next/link';
import { formatMoney, formatNumber, formatShare, plural } from '@/lib/format.ts';
import { sentOf } from '@/lib/outcomes.ts';
import { Skeleton } from '@/ui/states.tsx';
import type { AudienceFigures, DashboardData } from '../../dashboard.schema.ts';
import { Panel } from './panel.tsx';

const SHOWN = 6;
const nameOf = ({ name }: AudienceFigures) => name ?? 'A deleted audience';

/** The audiences that earned most, then those most was delivered to. */
export function TopAudiences({
  data,
  error,
  onRetry,
}: {
  data: DashboardData | undefined;
  error: string | null;
  onRetry(): void;
}) {
  const rows = data?.audiences;
  const money = (amount: number) => formatMoney(amount, data?.currency ?? 'GBP');
  const most = Math.max(0, ...(rows ?? []).map(({ revenue }) => revenue));
  return (
    <Panel<AudienceFigures>
      title="Top audiences"
      description="By what their campaigns earned"
      file={`audiences-${data?.from}-to-${data?.to}`}
      columns={[
        { title: 'Audience', shown: (row) => <AudienceName row={row} />, plain: nameOf },
        {
          title: data ? `Revenue (${data.currency})` : 'Revenue',
          number: true,
          shown: ({ revenue }) => money(revenue),
          plain: ({ revenue }) => revenue,
        },
        {
          title: 'Orders',
          number: true,
          shown: (row) => formatNumber(row.orders),
          plain: (row) => row.orders,
        },
        { title: 'Sent', number: true, shown: (row) => formatNumber(sentOf(row)), plain: sentOf },
        {
          title: 'Delivered',
          number: true,
          shown: (row) => formatNumber(row.delivered),
          plain: (row) => row.delivered,
        },
      ]}
      rows={rows}
      keyOf={({ id }) => id}
      error={error}
      onRetry={onRetry}
      skeleton={<AudiencesSkeleton />}
    >
      {rows?.length === 0 && (
        <p className="flex flex-col items-center gap-2 px-6 pt-6 pb-10 text-center text-muted text-small">
          <Users className="size-5" aria-hidden />
          No audience was written to in this time.
        </p>
      )}
      <ol className="px-5 pb-4">
        {rows?.slice(0, SHOWN).map((row) => (
          <li key={row.id} className="py-2">
            <div className="flex items-baseline justify-between gap-4 text-sm">
              <AudienceName row={row} />
              <span className="font-medium tabular-nums">{money(row.revenue)}</span>
            </div>
            <svg className="my-1.5 block h-2 w-full" aria-hidden>
              <title>{nameOf(row)}</title>
              <rect width="100%" height="8" rx="4" className="fill-sunken" />
              {row.revenue > 0 && (
                <rect width={`${(row.revenue / most) * 100}%`} height="8" rx="4" className="fill-chart-5" />
              )}
            </svg>
            <p className="text-caption text-muted tabular-nums">
              {plural(row.orders, 'order')}
              {sentOf(row) > 0 &&
                ` · ${formatShare(row.delivered, sentOf(row))} of ${formatNumber(sentOf(row))} delivered`}
            </p>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

const AudienceName = ({ row }: { row: AudienceFigures }) =>
  row.name === null ? (
    <span className="min-w-0 truncate text-muted">{nameOf(row)}</span>
  ) : (
    <Link
      href={`/audiences/${row.id}`}
      title={row.name}
      className="min-w-0 truncate font-medium underline-offset-4 hover:underline"
    >
      {row.name}
    </Link>
  );

const AudiencesSkeleton = () => (
  <div className="flex flex-col gap-5 px-5 pt-2 pb-6" role="status" aria-label="Loading the audiences">
    {['w-full', 'w-3/4', 'w-1/2', 'w-2/5'].map((width) => (
      <div key={width} className="flex flex-col gap-2">
        <Skeleton className="h-4 w-40" />
        <Skeleton className={`h-2 ${width}`} />
      </div>
    ))}
  </div>
);

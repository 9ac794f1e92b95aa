'use client';
import { CircleSlash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatMoney, formatNumber } from '@/lib/format.ts';
import { sentOf } from '@/lib/outcomes.ts';
import type { DashboardData, DashboardPoint } from '../../dashboard.schema.ts';
import { outcomes, pointName } from '../words.ts';
import { ChartSkeleton, MessagesChart, RevenueChart } from './lazy-charts.tsx';
import { type Column, Panel } from './panel.tsx';

interface Props {
  data: DashboardData | undefined;
  error: string | null;
  onRetry(): void;
}

const day: Column<DashboardPoint> = { title: 'Day', shown: pointName, plain: (point) => point.day };
const week: Column<DashboardPoint> = { ...day, title: 'Week from' };
const firstColumn = (data: DashboardData | undefined) =>
  data?.points.some(({ days }) => days > 1) ? week : day;
const number = (title: string, of: (point: DashboardPoint) => number): Column<DashboardPoint> => ({
  title,
  number: true,
  shown: (point) => formatNumber(of(point)),
  plain: of,
});
const fileOf = (what: string, data: DashboardData | undefined) => `${what}-${data?.from}-to-${data?.to}`;

/** Messages by when they were sent and what became of them. */
export const MessagesPanel = ({ data, error, onRetry }: Props) => (
  <Panel
    title="Messages over time"
    description={data && `By the ${unitOf(data)} they were sent`}
    file={fileOf('messages', data)}
    columns={[
      firstColumn(data),
      number('Sent', sentOf),
      ...outcomes.map(({ key, label }) => number(label, (point) => point[key])),
      number('Unsubscribed', (point) => point.unsubscribed),
    ]}
    rows={data?.points}
    keyOf={(point) => point.day}
    error={error}
    onRetry={onRetry}
    skeleton={<ChartSkeleton />}
  >
    {data && sentOf(data.figures) === 0 ? (
      <Nothing>No messages were sent in this time.</Nothing>
    ) : (
      data && (
        <>
          <Legend />
          <div className="h-64 px-3 pb-3">
            <MessagesChart points={data.points} />
          </div>
        </>
      )
    )}
  </Panel>
);

/** What campaigns earned, by when orders were placed. */
export const RevenuePanel = ({ data, error, onRetry }: Props) => (
  <Panel
    title="Revenue from campaigns"
    description={
      data && `Orders within ${data.attributionDays} days of a message, less refunds, by ${unitOf(data)}`
    }
    file={fileOf('revenue', data)}
    columns={[
      firstColumn(data),
      {
        title: data ? `Revenue (${data.currency})` : 'Revenue',
        number: true,
        shown: (point) => formatMoney(point.revenue, data?.currency ?? 'GBP'),
        plain: (point) => point.revenue,
      },
      number('Orders', (point) => point.orders),
    ]}
    rows={data?.points}
    keyOf={(point) => point.day}
    error={error}
    onRetry={onRetry}
    skeleton={<ChartSkeleton />}
  >
    {data && data.figures.orders === 0 && data.figures.revenue === 0 ? (
      <Nothing>No orders followed a message in this time.</Nothing>
    ) : (
      data && (
        <div className="h-64 px-3 pb-3 xl:mt-7">
          <RevenueChart points={data.points} currency={data.currency} />
        </div>
      )
    )}
  </Panel>
);

const unitOf = (data: DashboardData) => (firstColumn(data) === week ? 'week' : 'day');

const Legend = () => (
  <ul className="flex flex-wrap gap-x-4 gap-y-1 px-5 pb-2 text-caption text-muted">
    {outcomes.map(({ key, label, swatch }) => (
      <li key={key} className="flex items-center gap-1.5">
        <span className={`size-2.5 rounded-xs ${swatch}`} aria-hidden />
        {label}
      </li>
    ))}
  </ul>
);

const Nothing = ({ children }: { children: ReactNode }) => (
  <p className="flex h-64 flex-col items-center justify-center gap-2 px-6 pb-6 text-center text-muted text-small">
    <CircleSlash2 className="size-5" aria-hidden />
    {children}
  </p>
);

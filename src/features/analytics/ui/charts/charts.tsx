'use client';
import type { ReactNode } from 'react';
import {
  Bar,
  BarChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from 'recharts';
import { formatMoney, formatNumber, plural } from '@/lib/format.ts';
import { sentOf } from '@/lib/outcomes.ts';
import type { DashboardPoint } from '../../dashboard.schema.ts';
import { outcomes, pointName, shortDay } from '../words.ts';

// Everything of recharts is in here, and comes once the page stands (`lazy-charts.tsx`).

interface ChartProps {
  points: readonly DashboardPoint[];
}

const margin = { top: 8, right: 4, bottom: 0, left: 0 };
const tick = { fill: 'var(--muted)', fontSize: 12 };
const compact = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 1 });

const xAxis = (
  <XAxis
    dataKey="day"
    tickFormatter={shortDay}
    tick={tick}
    tickLine={false}
    axisLine={{ stroke: 'var(--line)' }}
    minTickGap={24}
    interval="preserveStartEnd"
  />
);
const grid = <CartesianGrid vertical={false} stroke="var(--line)" />;

/** Messages by the day or week they were sent, stacked by what became of them. */
export function MessagesChart({ points }: ChartProps) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={[...points]}
        margin={margin}
        title="Messages over time, by outcome. Use the arrow keys to go through the days."
        barCategoryGap="18%"
      >
        {grid}
        {xAxis}
        <YAxis
          tick={tick}
          tickLine={false}
          axisLine={false}
          width={44}
          allowDecimals={false}
          tickFormatter={(n: number) => compact.format(n)}
        />
        <Tooltip
          content={MessagesTooltip}
          isAnimationActive={false}
          cursor={{ fill: 'var(--surface-sunken)' }}
        />
        {outcomes.map(({ key, label, color }) => (
          <Bar
            key={key}
            dataKey={key}
            name={label}
            stackId="outcome"
            fill={color}
            stroke="var(--surface)"
            strokeWidth={points.length > 60 ? 0 : 1}
            maxBarSize={40}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

/** What orders counted for campaigns came to, by the day or week they were placed. */
export function RevenueChart({ points, currency }: ChartProps & { currency: string }) {
  const money = new Intl.NumberFormat('en-GB', { style: 'currency', currency, notation: 'compact' });
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={[...points]}
        margin={margin}
        title="Revenue from campaigns over time. Use the arrow keys to go through the days."
        barCategoryGap="18%"
      >
        {grid}
        {xAxis}
        <YAxis
          tick={tick}
          tickLine={false}
          axisLine={false}
          width={52}
          tickFormatter={(n: number) => money.format(n)}
        />
        <Tooltip
          content={(props) => <RevenueTooltip {...props} currency={currency} />}
          isAnimationActive={false}
          cursor={{ fill: 'var(--surface-sunken)' }}
        />
        <Bar
          dataKey="revenue"
          name="Revenue"
          fill="var(--chart-5)"
          maxBarSize={40}
          radius={2}
          isAnimationActive={false}
        />
      </BarChart>
    </ResponsiveContainer>
  );
}

const pointOf = ({
  active,
  payload,
}: Pick<TooltipContentProps, 'active' | 'payload'>): DashboardPoint | null =>
  active ? ((payload[0]?.payload as DashboardPoint | undefined) ?? null) : null;

function MessagesTooltip(props: TooltipContentProps) {
  const point = pointOf(props);
  if (!point) return null;
  return (
    <TooltipBox title={pointName(point)} sum={`${plural(sentOf(point), 'message')} sent`}>
      {outcomes.map(({ key, label, swatch }) => (
        <li key={key} className="flex items-center gap-2">
          <span className={`size-2.5 rounded-xs ${swatch}`} aria-hidden />
          {label}
          <span className="ml-auto pl-4 tabular-nums">{formatNumber(point[key])}</span>
        </li>
      ))}
    </TooltipBox>
  );
}

function RevenueTooltip({ currency, ...props }: TooltipContentProps & { currency: string }) {
  const point = pointOf(props);
  if (!point) return null;
  return (
    <TooltipBox title={pointName(point)} sum={`${formatMoney(point.revenue, currency)}`}>
      <li className="text-muted">{plural(point.orders, 'order')}</li>
    </TooltipBox>
  );
}

const TooltipBox = ({ title, sum, children }: { title: string; sum: string; children: ReactNode }) => (
  <div className="rounded-lg border border-line bg-raised px-3 py-2 text-caption shadow-popover">
    <p className="text-muted">{title}</p>
    <p className="mb-1 font-semibold text-small tabular-nums">{sum}</p>
    <ul className="flex flex-col gap-0.5">{children}</ul>
  </div>
);

'use client';
import dynamic from 'next/dynamic';
import { Skeleton } from '@/ui/states.tsx';

/** Heights of bars that say only that bars will be there. */
const BARS = [
  'h-[35%]',
  'h-[60%]',
  'h-[45%]',
  'h-[80%]',
  'h-[55%]',
  'h-[70%]',
  'h-[30%]',
  'h-[65%]',
  'h-[50%]',
];

/** As high as a chart, so that nothing moves when it comes. */
export const ChartSkeleton = () => (
  <div className="flex h-64 items-end gap-[3%] px-5 pb-8" role="status" aria-label="Loading the chart">
    {BARS.map((height) => (
      <Skeleton key={height} className={`flex-1 ${height}`} />
    ))}
  </div>
);

// Only in the browser: it measures the place it has.
export const MessagesChart = dynamic(() => import('./charts.tsx').then((m) => m.MessagesChart), {
  ssr: false,
  loading: ChartSkeleton,
});
export const RevenueChart = dynamic(() => import('./charts.tsx').then((m) => m.RevenueChart), {
  ssr: false,
  loading: ChartSkeleton,
});

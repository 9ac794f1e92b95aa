import type { Outcomes } from '@/lib/outcomes.ts';

/** Days as charts and tables write them. A day is a name such as 2026-03-29, whatever the reader's clock. */
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
const short = format({ day: 'numeric', month: 'short' });
const long = format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
const medium = format({ day: 'numeric', month: 'short', year: 'numeric' });
const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);
const lastDay = (day: string, days: number) => new Date(dateOf(day).getTime() + (days - 1) * 86_400_000);

/** “29 Mar” */
export const shortDay = (day: string): string => short.format(dateOf(day));
/** “Sun, 29 Mar 2026”, or of a week “23 – 29 Mar 2026” */
export const pointName = ({ day, days }: { day: string; days: number }): string =>
  days === 1 ? long.format(dateOf(day)) : medium.formatRange(dateOf(day), lastDay(day, days));
/** “1 – 29 Mar 2026” */
export const rangeName = (from: string, to: string): string => medium.formatRange(dateOf(from), dateOf(to));

/** Outcomes in the order they are stacked, with what each is called. */
export const outcomes: readonly { key: keyof Outcomes; label: string; color: string; swatch: string }[] = [
  { key: 'delivered', label: 'Delivered', color: 'var(--chart-1)', swatch: 'bg-chart-1' },
  { key: 'noReceipt', label: 'No receipt', color: 'var(--chart-2)', swatch: 'bg-chart-2' },
  { key: 'bounced', label: 'Bounced', color: 'var(--chart-3)', swatch: 'bg-chart-3' },
  { key: 'failed', label: 'Failed', color: 'var(--chart-4)', swatch: 'bg-chart-4' },
];

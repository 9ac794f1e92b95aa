import type { DateWindow } from '../rules.schema.ts';

const DAY_MS = 86_400_000;

/**
 * Where "in the last …" begins. A day is 24 hours, a week seven days, a month a calendar month in UTC; counting back
 * from the 31st into a shorter month lands on that month's last day.
 */
export function windowStart(now: Date, { amount, unit }: DateWindow): Date {
  if (unit !== 'month') return new Date(now.getTime() - amount * (unit === 'week' ? 7 : 1) * DAY_MS);
  const start = new Date(now);
  start.setUTCDate(1);
  start.setUTCMonth(start.getUTCMonth() - amount);
  const lastDay = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0)).getUTCDate();
  start.setUTCDate(Math.min(now.getUTCDate(), lastDay));
  return start;
}

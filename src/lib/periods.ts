/** Periods to choose from by their length in days; each ends today, and today counts. */
export const periods = { '7d': 7, '30d': 30, '90d': 90, '12m': 365 } as const;
export const periodNames = ['7d', '30d', '90d', '12m'] as const;
export type PeriodName = (typeof periodNames)[number];
export const DEFAULT_PERIOD: PeriodName = '30d';

/** The longest range of days one may ask for. */
export const MAX_DAYS = 731;
export const FIRST_DAY = '2000-01-01';

const DAY_MS = 86_400_000;

/** What is wrong with a range of days such as 2026-03-29, both ends counted; null when nothing is. */
export function rangeProblem(from: string, to: string): { path: 'from' | 'to'; message: string } | null {
  if (from < FIRST_DAY) return { path: 'from', message: 'must be 2000 or later' };
  if (from > to) return { path: 'to', message: 'must not lie before the first day' };
  if ((Date.parse(to) - Date.parse(from)) / DAY_MS >= MAX_DAYS)
    return { path: 'from', message: `must be at most ${MAX_DAYS} days before the last day` };
  return null;
}

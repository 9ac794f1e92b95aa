const DAY_MS = 86_400_000;

/** Midnight UTC of the moment's day. */
export const dayOf = (moment: Date): Date => new Date(Math.floor(moment.getTime() / DAY_MS) * DAY_MS);

export const daysBefore = (day: Date, days: number): Date => new Date(day.getTime() - days * DAY_MS);

/**
 * How much the last count is above the one `days` days before it, or the nearest before that; null when there is none so
 * far back. `items` are in the order of days.
 */
export function changeOver(items: readonly { day: Date; count: number }[], days: number): number | null {
  const last = items.at(-1);
  if (!last) return null;
  const then = daysBefore(last.day, days);
  const before = items.findLast(({ day }) => day <= then);
  return before ? last.count - before.count : null;
}

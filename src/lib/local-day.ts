/** A chosen period as days such as 2026-01-31, both ends counted; an empty text is an open end. */
export interface Days {
  from: string;
  until: string;
}

/** The same in moments by the reader's clock: from the first day's midnight to the one after the last day. */
export function momentsOf({ from, until }: Days): { from?: Date; until?: Date } {
  const first = midnight(from);
  const end = midnight(until, 1);
  return { ...(first ? { from: first } : {}), ...(end ? { until: end } : {}) };
}

/** Null for what is no day, and for one beyond the year 9999, which no API takes. */
function midnight(day: string, daysLater = 0): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const date = new Date(`${day}T00:00:00`);
  date.setDate(date.getDate() + daysLater);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999 ? null : date;
}

import { offsetAt } from './time-zone.ts';

/** Moments as the clocks of a time zone show them, the way a datetime-local control writes them: 2026-03-29T09:00. */

const DAY_MS = 86_400_000;

/** What the zone's clocks show at a moment. */
export const toZonedText = (moment: Date, timeZone: string): string =>
  new Date(moment.getTime() + offsetAt(moment.getTime(), timeZone)).toISOString().slice(0, 16);

/**
 * The moment at which the zone's clocks show `text`. A time that comes twice when clocks go back is its first; one that
 * is left out when they go forward is as much later as they are moved. Null when `text` is no date and time.
 */
export function fromZonedText(text: string, timeZone: string): Date | null {
  const clock = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? Date.parse(`${text}Z`) : Number.NaN;
  if (Number.isNaN(clock)) return null;
  // Clocks are changed once within two days: one of the offsets around is the one at that moment.
  const before = clock - offsetAt(clock - DAY_MS, timeZone);
  const after = clock - offsetAt(clock + DAY_MS, timeZone);
  const shown = [before, after].filter((at) => at + offsetAt(at, timeZone) === clock);
  return new Date(shown.length > 0 ? Math.min(...shown) : before);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** “29 Mar 2026, 09:00 (Europe/London)”. */
export function formatInZone(moment: Date, timeZone: string): string {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone });
  formats.set(timeZone, format);
  return `${format.format(moment)} (${timeZone.replaceAll('_', ' ')})`;
}

import { offsetAt } from '../../../lib/time-zone.ts';
import { fromZonedText } from '../../../lib/zoned-time.ts';

/** Days by their names (2026-03-29), and when they begin and end by the clocks of a time zone. */

const DAY_MS = 86_400_000;
/** Clocks are changed, and zones differ, by whole quarters of an hour. */
const QUARTER_MS = 900_000;

export const dayName = (date: Date): string => date.toISOString().slice(0, 10);
/** Midnight UTC of the day: how a day is stored. */
export const dayDate = (day: string): Date => new Date(`${day}T00:00:00Z`);
export const addDays = (day: string, days: number): string =>
  dayName(new Date(dayDate(day).getTime() + days * DAY_MS));
/** From the one to the other, both counted. */
export const countDays = (from: string, to: string): number =>
  (dayDate(to).getTime() - dayDate(from).getTime()) / DAY_MS + 1;
export const daysFrom = (from: string, to: string): string[] =>
  Array.from({ length: Math.max(0, countDays(from, to)) }, (_, i) => addDays(from, i));

/** The moment the day begins in the zone. */
export function startOfDay(day: string, timeZone: string): Date {
  const start = fromZonedText(`${day}T00:00`, timeZone);
  if (!start) throw new Error(`${day} is no day`);
  return start;
}

/**
 * Which day it is at a moment in the zone. Asked for hundreds of thousands of moments: each quarter of an hour is looked up
 * once.
 */
export function dayNamer(timeZone: string): (moment: Date) => string {
  const known = new Map<number, string>();
  return (moment) => {
    const quarter = Math.floor(moment.getTime() / QUARTER_MS);
    const name = known.get(quarter);
    if (name !== undefined) return name;
    const at = quarter * QUARTER_MS;
    const found = dayName(new Date(at + offsetAt(at, timeZone)));
    known.set(quarter, found);
    return found;
  };
}

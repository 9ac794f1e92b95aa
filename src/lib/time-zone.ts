/** Time zones by their IANA names, and the hours of the day in them, changes of the clocks included. */

/** A span of the day by the clock, such as 21:00 to 08:00; it may go over midnight. `from` is in it, `to` is not. */
export interface DailySpan {
  /** HH:MM */
  from: string;
  /** HH:MM */
  to: string;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

const formats = new Map<string, Intl.DateTimeFormat | null>();

/** Making a format costs a thousand times more than using it, so each zone's is kept; null for what is no zone. */
function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  let format: Intl.DateTimeFormat | null = null;
  try {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    // Not a name of a zone.
  }
  // Names come from customers' files too: whatever they hold must not fill the memory.
  if (formats.size < 2_000) formats.set(timeZone, format);
  return format;
}

/** Whether `name` is a zone's name, such as Europe/London or UTC; a bare offset such as +01:00 is none. */
export const isTimeZone = (name: string): boolean => /^[A-Za-z]/.test(name) && formatOf(name) !== null;

/** The zones to choose from. */
export const timeZoneNames = (): string[] => ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** How far the zone's clocks are ahead of UTC at `at` (milliseconds since 1970), in milliseconds. */
export function offsetAt(at: number, timeZone: string): number {
  const parts = new Map(
    formatOf(timeZone)
      ?.formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const clock = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return clock - Math.floor(at / 1_000) * 1_000;
}

/** Milliseconds since the clock showed 00:00. */
const clockAt = (at: number, timeZone: string): number => {
  const day = DAY_MINUTES * MINUTE_MS;
  return (((at + offsetAt(at, timeZone)) % day) + day) % day;
};

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** Whether the zone's clocks are within the span at `at`. */
export function isWithin(at: Date, { from, to }: DailySpan, timeZone: string): boolean {
  const clock = clockAt(at.getTime(), timeZone);
  const [start, end] = [minutesOf(from) * MINUTE_MS, minutesOf(to) * MINUTE_MS];
  return start <= end ? clock >= start && clock < end : clock >= start || clock < end;
}

/**
 * The first moment after `at` at which the zone's clocks are no longer within the span; null when they are not at `at`.
 * Where the clocks are changed meanwhile it is what they show that counts: an end in the hour that is left out is the
 * change itself, and in the hour that comes twice it is the first time.
 */
export function endOfSpan(at: Date, span: DailySpan, timeZone: string): Date | null {
  if (!isWithin(at, span, timeZone)) return null;
  const now = at.getTime();
  const left = minutesOf(span.to) * MINUTE_MS - clockAt(now, timeZone);
  const end = now + (left > 0 ? left : left + DAY_MINUTES * MINUTE_MS);
  const change = clockChange(now, end, timeZone);
  if (change === null) return new Date(end);
  return endOfSpan(new Date(change), span, timeZone) ?? new Date(change);
}

/** The moment between two, a day apart at most, at which the zone's clocks are changed; null when they are not. */
function clockChange(from: number, to: number, timeZone: string): number | null {
  const before = offsetAt(from, timeZone);
  if (offsetAt(to, timeZone) === before) return null;
  // Clocks are changed at whole minutes.
  let [same, changed] = [Math.floor(from / MINUTE_MS), Math.ceil(to / MINUTE_MS)];
  while (changed - same > 1) {
    const middle = Math.floor((same + changed) / 2);
    if (offsetAt(middle * MINUTE_MS, timeZone) === before) same = middle;
    else changed = middle;
  }
  return changed * MINUTE_MS;
}

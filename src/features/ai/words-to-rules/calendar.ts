import { readChronoDay } from './chrono-days.ts';
import { phraseSet, phrases } from './phrases.ts';
import type { Read, Sentence } from './sentence.ts';

/** A stretch of the calendar in UTC: from its first moment up to, not including, `until`. */
export interface Stretch {
  from: Date;
  until: Date;
  assumption?: string;
}

const DAY_MS = 86_400_000;
export const utc = (year: number, month: number, day = 1): Date => new Date(Date.UTC(year, month, day));
const dayFrom = (from: Date): Stretch => ({ from, until: new Date(from.getTime() + DAY_MS) });
const yearOf = (year: number): Stretch => ({ from: utc(year, 0), until: utc(year + 1, 0) });
const monthsFrom = (year: number, month: number, count: number): Stretch => ({
  from: utc(year, month),
  until: utc(year, month + count),
});

const the = phraseSet("the|of|in|'");
const months = phrases(
  Object.fromEntries(
    [
      'january|jan',
      'february|feb',
      'march|mar',
      'april|apr',
      'may',
      'june|jun',
      'july|jul',
      'august|aug',
      'september|sep|sept',
      'october|oct',
      'november|nov',
      'december|dec',
    ].map((names, month) => [names, month]),
  ),
);
const current = phraseSet('this|the current|current|this current|the same');
const previous = phraseSet('last|previous|the previous|prior|the prior|the preceding');
const units = phrases({
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
} as const);
const halves = phrases({
  'q1|first quarter|1st quarter': [0, 3],
  'q2|second quarter|2nd quarter': [3, 3],
  'q3|third quarter|3rd quarter': [6, 3],
  'q4|fourth quarter|4th quarter|final quarter': [9, 3],
  'h1|first half': [0, 6],
  'h2|second half': [6, 6],
});
const edges = phrases({
  'start of|the start of|beginning of|the beginning of|the first of|the turn of|the first day of': 'start',
  'end of|the end of|the last day of': 'end',
} as const);

/** A named stretch at a place: “2025”, “February 2026”, “Q4 2025”, “last year”, “1 May”, “Christmas”. */
export function readStretch(sentence: Sentence, at: number): Read<Stretch> | null {
  return sentence.once('stretch', at, () => {
    for (const read of [readEdge, readRelative, readPart, readFeast, readDay, readMonth, readYear]) {
      const found = read(sentence, at);
      if (found) return found;
    }
    return null;
  });
}

/** “the start of the year” is its first day, “the end of 2025” the moment it is over. */
function readEdge(sentence: Sentence, at: number): Read<Stretch> | null {
  const edge = sentence.find(at, edges);
  if (!edge) return null;
  const bare = sentence.find(sentence.skip(edge.end, the), units);
  const whole = bare
    ? { value: unitAround(bare.value, sentence.context.now, 0), end: bare.end }
    : readStretch(sentence, sentence.skip(edge.end, the));
  if (!whole) return null;
  return {
    value:
      edge.value === 'start'
        ? dayFrom(whole.value.from)
        : { from: whole.value.until, until: whole.value.until },
    end: whole.end,
  };
}

const days = phrases({ today: 0, yesterday: -1, 'the day before yesterday': -2 });

/** “this month”, “last year”, “today”. */
function readRelative(sentence: Sentence, at: number): Read<Stretch> | null {
  const now = sentence.context.now;
  const day = sentence.find(at, days);
  if (day) return { value: unitAround('day', now, day.value), end: day.end };
  for (const [table, offset] of [
    [current, 0],
    [previous, -1],
  ] as const) {
    const lead = sentence.find(at, table);
    if (!lead) continue;
    const calendarUnit = sentence.find(
      sentence.is(lead.end, 'calendar', 'full', 'whole') ? lead.end + 1 : lead.end,
      units,
    );
    if (calendarUnit && calendarUnit.value !== 'day')
      return { value: unitAround(calendarUnit.value, now, offset), end: calendarUnit.end };
    const named = sentence.find(lead.end, months);
    if (named) {
      const stretch = latest((year) => monthsFrom(year, named.value, 1), now);
      return { value: stretch, end: named.end };
    }
  }
  return null;
}

function unitAround(unit: 'day' | 'week' | 'month' | 'quarter' | 'year', now: Date, offset: number): Stretch {
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  switch (unit) {
    case 'day':
      return dayFrom(utc(year, month, day + offset));
    case 'week': {
      const monday = day - ((now.getUTCDay() + 6) % 7) + offset * 7;
      return { from: utc(year, month, monday), until: utc(year, month, monday + 7) };
    }
    case 'month':
      return monthsFrom(year, month + offset, 1);
    case 'quarter':
      return monthsFrom(year, Math.floor(month / 3) * 3 + offset * 3, 3);
    case 'year':
      return yearOf(year + offset);
  }
}

/** The most recent one that has begun. */
function latest(stretchIn: (year: number) => Stretch, now: Date): Stretch {
  const thisYear = stretchIn(now.getUTCFullYear());
  return thisYear.from <= now ? thisYear : stretchIn(now.getUTCFullYear() - 1);
}

/** “Q4 2025”, “the first half of 2025”, “H1”. */
function readPart(sentence: Sentence, at: number): Read<Stretch> | null {
  const part = sentence.find(sentence.skip(at, the), halves);
  if (!part) return null;
  const [first = 0, count = 3] = part.value;
  const place = sentence.skip(part.end, the);
  const relative = readRelative(sentence, place);
  const year = relative
    ? { value: relative.value.from.getUTCFullYear(), end: relative.end }
    : yearAt(sentence, place);
  return withYear(sentence, (y) => monthsFrom(y, first, count), part.end, year);
}

function withYear(
  sentence: Sentence,
  stretchIn: (year: number) => Stretch,
  end: number,
  year: Read<number> | null,
): Read<Stretch> {
  if (year) return { value: stretchIn(year.value), end: year.end };
  return { value: latest(stretchIn, sentence.context.now), end };
}

/** A year in four figures, no amount. */
function yearAt(sentence: Sentence, at: number): Read<number> | null {
  const token = sentence.tokens[at];
  const value = token?.kind === 'number' && /^\d{4}$/.test(token.text) ? (token.value ?? 0) : 0;
  return value >= 1_970 && value <= 2_100 ? { value, end: at + 1 } : null;
}

const theYear = phraseSet('the year');
function readYear(sentence: Sentence, at: number): Read<Stretch> | null {
  const lead = sentence.is(at, 'year') ? at + 1 : (sentence.find(at, theYear)?.end ?? at);
  const year = yearAt(sentence, lead);
  return year && { value: yearOf(year.value), end: year.end };
}

function readMonth(sentence: Sentence, at: number): Read<Stretch> | null {
  const month = sentence.find(at, months);
  if (!month) return null;
  const place = sentence.skip(sentence.is(month.end, ',') ? month.end + 1 : month.end, the);
  const relative = sentence.is(place, 'this', 'last') ? readRelative(sentence, place) : null;
  const year = relative
    ? { value: relative.value.from.getUTCFullYear(), end: relative.end }
    : yearAt(sentence, place);
  return withYear(sentence, (y) => monthsFrom(y, month.value, 1), month.end, year);
}

const feasts = phrases<(year: number) => Date>({
  'christmas day|christmas|xmas': (year) => utc(year, 11, 25),
  'christmas eve': (year) => utc(year, 11, 24),
  'boxing day': (year) => utc(year, 11, 26),
  'new year eve|new years eve': (year) => utc(year, 11, 31),
  'new year day|new years day|new year|new years|the new year': (year) => utc(year, 0, 1),
  'valentine day|valentines day|valentine|valentines': (year) => utc(year, 1, 14),
  halloween: (year) => utc(year, 9, 31),
  thanksgiving: (year) => fourthThursday(year),
  'black friday': (year) => new Date(fourthThursday(year).getTime() + DAY_MS),
  'cyber monday': (year) => new Date(fourthThursday(year).getTime() + 4 * DAY_MS),
  'easter|easter sunday': easter,
});

const fourthThursday = (year: number): Date =>
  utc(year, 10, 22 + ((4 - utc(year, 10, 22).getUTCDay() + 7) % 7));

/** Gregorian Easter Sunday (Meeus, Jones and Butcher). */
function easter(year: number): Date {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return utc(year, month - 1, ((h + l - 7 * m + 114) % 31) + 1);
}

function readFeast(sentence: Sentence, at: number): Read<Stretch> | null {
  const feast = sentence.find(sentence.is(at, 'last', 'this') ? at + 1 : at, feasts);
  if (!feast) return null;
  const relative = sentence.is(feast.end, 'this', 'last') ? readRelative(sentence, feast.end) : null;
  const year = relative
    ? { value: relative.value.from.getUTCFullYear(), end: relative.end }
    : yearAt(sentence, sentence.skip(feast.end, the));
  return withYear(sentence, (y) => dayFrom(feast.value(y)), feast.end, year);
}

/** A day by its date or weekday, as chrono reads it. */
function readDay(sentence: Sentence, at: number): Read<Stretch> | null {
  const token = sentence.tokens[at];
  if (!token) return null;
  const start = sentence.is(at, 'the') ? at + 1 : at;
  const month = sentence.find(start, months);
  const monthThenDay = month && dayNumber(sentence, sentence.skip(month.end, the));
  const dayThenMonth =
    dayNumber(sentence, start) && sentence.find(sentence.skip(start + 1, the), months) !== null;
  const weekday = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(
    sentence.word(sentence.is(start, 'last', 'this', 'on') ? start + 1 : start),
  );
  if (sentence.tokens[start]?.kind !== 'date' && !monthThenDay && !dayThenMonth && !weekday) return null;
  return readChronoDay(sentence, start, month && monthThenDay ? sentence.skip(month.end, the) : null);
}

function dayNumber(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  if (token?.kind === 'ordinal') return true;
  return (
    token?.kind === 'number' &&
    /^\d{1,2}$/.test(token.text) &&
    Number(token.text) >= 1 &&
    Number(token.text) <= 31
  );
}

import type { DateWindow } from '../../audiences/rules.schema.ts';
import { readStretch, type Stretch } from './calendar.ts';
import { readLength } from './lengths.ts';
import { readNumber } from './numbers.ts';
import type { Period } from './period.ts';
import { phraseSet, phrases } from './phrases.ts';
import type { Read, Sentence } from './sentence.ts';

const inside = phraseSet(`
  in each of|in each of the years|over the course of|in the course of|during the course of|in calendar year|in the year of|in the|within the|during the|over the|for the|throughout the|across the|from the|inside the|
  on the|at the|through the|in all of|all of|any time in the|at any time in the|in both|both in|in|
  within|during|over|for|throughout|across|on|at|inside|from|sometime in|at some point in|
  anytime in|any time in|anytime in the|back in|dated|was in|this past`);
const recent = phraseSet('last|past|previous|most recent|trailing|latest|preceding|recent|prior');
const longer = phraseSet(`
  more than|over|at least|longer than|upwards of|well over|just over|>|>=|more then|greater than|
  older than|further than|earlier than|no less than|a minimum of`);
const shorter = phraseSet(`
  less than|under|at most|fewer than|no more than|within|up to|<|<=|not more than|no longer than|
  less then|shorter than|within the last`);
const about = phraseSet('about|around|roughly|nearly|almost|approximately|some');
const orMore = phraseSet(
  'or more|or longer|plus|or over|and more|at least|or so|now|straight|in a row|and counting',
);

const vagueTimes = phraseSet('so far|up to now|sometime|at some point|any time|anytime');
/** When, at a place: with its preposition, unless `bare` words such as “2025” may stand for a time here. */
export function readPeriod(sentence: Sentence, at: number, bare = false): Read<Period> | null {
  return sentence.once(bare ? 'barePeriod' : 'period', at, () => {
    const soFar = sentence.find(at, vagueTimes);
    const start = soFar?.end ?? at;
    return (
      readRecently(sentence, start) ??
      readSinceThen(sentence, start) ??
      readBand(sentence, start) ??
      readAgo(sentence, start) ??
      readRange(sentence, start, bare) ??
      readBound(sentence, start) ??
      readWindow(sentence, start) ??
      readInside(sentence, start, bare)
    );
  });
}

const recentWords = phraseSet(
  'recently|lately|of late|in recent times|most recently|very recently|quite recently',
);
function readRecently(sentence: Sentence, at: number): Read<Period> | null {
  const recently = sentence.find(at, recentWords);
  if (!recently) return null;
  const assumptions = [`“${sentence.written(at, recently.end)}” was read as in the last 30 days.`];
  return { value: { kind: 'last', window: { amount: 30, unit: 'day' }, assumptions }, end: recently.end };
}

const orEarlier = phraseSet('or more|or longer|plus|or earlier');
const inThePast = phraseSet('in the past');
/** “3 to 6 months ago”, “more than 90 days ago but less than a year ago”. */
function readBand(sentence: Sentence, at: number): Read<Period> | null {
  const first = readAgo(sentence, at);
  if (first) {
    const link = sentence.find(first.end, bandLinks);
    const second = link && readAgo(sentence, link.end);
    const [older, last] = first.value.kind === 'older' ? [first, second] : [second, first];
    if (older?.value.kind !== 'older' || last?.value.kind !== 'last' || !second) return null;
    return band(last.value.window, older.value.window, second.end);
  }
  const start = sentence.is(at, 'between', 'from') ? at + 1 : at;
  const low = readNumber(sentence, start);
  if (!low || !sentence.is(low.end, 'to', '-', 'and')) return null;
  const high = readLength(sentence, low.end + 1);
  if (!high || !sentence.is(high.end, 'ago', 'back')) return null;
  const { assumption: _, ...window } = high.value;
  const top = readNumber(sentence, low.end + 1);
  const beyond = { ...window, amount: Math.round((window.amount / (top?.value ?? 1)) * low.value) };
  return beyond.amount > 0 && beyond.amount < window.amount ? band(window, beyond, high.end + 1) : null;
}

const band = (window: DateWindow, beyond: DateWindow, end: number): Read<Period> => ({
  value: { kind: 'band', window, beyond, assumptions: [] },
  end,
});

/** “more than 30 days ago”, “within the last 2 weeks”, “3 months ago”. */
function readAgo(sentence: Sentence, at: number): Read<Period> | null {
  const over = sentence.find(at, longer);
  const under = over ? null : sentence.find(at, shorter);
  const length = readLength(sentence, over?.end ?? under?.end ?? at);
  if (!length) return null;
  const more = sentence.find(length.end, orEarlier);
  const place = more?.end ?? length.end;
  const end = sentence.is(place, 'ago', 'back', 'earlier') ? place + 1 : sentence.find(place, inThePast)?.end;
  if (!end) return null;
  const { assumption, ...window } = length.value;
  const assumptions = assumption ? [assumption] : [];
  const atMost = sentence.find(end, orLess);
  if (atMost) return { value: { kind: 'last', window, assumptions }, end: atMost.end };
  const atLeast = sentence.find(end, orEarlier);
  if (atLeast) return { value: { kind: 'older', window, assumptions }, end: atLeast.end };
  const plus = sentence.tokens.slice(at, length.end).some((token) => token.text === '+');
  if (under) return { value: { kind: 'last', window, assumptions }, end };
  if (!over && !more && !plus)
    assumptions.push(`“${sentence.written(at, end)}” was read as that long ago or longer.`);
  return { value: { kind: 'older', window, assumptions }, end };
}

const bandLinks = phraseSet('but|and|but not|and but');
const orLess = phraseSet('or less|or sooner|or fewer|or more recently|or later|at most');
const lastOrPast = phraseSet('the last|the past|last|past');
/** “in the last 90 days”, “for over a year”, “in 6 months”, “past week”. */
function readWindow(sentence: Sentence, at: number): Read<Period> | null {
  const lead = sentence.find(at, inside);
  // “in each of the last 3 months” is more than in all of them together.
  if (sentence.is(at + 1, 'each')) return null;
  const start = lead?.end ?? at;
  const article = sentence.is(start - 1, 'the', 'these') || sentence.is(start, 'the', 'these');
  const place = sentence.is(start, 'the', 'these') ? start + 1 : start;
  const past = sentence.find(place, recent);
  if (past) {
    if (sentence.is(past.end, 'calendar', 'full', 'whole')) return null;
    const length = readLength(sentence, past.end);
    if (!length) return null;
    const counted = length.end > past.end + 1;
    const ofCalendar =
      sentence.is(place, 'previous', 'preceding', 'prior') || (sentence.is(place, 'last') && !article);
    if (!counted && ofCalendar) return null; // “last month”: of the calendar
    return asLast(length, length.end);
  }
  if (!lead || sentence.is(start - 1, 'on', 'at')) return null;
  const plain = sentence.skip(start, about);
  const over = sentence.find(plain, longer);
  const under = over ? null : sentence.find(plain, shorter);
  const length = readLength(sentence, sentence.skip(over?.end ?? under?.end ?? plain, lastOrPast));
  if (!length) return null;
  // “in the month”, “in a day” are no lengths of time; “for a month”, “in 3 months” are.
  if (article && !over && !under) return null;
  const tail = sentence.find(length.end, orMore);
  const read = asLast(length, tail?.end ?? length.end);
  read.value.length = under ? 'under' : over || tail ? 'over' : 'plain';
  return read;
}

function asLast({ value }: Read<DateWindow & { assumption?: string }>, end: number): Read<Period> {
  const { assumption, ...window } = value;
  return { value: { kind: 'last', window, assumptions: assumption ? [assumption] : [] }, end };
}

const laterToo = phraseSet(`
  or later|and later|onwards|onward|and onwards|forward|and after|or after|or newer|
  or more recently`);
const earlierToo = phraseSet('or earlier|and earlier|or before|and before|or older|at the latest');
const bounds = phrases<(s: Stretch) => [Date | null, Date | null]>({
  'since|from|starting|starting from|starting in|as of|ever since|on or after|on or since|not before|no earlier than|since the|beginning|from the|in or after|at or after|>=|going back to':
    (s) => [s.from, null],
  'since before|from before|before|prior to|earlier than|until before|pre|<|before the|not since': (s) => [
    null,
    s.from,
  ],
  'after|later than|following|past|>|after the|since after': (s) => [s.until, null],
  'on or before|until|till|up to|by|no later than|not after|through|up until|in or before|at or before|<=': (
    s,
  ) => [null, s.until],
});

const onward = phraseSet('on');
/** “since March”, “before 1 Dec 2025”, “after Christmas”. */
function readBound(sentence: Sentence, at: number): Read<Period> | null {
  const bound = sentence.find(at, bounds);
  if (!bound || sentence.is(at, 'not')) return null;
  const place =
    sentence.is(bound.end, 'the', 'about', 'around', 'at') && !readStretch(sentence, bound.end)
      ? bound.end + 1
      : bound.end;
  const stretch = readStretch(sentence, place);
  if (stretch) {
    if (sentence.is(at, 'from') && sentence.is(stretch.end, 'to', '-', 'until', 'till', 'through'))
      return null;
    const [from, until] = bound.value(stretch.value);
    const upTo = from && otherEnd(sentence, stretch.end);
    if (upTo) return dates(from, upTo.value.until, [stretch.value, upTo.value.stretch], upTo.end);
    const tail = sentence.find(stretch.end, laterToo) ?? sentence.find(stretch.end, onward);
    const early = sentence.find(stretch.end, earlierToo);
    return dates(
      from,
      until,
      [stretch.value],
      (sentence.is(at, 'from', 'since', 'starting') ? tail?.end : null) ?? early?.end ?? stretch.end,
    );
  }
  // “since the last 3 months”, “before the last 6 months”
  const past = sentence.find(sentence.is(place, 'the') ? place + 1 : place, recent);
  const length = past && readLength(sentence, past.end);
  if (!length) return null;
  const { assumption: _, ...window } = length.value;
  const [from] = bound.value({ from: new Date(0), until: new Date(0) });
  return { value: { kind: from ? 'last' : 'older', window, assumptions: [] }, end: length.end };
}

/** “after 1 January and before 1 February”: the second half. */
function otherEnd(sentence: Sentence, at: number): Read<{ until: Date; stretch: Stretch }> | null {
  const link = sentence.is(at, 'and', 'but', ',') ? at + 1 : at;
  const bound = sentence.find(sentence.is(link, 'and', 'but') ? link + 1 : link, bounds);
  const stretch = bound && readStretch(sentence, bound.end);
  const until = stretch && bound.value(stretch.value)[1];
  return stretch && until ? { value: { until, stretch: stretch.value }, end: stretch.end } : null;
}

const sinceThen = phraseSet(
  'since then|since that|after that|after then|ever since|afterwards|since|thereafter|from then on',
);
/** “… and not since then”: from where the time said before ends. */
function readSinceThen(sentence: Sentence, at: number): Read<Period> | null {
  const since = sentence.find(at, sinceThen);
  if (!since || (sentence.is(at, 'since') && since.end === at + 1 && !endsThere(sentence, since.end)))
    return null;
  for (let place = at - 1; place >= 0; place -= 1) {
    const before = readPeriod(sentence, place, true);
    if (before && before.end <= at && before.value.kind === 'dates') {
      const from = before.value.until ?? before.value.from;
      return from && dates(from, null, [], since.end);
    }
  }
  return null;
}

function endsThere(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  return !token || token.kind === 'break' || sentence.is(at, ',', ')', 'and', 'or', 'but');
}

/** “between 1 Oct 2025 and 31 Dec 2025”, “from January to March”; both ends included. */
function readRange(sentence: Sentence, at: number, bare: boolean): Read<Period> | null {
  const between = sentence.is(at, 'between');
  const lead = between || sentence.is(at, 'from') ? at + 1 : (sentence.find(at, inside)?.end ?? at);
  if (lead === at && !bare && sentence.tokens[at]?.kind !== 'date') return null;
  const first =
    readStretch(sentence, sentence.is(lead, 'the') ? lead + 1 : lead) ?? shortStart(sentence, lead);
  if (!first) return null;
  const link =
    sentence.is(first.end, 'to', '-', 'until', 'till', 'through') ||
    (between && sentence.is(first.end, 'and', '&'));
  if (!link) return null;
  const place = sentence.is(first.end + 1, 'the') ? first.end + 2 : first.end + 1;
  if (sentence.is(place, 'now', 'today', 'date', 'present'))
    return dates(first.value.from, null, [first.value], place + 1);
  const second = readStretch(sentence, place);
  if (!second) return null;
  let { from } = first.value;
  // “from January to March 2025”: the year is said once.
  if (yearless(sentence, lead, first.end) && !yearless(sentence, place, second.end)) {
    from = new Date(from);
    from.setUTCFullYear(second.value.from.getUTCFullYear());
    if (from > second.value.from) from.setUTCFullYear(from.getUTCFullYear() - 1);
  }
  let { until } = second.value;
  if (until <= from && yearless(sentence, place, second.end)) {
    from = new Date(from);
    from.setUTCFullYear(from.getUTCFullYear() - 1);
  }
  if (until <= from) [from, until] = [second.value.from, first.value.until];
  return dates(from, until, [first.value, second.value], second.end);
}

/** “1” of “1 to 15 March 2025”, “1 and 15 March”. */
function shortStart(sentence: Sentence, at: number): Read<Stretch> | null {
  const day = sentence.tokens[at];
  if ((day?.kind !== 'number' && day?.kind !== 'ordinal') || !day.value || day.value > 31) return null;
  if (!sentence.is(at + 1, 'to', '-', 'and', '&', 'until')) return null;
  const last = readStretch(sentence, sentence.is(at + 2, 'the') ? at + 3 : at + 2);
  if (!last || last.value.until.getTime() - last.value.from.getTime() !== 86_400_000) return null;
  const from = new Date(last.value.from);
  from.setUTCDate(day.value);
  return { value: { from, until: new Date(from.getTime() + 86_400_000) }, end: at + 1 };
}

const yearless = (sentence: Sentence, from: number, to: number): boolean =>
  !sentence.tokens
    .slice(from, to)
    .some((token) => /\d{4}|^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$|^(?:this|last|year)$/.test(token.text));

const yearToDate = phraseSet('year to date|ytd');
const soFar = phraseSet('so far|to date|alone|itself');
/** “in 2025”, “on 5 May”, “last year”, “today”. */
function readInside(sentence: Sentence, at: number, bare: boolean): Read<Period> | null {
  const ytd = sentence.find(at, yearToDate);
  if (ytd) {
    const year = sentence.context.now.getUTCFullYear();
    return dates(new Date(Date.UTC(year, 0, 1)), null, [], ytd.end);
  }
  const lead = sentence.find(at, inside);
  const stretch = readStretch(sentence, lead?.end ?? at) ?? (lead ? readStretch(sentence, at) : null);
  if (!stretch) return null;
  const selfEvident =
    sentence.is(at, 'this', 'last', 'today', 'yesterday', 'previous') ||
    sentence.tokens[at]?.kind === 'date' ||
    (/^(?:19|20)\d\d$/.test(sentence.word(at)) &&
      sentence.is(at + 1, 'spend', 'spending', 'sales', 'revenue'));
  if (!lead && !bare && !selfEvident) return null;
  const { from, until } = stretch.value;
  // “at the end of May” is no stretch of time.
  if (from >= until) return null;
  const later = sentence.find(stretch.end, laterToo);
  if (later) return dates(from, null, [stretch.value], later.end);
  const earlier = sentence.find(stretch.end, earlierToo);
  if (earlier) return dates(null, until, [stretch.value], earlier.end);
  const both = sentence.find(stretch.end, soFar);
  // What runs on has no end yet.
  return dates(from, until > sentence.context.now ? null : until, [stretch.value], both?.end ?? stretch.end);
}

const dates = (from: Date | null, until: Date | null, stretches: Stretch[], end: number): Read<Period> => ({
  value: { kind: 'dates', from, until, assumptions: stretches.flatMap((s) => s.assumption ?? []) },
  end,
});

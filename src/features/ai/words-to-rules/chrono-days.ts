import * as chrono from 'chrono-node';
import type { Stretch } from './calendar.ts';
import type { Read, Sentence } from './sentence.ts';

const DAY_MS = 86_400_000;
/** The longest date is of so many words: “the 1st of December , 2025”. */
const MAX_WORDS = 7;

/**
 * One day that starts at a place, as chrono reads the few words there. Days are those of UTC; a date without a year is
 * the last one that is not to come, and 03/04/2025 is 3 April, which is said.
 * @param dayAt where the number of the day stands when the month comes first (“Dec 25” is no year)
 */
export function readChronoDay(sentence: Sentence, at: number, dayAt: number | null): Read<Stretch> | null {
  const first = sentence.tokens[at];
  if (!first) return null;
  const { now } = sentence.context;
  const { text, places } = dateText(sentence, at, dayAt);
  const [result] = chrono.en.GB.parse(text, { instant: now, timezone: 0 }, { forwardDate: false });
  if (result?.index !== 0) return null;
  const { start } = result;
  const weekday = start.isCertain('weekday') && !start.isCertain('day');
  if (!start.isCertain('day') && !weekday) return null;
  const [month, day] = [(start.get('month') ?? 1) - 1, start.get('day') ?? 1];
  let from = new Date(Date.UTC(start.get('year') ?? now.getUTCFullYear(), month, day));
  if (!start.isCertain('year')) {
    if (weekday) while (from > now) from = new Date(from.getTime() - 7 * DAY_MS);
    else {
      from = new Date(Date.UTC(now.getUTCFullYear(), month, day));
      if (from > now) from = new Date(Date.UTC(now.getUTCFullYear() - 1, month, day));
    }
  }
  const consumed = result.text.trimEnd().length;
  const end = places.find((place) => place.upTo >= consumed)?.next ?? at + 1;
  const assumption = ambiguous(first.text)
    ? `“${first.text}” was read as ${from.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })}.`
    : undefined;
  return {
    value: { from, until: new Date(from.getTime() + DAY_MS), ...(assumption ? { assumption } : {}) },
    end,
  };
}

/** Where another date may begin, which is not part of this one. */
const links = new Set(['to', '-', 'until', 'till', 'through', 'and', 'or', '&']);

/** The words of a date as chrono takes them best, and the token each length of that text leads to. */
function dateText(
  sentence: Sentence,
  at: number,
  dayAt: number | null,
): { text: string; places: { upTo: number; next: number }[] } {
  const order: number[] = [];
  if (dayAt !== null) order.push(dayAt, at);
  const from = dayAt === null ? at : dayAt + 1;
  for (let i = from; i < Math.min(sentence.length, at + MAX_WORDS); i += 1) order.push(i);
  let text = '';
  const places: { upTo: number; next: number }[] = [];
  let next = at + 1;
  for (const i of order) {
    const token = sentence.tokens[i];
    if (!token || token.kind === 'break' || links.has(token.text)) break;
    if (token.text === ',') continue;
    text += `${text ? ' ' : ''}${token.text}`;
    next = Math.max(next, i + 1);
    places.push({ upTo: text.length, next });
  }
  return { text, places };
}

/** Whether day and month could be either way round. */
function ambiguous(text: string): boolean {
  const match = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}$/.exec(text);
  if (!match) return false;
  const [a, b] = [Number(match[1]), Number(match[2])];
  return a !== b && a <= 12 && b <= 12;
}

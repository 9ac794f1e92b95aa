import { type Figure, readFigure } from './numbers.ts';
import { phraseSet, phrases } from './phrases.ts';
import type { Read, Sentence } from './sentence.ts';

/** How a figure is compared: “at least 5” is `>=` and 5, “from 10 to 20” is `between` and both. */
export interface Comparison {
  operator: '=' | '!=' | '<' | '<=' | '>' | '>=' | 'between';
  values: [number] | [number, number];
  /** A currency stood beside the figure. */
  money: boolean;
  /** Words or signs said how to compare; a bare “5” is `=` and not stated. */
  stated: boolean;
  /** What was taken as meant where the words leave it open. */
  assumption?: string;
}

type Operator = Exclude<Comparison['operator'], 'between'>;

const before = phrases<Operator | 'about'>({
  'more than|more then|over|above|greater than|bigger than|larger than|higher than|exceeding|exceeds|exceed|exceeded|in excess of|upwards of|upward of|north of|beyond|well over|just over|>|not less than or equal to':
    '>',
  'better than|older than|longer than|greater then|higher then|strictly more than|topping|tops|topped|surpassing|surpasses|surpassed|past':
    '>',
  'at least|at the least|no less than|not less than|no fewer than|not fewer than|minimum|minimum of|a minimum of|min|min of|from|starting from|starting at|>=|=>|≥|not under|not below|no lower than|greater than or equal to|more than or equal to|at or above|no smaller than|atleast|not lower than':
    '>=',
  'less than|less then|under|below|fewer than|fewer then|lower than|smaller than|younger than|shorter than|south of|short of|<|strictly less than|beneath':
    '<',
  'at most|at the most|no more than|not more than|no more then|up to|upto|maximum|maximum of|a maximum of|max|max of|<=|=<|≤|not over|not above|no higher than|no greater than|not exceeding|not exceed|less than or equal to|at or below|no larger than|not higher than|not greater than':
    '<=',
  'exactly|precisely|equal to|equals|equal|=|==|just|only|exactly equal to': '=',
  'not exactly|not equal to|unequal to|other than|!=|<>|≠|anything but': '!=',
  'in the region of|in the ballpark of|in the neighbourhood of|of around|of about|about|around|roughly|approximately|approx|circa|some|~|nearly|almost':
    'about',
});
const after = phrases<Operator>({
  'or more|or over|or above|or greater|or higher|or better|or up|and more|and over|and above|and up|and upwards|or upwards|and higher|upwards|plus|+|at least|minimum|min|or older|and older':
    '>=',
  'or less|or fewer|or under|or below|or lower|or lesser|and less|and under|and below|at most|maximum|max|tops|or younger|and younger|and fewer':
    '<=',
  'exactly|precisely': '=',
});
const small = phraseSet(
  'in the range|in the range of|in a range of|in the range from|ranging|of|is|are|was|were|a total of|anywhere|somewhere|:|be|being|a|still|now|currently|usually|typically|normally|always|consistently',
);

/** A comparison at a place; null where no figure stands. */
export function readComparison(sentence: Sentence, at: number): Read<Comparison> | null {
  return sentence.once('comparison', at, () => {
    const start = sentence.skip(at, small);
    return (
      readRange(sentence, start) ?? readOne(sentence, start) ?? (start > at ? readOne(sentence, at) : null)
    );
  });
}

/** “between 5 and 10”, “from 5 to 10”, “5-10”, “5 to 10”. */
function readRange(sentence: Sentence, at: number): Read<Comparison> | null {
  const between = sentence.is(at, 'between', 'betwen', 'from', 'within') ? 1 : 0;
  const low = readFigure(sentence, at + between);
  if (!low) return null;
  const upTo = sentence.is(low.end, 'up') && sentence.is(low.end + 1, 'to') ? 1 : 0;
  const link = sentence.word(low.end + upTo);
  const linked =
    link === '-' ||
    link === 'to' ||
    link === 'through' ||
    link === 'until' ||
    (between && (link === 'and' || link === '&' || link === 'or'));
  if (!linked) return null;
  if (
    link === '-' &&
    !sentence.is(at, 'between', 'from') &&
    low.value.value > 1_900 &&
    low.value.value < 2_100 &&
    !low.value.money
  )
    return null;
  const high = readFigure(sentence, low.end + upTo + 1);
  if (!high) return null;
  const [a, b] = [low.value.value * sharedScale(sentence, low, high), high.value.value];
  const values: [number, number] = a <= b ? [a, b] : [b, a];
  return comparison('between', values, low.value.money || high.value.money, true, high.end);
}

/** “5-10k” is from 5k: the scale is said once. */
function sharedScale(sentence: Sentence, low: Read<Figure>, high: Read<Figure>): number {
  const figures = (from: number, to: number) =>
    sentence.tokens.slice(from, to).filter((t) => t.kind === 'number');
  const raw = figures(low.end, high.end)[0]?.value;
  const scale = raw ? Math.round(high.value.value / raw) : 1;
  const first = sentence.tokens[low.end - 1];
  return scale >= 1_000 && first?.kind === 'number' && low.value.value <= (raw ?? 0) ? scale : 1;
}

function readOne(sentence: Sentence, at: number): Read<Comparison> | null {
  const lead = sentence.find(at, before);
  const figure =
    readFigure(sentence, lead?.end ?? at) ?? (lead && readFigure(sentence, sentence.skip(lead.end, small)));
  if (!figure) return null;
  const { value, money } = figure.value;
  if (lead?.value === 'about') return about(sentence, at, figure);
  const tail = readTrailing(sentence, figure.end);
  if (tail && (!lead || lead.value === tail.value || lead.value === '='))
    return comparison(tail.value, [value], money || tail.money, true, tail.end);
  return comparison(lead?.value ?? '=', [value], money, lead !== null, figure.end);
}

/** “500 or more”, “500+ euros”. */
export function readTrailing(
  sentence: Sentence,
  at: number,
): { value: Operator; end: number; money: boolean } | null {
  const tail = sentence.find(at, after);
  // “twice or more than …” goes on with something else.
  if (!tail || sentence.is(tail.end, 'than', 'then')) return null;
  // “100 + from France” joins; “100+” compares.
  if (sentence.is(at, '+', 'plus') && tail.end === at + 1) {
    const [figure, sign] = [sentence.tokens[at - 1], sentence.tokens[at]];
    if (sentence.is(at, '+') && figure?.end !== sign?.start) return null;
    if (sentence.is(at, 'plus') && readFigure(sentence, at + 1)) return null;
  }
  const currency = readFigureSuffix(sentence, tail.end);
  return { value: tail.value, end: currency ?? tail.end, money: currency !== null };
}

const suffixes = phraseSet('pounds|quid|euros|euro|dollars|bucks|usd|gbp|eur|£|$|€');
const readFigureSuffix = (sentence: Sentence, at: number): number | null =>
  readFigure(sentence, at) ? null : (sentence.find(at, suffixes)?.end ?? null);

/** A tenth to either side. */
function about(sentence: Sentence, at: number, figure: Read<Figure>): Read<Comparison> {
  const { value, money } = figure.value;
  const low = Math.round(value * 90) / 100;
  const high = Math.round(value * 110) / 100;
  const read = comparison('between', [low, high], money, true, figure.end);
  read.value.assumption = `“${sentence.written(at, figure.end)}” was read as between ${low} and ${high}.`;
  return read;
}

const comparison = (
  operator: Comparison['operator'],
  values: Comparison['values'],
  money: boolean,
  stated: boolean,
  end: number,
): Read<Comparison> => ({ value: { operator, values, money, stated }, end });

import type { DateWindow } from '../../audiences/rules.schema.ts';
import { readNumber } from './numbers.ts';
import { phraseSet, phrases } from './phrases.ts';
import type { Read, Sentence } from './sentence.ts';

const units = phrases<readonly [number, DateWindow['unit']]>({
  'day|days|d': [1, 'day'],
  'week|weeks|wk|wks|w': [1, 'week'],
  'fortnight|fortnights': [14, 'day'],
  'month|months|mo|mos|mth|mths': [1, 'month'],
  'quarter|quarters': [3, 'month'],
  'half year|half years|half a year': [6, 'month'],
  'year|years|yr|yrs|y': [12, 'month'],
  'decade|decades': [120, 'month'],
});
const articles = phraseSet('a|an|the|full|whole|calendar|entire');
const vague = phrases({ 'a few|few|several|some': 3 });

const halfYear = phraseSet('half a year|half year|a half year');
const andAHalf = phraseSet('and a half');
/** A length of time: “90 days”, “a fortnight”, “half a year”, “a couple of months”. */
export function readLength(
  sentence: Sentence,
  at: number,
): Read<DateWindow & { assumption?: string }> | null {
  const half = sentence.find(at, halfYear);
  if (half) return { value: { amount: 6, unit: 'month' }, end: half.end };
  const hours = readNumber(sentence, at);
  if (hours && sentence.is(hours.end, 'hours', 'hour', 'hrs') && hours.value % 24 === 0 && hours.value > 0)
    return { value: { amount: hours.value / 24, unit: 'day' }, end: hours.end + 1 };
  const few = sentence.find(at, vague);
  const number = few ? { value: 3, end: few.end } : readNumber(sentence, at);
  const place = number
    ? sentence.is(number.end, '+', 'full', 'whole', 'calendar')
      ? number.end + 1
      : number.end
    : sentence.skip(at, articles);
  const halfAgain = number && sentence.find(number.end, andAHalf);
  const unit = sentence.find(halfAgain?.end ?? place, units);
  if (!unit) return null;
  const [size, name] = unit.value;
  const amount = (number?.value ?? 1) * size;
  const halfMore = halfAgain ?? sentence.find(unit.end, andAHalf);
  const whole = Math.round(halfMore ? amount + size / 2 : amount);
  if (whole < 1 || whole > 10_000) return null;
  return {
    value: {
      amount: whole,
      unit: name,
      ...(few ? { assumption: `“${sentence.written(at, unit.end)}” was read as 3.` } : {}),
    },
    end: Math.max(halfMore?.end ?? 0, unit.end),
  };
}

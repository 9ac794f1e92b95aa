import { type Comparison, readComparison } from '../comparisons.ts';
import { readFigure } from '../numbers.ts';
import { phraseSet } from '../phrases.ts';
import type { Read, Sentence } from '../sentence.ts';
import { many, orderNouns } from './order-words.ts';

export interface Count {
  comparison: Comparison;
  assumption?: string;
}
const count = (operator: Comparison['operator'], value: number): Comparison => ({
  operator,
  values: [value],
  money: false,
  stated: true,
});
/** At least one order. */
export const ANY = count('>=', 1);
export const NONE = count('=', 0);

const noOrders = phraseSet('no|zero|no single|not a single|not one|none|0|no such|not any');
const singleWords = phraseSet('single|a single|only a single|just a single|a one|a solitary|a lone');
const anyWords = phraseSet('a|an|any|some|at least an|at least a|their');
/** How many: “at least 3”, “no”, “several”, “2 or 3”, “a”. */
export function readCount(sentence: Sentence, at: number): Read<Count> | null {
  const none = sentence.find(at, noOrders);
  if (none && !readComparison(sentence, at)?.value.stated)
    return { value: { comparison: NONE }, end: none.end };
  const lots = sentence.find(at, many);
  if (lots) {
    const words = sentence.written(at, lots.end);
    return {
      value: {
        comparison: count('>=', lots.value),
        assumption: `“${words}” orders was read as at least ${lots.value}.`,
      },
      end: lots.end,
    };
  }
  const pair = readPair(sentence, at);
  if (pair) return pair;
  const limits = readLimits(sentence, at);
  if (limits) return limits;
  const comparison = readComparison(sentence, at);
  if (comparison && !comparison.value.money) {
    const { assumption } = comparison.value;
    return {
      value: { comparison: comparison.value, ...(assumption ? { assumption } : {}) },
      end: comparison.end,
    };
  }
  const one = sentence.find(at, singleWords);
  if (one) return { value: { comparison: count('=', 1) }, end: one.end };
  const some = sentence.find(at, anyWords);
  return some && { value: { comparison: ANY }, end: some.end };
}

/** “no fewer than 2 but no more than 5 orders”. */
function readLimits(sentence: Sentence, at: number): Read<Count> | null {
  const low = readComparison(sentence, at);
  if (!low?.value.stated || low.value.money || !sentence.is(low.end, 'but', 'and')) return null;
  const high = readComparison(sentence, low.end + 1);
  if (!high?.value.stated || high.value.money || !sentence.find(high.end, orderNouns)) return null;
  const [from, to] = [low.value, high.value];
  if (!/^>/.test(from.operator) || !/^</.test(to.operator)) return null;
  const values: [number, number] = [
    from.operator === '>' ? from.values[0] + 1 : from.values[0],
    to.operator === '<' ? to.values[0] - 1 : to.values[0],
  ];
  return {
    value: { comparison: { operator: 'between', values, money: false, stated: true } },
    end: high.end,
  };
}

/** “2 or 3 orders”. */
function readPair(sentence: Sentence, at: number): Read<Count> | null {
  const low = readFigure(sentence, at);
  if (!low || !sentence.is(low.end, 'or')) return null;
  const high = readFigure(sentence, low.end + 1);
  if (!high || low.value.money || high.value.money || high.value.value !== low.value.value + 1) return null;
  return {
    value: {
      comparison: {
        operator: 'between',
        values: [low.value.value, high.value.value],
        money: false,
        stated: true,
      },
    },
    end: high.end,
  };
}

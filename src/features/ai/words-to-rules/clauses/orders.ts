import type { Clause, ClauseReader } from '../clause.ts';
import { type Comparison, readComparison, readTrailing } from '../comparisons.ts';
import { and, compared, countedOrders, type Node, not, rule } from '../nodes.ts';
import { orderedIn, type Period, periodRules } from '../period.ts';
import { readPeriod } from '../periods.ts';
import { phraseSet } from '../phrases.ts';
import type { Sentence } from '../sentence.ts';
import { ANY, type Count, NONE, readCount } from './order-counts.ts';
import { adjectives, buying, each, inTotal, leads, objects, ofAmount, orderNouns } from './order-words.ts';

// How often somebody ordered, and whether at all: “at least 2 orders over $100 in the last 6 months”, “bought twice”,
// “ordered in 2025”, “no purchase”.

const yetTo = phraseSet('yet to|have yet to|has yet to|are yet to|is yet to|still to|failed to');
export const readOrders: ClauseReader = (sentence, at) => {
  const never = sentence.find(at, yetTo);
  if (never) {
    const verb = sentence.find(never.end, buying);
    return verb && qualified(sentence, NONE, sentence.skip(verb.end, objects), {});
  }
  const place = sentence.skip(at, leads);
  const clauses = [readNothing, readCounted, readVerb, readCountAfter].map((read) => read(sentence, place));
  return (
    clauses.reduce((best, clause) => (clause && clause.end > (best?.end ?? 0) ? clause : best), null) ??
    readElided(sentence, at)
  );
};

const nothingWords = phraseSet('nothing|not a thing|nothing at all');
const noObjects = phraseSet('nothing|nothing at all|zero|no products|no items');
/** “nothing bought”, “bought nothing”. */
function readNothing(sentence: Sentence, at: number): Clause | null {
  const nothing = sentence.find(at, nothingWords);
  if (nothing) {
    const place = sentence.skip(nothing.end, leads);
    const verb = sentence.find(place, buying);
    const clause = qualified(sentence, NONE, sentence.skip(verb?.end ?? nothing.end, objects), {});
    return verb || clause.end > nothing.end ? clause : null;
  }
  const verb = sentence.find(at, buying);
  const object = verb && sentence.find(verb.end, noObjects);
  return object && qualified(sentence, NONE, sentence.skip(object.end, objects), {});
}

/** “at least 3 orders”, “an order”, “no purchases”, “5+ times”. */
function readCounted(sentence: Sentence, at: number): Clause | null {
  const counted = readCount(sentence, at);
  if (!counted) return null;
  const noun = sentence.find(sentence.skip(counted.end, adjectives), orderNouns);
  return noun && afterNoun(sentence, counted.value, noun.end);
}

function afterNoun(sentence: Sentence, counted: Count, at: number): Clause {
  const { comparison, assumption } = counted;
  const tail = comparison.stated ? null : readTrailing(sentence, at);
  const used = tail ? { ...comparison, operator: tail.value, stated: true } : comparison;
  const end = tail?.end ?? at;
  // “three times purchased”
  const verb = sentence.is(at - 1, 'times', 'time') ? sentence.find(end, buying) : null;
  return qualified(sentence, used, verb?.end ?? end, assumption ? { assumptions: [assumption] } : {});
}

/** “ordered in 2025”, “bought twice”, “ordered at least 3 times”. */
function readVerb(sentence: Sentence, at: number): Clause | null {
  const verb = sentence.find(at, buying);
  if (!verb) return null;
  const place = sentence.skip(verb.end, objects);
  const counted = readCount(sentence, place);
  const noun = counted && sentence.find(sentence.skip(counted.end, adjectives), orderNouns);
  if (counted && noun) return { ...afterNoun(sentence, counted.value, noun.end), takesObject: true };
  const lead = sentence.word(verb.end - 1);
  // “a shop” is none who shops.
  if (/^shops?$/.test(lead) && sentence.is(at - 1, 'a', 'the', 'our', 'my', 'your', 'this')) return null;
  // “orders” and “purchases” alone are nouns: what is said of them is read as a count or an amount.
  if (verb.end === at + 1 && /^(?:orders|purchases)$/.test(lead)) return null;
  return { ...qualified(sentence, ANY, place, {}), takesObject: true };
}

const countNouns = phraseSet(`
  number of orders|number of purchases|order count|orders count|count of orders|total orders|
  orders in total|total number of orders|purchase count|total purchases|order number|
  number of times ordered|lifetime orders|how many orders|order frequency|total order count|
  orders placed`);
const links = phraseSet('is|are|was|of|:|equal|has been|in total|that is|which is');

const plainOrders = phraseSet('orders|purchases|transactions|order|purchase');
const timesWord = phraseSet('times');
/** “order count over 3”, “orders >= 2”, “orders over £100”, “orders in the last year: at least 2”. */
function readCountAfter(sentence: Sentence, at: number): Clause | null {
  const subject = sentence.find(at, countNouns);
  const noun = subject ?? sentence.find(at, plainOrders);
  if (!noun) return null;
  const early = readPeriod(sentence, noun.end);
  const place = sentence.skip(early?.end ?? noun.end, links);
  const comparison = readComparison(sentence, place);
  if (!comparison) {
    if (subject) return null;
    return qualified(sentence, ANY, noun.end, {});
  }
  const { value } = comparison;
  const counts =
    subject !== null ||
    /^(?:[<>=!≥≤].?|:)$/.test(sentence.word(place)) ||
    (!value.money && (value.values[1] ?? value.values[0]) <= 20);
  if (value.money || !counts) return qualified(sentence, ANY, noun.end, {});
  const end = sentence.find(comparison.end, timesWord)?.end ?? comparison.end;
  return qualified(sentence, { ...value, stated: true }, end, early ? { period: early.value } : {});
}

const withNone = phraseSet('with none|have none|has none|placed none|made none');
/** “from Portugal with none”. */
function readElided(sentence: Sentence, at: number): Clause | null {
  const none = sentence.find(at, withNone);
  return (
    none && {
      ...qualified(sentence, NONE, none.end, {}),
      assumptions: [`“${sentence.written(at, none.end)}” was read as no orders.`],
    }
  );
}

interface Known {
  period?: Period;
  assumptions?: string[];
}

/** Reads amounts and times that follow a count of orders, and makes the clause. */
function qualified(sentence: Sentence, said: Comparison, at: number, known: Known): Clause {
  let counted = said;
  let end = at;
  let period = known.period;
  let amount: Comparison | undefined;
  let sum: Comparison | undefined;
  const assumptions = [...(known.assumptions ?? [])];
  for (;;) {
    const place = sentence.skip(end, objects);
    const time = period ? null : readPeriod(sentence, place);
    if (time) {
      period = time.value;
      assumptions.push(...time.value.assumptions);
      end = time.end;
      continue;
    }
    // “ordered over £100 at least twice”
    const often = counted === ANY ? readCount(sentence, place) : null;
    if (often && sentence.is(often.end, 'times', 'time')) {
      counted = often.value.comparison;
      end = often.end + 1;
      continue;
    }
    const worth = amount || sum ? null : readAmount(sentence, place);
    if (!worth) {
      end = place;
      break;
    }
    if (worth.assumption) assumptions.push(worth.assumption);
    if (worth.total) sum = worth.comparison;
    else amount = worth.comparison;
    end = worth.end;
  }
  const build = (when: Period | undefined): Node => {
    const placed = when ? periodRules('placedAt', when) : [];
    const counts = ordersIn(counted, amount, when);
    if (!sum) return counts;
    const total = compared('orders.amount', sum);
    const spent: Node =
      placed.length > 0
        ? ({ ...total, aggregate: 'sum', where: { combinator: 'and', rules: placed } } as Node)
        : compared('totalSpend', sum);
    return counted === ANY ? spent : and(counts, spent);
  };
  return {
    kind: 'orders',
    end,
    node: build(period),
    ...(period ? { period } : { inPeriod: build }),
    again: again(counted, amount),
    ...(assumptions.length > 0 ? { assumptions } : {}),
  };
}

function ordersIn(counted: Comparison, amount: Comparison | undefined, when: Period | undefined): Node {
  const isAny = counted.operator === '>=' && counted.values[0] === 1;
  const isNone = counted.operator === '=' && counted.values[0] === 0;
  if (when && !amount && (isAny || isNone)) return isAny ? orderedIn(when) : not(orderedIn(when));
  const where = [
    ...(amount ? [compared('amount', amount)] : []),
    ...(when ? periodRules('placedAt', when) : []),
  ];
  return where.length === 0 && isNone ? rule('orderCount', '=', 0) : countedOrders(counted, where);
}

/** The amount of each order: “over $100 each”, “of 50 or more”; or of all of them: “worth over 500 in total”. */
function readAmount(
  sentence: Sentence,
  at: number,
): { comparison: Comparison; total: boolean; end: number; assumption?: string } | null {
  const lead = sentence.find(at, ofAmount);
  const comparison = readComparison(sentence, lead?.end ?? at);
  if (!comparison) return null;
  const { value } = comparison;
  // “2 orders, 3 …”: a bare figure belongs to something else.
  if (!value.stated && !value.money && !lead) return null;
  if (sentence.find(comparison.end, orderNouns)) return null;
  const each_ = sentence.find(comparison.end, each);
  const total = sentence.find(comparison.end, inTotal);
  const bare = value.operator === '=' && !value.stated;
  return {
    comparison: bare ? { ...value, operator: '>=' } : value,
    total: total !== null || sentence.is(at, 'totalling', 'totaling', 'amounting'),
    end: each_?.end ?? total?.end ?? comparison.end,
    ...(bare
      ? { assumption: `“${sentence.written(at, comparison.end)}” was read as at least that much.` }
      : value.assumption
        ? { assumption: value.assumption }
        : {}),
  };
}

const countedThings = phraseSet('times|orders|purchases|time');
/** “… or in March”, “… or twice”. */
const again =
  (counted: Comparison, amount: Comparison | undefined): ClauseReader =>
  (sentence, at) => {
    // “2 orders in 2025 and none in 2026”
    if (sentence.is(at, 'none', 'nothing')) return qualified(sentence, NONE, at + 1, {});
    const period = readPeriod(sentence, at, true);
    if (period)
      return {
        kind: 'orders',
        end: period.end,
        node: ordersIn(counted, amount, period.value),
        whenDenied: ordersIn(ANY, amount, period.value),
        again: again(counted, amount),
        assumptions: period.value.assumptions,
      };
    const comparison = readComparison(sentence, at);
    if (!comparison || comparison.value.money || amount) return null;
    const noun = sentence.find(comparison.end, countedThings);
    return noun && afterNoun(sentence, { comparison: comparison.value }, noun.end);
  };

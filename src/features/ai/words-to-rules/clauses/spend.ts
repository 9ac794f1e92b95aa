import type { Clause, ClauseReader } from '../clause.ts';
import { type Comparison, readComparison } from '../comparisons.ts';
import { compared, type Node } from '../nodes.ts';
import { readFigure } from '../numbers.ts';
import { type Period, periodRules } from '../period.ts';
import { readPeriod } from '../periods.ts';
import { phraseSet, phrases } from '../phrases.ts';
import type { Sentence } from '../sentence.ts';
import { orderNouns } from './order-words.ts';

// What somebody spent in all: “spent over £500”, “LTV of 1k or more”, “€50+ in the last quarter”.

const spending = phraseSet(`
  spent|spend|spends|spenders|spender|spenders of|dropped|splurged|blew|blown|forked over|coughed up|put down|spending|total spend|total spent|total spending|lifetime spend|
  lifetime spending|lifetime value|customer lifetime value|lifetime revenue|ltv|clv|cltv|paid|
  paid us|pay|pays|amount spent|spend total|total amount spent|customer value|revenue|worth|
  are worth|is worth|splashed out|splashed|splash out|forked out|shelled out|laid out|turnover|
  total order value|total value|total revenue|bought for|expenditure|outlay|total purchases of|
  purchases totalling|orders totalling|purchases totaling|orders totaling|spent us|
  total purchase value|total sales|sum of orders|order total|total order amount|totalspend|
  cumulative spend|overall spend|all time spend|money spent|purchased for|ordered for|spend value|
  lifetime total|lifetime purchases of|parted with|contributed|brought in|generated|invested`);
/** “min spend 100” */
const limits = phrases<'>=' | '<='>({
  'min spend|minimum spend|min total spend|minimum total spend|minimum spending|min spending|minimum lifetime value|minimum ltv|min ltv':
    '>=',
  'max spend|maximum spend|max total spend|maximum total spend|maximum spending|max spending|maximum lifetime value|maximum ltv|max ltv':
    '<=',
});
const between = phraseSet(`
  in total|in all|overall|altogether|a total of|total|ever|is|of|was|has been|have|has|with us|
  on us|to us|in our shop|in our store|:|that is|which is|amounting to|lifetime|anywhere|somewhere|
  ,|us|value|already|at our store|a|figure|amount`);
const closing = phraseSet(`
  in total|in all|overall|altogether|total|with us|to us|on us|from us|so far|to date|lifetime|
  in our shop|in our store|in their lifetime|over their lifetime|all time|in orders|in purchases|
  on orders|on purchases|combined|together|across all orders|in sales|ever|already|all in|all told|
  at our store|with our brand|worth|in lifetime|over all time|on our products`);
const figureFirst = phraseSet(`
  spent|spend|of spend|in spend|spending|total spend|in total spend|lifetime spend|lifetime value|
  in lifetime value|of lifetime value|ltv|clv|in total|total|lifetime|in lifetime purchases|
  in lifetime spend|in lifetime orders|worth of orders|worth of purchases|worth of goods|
  worth of stuff|worth of products|worth|in orders|in purchases|in sales|in revenue|altogether|
  overall|spenders|spender|in total purchases|of purchases|of total spend|total spent|in all|
  of orders in total|in lifetime|all time|with us|on us|in cumulative spend|of revenue|in value|
  in total orders|total value|total order value|in spending|of spending`);
const oneOrder = phraseSet(`
  on a single order|in a single order|in one order|on one order|in a single purchase|
  on a single purchase|in one go|in one purchase|on one purchase|at once|in a single transaction|
  in one transaction|on an order|on any order|in an order|in a single basket|in one basket|
  on any single order|in any single order|in any one order|at one time|in a single go`);
const perOrder = phraseSet(`
  per order|per purchase|an order|each time|each order|every order|on average|per transaction|
  per basket|on average per order|per order on average|per visit`);
const nothing = phraseSet('nothing|no money|nothing at all|zero|0|nil');
const something = phraseSet('anything|any money|something|money|a penny|a cent|a dime');

export const readSpend: ClauseReader = (sentence, at) =>
  readSubject(sentence, at) ?? readFigureFirst(sentence, at);

const timesWord = phraseSet('times');
/** “spent over 500”, “total spend in the last year at least 200”. */
function readSubject(sentence: Sentence, at: number): Clause | null {
  const limit = sentence.find(at, limits);
  const figure = limit && readFigure(sentence, sentence.skip(limit.end, between));
  if (limit && figure)
    return finish(
      sentence,
      at,
      { operator: limit.value, values: [figure.value.value], money: true, stated: true },
      figure.end,
      undefined,
    );
  const subject = sentence.find(at, spending);
  if (!subject) return null;
  const early = readPeriod(sentence, subject.end);
  const place = early?.end ?? subject.end;
  const start = readComparison(sentence, place) ? place : sentence.skip(place, between);
  const comparison = readComparison(sentence, start);
  if (comparison && !sentence.find(comparison.end, timesWord))
    return finish(sentence, at, comparison.value, comparison.end, early?.value);
  const none = sentence.find(start, nothing);
  if (none)
    return finish(
      sentence,
      at,
      { operator: '=', values: [0], money: true, stated: true },
      none.end,
      early?.value,
    );
  const some = sentence.find(start, something);
  return (
    some &&
    finish(sentence, at, { operator: '>', values: [0], money: true, stated: true }, some.end, early?.value)
  );
}

/** “over £500 spent”, “500+ spend”. */
function readFigureFirst(sentence: Sentence, at: number): Clause | null {
  const start = sentence.is(at, 'with', 'of') ? at + 1 : at;
  const comparison = readComparison(sentence, start);
  if (!comparison) return null;
  const subject = sentence.find(comparison.end, figureFirst);
  if (!subject) return null;
  // “2025 spend”: a year.
  if (!comparison.value.stated && !comparison.value.money && /^(?:19|20)\d\d$/.test(sentence.word(start)))
    return null;
  const weak = sentence.is(
    subject.end - 1,
    'total',
    'overall',
    'altogether',
    'us',
    'worth',
    'lifetime',
    'all',
  );
  if (weak && !comparison.value.money) return null;
  return finish(sentence, start, comparison.value, subject.end, undefined);
}

/** An amount of money that nothing else claims: “customers over £500”. */
export const readBareMoney: ClauseReader = (sentence, at) => {
  const comparison = readComparison(sentence, at);
  if (!comparison?.value.money || sentence.find(comparison.end, orderNouns)) return null;
  const clause = finish(sentence, at, comparison.value, comparison.end, undefined);
  const words = sentence.written(at, comparison.end);
  return { ...clause, assumptions: [...(clause.assumptions ?? []), `“${words}” was read as total spend.`] };
};

function finish(
  sentence: Sentence,
  from: number,
  read: Comparison,
  at: number,
  early: Period | undefined,
): Clause {
  const bare = read.operator === '=' && !read.stated;
  const comparison: Comparison = bare ? { ...read, operator: '>=' } : read;
  const assumptions = [
    ...(bare ? [`“${sentence.written(from, at)}” was read as at least ${read.values[0]}.`] : []),
    ...(read.assumption ? [read.assumption] : []),
    ...(early?.assumptions ?? []),
  ];
  let period = early;
  let form: 'total' | 'one' | 'average' = 'total';
  let end = at;
  for (;;) {
    const one = sentence.find(end, oneOrder);
    const per = one ? null : sentence.find(end, perOrder);
    const time = one || per || period ? null : readPeriod(sentence, end);
    if (one || per) form = one ? 'one' : 'average';
    if (time) {
      period = time.value;
      assumptions.push(...time.value.assumptions);
    }
    const next = one?.end ?? per?.end ?? time?.end ?? sentence.skip(end, closing);
    if (next === end) break;
    end = next;
  }
  const build = (when: Period | undefined): Node => spentIn(comparison, form, when);
  return {
    kind: 'spend',
    end,
    node: build(period),
    takesObject: true,
    ...(period ? { period } : { inPeriod: build }),
    again: (s, place) => {
      const next = readComparison(s, place);
      if (next && (next.value.stated || next.value.money) && !s.find(next.end, orderNouns))
        return finish(s, place, next.value, next.end, undefined);
      const time = readPeriod(s, place, true);
      return (
        time && {
          kind: 'spend',
          end: time.end,
          node: build(time.value),
          assumptions: time.value.assumptions,
        }
      );
    },
    ...(assumptions.length > 0 ? { assumptions } : {}),
  };
}

function spentIn(comparison: Comparison, form: 'total' | 'one' | 'average', when: Period | undefined): Node {
  const placed = when ? periodRules('placedAt', when) : [];
  const where = { combinator: 'and' as const, rules: placed };
  if (form === 'one')
    return {
      field: 'orders',
      match: { mode: 'atLeast', threshold: 1 },
      value: { combinator: 'and', rules: [compared('amount', comparison), ...placed] },
    };
  if (!when) return compared(form === 'average' ? 'averageOrderValue' : 'totalSpend', comparison);
  return {
    ...compared('orders.amount', comparison),
    aggregate: form === 'average' ? 'avg' : 'sum',
    where,
  } as Node;
}

import {
  type FieldRule,
  isGroup,
  type OrderAggregateRule,
  type OrderMatchRule,
  type RuleGroup,
} from '../rules.schema.ts';
import type { Operator } from './fields.ts';
import { type Clause, figure, listed, momentInWords, money, type Wording } from './wording.ts';

/** Conditions over orders as sentence parts: “placed at least 2 orders over £100 in the last 6 months”. */

type Nested = (where: RuleGroup) => string;

const modes = { atLeast: 'at least', atMost: 'at most', exactly: 'exactly' } as const;

export function countClause(rule: OrderMatchRule, wording: Wording, nested: Nested): Clause {
  const { mode, threshold } = rule.match;
  const count =
    threshold === 0 && mode !== 'atLeast'
      ? 'no orders'
      : `${modes[mode]} ${figure(threshold)} order${threshold === 1 ? '' : 's'}`;
  const text = `placed ${count}${which(rule.value, wording, nested)}`;
  return { one: text, many: text };
}

export function sumClause(rule: OrderAggregateRule, wording: Wording, nested: Nested): Clause {
  const orders = rule.where ? which(rule.where, wording, nested) : '';
  const compared = amountInWords(rule, wording);
  if (rule.operator === 'null' || rule.operator === 'notNull') {
    const some = rule.operator === 'notNull';
    // A sum of no orders is 0, so everyone has one.
    if (rule.aggregate === 'sum') return `total of orders${orders} is ${some ? 'known' : 'empty'}`;
    const text = `placed ${some ? 'at least 1 order' : 'no orders'}${orders}`;
    return { one: text, many: text };
  }
  if (rule.aggregate === 'max') return `largest order${orders} is ${compared}`;
  if (rule.aggregate === 'min') return `smallest order${orders} is ${compared}`;
  const how = rule.aggregate === 'sum' ? 'in total' : 'on average per order';
  const text = `spent ${compared} ${how}${onOrders(rule.where, orders)}`;
  return { one: text, many: text };
}

/** “on orders over £100 in the last week”, but just “in the last week” where only time is asked for. */
const onOrders = (where: RuleGroup | undefined, text: string): string =>
  text === '' || (where && timeOnly(where)) ? text : ` on orders${text}`;

const timeOnly = ({ combinator, not, rules }: RuleGroup): boolean =>
  combinator === 'and' && !not && rules.every((rule) => !isGroup(rule) && rule.field === 'placedAt');

const amountWords: Partial<Record<Operator, string>> = {
  '=': 'exactly',
  '!=': 'other than',
  '<': 'less than',
  '<=': 'at most',
  '>': 'more than',
  '>=': 'at least',
};

function amountInWords({ operator, value }: Pick<FieldRule, 'operator' | 'value'>, wording: Wording): string {
  const amounts = (Array.isArray(value) ? value : [value]).map((one) => money(Number(one), wording.currency));
  if (operator === 'between') return `between ${amounts.join(' and ')}`;
  if (operator === 'in') return listed(amounts, 'or');
  if (operator === 'notIn') return `none of ${listed(amounts, 'or')}`;
  if (operator === 'notBetween') return `less than ${amounts[0]} or more than ${amounts[1]}`;
  return `${amountWords[operator] ?? ''} ${amounts[0]}`;
}

const sizeWords: Partial<Record<Operator, string>> = {
  '=': 'of exactly',
  '!=': 'of other than',
  '<': 'under',
  '<=': 'of at most',
  '>': 'over',
  '>=': 'of at least',
};

/** Which orders are meant, to follow “orders”: “ over £100 in the last 6 months”, “ where (…)”. Empty when all are. */
function which(where: RuleGroup, wording: Wording, nested: Nested): string {
  if (where.rules.length === 0) return where.not ? ' where nothing fits' : '';
  const parts =
    where.combinator === 'and' && !where.not ? where.rules.map((rule) => part(rule, wording)) : [null];
  if (parts.some((text) => text === null)) return ` where ${nested(where)}`;
  const sizes = parts.filter((text) => text?.kind === 'amount').map((text) => text?.words);
  const times = parts.filter((text) => text?.kind === 'placedAt').map((text) => text?.words);
  return [sizes, times].map((words) => (words.length === 0 ? '' : ` ${words.join(' and ')}`)).join('');
}

/** A condition on one order as it follows “orders”, or null when it has no such short form. */
function part(
  rule: RuleGroup['rules'][number],
  wording: Wording,
): { kind: 'amount' | 'placedAt'; words: string } | null {
  if (isGroup(rule) || !('operator' in rule) || 'aggregate' in rule) return null;
  if (rule.operator === 'null' || rule.operator === 'notNull') return null;
  if (rule.field === 'placedAt') {
    const words =
      rule.operator === '>=' ? momentInWords(rule).replace(/^on or after/, 'since') : momentInWords(rule);
    return { kind: 'placedAt', words };
  }
  if (rule.field !== 'amount') return null;
  const compared = amountInWords(rule, wording);
  const amount = compared.replace(amountWords[rule.operator] ?? /^$/, '').trim();
  const size = sizeWords[rule.operator];
  return { kind: 'amount', words: size ? `${size} ${amount}` : `of ${compared}` };
}

import type { Operator } from '../../audiences/rules/fields.ts';
import {
  type DateWindow,
  type FieldRule,
  isGroup,
  type OrderAggregateRule,
  type OrderMatchRule,
  type Rule,
  type RuleGroup,
} from '../../audiences/rules.schema.ts';

// The expected rules of the evaluation, written short.

type Value = FieldRule['value'];
type Node = Rule | RuleGroup;

/** One request of the evaluation and what it means. */
export interface EvaluationCase {
  /** `<topic>-<number>`, unique over both sets. */
  id: string;
  topic: string;
  words: string;
  /** Rules that select whom the words mean; any others that select the same customers are as right. */
  means: RuleGroup;
  /** Words that no rule can express: each must occur in what is reported as not understood. */
  unmapped: string[];
}

/** @param means a group, or the one rule of one */
export function request(id: string, words: string, means: Node, unmapped: string[] = []): EvaluationCase {
  return { id, topic: id.replace(/-\d+$/, ''), words, means: isGroup(means) ? means : all(means), unmapped };
}

/** Every rule holds; of none: everyone. */
export const all = (...rules: Node[]): RuleGroup => ({ combinator: 'and', rules });
export const any = (...rules: Node[]): RuleGroup => ({ combinator: 'or', rules });
/** None of the rules holds. */
export const none = (...rules: Node[]): RuleGroup => ({ combinator: 'or', not: true, rules });

export const days = (amount: number): DateWindow => ({ amount, unit: 'day' });
export const weeks = (amount: number): DateWindow => ({ amount, unit: 'week' });
export const months = (amount: number): DateWindow => ({ amount, unit: 'month' });

export const field = (name: string, operator: Operator, value: Value): FieldRule => ({
  field: name,
  operator,
  value,
});
const on = (name: string) => (operator: Operator, value: Value) => field(name, operator, value);

export const spend = on('totalSpend');
export const orderCount = on('orderCount');
export const averageOrder = on('averageOrderValue');
export const lastOrder = on('lastOrderAt');
export const firstOrder = on('firstOrderAt');
export const createdAt = on('createdAt');
/** Inside `orders` and the aggregates: the order's amount and date. */
export const amount = on('amount');
export const placedAt = on('placedAt');

/** Bought before, but not in the window. */
export const lapsed = (window: DateWindow): RuleGroup =>
  all(orderCount('>=', 1), lastOrder('notInLast', window));

const anInstantBefore = (date: string) => new Date(new Date(date).getTime() - 1).toISOString();

/** From the first date on and before the second, for any date's field: `lastOrder(...during('2025-01-01', '2026-01-01'))`. */
export const during = (from: string, before: string): ['between', string[]] => [
  'between',
  [`${from}T00:00:00.000Z`, anInstantBefore(before)],
];

/** At least one order with such a date. */
export const ordered = (operator: Operator, value: Value): OrderMatchRule =>
  orders('atLeast', 1, placedAt(operator, value));

export const orders = (
  mode: OrderMatchRule['match']['mode'],
  threshold: number,
  ...where: FieldRule[]
): OrderMatchRule => ({ field: 'orders', match: { mode, threshold }, value: all(...where) });

const ordersAggregate =
  (aggregate: OrderAggregateRule['aggregate']) =>
  (operator: Operator, value: number | number[], ...where: FieldRule[]): OrderAggregateRule => ({
    field: 'orders.amount',
    operator,
    value,
    aggregate,
    ...(where.length > 0 ? { where: all(...where) } : {}),
  });
export const ordersSum = ordersAggregate('sum');
export const ordersAvg = ordersAggregate('avg');
export const ordersMax = ordersAggregate('max');
export const ordersMin = ordersAggregate('min');

const oneOf = (name: string, values: string[]) =>
  values.length === 1 ? field(name, '=', values[0] ?? '') : field(name, 'in', values);
const noneOf = (name: string, values: string[]) =>
  values.length === 1 ? field(name, '!=', values[0] ?? '') : field(name, 'notIn', values);

export const country = (...names: string[]) => oneOf('country', names);
export const notCountry = (...names: string[]) => noneOf('country', names);
export const city = (...names: string[]) => oneOf('city', names);
export const notCity = (...names: string[]) => noneOf('city', names);
export const tag = (...names: string[]) => oneOf('tags', names);
export const notTag = (...names: string[]) => noneOf('tags', names);
export const segment = (...names: string[]) => oneOf('rfm.segment', names);
export const emailEnds = (ending: string) => field('email', 'endsWith', ending);
export const attribute = (key: string, operator: Operator, value: Value) =>
  field(`attributes.${key}`, operator, value);

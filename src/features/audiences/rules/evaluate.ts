import { fold } from '../../../lib/fold.ts';
import { toMinorUnits } from '../../../lib/money.ts';
import {
  type DateWindow,
  type FieldRule,
  isGroup,
  isOrderAggregate,
  isOrderMatch,
  type OrderAggregateRule,
  type OrderMatchRule,
  type Rule,
  type RuleGroup,
  type Scalar,
} from '../rules.schema.ts';
import { attributeCandidates, attributeOrderValue } from './attribute-values.ts';
import { attributeKey, fieldType, type Operator } from './fields.ts';
import { windowStart } from './window.ts';

/** A customer and their orders in memory. Money in minor units; a missing value is null or absent. */
export interface EvaluatedCustomer {
  name?: string | null;
  email: string;
  phone?: string | null;
  country?: string | null;
  city?: string | null;
  tags: string[];
  attributes: Record<string, string | number | boolean | null>;
  totalSpend: number;
  orderCount: number;
  averageOrderValue: number | null;
  firstOrderAt: Date | null;
  lastOrderAt: Date | null;
  createdAt: Date;
  /** Absent until quintiles were computed, and for customers without orders. */
  rfm?: { recency: number; frequency: number; monetary: number; segment: string } | null;
  /** Ids of the snapshots the customer belongs to. */
  snapshotIds?: string[];
}
export interface EvaluatedOrder {
  amount: number;
  placedAt: Date;
}

/** Whether the rules hold for one customer, worked out without the database: the compiler is tested against this. */
export function matchesRules(
  group: RuleGroup,
  customer: EvaluatedCustomer,
  orders: readonly EvaluatedOrder[],
  now: Date,
): boolean {
  const holds = group.rules.map((rule) =>
    isGroup(rule) ? matchesRules(rule, customer, orders, now) : matchesRule(rule, customer, orders, now),
  );
  return matchesGroup(group, holds);
}

/** Whether one condition holds for one customer. */
export function matchesRule(
  rule: Rule,
  customer: EvaluatedCustomer,
  orders: readonly EvaluatedOrder[],
  now: Date,
): boolean {
  if (isOrderMatch(rule)) return matchesOrderCount(rule, orders, now);
  if (isOrderAggregate(rule)) return matchesAggregate(rule, orders, now);
  return matchesField(rule, customer, now);
}

/** Whether a group holds, from whether each of its rules does. */
export function matchesGroup(
  group: Pick<RuleGroup, 'combinator' | 'not'>,
  holds: readonly boolean[],
): boolean {
  const result =
    holds.length === 0 || (group.combinator === 'and' ? holds.every(Boolean) : holds.some(Boolean));
  return group.not ? !result : result;
}

function matchesField(rule: FieldRule, customer: EvaluatedCustomer, now: Date): boolean {
  const { field, operator } = rule;
  const type = fieldType(field);
  if (type === 'tags') return matchesTags(rule, customer.tags.map(fold));
  if (type === 'attribute') return matchesAttribute(rule, customer.attributes[attributeKey(field)] ?? null);
  if (type === 'snapshot') {
    const belongs = (rule.value as Scalar[]).some((id) => customer.snapshotIds?.includes(String(id)));
    return belongs === (operator === 'in');
  }
  const value = fieldValue(customer, field);
  if (type === 'text')
    return matchesValue(
      operator,
      value == null ? null : fold(String(value)),
      convert(rule.value, (v) => fold(String(v))),
    );
  if (type === 'date') return matchesDate(operator, value instanceof Date ? value : null, rule.value, now);
  const wanted = convert(rule.value, (v) => (type === 'money' ? toMinorUnits(Number(v)) : Number(v)));
  return matchesValue(operator, typeof value === 'number' ? value : null, wanted);
}

/** What a customer has in a field that holds one value. */
export function fieldValue(
  customer: EvaluatedCustomer,
  field: string,
): string | number | Date | null | undefined {
  const [name, part] = field.split('.');
  const value = part && name === 'rfm' ? customer.rfm?.[part as 'segment'] : customer[field as 'email'];
  return value as string | number | Date | null | undefined;
}

/** Having at least one tag that fits; a denial means that no tag does. */
function matchesTags({ operator, value }: FieldRule, tags: string[]): boolean {
  const wanted = convert(value, (v) => fold(String(v)));
  const some = (op: Operator) => tags.some((tag) => matchesValue(op, tag, wanted));
  if (operator === 'null') return tags.length === 0;
  if (operator === 'notNull') return tags.length > 0;
  const positive: Partial<Record<Operator, Operator>> = {
    '!=': '=',
    notIn: 'in',
    doesNotContain: 'contains',
  };
  const denied = positive[operator];
  return denied ? !some(denied) : some(operator);
}

function matchesAttribute({ operator, value }: FieldRule, stored: string | number | boolean | null): boolean {
  const actual = typeof stored === 'string' ? fold(stored) : stored;
  const list = (Array.isArray(value) ? value : [value]) as Scalar[];
  switch (operator) {
    case '=':
    case 'in':
      return actual !== null && list.flatMap(attributeCandidates).includes(actual);
    case '!=':
    case 'notIn':
      return actual === null || !list.flatMap(attributeCandidates).includes(actual);
    case 'contains':
    case 'doesNotContain':
    case 'beginsWith':
    case 'endsWith':
      return matchesValue(operator, typeof actual === 'string' ? actual : null, fold(String(value)));
    case 'null':
    case 'notNull':
      return (actual === null) === (operator === 'null');
    default: {
      const wanted = list.map(attributeOrderValue);
      const comparable = (v: string | number) => typeof v === typeof actual;
      const within = (op: Operator, v: string | number | undefined) =>
        v !== undefined && comparable(v) && matchesValue(op, actual as string | number, v);
      if (operator === 'between') return within('>=', wanted[0]) && within('<=', wanted[1]);
      if (operator === 'notBetween') return !(within('>=', wanted[0]) && within('<=', wanted[1]));
      return within(operator, wanted[0]);
    }
  }
}

function matchesDate(operator: Operator, actual: Date | null, value: FieldRule['value'], now: Date): boolean {
  if (operator === 'inLast' || operator === 'notInLast') {
    const inside = actual !== null && actual >= windowStart(now, value as DateWindow) && actual <= now;
    return operator === 'inLast' ? inside : !inside;
  }
  return matchesValue(
    operator,
    actual?.getTime() ?? null,
    convert(value, (v) => new Date(String(v)).getTime()),
  );
}

/** A missing value satisfies null, != , notIn, doesNotContain and notBetween, and nothing else. */
function matchesValue<T extends string | number>(
  operator: Operator,
  actual: T | null,
  wanted: T | T[] | null,
): boolean {
  if (operator === 'null') return actual === null;
  if (operator === 'notNull') return actual !== null;
  if (actual === null) return ['!=', 'notIn', 'doesNotContain', 'notBetween'].includes(operator);
  const [low, high] = Array.isArray(wanted) ? wanted : [wanted];
  const first = low as T;
  switch (operator) {
    case '=':
      return actual === first;
    case '!=':
      return actual !== first;
    case '<':
      return actual < first;
    case '<=':
      return actual <= first;
    case '>':
      return actual > first;
    case '>=':
      return actual >= first;
    case 'between':
      return actual >= first && actual <= (high as T);
    case 'notBetween':
      return !(actual >= first && actual <= (high as T));
    case 'in':
      return (wanted as T[]).includes(actual);
    case 'notIn':
      return !(wanted as T[]).includes(actual);
    case 'contains':
      return String(actual).includes(String(first));
    case 'doesNotContain':
      return !String(actual).includes(String(first));
    case 'beginsWith':
      return String(actual).startsWith(String(first));
    case 'endsWith':
      return String(actual).endsWith(String(first));
    default:
      return false;
  }
}

function matchesOrderCount(
  { match, value }: OrderMatchRule,
  orders: readonly EvaluatedOrder[],
  now: Date,
): boolean {
  const count = countedOrders(value, orders, now).length;
  if (match.mode === 'atLeast') return count >= match.threshold;
  return match.mode === 'atMost' ? count <= match.threshold : count === match.threshold;
}

/** The orders a count is of: those that fit, refunds left out. */
export const countedOrders = (
  where: RuleGroup,
  orders: readonly EvaluatedOrder[],
  now: Date,
): EvaluatedOrder[] => orders.filter((o) => o.amount >= 0 && matchesOrder(where, o, now));

function matchesAggregate(rule: OrderAggregateRule, orders: readonly EvaluatedOrder[], now: Date): boolean {
  return matchesValue(
    rule.operator,
    aggregateOf(rule, orders, now).figure,
    convert(rule.value, (v) => toMinorUnits(Number(v))),
  );
}

/** What an aggregate comes to in minor units (null: of no orders), and the amounts it is made from. */
export function aggregateOf(
  { aggregate, where }: OrderAggregateRule,
  orders: readonly EvaluatedOrder[],
  now: Date,
): { figure: number | null; amounts: number[] } {
  const inWindow = orders.filter((o) => !where || matchesOrder(where, o, now));
  const amounts = inWindow.map((o) => o.amount).filter((amount) => aggregate === 'sum' || amount >= 0);
  return { figure: figure(aggregate, amounts), amounts };
}

function figure(aggregate: OrderAggregateRule['aggregate'], amounts: readonly number[]): number | null {
  const sum = amounts.reduce((a, b) => a + b, 0);
  if (aggregate === 'sum') return sum;
  if (amounts.length === 0) return null;
  if (aggregate === 'avg') return sum / amounts.length;
  return aggregate === 'max' ? Math.max(...amounts) : Math.min(...amounts);
}

function matchesOrder(group: RuleGroup, order: EvaluatedOrder, now: Date): boolean {
  const holds = group.rules.map((rule) => {
    if (isGroup(rule)) return matchesOrder(rule, order, now);
    const { field, operator, value } = rule as FieldRule;
    if (field === 'placedAt') return matchesDate(operator, order.placedAt, value, now);
    return matchesValue(
      operator,
      order.amount,
      convert(value, (v) => toMinorUnits(Number(v))),
    );
  });
  return matchesGroup(group, holds);
}

function convert<T>(value: FieldRule['value'], map: (v: Scalar) => T): T | T[] | null {
  if (value === null) return null;
  return Array.isArray(value) ? value.map(map) : map(value as Scalar);
}

import { formatMoney, formatNumber, plural } from '../../../lib/format.ts';
import { toMajorUnits } from '../../../lib/money.ts';
import {
  type FieldRule,
  isGroup,
  isOrderAggregate,
  isOrderMatch,
  type OrderAggregateRule,
  type OrderMatchRule,
  type Rule,
  type RuleGroup,
} from '../rules.schema.ts';
import { attributeOrderValue } from './attribute-values.ts';
import { describeRule } from './describe.ts';
import {
  aggregateOf,
  countedOrders,
  type EvaluatedCustomer,
  type EvaluatedOrder,
  fieldValue,
  matchesGroup,
  matchesRule,
} from './evaluate.ts';
import type { ExplainedCondition, ExplainedGroup } from './explained.schema.ts';
import { attributeKey, fieldType } from './fields.ts';

interface Moment {
  /** What “in the last …” counts back from. */
  now: Date;
  /** Three letters; what amounts are written in. */
  currency: string;
  /** Names of snapshots by id. */
  snapshots?: ReadonlyMap<string, string>;
}

/**
 * Why a customer is or is not among those the rules select: the same tree, each condition with whether it holds and
 * what the customer has. `orders` are all of the customer's; they may be left out when no condition asks for them.
 * Pure, and always of one mind with `matchesRules`, whose parts it is made from.
 */
export function explainRules(
  group: RuleGroup,
  customer: EvaluatedCustomer,
  orders: readonly EvaluatedOrder[],
  moment: Moment,
): ExplainedGroup {
  const rules = group.rules.map((rule): ExplainedGroup | ExplainedCondition =>
    isGroup(rule)
      ? explainRules(rule, customer, orders, moment)
      : {
          sentence: sentence(describeRule(rule, moment)),
          holds: matchesRule(rule, customer, orders, moment.now),
          value: valueInWords(rule, customer, orders, moment),
        },
  );
  const { combinator, not = false } = group;
  return {
    combinator,
    not,
    holds: matchesGroup(
      group,
      rules.map((rule) => rule.holds),
    ),
    rules,
  };
}

/** Whether any condition looks at single orders. */
export const asksForOrders = (group: RuleGroup): boolean =>
  group.rules.some((rule) =>
    isGroup(rule) ? asksForOrders(rule) : isOrderMatch(rule) || isOrderAggregate(rule),
  );

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const NO_VALUE = 'no value';

function valueInWords(
  rule: Rule,
  customer: EvaluatedCustomer,
  orders: readonly EvaluatedOrder[],
  moment: Moment,
): string {
  if (isOrderMatch(rule)) return countInWords(rule, orders, moment);
  if (isOrderAggregate(rule)) return aggregateInWords(rule, orders, moment);
  const type = fieldType(rule.field);
  if (type === 'tags') return customer.tags.join(', ') || 'no tags';
  if (type === 'attribute') return attributeInWords(rule, customer.attributes[attributeKey(rule.field)]);
  if (type === 'snapshot') return plural(customer.snapshotIds?.length ?? 0, 'snapshot');
  const value = fieldValue(customer, rule.field);
  if (value === null || value === undefined) return NO_VALUE;
  if (value instanceof Date) return dateInWords(rule, value, moment.now);
  if (typeof value === 'number')
    return type === 'money' ? moneyInWords(value, moment.currency) : formatNumber(value);
  return String(value);
}

const moneyInWords = (minor: number, currency: string): string => formatMoney(toMajorUnits(minor), currency);

/** Rules speak of moments in UTC, so the customer's are written in it too. */
const utc = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const DAY_MS = 86_400_000;

function dateInWords({ operator }: FieldRule, date: Date, now: Date): string {
  const text = `${utc.format(date)} UTC`;
  if (operator !== 'inLast' && operator !== 'notInLast') return text;
  const days = Math.floor((now.getTime() - date.getTime()) / DAY_MS);
  if (days < 0) return `${text}, still to come`;
  return `${text}, ${days === 0 ? 'less than a day' : plural(days, 'day')} ago`;
}

/** The kind of a value is said where it is the reason: text is not compared with numbers. */
function attributeInWords(
  { operator, value }: FieldRule,
  stored: string | number | boolean | null | undefined,
): string {
  if (stored === null || stored === undefined) return NO_VALUE;
  const wanted = comparedKind(operator, value);
  const kind = typeof stored;
  const kinds = { string: 'a text', number: 'a number', boolean: 'true or false' } as const;
  return wanted === null || wanted === kind || !(kind in kinds)
    ? String(stored)
    : `${stored} (${kinds[kind as keyof typeof kinds]})`;
}

/** What kind of attribute a condition can hold for, or null when any. */
function comparedKind(operator: FieldRule['operator'], value: FieldRule['value']): string | null {
  switch (operator) {
    case 'contains':
    case 'doesNotContain':
    case 'beginsWith':
    case 'endsWith':
      return 'string';
    case '<':
    case '<=':
    case '>':
    case '>=':
    case 'between':
    case 'notBetween': {
      const [first] = Array.isArray(value) ? value : [value];
      return first === null || first === undefined || typeof first === 'object'
        ? null
        : typeof attributeOrderValue(first);
    }
    default:
      return null;
  }
}

const restricts = (where: RuleGroup | undefined): boolean =>
  where !== undefined && (where.rules.length > 0 || where.not === true);

/** “2 of 7 orders, £410.00 together”. */
function countInWords({ value: where }: OrderMatchRule, orders: readonly EvaluatedOrder[], moment: Moment) {
  const all = orders.filter((order) => order.amount >= 0).length;
  const fit = countedOrders(where, orders, moment.now);
  if (all === 0) return 'no orders';
  const of = restricts(where) ? ` of ${formatNumber(all)}` : '';
  if (fit.length === 0) return `none of ${plural(all, 'order')}`;
  const count = of ? `${formatNumber(fit.length)}${of} order${all === 1 ? '' : 's'}` : plural(all, 'order');
  const sum = moneyInWords(
    fit.reduce((total, order) => total + order.amount, 0),
    moment.currency,
  );
  return `${count}, ${sum}${fit.length === 1 ? '' : ' together'}`;
}

/** “£410.00 from 2 such orders and 1 refund”. */
function aggregateInWords(rule: OrderAggregateRule, orders: readonly EvaluatedOrder[], moment: Moment) {
  const { figure, amounts } = aggregateOf(rule, orders, moment.now);
  const such = restricts(rule.where) ? 'such ' : '';
  if (amounts.length === 0) {
    const none = `no ${such}orders`;
    return figure === null ? none : `${moneyInWords(figure, moment.currency)}, ${none}`;
  }
  const refunds = amounts.filter((amount) => amount < 0).length;
  const parts = [
    ...(amounts.length > refunds ? [plural(amounts.length - refunds, `${such}order`)] : []),
    ...(refunds > 0 ? [plural(refunds, `${such}refund`)] : []),
  ];
  // An average is compared as exactly as it is; written, it is rounded.
  const about = Number.isInteger(figure) ? '' : 'about ';
  return `${about}${moneyInWords(figure ?? 0, moment.currency)} from ${parts.join(' and ')}`;
}

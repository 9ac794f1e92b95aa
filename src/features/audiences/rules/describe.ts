import {
  type DateWindow,
  isGroup,
  isOrderAggregate,
  isOrderMatch,
  type Rule,
  type RuleGroup,
  type Scalar,
} from '../rules.schema.ts';
import { attributeKey, type FieldType, fieldCatalogue, fieldType, type Operator } from './fields.ts';

const operatorWords: Record<Operator, string> = {
  '=': 'is',
  '!=': 'is not',
  '<': 'is less than',
  '<=': 'is at most',
  '>': 'is more than',
  '>=': 'is at least',
  between: 'is between',
  notBetween: 'is not between',
  contains: 'contains',
  doesNotContain: 'does not contain',
  beginsWith: 'begins with',
  endsWith: 'ends with',
  in: 'is one of',
  notIn: 'is none of',
  null: 'is empty',
  notNull: 'is known',
  inLast: 'was in the last',
  notInLast: 'was not in the last',
};
const dateWords: Partial<Record<Operator, string>> = {
  '=': 'was at',
  '<': 'was before',
  '<=': 'was at or before',
  '>': 'was after',
  '>=': 'was at or after',
  between: 'was between',
};

export const operatorLabel = (operator: Operator, type: FieldType): string =>
  type === 'date' ? (dateWords[operator] ?? operatorWords[operator]) : operatorWords[operator];

/** A figure still to be filled in is NaN, and reads “…”. */
const figure = (n: number): string => (Number.isNaN(n) ? '…' : String(n));

/** A rule tree as an English sentence part: “Country is France and Total spend is more than 100”. */
export function describeRules(group: RuleGroup): string {
  if (group.rules.length === 0) return group.not ? 'nobody' : 'everyone';
  const text = group.rules
    .map((rule) => (isGroup(rule) ? inBrackets(rule) : describeRule(rule)))
    .join(group.combinator === 'and' ? ' and ' : ' or ');
  return group.not ? `not (${text})` : text;
}

/** A group inside a sentence, in brackets where it would run into what follows. */
function inBrackets(group: RuleGroup): string {
  const text = describeRules(group);
  return group.rules.length > 1 && !group.not ? `(${text})` : text;
}

/** Without conditions all orders count, and nothing need be said. */
const ordersWhere = (group: RuleGroup): string =>
  group.rules.length === 0 && !group.not ? '' : ` where ${inBrackets(group)}`;

/** One condition as a sentence part: “Country is France”. */
export function describeRule(rule: Rule): string {
  if (isOrderMatch(rule)) {
    const mode = { atLeast: 'at least', atMost: 'at most', exactly: 'exactly' }[rule.match.mode];
    const orders = `has ${mode} ${figure(rule.match.threshold)} order${rule.match.threshold === 1 ? '' : 's'}`;
    return orders + ordersWhere(rule.value);
  }
  if (isOrderAggregate(rule)) {
    const what = { sum: 'the sum', avg: 'the average', max: 'the largest', min: 'the smallest' }[
      rule.aggregate
    ];
    return `${what} of orders${rule.where ? ordersWhere(rule.where) : ''} ${operatorWords[rule.operator]}${shown(rule.value, 'money')}`;
  }
  if (rule.field === 'snapshots') {
    const snapshots =
      Array.isArray(rule.value) && rule.value.length > 1 ? 'one of the snapshots' : 'the snapshot';
    return `is ${rule.operator === 'in' ? '' : 'not '}in ${snapshots}${shown(rule.value, 'snapshot')}`;
  }
  const type =
    rule.field === 'amount'
      ? 'money'
      : rule.field === 'placedAt'
        ? 'date'
        : (fieldType(rule.field) ?? 'text');
  return `${fieldLabel(rule.field)} ${operatorLabel(rule.operator, type)}${shown(rule.value, type)}`;
}

export const fieldLabel = (field: string): string =>
  field === 'amount'
    ? 'amount'
    : field === 'placedAt'
      ? 'date'
      : (fieldCatalogue.find((f) => f.name === field)?.label ?? attributeKey(field));

function shown(value: Scalar | Scalar[] | DateWindow | null, type: FieldType): string {
  if (value === null) return '';
  if (Array.isArray(value))
    return ` ${value.map((v) => scalar(v, type)).join(type === 'money' || type === 'number' || type === 'date' ? ' and ' : ', ')}`;
  if (typeof value === 'object')
    return ` ${figure(value.amount)} ${value.unit}${value.amount === 1 ? '' : 's'}`;
  return ` ${scalar(value, type)}`;
}

function scalar(value: Scalar, type: FieldType): string {
  if (type === 'date') return String(value).replace(/T00:00:00(\.000)?Z$/, '');
  return typeof value === 'number' ? figure(value) : String(value);
}

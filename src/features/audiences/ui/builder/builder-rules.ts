import {
  type FieldType,
  fieldCatalogue,
  fieldType,
  type Operator,
  operatorsOf,
  orderFieldType,
} from '../../rules/fields.ts';
import { edgeOf } from '../../rules/wording.ts';
import {
  type DateWindow,
  isGroup,
  isOrderAggregate,
  isOrderMatch,
  type OrderAggregateRule,
  type OrderMatchRule,
  type Rule,
  type RuleGroup,
} from '../../rules.schema.ts';

/**
 * The builder's own tree. It differs from the rule format where react-querybuilder knows one value per rule: an order
 * count's threshold, an order sum's kind and the key of an attribute that is still being named lie inside `value`.
 */
export interface BuilderRule {
  id?: string;
  field: string;
  operator: string;
  value: unknown;
}
export interface BuilderGroup {
  id?: string;
  combinator: string;
  not?: boolean;
  rules: (BuilderRule | BuilderGroup)[];
}

export interface AttributeValue {
  key: string;
  value: unknown;
}
export interface OrderCountValue {
  mode: OrderMatchRule['match']['mode'];
  threshold: number | string;
  where: BuilderGroup;
}
export interface OrderSumValue {
  aggregate: OrderAggregateRule['aggregate'];
  value: unknown;
  where: BuilderGroup;
}

/** Builder fields that stand for a form of rule rather than for one field. */
export const ATTRIBUTE_FIELD = 'attribute';
export const ATTRIBUTE_PREFIX = 'attributes.';
export const ORDER_COUNT_FIELD = 'orders';
export const ORDER_SUM_FIELD = 'orders.amount';

const catalogued = (names: readonly string[]) =>
  fieldCatalogue.filter(({ name }) => names.includes(name)).map(({ name, label }) => ({ name, label }));

export interface FieldOptions {
  label: string;
  options: { name: string; label: string }[];
}

/** The fields on offer, in groups; `attributes` are the keys found in the data. */
export const customerFields = (attributes: readonly string[]): FieldOptions[] => [
  {
    label: 'Customer',
    options: catalogued(['name', 'email', 'phone', 'country', 'city', 'tags', 'createdAt']),
  },
  {
    label: 'All their orders',
    options: catalogued(['totalSpend', 'orderCount', 'averageOrderValue', 'firstOrderAt', 'lastOrderAt']),
  },
  {
    label: 'Certain orders',
    options: [
      { name: ORDER_COUNT_FIELD, label: 'Placed orders' },
      { name: ORDER_SUM_FIELD, label: 'Spent on orders' },
    ],
  },
  {
    label: 'Value as a customer (RFM)',
    options: catalogued(['rfm.segment', 'rfm.recency', 'rfm.frequency', 'rfm.monetary']),
  },
  { label: 'Fixed lists', options: catalogued(['snapshots']) },
  {
    label: 'Your own fields',
    options: [
      ...attributes.map((key) => ({ name: `${ATTRIBUTE_PREFIX}${key}`, label: key })),
      { name: ATTRIBUTE_FIELD, label: 'Another attribute…' },
    ],
  },
];
export const orderFields: FieldOptions[] = [
  {
    label: 'Order',
    options: [
      { name: 'amount', label: 'Amount' },
      { name: 'placedAt', label: 'Date placed' },
    ],
  },
];

export const emptyGroup = (): BuilderGroup => ({ combinator: 'and', rules: [] });

/** How a builder field's value is edited. */
export const builderFieldType = (field: string): FieldType =>
  field === ATTRIBUTE_FIELD
    ? 'attribute'
    : field === ORDER_SUM_FIELD
      ? 'money'
      : (orderFieldType(field) ?? fieldType(field) ?? 'text');

const defaultOperators: Record<FieldType, Operator> = {
  text: '=',
  tags: '=',
  number: '>=',
  money: '>=',
  date: 'inLast',
  attribute: '=',
  snapshot: 'in',
};
const attributeOperators: Record<AttributeType, readonly Operator[]> = {
  text: operatorsOf('text'),
  number: operatorsOf('number'),
  boolean: ['=', '!=', 'null', 'notNull'],
  date: ['=', '!=', '<', '<=', '>', '>=', 'between', 'notBetween', 'null', 'notNull'],
};

/** What kind of values an attribute has, as far as the data says. */
export type AttributeType = 'text' | 'number' | 'boolean' | 'date';
export type AttributeTypes = ReadonlyMap<string, AttributeType>;

export const attributeType = (field: string, attributes?: AttributeTypes): AttributeType | null =>
  (field.startsWith(ATTRIBUTE_PREFIX) && attributes?.get(field.slice(ATTRIBUTE_PREFIX.length))) || null;

export function defaultOperator(field: string, attributes?: AttributeTypes): Operator {
  const type = attributeType(field, attributes);
  if (type === 'number' || type === 'date') return '>=';
  if (['rfm.segment', 'country', 'city', 'tags'].includes(field)) return 'in';
  return defaultOperators[builderFieldType(field)];
}

/** Segments and snapshots are chosen, not compared letter by letter. */
const SEGMENT_OPERATORS: readonly Operator[] = ['in', 'notIn', '=', '!=', 'null', 'notNull'];

/** What one asks of dates most comes first; the very instant (`=`) last. */
const DATE_OPERATORS: readonly Operator[] = [
  'inLast',
  'notInLast',
  '<',
  '<=',
  '>',
  '>=',
  'between',
  'notBetween',
  'null',
  'notNull',
  '=',
  '!=',
];

export function builderOperators(field: string, attributes?: AttributeTypes): readonly Operator[] {
  const type = attributeType(field, attributes);
  if (type) return attributeOperators[type];
  if (field === 'rfm.segment') return SEGMENT_OPERATORS;
  return builderFieldType(field) === 'date' ? DATE_OPERATORS : operatorsOf(builderFieldType(field));
}

export const DEFAULT_WINDOW: DateWindow = { amount: 30, unit: 'day' };

/** What a rule of this field begins with. */
export function defaultValue(field: string, attributes?: AttributeTypes): unknown {
  if (attributeType(field, attributes) === 'boolean') return true;
  if (field === ATTRIBUTE_FIELD) return { key: '', value: '' } satisfies AttributeValue;
  if (field === ORDER_COUNT_FIELD)
    return { mode: 'atLeast', threshold: 1, where: emptyGroup() } satisfies OrderCountValue;
  if (field === ORDER_SUM_FIELD)
    return { aggregate: 'sum', value: '', where: emptyGroup() } satisfies OrderSumValue;
  if (shapeOf(defaultOperator(field, attributes)) === 'list') return [];
  return builderFieldType(field) === 'date' ? DEFAULT_WINDOW : '';
}

export type ValueShape = 'none' | 'one' | 'pair' | 'list' | 'window';

/** What an operator compares with. */
export function shapeOf(operator: string): ValueShape {
  switch (operator) {
    case 'null':
    case 'notNull':
      return 'none';
    case 'between':
    case 'notBetween':
      return 'pair';
    case 'in':
    case 'notIn':
      return 'list';
    case 'inLast':
    case 'notInLast':
      return 'window';
    default:
      return 'one';
  }
}

const isWindow = (value: unknown): value is DateWindow =>
  typeof value === 'object' && value !== null && 'amount' in value && 'unit' in value;

/** `value` in the shape its operator wants, keeping what fits when the operator changed. */
export function shaped(operator: string, value: unknown): unknown {
  const first = Array.isArray(value) ? (value[0] ?? '') : isWindow(value) || value == null ? '' : value;
  switch (shapeOf(operator)) {
    case 'none':
      return null;
    case 'pair':
      return Array.isArray(value) ? [value[0] ?? '', value[1] ?? ''] : [first, ''];
    case 'list':
      return Array.isArray(value) ? value : first === '' ? [] : [first];
    case 'window':
      return isWindow(value) ? value : DEFAULT_WINDOW;
    case 'one':
      return first;
  }
}

/** Which end of a day a date compared so stands for: “on or before 3 May” includes all of that day. */
export const edgeFor = (operator: string, part: 0 | 1 = 0): 'start' | 'end' =>
  operator === '<=' || operator === '>' || part === 1 ? 'end' : 'start';

/** A day (2011-06-01) as the instant that stands for that end of it. */
export const edgeOfDay = (day: string, edge: 'start' | 'end'): string =>
  edge === 'start' ? day : `${day}T23:59:59.999Z`;

/** `value` as another operator wants it: in its shape, days at the end it means. */
export function reshaped(field: string, operator: string, value: unknown): unknown {
  if (field === ATTRIBUTE_FIELD) {
    const { key, value: compared } = value as AttributeValue;
    return { key, value: shaped(operator, compared) } satisfies AttributeValue;
  }
  const next = shaped(operator, value);
  if (builderFieldType(field) !== 'date') return next;
  const turned = (one: unknown, part: 0 | 1) =>
    typeof one === 'string' && edgeOf(one) ? edgeOfDay(one.slice(0, 10), edgeFor(operator, part)) : one;
  return Array.isArray(next) ? [turned(next[0], 0), turned(next[1], 1)] : turned(next, 0);
}

/** Whether order conditions leave every order in: an empty group turned around leaves none. */
export const isUnrestricted = (where: BuilderGroup): boolean => where.rules.length === 0 && !where.not;

export const isBuilderGroup = (item: BuilderRule | BuilderGroup): item is BuilderGroup => 'rules' in item;

/** The builder's tree in the rule format, not yet validated: `rulesSchema` says whether and where it is wrong. */
export function toRules(group: BuilderGroup): unknown {
  return {
    combinator: group.combinator,
    ...(group.not ? { not: true } : {}),
    rules: group.rules.map((item) => (isBuilderGroup(item) ? toRules(item) : toRule(item))),
  };
}

function toRule({ field, operator, value }: BuilderRule): unknown {
  if (field === ORDER_COUNT_FIELD) {
    const { mode, threshold, where } = value as OrderCountValue;
    return { field, match: { mode, threshold }, value: toRules(where) };
  }
  if (field === ORDER_SUM_FIELD) {
    const { aggregate, value: amount, where } = value as OrderSumValue;
    return {
      field,
      operator,
      value: shaped(operator, amount),
      aggregate,
      ...(isUnrestricted(where) ? {} : { where: toRules(where) }),
    };
  }
  if (field === ATTRIBUTE_FIELD) {
    const { key, value: compared } = value as AttributeValue;
    return { field: `attributes.${key.trim()}`, operator, value: shaped(operator, compared) };
  }
  return { field, operator, value: shaped(operator, value) };
}

/** A rule tree as the builder edits it. */
export const toBuilder = (group: RuleGroup): BuilderGroup => ({
  combinator: group.combinator,
  ...(group.not ? { not: true } : {}),
  rules: group.rules.map((item) => (isGroup(item) ? toBuilder(item) : toBuilderRule(item))),
});

function toBuilderRule(rule: Rule): BuilderRule {
  if (isOrderMatch(rule)) {
    const value: OrderCountValue = { ...rule.match, where: toBuilder(rule.value) };
    return { field: rule.field, operator: '=', value };
  }
  if (isOrderAggregate(rule)) {
    const { aggregate, where, value } = rule;
    const wrapped: OrderSumValue = { aggregate, value, where: where ? toBuilder(where) : emptyGroup() };
    return { field: rule.field, operator: rule.operator, value: wrapped };
  }
  return { field: rule.field, operator: rule.operator, value: rule.value };
}

/**
 * Where an error of the rule format belongs in the builder: the rule's place (`0-2`), and inside an order condition
 * that of its own rule (`0-2/1`).
 */
export function placeOf(path: readonly PropertyKey[]): string {
  const indices: string[] = [];
  let place = '';
  for (let i = 0; i < path.length; i += 1) {
    if (path[i] === 'rules' && typeof path[i + 1] === 'number') {
      indices.push(String(path[i + 1]));
      i += 1;
    } else if ((path[i] === 'value' || path[i] === 'where') && path[i + 1] === 'rules') {
      place += `${indices.splice(0).join('-')}/`;
    } else break;
  }
  return place + indices.join('-');
}

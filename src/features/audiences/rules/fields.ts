/** The fields and operators of audience rules: one catalogue for validation, compiler, builder page and parser. */
export type FieldType = 'text' | 'number' | 'money' | 'date' | 'tags' | 'attribute' | 'snapshot';

const equality = ['=', '!=', 'in', 'notIn'] as const;
const presence = ['null', 'notNull'] as const;
const order = ['<', '<=', '>', '>=', 'between', 'notBetween'] as const;
const parts = ['contains', 'doesNotContain', 'beginsWith', 'endsWith'] as const;
const windows = ['inLast', 'notInLast'] as const;

export type Operator =
  | (typeof equality)[number]
  | (typeof presence)[number]
  | (typeof order)[number]
  | (typeof parts)[number]
  | (typeof windows)[number];

const operatorsByType: Record<FieldType, readonly Operator[]> = {
  text: [...equality, ...parts, ...presence],
  tags: [...equality, ...parts, ...presence],
  number: [...equality, ...order, ...presence],
  money: [...equality, ...order, ...presence],
  date: ['=', '!=', ...order, ...windows, ...presence],
  attribute: [...equality, ...order, ...parts, ...presence],
  snapshot: ['in', 'notIn'],
};

export const fieldCatalogue = [
  { name: 'name', label: 'Name', type: 'text' },
  { name: 'email', label: 'Email', type: 'text' },
  { name: 'phone', label: 'Phone', type: 'text' },
  { name: 'country', label: 'Country', type: 'text' },
  { name: 'city', label: 'City', type: 'text' },
  { name: 'tags', label: 'Tags', type: 'tags' },
  { name: 'totalSpend', label: 'Total spend', type: 'money' },
  { name: 'orderCount', label: 'Number of orders', type: 'number' },
  { name: 'averageOrderValue', label: 'Average order value', type: 'money' },
  { name: 'firstOrderAt', label: 'First order', type: 'date' },
  { name: 'lastOrderAt', label: 'Last order', type: 'date' },
  { name: 'createdAt', label: 'Customer since', type: 'date' },
  { name: 'rfm.segment', label: 'RFM segment', type: 'text' },
  { name: 'rfm.recency', label: 'Recency score', type: 'number' },
  { name: 'rfm.frequency', label: 'Frequency score', type: 'number' },
  { name: 'rfm.monetary', label: 'Monetary score', type: 'number' },
  { name: 'snapshots', label: 'Snapshots', type: 'snapshot' },
] as const satisfies readonly { name: string; label: string; type: FieldType }[];

const ATTRIBUTE = 'attributes.';
const FORBIDDEN_KEYS = ['__proto__', 'constructor', 'prototype'];

/** Whether `key` may name a custom attribute: it becomes part of a database path, so no `$`, no dot, no control characters. */
export const isAttributeKey = (key: string): boolean =>
  key.length > 0 &&
  key.length <= 100 &&
  !/[$.\p{Cc}]/u.test(key) &&
  key.trim() === key &&
  !FORBIDDEN_KEYS.includes(key);

/** A customer field's type, or null when there is no such field. */
export function fieldType(field: string): FieldType | null {
  if (field.startsWith(ATTRIBUTE)) return isAttributeKey(field.slice(ATTRIBUTE.length)) ? 'attribute' : null;
  return fieldCatalogue.find((f) => f.name === field)?.type ?? null;
}

/** The key of an `attributes.<key>` field. */
export const attributeKey = (field: string): string => field.slice(ATTRIBUTE.length);

export const operatorsOf = (type: FieldType): readonly Operator[] => operatorsByType[type];

/** Inside an order window: what one order has. */
export const orderFieldType = (field: string): 'money' | 'date' | null =>
  field === 'amount' ? 'money' : field === 'placedAt' ? 'date' : null;

/** Operators an aggregate over orders can be compared with. */
export const aggregateOperators: readonly Operator[] = ['=', '!=', ...order, ...presence];

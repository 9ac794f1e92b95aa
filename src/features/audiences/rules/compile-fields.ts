import { type Document, ObjectId } from 'mongodb';
import { fold } from '../../../lib/fold.ts';
import { toMinorUnits } from '../../../lib/money.ts';
import { type Counted, upTo } from '../../../server/up-to.ts';
import type { DateWindow, FieldRule, Scalar } from '../rules.schema.ts';
import { attributeCandidates, attributeOrderValue } from './attribute-values.ts';
import { attributeKey, fieldType, type Operator } from './fields.ts';
import { windowStart } from './window.ts';

/** Texts that are lower-case where they stand, so that they need no folded copy. */
const STORED_FOLDED: ReadonlySet<string> = new Set(['email', 'rfm.segment']);

/** A condition on one field of the customer as a filter of `customers`. */
export function compileField({ field, operator, value }: FieldRule, now: Date): Document {
  switch (fieldType(field)) {
    case 'text':
      return compileText(STORED_FOLDED.has(field) ? field : `folded.${field}`, operator, value);
    case 'tags':
      if (operator === 'null') return { tags: { $in: [null, []] } };
      if (operator === 'notNull') return { tags: { $nin: [null, []] } };
      return compileText('folded.tags', operator, value);
    case 'attribute':
      return compileAttribute(`folded.attributes.${attributeKey(field)}`, operator, value);
    case 'money':
      return compareCounted(
        field,
        operator,
        mapValue(value, (v) => toMinorUnits(Number(v))),
      );
    case 'number':
      return compareCounted(field, operator, mapValue(value, Number));
    case 'date':
      return compileDate(field, operator, value, now);
    case 'snapshot':
      return compare(
        'snapshotIds',
        operator,
        scalars(value).map((id) => new ObjectId(String(id))),
      );
    default:
      throw new Error(`There is no field ${field}`);
  }
}

function compileText(path: string, operator: Operator, value: FieldRule['value']): Document {
  return (
    textPart(path, operator, value) ??
    compare(
      path,
      operator,
      mapValue(value, (v) => fold(String(v))),
    )
  );
}

function compileAttribute(path: string, operator: Operator, value: FieldRule['value']): Document {
  const part = textPart(path, operator, value);
  if (part) return part;
  if (operator === '=' || operator === 'in')
    return { [path]: { $in: scalars(value).flatMap(attributeCandidates) } };
  if (operator === '!=' || operator === 'notIn')
    return { [path]: { $nin: scalars(value).flatMap(attributeCandidates) } };
  return compare(path, operator, mapValue(value, attributeOrderValue));
}

export function compileDate(
  path: string,
  operator: Operator,
  value: FieldRule['value'],
  now: Date,
): Document {
  if (operator === 'inLast') return { [path]: { $gte: windowStart(now, value as DateWindow), ...upTo(now) } };
  if (operator === 'notInLast')
    return { [path]: { $not: { $gte: windowStart(now, value as DateWindow), ...upTo(now) } } };
  return compareCounted(
    path,
    operator,
    mapValue(value, (v) => new Date(String(v))),
  );
}

/** Conditions on a part of a folded text; null for any other operator. A negated one also holds without a value. */
function textPart(path: string, operator: Operator, value: FieldRule['value']): Document | null {
  const text = fold(String(value));
  const literal = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  switch (operator) {
    case 'contains':
      return { [path]: { $regex: literal } };
    case 'doesNotContain':
      return { [path]: { $not: { $regex: literal } } };
    case 'beginsWith': {
      // A range, so that an index serves it on every server. One tag must lie in it, not two on either side.
      const range = { $gte: text, ...startsBelow(text) };
      return { [path]: path === 'folded.tags' ? { $elemMatch: range } : range };
    }
    case 'endsWith':
      // \z, not $: that would also match before a final line break.
      return { [path]: { $regex: `${literal}\\z` } };
    default:
      return null;
  }
}

/** The least text above all that begin with `text`: its last character raised by one. Texts compare by code points. */
function startsBelow(text: string): { $lt?: string } {
  const points = [...text].map((character) => character.codePointAt(0) ?? 0);
  while (points.at(-1) === LAST_POINT) points.pop();
  const last = points.pop();
  if (last === undefined) return {};
  // The surrogates are no characters.
  const next = last === 0xd7ff ? 0xe000 : last + 1;
  return { $lt: String.fromCodePoint(...points, next) };
}
const LAST_POINT = 0x10ffff;

/** Comparisons; those that deny ($ne, $nin, $not) also hold for a missing value, the others never do. */
function compare(
  path: string,
  operator: Operator,
  value: unknown,
  atMost = (end: unknown): Document => ({ $lte: end }),
): Document {
  const pair = Array.isArray(value) ? value : [];
  switch (operator) {
    case '=':
      return { [path]: { $eq: value } };
    case '!=':
      return { [path]: { $ne: value } };
    case '<':
      return { [path]: { $lt: value } };
    case '<=':
      return { [path]: atMost(value) };
    case '>':
      return { [path]: { $gt: value } };
    case '>=':
      return { [path]: { $gte: value } };
    case 'between':
      return { [path]: { $gte: pair[0], ...atMost(pair[1]) } };
    case 'notBetween':
      return { [path]: { $not: { $gte: pair[0], ...atMost(pair[1]) } } };
    case 'in':
      return { [path]: { $in: pair } };
    case 'notIn':
      return { [path]: { $nin: pair } };
    case 'null':
      return { [path]: { $eq: null } };
    case 'notNull':
      return { [path]: { $ne: null } };
    default:
      throw new Error(`${operator} cannot compare ${path}`);
  }
}

/** Comparisons of whole numbers, amounts and dates. */
export const compareCounted = (
  path: string,
  operator: Operator,
  value: Counted | Counted[] | null,
): Document => compare(path, operator, value, (end) => upTo(end as Counted));

const scalars = (value: FieldRule['value']): Scalar[] => (Array.isArray(value) ? value : [value as Scalar]);

export function mapValue<T>(value: FieldRule['value'], map: (v: Scalar) => T): T | T[] | null {
  if (value === null) return null;
  return Array.isArray(value) ? value.map(map) : map(value as Scalar);
}

import { ObjectId } from 'mongodb';

/**
 * A row's own value inside a set-based update: `values` by the row's id as an aggregation expression. One command for
 * 500 rows takes a sixth of the time of 500 updates, each of which is a write of its own.
 */
export function perRow<T>(values: ReadonlyMap<string, T>): unknown {
  const distinct = new Set([...values.values()].map((v) => (v instanceof Date ? v.getTime() : v)));
  if (distinct.size === 1) return { $literal: values.values().next().value };
  return { $getField: { field: { $toString: '$_id' }, input: { $literal: Object.fromEntries(values) } } };
}

export const idsOf = (values: Iterable<string>): ObjectId[] => Array.from(values, (id) => new ObjectId(id));

import type { Document } from 'mongodb';

/** A part of a rule tree: a filter, or true or false where it is settled without looking at a document. */
export type Part = Document | boolean;

/** A filter nothing passes. */
export const NOTHING: Document = { $nor: [{}] };

export function allOf(parts: readonly Part[]): Part {
  const filters = parts.filter((part) => typeof part !== 'boolean');
  if (parts.includes(false)) return false;
  return filters.length === 0 ? true : sideBySide(filters);
}

export function anyOf(parts: readonly Part[]): Part {
  const filters = parts.filter((part) => typeof part !== 'boolean');
  if (parts.includes(true)) return true;
  const [only] = filters;
  return only === undefined ? false : filters.length === 1 ? only : { $or: filters };
}

export const negated = (part: Part): Part => (typeof part === 'boolean' ? !part : { $nor: [part] });

/**
 * `every` and `part` as one filter; null when nothing passes. What must hold in any case stands in each alternative of
 * an `$or`, and fields stand at the top: there an index over both is found.
 */
export function within(every: Document, part: Part): Document | null {
  if (part === false) return null;
  if (part === true) return every;
  const { $or, ...rest } = part;
  return $or && Object.keys(rest).length === 0
    ? { $or: ($or as Document[]).map((alternative) => sideBySide([every, alternative])) }
    : sideBySide([every, part]);
}

/** All of the filters as one: their fields side by side, and under `$and` what names the same field again. */
export function sideBySide(filters: readonly Document[]): Document {
  const top: Document = {};
  const again: Document[] = [];
  for (const [key, value] of filters.flatMap(conditions)) {
    if (key in top) again.push({ [key]: value });
    else top[key] = value;
  }
  return again.length === 0 ? top : { ...top, $and: again };
}

const conditions = (filter: Document): [string, unknown][] =>
  Object.entries(filter).flatMap(([key, value]): [string, unknown][] =>
    key === '$and' ? (value as Document[]).flatMap(conditions) : [[key, value]],
  );

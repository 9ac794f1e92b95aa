import { Long } from 'mongodb';

/** What whole numbers, dates (milliseconds) and amounts (minor units) are stored as. */
export type Counted = Date | Long | number;

/**
 * `{ $lte: value }` for whole numbers and dates, said as "below the next one": with an index in which the field is not
 * the last one, the embedded database takes `$lte` for `$lt`.
 */
export function upTo(value: Date): { $lt: Date };
export function upTo(value: Long): { $lt: Long };
export function upTo(value: Counted): { $lt: Counted };
export function upTo(value: Counted): { $lt: Counted } {
  return { $lt: nextAbove(value) };
}

function nextAbove(value: Counted): Counted {
  if (value instanceof Date) return new Date(value.getTime() + 1);
  return Long.isLong(value) ? value.add(1) : Math.floor(value) + 1;
}

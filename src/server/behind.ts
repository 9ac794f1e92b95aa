import type { Document, Long, ObjectId } from 'mongodb';
import { upTo } from './up-to.ts';

/** Where a page ended: the value of its last row that the list is sorted by, and that row's id. */
export interface Place {
  value: Date | Long | number | string | null;
  id: ObjectId;
}

/**
 * Conditions for the rows behind a place, in a list sorted by `path` and among equals by id, both the same way. Null is
 * smaller than every value, and comparisons never cross types.
 * @param mayBeMissing whether rows may have no value
 */
export function behind(
  path: string,
  { value, id }: Place,
  { descending, mayBeMissing = false }: { descending: boolean; mayBeMissing?: boolean },
): Document[] {
  const beyond = descending ? '$lt' : '$gt';
  const same = { [path]: value, _id: { [beyond]: id } };
  if (value === null) return [descending ? same : { $or: [same, { [path]: { $ne: null } }] }];
  const further = { [path]: { [beyond]: value } };
  if (descending && mayBeMissing) return [{ $or: [same, further, { [path]: null }] }];
  const others = { $or: [same, further] };
  // Said once more for both, so that the index is entered there.
  if (!descending) return [{ [path]: { $gte: value } }, others];
  return typeof value === 'string' ? [others] : [{ [path]: upTo(value) }, others];
}

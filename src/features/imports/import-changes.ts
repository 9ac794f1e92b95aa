import type { BulkChanges } from '../customers/row-changes.ts';
import type { BatchChanges } from './import-changes.repository.ts';

/** A document may have 16 MB; texts may take three bytes a character. */
const MAX_CHARS = 4_000_000;
/** Rough size of a changed row besides its texts. */
const ROW_CHARS = 200;

const isEmpty = ({ inserted, updated }: BulkChanges) => inserted.length + updated.length === 0;

/**
 * A batch's changes as documents to store: one as a rule, several where rows were changed whose texts are long, none where
 * nothing changed. Ids are few bytes, so new rows never need a second one.
 */
export function changeParts({ customers, orders }: BatchChanges): BatchChanges[] {
  const parts: BatchChanges[] = [];
  for (const [kind, changes] of Object.entries({ customers, orders })) {
    if (!changes || isEmpty(changes)) continue;
    let part: BulkChanges = { ...changes, updated: [] };
    let chars = 0;
    for (const change of changes.updated) {
      const size = ROW_CHARS + JSON.stringify([change.was, change.set]).length;
      if (chars > 0 && chars + size > MAX_CHARS) {
        parts.push({ [kind]: part });
        part = { at: changes.at, inserted: [], updated: [] };
        chars = 0;
      }
      part.updated.push(change);
      chars += size;
    }
    parts.push({ [kind]: part });
  }
  return merged(parts);
}

/** New orders with the customers made for them are one document, as a rule all there is. */
function merged(parts: BatchChanges[]): BatchChanges[] {
  const [first, second, ...more] = parts;
  return first?.customers && second?.orders && more.length === 0 && second.orders.updated.length === 0
    ? [{ ...first, ...second }]
    : parts;
}

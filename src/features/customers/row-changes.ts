import type { ObjectId } from 'mongodb';

/** A row as it was before an import changed it: the fields that changed, no others. */
export interface RowChange {
  id: ObjectId;
  /** Values before; null where there was none. */
  was: Record<string, unknown>;
  /** Values the import gave. */
  set: Record<string, unknown>;
  /** When the row was changed before: it tells whether it is again what it was. */
  touchedAt: Date;
}

/** What a bulk write did, so that it can be taken back. */
export interface BulkChanges {
  /** `updatedAt` of every row it wrote: a row with another one was changed since. */
  at: Date;
  inserted: ObjectId[];
  updated: RowChange[];
}

/** What became of rows when a bulk write was taken back; each row is in one of them. */
export interface UndoneRows {
  removed: number;
  restored: number;
  /** Left as they are, wholly or in the fields somebody changed since. */
  changed: number;
  /** Deleted by somebody since. */
  gone: number;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The values of a changed row to put back: those fields that still have what the import gave.
 * @param current the row's present values
 * @param untouched whether nobody wrote the row since
 * @returns the fields to set, and whether that is all of them
 */
export function fieldsToRestore(
  { was, set }: Pick<RowChange, 'was' | 'set'>,
  current: Record<string, unknown>,
  untouched: boolean,
): { restore: Record<string, unknown>; complete: boolean } {
  const restore = Object.fromEntries(
    Object.entries(was).filter(([field]) => untouched || same(current[field] ?? null, set[field] ?? null)),
  );
  return { restore, complete: Object.keys(restore).length === Object.keys(was).length };
}

import { type Collection, type Document, MongoBulkWriteError, type OptionalUnlessRequiredId } from 'mongodb';

const DUPLICATE_KEY = 11_000;

/**
 * Inserts the rows that are not there yet, by the collection's unique index, and leaves the others as they are. Safe to
 * repeat. Returns how many were new.
 * @throws the driver's error unless every row is accounted for: a connection that broke comes as a bulk write error too,
 * with no row named, and then nobody knows what was written
 */
export async function insertMissing<T extends Document>(
  target: Collection<T>,
  rows: readonly OptionalUnlessRequiredId<T>[],
): Promise<number> {
  try {
    return (await target.insertMany(rows, { ordered: false })).insertedCount;
  } catch (error) {
    if (!(error instanceof MongoBulkWriteError)) throw error;
    const there = [error.writeErrors].flat().filter((e) => e.code === DUPLICATE_KEY).length;
    const complete =
      error.insertedCount + there === rows.length && error.result.getWriteConcernError() === undefined;
    if (!complete) throw error;
    return error.insertedCount;
  }
}

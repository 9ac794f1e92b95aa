import { type ClientSession, ObjectId } from 'mongodb';
import { collection } from '../../server/db.ts';
import type { BulkChanges } from '../customers/row-changes.ts';

/** What one batch of an import did: enough to take it back. */
export interface BatchChanges {
  customers?: BulkChanges;
  orders?: BulkChanges;
}

interface ChangeDocument {
  _id: ObjectId;
  workspaceId: ObjectId;
  importId: ObjectId;
  /** Grows through the file: the number of the batch's first row, and more for the parts of a large batch. */
  batch: number;
  changes: BatchChanges;
  createdAt: Date;
}

const changes = () => collection<ChangeDocument>('importChanges');

/** Writes the parts of one batch's changes, with the batch. */
export async function insertChanges(
  workspaceId: ObjectId,
  importId: ObjectId,
  firstRow: number,
  parts: readonly BatchChanges[],
  session: ClientSession,
): Promise<void> {
  if (parts.length === 0) return;
  const createdAt = new Date();
  await changes().insertMany(
    parts.map((part, i) => ({
      _id: new ObjectId(),
      workspaceId,
      importId,
      batch: firstRow + i,
      changes: part,
      createdAt,
    })),
    { session },
  );
}

/** What was written last and is not taken back yet. */
export const findLastChanges = (workspaceId: ObjectId, importId: ObjectId): Promise<ChangeDocument | null> =>
  changes().findOne({ workspaceId, importId }, { sort: { batch: -1 } });

export const countChanges = (workspaceId: ObjectId, importId: ObjectId): Promise<number> =>
  changes().countDocuments({ workspaceId, importId });

/** @returns false when another run was first */
export async function deleteChanges(
  workspaceId: ObjectId,
  id: ObjectId,
  session: ClientSession,
): Promise<boolean> {
  return (await changes().deleteOne({ _id: id, workspaceId }, { session })).deletedCount === 1;
}

/** Imports of the workspace whose changes were written before a moment: those with the oldest. */
export async function importsChangedBefore(workspaceId: ObjectId, before: Date): Promise<ObjectId[]> {
  return changes().distinct('importId', { workspaceId, createdAt: { $lt: before } });
}

/** Deletes some of an import's changes; false when none was left. */
export async function deleteSomeChanges(workspaceId: ObjectId, importId: ObjectId): Promise<boolean> {
  const some = await changes()
    .find({ workspaceId, importId }, { projection: { _id: 1 }, limit: 50 })
    .toArray();
  if (some.length === 0) return false;
  await changes().deleteMany({ workspaceId, _id: { $in: some.map((row) => row._id) } });
  return true;
}

/**
 * Which batches of imports made or changed a customer, newest first. No index holds the ids in a batch: it is a walk
 * through what the workspace's imports changed, ended after `maxTimeMS`.
 * @throws the driver's error when that was too short
 */
export async function findChangesOf(
  workspaceId: ObjectId,
  customerId: ObjectId,
  { limit, maxTimeMS }: { limit: number; maxTimeMS: number },
): Promise<{ id: ObjectId; importId: ObjectId; at: Date; made: boolean }[]> {
  const about = async (path: string, made: boolean) => {
    const rows = await changes()
      .find({ workspaceId, [path]: customerId }, { projection: { importId: 1, createdAt: 1 }, maxTimeMS })
      .toArray();
    return rows.map(({ _id, importId, createdAt }) => ({ id: _id, importId, at: createdAt, made }));
  };
  const found = [
    ...(await about('changes.customers.inserted', true)),
    ...(await about('changes.customers.updated.id', false)),
  ];
  return found.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, limit);
}

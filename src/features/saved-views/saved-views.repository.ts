import type { ObjectId } from 'mongodb';
import { collection, withTransaction } from '../../server/db.ts';
import type { ViewList } from './saved-views.schema.ts';

export interface SavedViewDocument {
  _id: ObjectId;
  workspaceId: ObjectId;
  list: ViewList;
  name: string;
  key: string;
  state: unknown;
  defaultFor: ObjectId[];
  createdById: ObjectId | null;
  createdAt: Date;
  updatedAt: Date;
  deletedAt: Date | null;
}

const views = () => collection<SavedViewDocument>('savedViews');

/** In the order they were made; deleted ones are not among them. */
export const listViews = (workspaceId: ObjectId, list: ViewList): Promise<SavedViewDocument[]> =>
  views().find({ workspaceId, list, deletedAt: null }).sort({ createdAt: 1 }).toArray();

export const findView = (workspaceId: ObjectId, id: ObjectId): Promise<SavedViewDocument | null> =>
  views().findOne({ _id: id, workspaceId });

/** @throws the driver's error for a duplicate key when another one has the name */
export async function insertView(row: SavedViewDocument): Promise<void> {
  await views().insertOne(row);
}

/**
 * Null when it is gone, or is not (or is) deleted as was said. The row is taken out and put back: the embedded database
 * goes on refusing a key that a row had, left, had again and left again.
 * @throws as insertView
 */
export const updateView = (
  workspaceId: ObjectId,
  id: ObjectId,
  deleted: boolean,
  set: Partial<SavedViewDocument>,
): Promise<SavedViewDocument | null> =>
  withTransaction(async (session) => {
    const row = await views().findOneAndDelete(
      { _id: id, workspaceId, deletedAt: deleted ? { $ne: null } : null },
      { session },
    );
    if (!row) return null;
    const changed = { ...row, ...set };
    await views().insertOne(changed, { session });
    return changed;
  });

/** Makes a view, or none, the one somebody comes to first. */
export async function setDefault(
  workspaceId: ObjectId,
  list: ViewList,
  userId: ObjectId,
  id: ObjectId | null,
): Promise<void> {
  await views().updateMany({ workspaceId, list, defaultFor: userId }, { $pull: { defaultFor: userId } });
  if (id)
    await views().updateOne(
      { _id: id, workspaceId, list, deletedAt: null },
      { $addToSet: { defaultFor: userId } },
    );
}

/** Deletes for good what was deleted before a moment. */
export async function forgetDeleted(workspaceId: ObjectId, list: ViewList, before: Date): Promise<void> {
  await views().deleteMany({ workspaceId, list, deletedAt: { $lt: before } });
}

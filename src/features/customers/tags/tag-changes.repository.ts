import type { ClientSession, Filter, ObjectId } from 'mongodb';
import { collection } from '../../../server/db.ts';
import type { RuleGroup } from '../../audiences/rules.schema.ts';
import type { Retagged } from './retag.ts';
import type { TagChange } from './tag-changes.schema.ts';

/** Whom a change is about, settled when it was asked for: an audience that changes meanwhile changes nothing here. */
export type StoredTarget = { ids: ObjectId[] } | { rules: RuleGroup; except: ObjectId[] };

export interface UndoDocument {
  status: 'RUNNING' | 'DONE';
  restored: number;
  kept: number;
}

export interface TagChangeDocument {
  _id: ObjectId;
  workspaceId: ObjectId;
  status: TagChange['status'];
  add: string[];
  remove: string[];
  target: StoredTarget;
  total: number;
  looked: number;
  changed: number;
  full: number;
  batches: number;
  lastId: ObjectId | null;
  undo: UndoDocument | null;
  error: string | null;
  createdById: ObjectId | null;
  createdAt: Date;
  updatedAt: Date;
  finishedAt: Date | null;
}

export type TagChangeRow = Retagged & { id: ObjectId };
interface BatchDocument {
  _id: ObjectId;
  workspaceId: ObjectId;
  changeId: ObjectId;
  batch: number;
  rows: TagChangeRow[];
  createdAt: Date;
}

const changes = () => collection<TagChangeDocument>('tagChanges');
const batches = () => collection<BatchDocument>('tagChangeBatches');

export async function insertChange(row: TagChangeDocument): Promise<void> {
  await changes().insertOne(row);
}

export const findChange = (workspaceId: ObjectId, id: ObjectId): Promise<TagChangeDocument | null> =>
  changes().findOne({ _id: id, workspaceId });

/** The latest ones. */
export const listChanges = (workspaceId: ObjectId, limit: number): Promise<TagChangeDocument[]> =>
  changes().find({ workspaceId }).sort({ createdAt: -1 }).limit(limit).toArray();

/** Changes that are under way or wait. */
export const countOpen = (workspaceId: ObjectId): Promise<number> =>
  changes().countDocuments({ workspaceId, status: { $in: ['QUEUED', 'RUNNING'] } });

/** Changes one that is as `guard` says; null when it is not (any more). */
export const updateChange = (
  workspaceId: ObjectId,
  id: ObjectId,
  guard: Filter<TagChangeDocument>,
  set: Partial<TagChangeDocument>,
  session?: ClientSession,
): Promise<TagChangeDocument | null> =>
  changes().findOneAndUpdate(
    { ...guard, _id: id, workspaceId },
    { $set: { ...set, updatedAt: new Date() } },
    { returnDocument: 'after', ...(session ? { session } : {}) },
  );

export async function insertBatch(row: BatchDocument, session: ClientSession): Promise<void> {
  await batches().insertOne(row, { session });
}

/** What was written last and is not taken back yet. */
export const findLastBatch = (workspaceId: ObjectId, changeId: ObjectId): Promise<BatchDocument | null> =>
  batches().findOne({ workspaceId, changeId }, { sort: { batch: -1 } });

/** @returns false when another run was first */
export async function deleteBatch(
  workspaceId: ObjectId,
  id: ObjectId,
  session: ClientSession,
): Promise<boolean> {
  return (await batches().deleteOne({ _id: id, workspaceId }, { session })).deletedCount === 1;
}

/** Changes and undos, of any workspace, that nobody is at work on any more. */
export const findLost = (before: Date): Promise<TagChangeDocument[]> =>
  changes()
    .find({
      updatedAt: { $lt: before },
      $or: [{ status: { $in: ['QUEUED', 'RUNNING'] } }, { 'undo.status': 'RUNNING' }],
    })
    .limit(100)
    .toArray();

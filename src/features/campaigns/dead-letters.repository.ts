import type { ClientSession, Filter, ObjectId } from 'mongodb';
import { collection } from '../../server/db.ts';

export interface DeadLetterDocument {
  _id: ObjectId;
  workspaceId: ObjectId;
  campaignId: ObjectId;
  messageId: ObjectId;
  customerId: ObjectId;
  status: 'OPEN' | 'RETRIED' | 'DISCARDED';
  reason: string;
  payload: { to: string | null; subject?: string; body?: string };
  attempts: number;
  history: { at: string; reason: string; attempts: number }[];
  note: string | null;
  createdAt: Date;
  resolvedAt: Date | null;
}

export type DeadLetterSelection = { ids: ObjectId[] } | { campaignId: ObjectId; reason: string };

const deadLetters = () => collection<DeadLetterDocument>('deadLetters');

export const listDeadLetters = (
  workspaceId: ObjectId,
  filter: { status: DeadLetterDocument['status']; campaignId?: ObjectId; reason?: string },
  page: { limit: number; after?: ObjectId },
): Promise<DeadLetterDocument[]> =>
  deadLetters()
    .find({ workspaceId, ...filter, ...(page.after ? { _id: { $lt: page.after } } : {}) })
    .sort({ _id: -1 })
    .limit(page.limit)
    .toArray();

export async function groupOpen(
  workspaceId: ObjectId,
  campaignId?: ObjectId,
): Promise<{ campaignId: ObjectId; reason: string; count: number }[]> {
  const rows = await deadLetters()
    .aggregate<{ _id: { c: ObjectId; r: string }; n: number }>([
      { $match: { workspaceId, status: 'OPEN', ...(campaignId ? { campaignId } : {}) } },
      { $group: { _id: { c: '$campaignId', r: '$reason' }, n: { $sum: 1 } } },
      { $sort: { n: -1 } },
      { $limit: 200 },
    ])
    .toArray();
  return rows.map((row) => ({ campaignId: row._id.c, reason: row._id.r, count: row.n }));
}

/** Open letters of the selection. */
export function findSelected(
  workspaceId: ObjectId,
  selection: DeadLetterSelection,
): Promise<DeadLetterDocument[]> {
  const which: Filter<DeadLetterDocument> = 'ids' in selection ? { _id: { $in: selection.ids } } : selection;
  return deadLetters()
    .find({ workspaceId, status: 'OPEN', ...which })
    .toArray();
}

/**
 * OPEN → RETRIED, and their messages DEAD → QUEUED for a fresh round of tries, in the caller's transaction. The vendor's
 * id stays: it tells that the vendor had the message, and the next try is then sent under a key of its own.
 * @returns how many messages are queued again
 */
export async function requeueDead(
  workspaceId: ObjectId,
  letters: readonly DeadLetterDocument[],
  session: ClientSession,
): Promise<number> {
  const now = new Date();
  await deadLetters().updateMany(
    { workspaceId, _id: { $in: letters.map((l) => l._id) }, status: 'OPEN' },
    { $set: { status: 'RETRIED', resolvedAt: now } },
    { session },
  );
  const { modifiedCount } = await collection('messages').updateMany(
    { workspaceId, _id: { $in: letters.map((l) => l.messageId) }, status: 'DEAD' },
    { $set: { status: 'QUEUED', attempts: 0, failureReason: null, sentAt: null, updatedAt: now } },
    { session },
  );
  return modifiedCount;
}

export async function discard(
  workspaceId: ObjectId,
  ids: readonly ObjectId[],
  note: string | null,
): Promise<number> {
  const result = await deadLetters().updateMany(
    { workspaceId, _id: { $in: [...ids] }, status: 'OPEN' },
    { $set: { status: 'DISCARDED', note, resolvedAt: new Date() } },
  );
  return result.modifiedCount;
}

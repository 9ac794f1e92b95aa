import { type Filter, ObjectId } from 'mongodb';
import { collection } from '../../server/db.ts';
import { insertMissing } from '../../server/insert-missing.ts';
import type { Suppression, SuppressionReason } from './suppressions.schema.ts';

export interface SuppressionDocument {
  _id: ObjectId;
  workspaceId: ObjectId;
  address: string;
  reason: SuppressionReason;
  note?: string | null;
  messageId?: ObjectId | null;
  createdAt: Date;
}

export interface NewSuppression {
  address: string;
  reason: SuppressionReason;
  note: string | null;
  messageId: ObjectId | null;
}

const suppressions = () => collection<SuppressionDocument>('suppressions');

/** What people said themselves; no other reason takes its place. */
const OWN_WORD: readonly SuppressionReason[] = ['UNSUBSCRIBED', 'COMPLAINED'];

export const findByAddresses = (
  workspaceId: ObjectId,
  addresses: readonly string[],
): Promise<SuppressionDocument[]> =>
  suppressions()
    .find({ workspaceId, address: { $in: [...addresses] } })
    .toArray();

/**
 * Adds addresses, each once. One that is there already keeps its first reason, unless the new one is the person's own
 * word and the old one is not. Returns how many are new.
 */
export async function insertSuppressions(
  workspaceId: ObjectId,
  entries: readonly NewSuppression[],
): Promise<number> {
  if (entries.length === 0) return 0;
  const now = new Date();
  const rows = entries.map((entry) => ({ _id: new ObjectId(), workspaceId, ...entry, createdAt: now }));
  const inserted = await insertMissing(suppressions(), rows);
  if (inserted === rows.length) return inserted;
  for (const { address, reason, messageId } of entries.filter((e) => OWN_WORD.includes(e.reason)))
    await suppressions().updateOne(
      { workspaceId, address, reason: { $nin: [...OWN_WORD] } },
      { $set: { reason, messageId, createdAt: now } },
    );
  return inserted;
}

/** Newest first, by id; `after` is the last id of the page before. */
export function listSuppressions(
  workspaceId: ObjectId,
  {
    search,
    reason,
    after,
    limit,
  }: { search?: string; reason?: SuppressionReason; after?: ObjectId; limit: number },
): Promise<SuppressionDocument[]> {
  const query: Filter<SuppressionDocument> = {
    workspaceId,
    ...(search ? { address: { $regex: search.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') } } : {}),
    ...(reason ? { reason } : {}),
    ...(after ? { _id: { $lt: after } } : {}),
  };
  return suppressions().find(query).sort({ _id: -1 }).limit(limit).toArray();
}

/** Every row of a workspace, as the database gives them. */
export const streamSuppressions = (workspaceId: ObjectId): AsyncIterable<SuppressionDocument> =>
  suppressions().find({ workspaceId });

/** The entry that was taken off, or null. */
export const deleteSuppression = (workspaceId: ObjectId, id: ObjectId): Promise<SuppressionDocument | null> =>
  suppressions().findOneAndDelete({ _id: id, workspaceId });

export const toSuppression = (row: SuppressionDocument): Suppression => ({
  id: row._id.toHexString(),
  address: row.address,
  reason: row.reason,
  note: row.note ?? null,
  messageId: row.messageId?.toHexString() ?? null,
  createdAt: row.createdAt,
});

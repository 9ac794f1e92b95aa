import { type ClientSession, type Filter, ObjectId } from 'mongodb';
import { byId, type CreatedSort } from '../../lib/id-cursor.ts';
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

/**
 * The same within a transaction, where a row that is there must not be met with by its unique index. Returns what is new,
 * and those whose own word took the place of another reason.
 * @throws the driver's error for a duplicate key when somebody else adds one of them meanwhile: then all begins anew
 */
export async function insertWithin(
  workspaceId: ObjectId,
  entries: readonly NewSuppression[],
  session: ClientSession,
): Promise<{ added: SuppressionDocument[]; replaced: SuppressionDocument[] }> {
  const now = new Date();
  const addresses = entries.map(({ address }) => address);
  const existing = await suppressions()
    .find({ workspaceId, address: { $in: addresses } }, { session })
    .toArray();
  const reasonOf = new Map(existing.map(({ address, reason }) => [address, reason]));
  const toRow = (entry: NewSuppression) => ({ _id: new ObjectId(), workspaceId, ...entry, createdAt: now });
  const added = entries.filter(({ address }) => !reasonOf.has(address)).map(toRow);
  if (added.length > 0) await suppressions().insertMany(added, { session });
  const replaced = entries
    .filter(({ address, reason }) => {
      const known = reasonOf.get(address);
      return known !== undefined && OWN_WORD.includes(reason) && !OWN_WORD.includes(known);
    })
    .map(toRow);
  for (const { address, reason, messageId } of replaced)
    await suppressions().updateOne(
      { workspaceId, address },
      { $set: { reason, messageId, createdAt: now } },
      { session },
    );
  return { added, replaced };
}

/** Newest first, by id; `after` is the last id of the page before. */
export function listSuppressions(
  workspaceId: ObjectId,
  {
    search,
    reason,
    after,
    sort,
    limit,
  }: { search?: string; reason?: SuppressionReason; after?: ObjectId; sort?: CreatedSort; limit: number },
): Promise<SuppressionDocument[]> {
  const query: Filter<SuppressionDocument> = {
    workspaceId,
    ...(search ? { address: { $regex: search.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') } } : {}),
    ...(reason ? { reason } : {}),
    ...byId(sort, after).filter,
  };
  return suppressions().find(query).sort(byId(sort, after).sort).limit(limit).toArray();
}

/** Every row of a workspace, as the database gives them. */
export const streamSuppressions = (workspaceId: ObjectId): AsyncIterable<SuppressionDocument> =>
  suppressions().find({ workspaceId });

export const findSuppression = (workspaceId: ObjectId, id: ObjectId): Promise<SuppressionDocument | null> =>
  suppressions().findOne({ _id: id, workspaceId });

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

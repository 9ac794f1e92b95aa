import { type Document, MongoServerError, type ObjectId } from 'mongodb';
import { inPages } from '../../../lib/in-pages.ts';
import { collection } from '../../../server/db.ts';
import type { MessageDocument } from '../../campaigns/messages.repository.ts';

/**
 * Rows of every feature, as the database has them: an erasure goes through all of them by one measure, and no feature has
 * to know of it.
 */

const PAGE = 500;

/** Rows of one collection that belong to the workspace. */
export const pagesOf = (name: string, workspaceId: ObjectId): AsyncGenerator<Document[]> =>
  inPages(collection(name).find({ workspaceId }, { batchSize: PAGE }), PAGE);

/** Rows of a collection that names no workspace. */
export const pagesOfAll = (name: string): AsyncGenerator<Document[]> =>
  inPages(collection(name).find({}, { batchSize: PAGE }), PAGE);

/** Names of files uploaded and still there, which name the workspace in their metadata. */
export const filesOf = (workspaceId: ObjectId): Promise<Document[]> =>
  collection('importFiles.files').find({ 'metadata.workspaceId': workspaceId }).toArray();

/** Sets each row's own fields, guarded by what they were read with where the row says when it changed. */
export async function setFields(
  name: string,
  changes: readonly { row: Document; set: Record<string, unknown> }[],
): Promise<void> {
  if (changes.length === 0) return;
  await collection(name).bulkWrite(
    changes.map(({ row, set }) => ({
      updateOne: {
        filter: { _id: row._id, ...(row.updatedAt instanceof Date ? { updatedAt: row.updatedAt } : {}) },
        update: { $set: set },
      },
    })),
    { ordered: false },
  );
}

/** The same for suppressions: one whose number stands there as a hash already goes instead. */
export async function setSuppressions(
  changes: readonly { row: Document; set: { address: string; note: string | null } }[],
): Promise<void> {
  for (const { row, set } of changes)
    try {
      await collection('suppressions').updateOne({ _id: row._id }, { $set: set });
    } catch (error) {
      if (!(error instanceof MongoServerError && error.code === 11_000)) throw error;
      await collection('suppressions').deleteOne({ _id: row._id });
    }
}

export async function deleteRows(name: string, ids: readonly ObjectId[]): Promise<void> {
  if (ids.length > 0) await collection(name).deleteMany({ _id: { $in: [...ids] } });
}

export type MessageTexts = Pick<MessageDocument, '_id' | 'to' | 'failureReason' | 'tries'>;
const messages = () => collection<MessageDocument>('messages');
const texts = { to: 1, failureReason: 1, tries: 1 } as const;

/** The customer's messages, in pages, in the order of an index. */
export const messagesOf = (workspaceId: ObjectId, customerId: ObjectId): AsyncGenerator<MessageTexts[]> =>
  inPages(
    messages().find<MessageTexts>(
      { workspaceId, customerId },
      { projection: texts, sort: { queuedAt: 1 }, batchSize: PAGE },
    ),
    PAGE,
  );

/** Messages that went to an address, whoever they were for: all the workspace's are looked at. */
export const messagesTo = (workspaceId: ObjectId, address: string): AsyncGenerator<MessageTexts[]> =>
  inPages(
    messages().find<MessageTexts>({ workspaceId, to: address }, { projection: texts, batchSize: PAGE }),
    PAGE,
  );

/**
 * Sets the texts of messages, alike ones in one command; when they changed is left as it is, for it says when they are due.
 * Thousands of messages mostly failed for a few reasons, or for none.
 */
export async function setTexts(
  workspaceId: ObjectId,
  changes: readonly ({ id: ObjectId } & Omit<MessageTexts, '_id'>)[],
): Promise<void> {
  const alike = Map.groupBy(changes, ({ id: _id, ...texts }) => JSON.stringify(texts));
  for (const group of alike.values()) {
    const [first] = group;
    if (!first) continue;
    const { id: _id, ...set } = first;
    await messages().updateMany({ workspaceId, _id: { $in: group.map(({ id }) => id) } }, { $set: set });
  }
}

/** What an import's changes say of the customer as they were. */
export async function pullChangesOf(workspaceId: ObjectId, customerId: ObjectId): Promise<void> {
  await collection('importChanges').updateMany({ workspaceId, 'changes.customers.updated.id': customerId }, {
    $pull: { 'changes.customers.updated': { id: customerId } },
  } as Document);
}

/** What changes of many customers' tags say of the tags they had. */
export async function pullTagChangesOf(workspaceId: ObjectId, customerId: ObjectId): Promise<void> {
  await collection('tagChangeBatches').updateMany({ workspaceId, 'rows.id': customerId }, {
    $pull: { rows: { id: customerId } },
  } as Document);
}

/** Campaigns that may be sending: what reads customers and writes messages right now is of one of them. */
export async function activeCampaignIds(workspaceId: ObjectId): Promise<ObjectId[]> {
  const rows = await collection('campaigns')
    .find(
      { workspaceId, status: { $in: ['PREPARING', 'SENDING', 'PAUSED', 'CANCELLED'] } },
      { projection: { _id: 1 }, sort: { createdAt: -1 }, limit: 1_000 },
    )
    .toArray();
  return rows.map((row) => row._id);
}

/** The batches of these campaigns that hold a message for the customer. */
export async function batchesOf(
  workspaceId: ObjectId,
  customerId: ObjectId,
  campaignIds: readonly ObjectId[],
): Promise<{ id: ObjectId; campaignId: ObjectId; batch: number }[]> {
  if (campaignIds.length === 0) return [];
  const rows = await messages()
    .find(
      { workspaceId, campaignId: { $in: [...campaignIds] }, customerId },
      { projection: { campaignId: 1, batch: 1 } },
    )
    .toArray();
  return rows.map(({ _id, campaignId, batch }) => ({ id: _id, campaignId, batch }));
}

/** Which of these messages are with a vendor right now. */
export const isDispatched = async (workspaceId: ObjectId, ids: readonly ObjectId[]): Promise<boolean> =>
  ids.length > 0 &&
  (await collection('dispatches').findOne(
    { workspaceId, messageIds: { $in: [...ids] } },
    { projection: { _id: 1 } },
  )) !== null;

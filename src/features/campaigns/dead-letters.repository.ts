import type { ClientSession, Filter, ObjectId } from 'mongodb';
import { inPages } from '../../lib/in-pages.ts';
import { collection, withTransaction } from '../../server/db.ts';
import { perRow } from '../../server/per-row.ts';
import type { MessageEdit } from './dead-letters.schema.ts';

/** One entry of `history`; those written before there were others than failures name no event. */
export interface HistoryEntry {
  at: string;
  event?: 'TRIED' | 'FAILED' | 'RETRIED' | 'DISCARDED';
  reason?: string;
  attempts?: number;
  edited?: ('to' | 'subject' | 'body')[];
  note?: string | null;
  /** Who decided: `user:<id>` or `key:<id>`. */
  by?: string;
}

export interface DeadLetterDocument {
  _id: ObjectId;
  workspaceId: ObjectId;
  campaignId: ObjectId;
  messageId: ObjectId;
  customerId: ObjectId;
  status: 'OPEN' | 'RETRIED' | 'DISCARDED';
  reason: string;
  /** What was sent; `edit` is what people changed for a retry, and it stands for every later one too. */
  payload: { to: string | null; subject?: string; body?: string; edit?: MessageEdit };
  attempts: number;
  history: HistoryEntry[];
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

export const findDeadLetter = (workspaceId: ObjectId, id: ObjectId): Promise<DeadLetterDocument | null> =>
  deadLetters().findOne({ _id: id, workspaceId });

/** The letters of these messages, by message id. */
export async function findLettersOf(
  workspaceId: ObjectId,
  messageIds: readonly ObjectId[],
): Promise<Map<string, DeadLetterDocument>> {
  const rows = await deadLetters()
    .find({ workspaceId, messageId: { $in: [...messageIds] } })
    .toArray();
  return new Map(rows.map((row) => [row.messageId.toHexString(), row]));
}

/** Takes addresses and texts out of a campaign's letters; why they failed stays, without whom it names. */
export async function forgetLetters(
  workspaceId: ObjectId,
  campaignId: ObjectId,
  impersonal: (reason: string) => string,
): Promise<void> {
  for await (const page of inPages(deadLetters().find({ workspaceId, campaignId }), 500)) {
    if (page.length === 0) return;
    await deadLetters().bulkWrite(
      page.map(({ _id, reason, history }) => ({
        updateOne: {
          filter: { _id, workspaceId },
          update: {
            $set: {
              payload: { to: null },
              reason: impersonal(reason),
              history: history.map((entry) =>
                entry.reason ? { ...entry, reason: impersonal(entry.reason) } : entry,
              ),
            },
          },
        },
      })),
      { ordered: false },
    );
  }
}

/** What people changed of these messages for a retry, by message id. */
export async function findEdits(
  workspaceId: ObjectId,
  messageIds: readonly ObjectId[],
): Promise<Map<string, MessageEdit>> {
  const rows = await deadLetters()
    .find(
      { workspaceId, messageId: { $in: [...messageIds] }, 'payload.edit': { $exists: true } },
      { projection: { messageId: 1, 'payload.edit': 1 } },
    )
    .toArray();
  return new Map(rows.map((row) => [row.messageId.toHexString(), row.payload.edit ?? {}]));
}

/**
 * OPEN → RETRIED, and their messages DEAD → QUEUED for a fresh round of tries, in the caller's transaction. The vendor's
 * id stays: it tells that the vendor had the message, and the next try is then sent under a key of its own.
 * @returns how many messages are queued again
 */
export async function requeueDead(
  workspaceId: ObjectId,
  letters: readonly DeadLetterDocument[],
  { by, edit }: { by: string; edit: MessageEdit },
  session: ClientSession,
): Promise<number> {
  const now = new Date();
  const mine = { workspaceId, _id: { $in: letters.map((l) => l._id) } };
  // Read within the transaction: one that was discarded since it was chosen is not sent.
  const open = await deadLetters()
    .find({ ...mine, status: 'OPEN' }, { session, projection: { messageId: 1 } })
    .toArray();
  const changes = Object.entries(edit).filter(([, value]) => value !== undefined);
  const entry: HistoryEntry = {
    at: now.toISOString(),
    event: 'RETRIED',
    by,
    ...(changes.length > 0 ? { edited: changes.map(([part]) => part as keyof MessageEdit) } : {}),
  };
  await deadLetters().updateMany(
    { ...mine, status: 'OPEN' },
    {
      $set: {
        status: 'RETRIED',
        resolvedAt: now,
        ...Object.fromEntries(changes.map(([part, value]) => [`payload.edit.${part}`, value])),
      },
      $push: { history: entry },
    },
    { session },
  );
  const { modifiedCount } = await collection('messages').updateMany(
    { workspaceId, _id: { $in: open.map((l) => l.messageId) }, status: 'DEAD' },
    {
      $set: {
        status: 'QUEUED',
        attempts: 0,
        failureReason: null,
        tries: null,
        sentAt: null,
        updatedAt: now,
        ...(edit.to === undefined ? {} : { to: edit.to }),
      },
    },
    { session },
  );
  return modifiedCount;
}

export async function discard(
  workspaceId: ObjectId,
  ids: readonly ObjectId[],
  { note, by }: { note: string | null; by: string },
): Promise<number> {
  const now = new Date();
  const result = await deadLetters().updateMany(
    { workspaceId, _id: { $in: [...ids] }, status: 'OPEN' },
    {
      $set: { status: 'DISCARDED', note, resolvedAt: now },
      $push: { history: { at: now.toISOString(), event: 'DISCARDED', note, by } },
    },
  );
  return result.modifiedCount;
}

/** A message that was given up, though its vendor took it: the word of a receipt. */
export interface TakenAfterAll {
  messageId: ObjectId;
  vendorMessageId: string;
  at: Date;
}

/**
 * DEAD → SENT for messages whose vendor never answered and now sends a receipt: it had taken them. Their letters are
 * discarded with the reason, so that nobody sends them again.
 */
export async function reviveDead(taken: readonly TakenAfterAll[], within?: ClientSession): Promise<void> {
  if (taken.length === 0) return;
  const now = new Date();
  const note = 'A receipt says that the vendor took the message after all';
  const messageIds = taken.map((t) => t.messageId);
  const eachOwn = <T>(of: (t: TakenAfterAll) => T) =>
    perRow(new Map(taken.map((t) => [t.messageId.toHexString(), of(t)])));
  const revive = async (session: ClientSession) => {
    await collection('messages').updateMany(
      { _id: { $in: messageIds }, status: 'DEAD', vendorMessageId: null },
      [
        {
          $set: {
            status: 'SENT',
            vendorMessageId: eachOwn((t) => t.vendorMessageId),
            sentAt: eachOwn((t) => t.at),
            failureReason: null,
            updatedAt: now,
          },
        },
      ],
      { session },
    );
    await deadLetters().updateMany(
      { messageId: { $in: messageIds }, status: 'OPEN' },
      {
        $set: { status: 'DISCARDED', note, resolvedAt: now },
        $push: { history: { at: now.toISOString(), event: 'DISCARDED', note } },
      },
      { session },
    );
  };
  await (within ? revive(within) : withTransaction(revive));
}

import { type ClientSession, type Document, type Filter, ObjectId } from 'mongodb';
import { collection, mongoClient } from '../../server/db.ts';
import { insertMissing } from '../../server/insert-missing.ts';
import { idsOf, perRow } from '../../server/per-row.ts';
import type { BounceKind, Message, MessageStatus, SkipReason } from './messages.schema.ts';

/**
 * The send ledger. Every write is set-based and guarded by the status it moves from, so running one twice, late or
 * beside another changes nothing. A batch of 500 is one command: about six times the rate of single updates.
 */
export interface MessageDocument {
  _id: ObjectId;
  workspaceId: ObjectId;
  campaignId: ObjectId;
  customerId: ObjectId;
  batch: number;
  to: string | null;
  status: MessageStatus;
  skipReason?: SkipReason | null;
  attempts: number;
  vendorMessageId?: string | null;
  failureReason?: string | null;
  bounceKind?: BounceKind | null;
  queuedAt: Date;
  /** Quiet hours: not to be sent earlier. */
  notBefore?: Date | null;
  sentAt?: Date | null;
  deliveredAt?: Date | null;
  openedAt?: Date | null;
  clickedAt?: Date | null;
  complainedAt?: Date | null;
  unsubscribedAt?: Date | null;
  updatedAt: Date;
}

export interface DeadLetterInput {
  message: Pick<MessageDocument, '_id' | 'workspaceId' | 'campaignId' | 'customerId' | 'attempts'>;
  reason: string;
  payload: { to: string | null; subject?: string; body?: string };
  /** The vendor's id of the try that failed, when the vendor named it. */
  vendorMessageId?: string;
}

export const messages = () => collection<MessageDocument>('messages');

/** What nobody has told the outcome of yet. */
const STILL_TO_SEND: MessageStatus[] = ['QUEUED', 'SENDING', 'FAILED'];

/** Adds the recipients as QUEUED rows; those the campaign has already are left as they are. Returns how many are new. */
export async function insertQueued(
  workspaceId: ObjectId,
  campaignId: ObjectId,
  batch: number,
  recipients: readonly { customerId: ObjectId; to: string | null }[],
): Promise<number> {
  const now = new Date();
  const rows = recipients.map(
    ({ customerId, to }): MessageDocument => ({
      _id: new ObjectId(),
      workspaceId,
      campaignId,
      customerId,
      batch,
      to,
      status: 'QUEUED',
      attempts: 0,
      queuedAt: now,
      updatedAt: now,
    }),
  );
  return insertMissing(messages(), rows);
}

/**
 * The rows of one batch that are not yet sent for good. What is sent is left out here and not in the query: asked for by
 * equality alone the batch's index answers it whole, whatever the server's planner makes of a status besides.
 */
export async function findBatchToSend(
  workspaceId: ObjectId,
  campaignId: ObjectId,
  batch: number,
): Promise<MessageDocument[]> {
  // In one answer: by itself the server begins with 101 documents.
  const rows = await messages().find({ workspaceId, campaignId, batch }).batchSize(BATCH_READ).toArray();
  return rows.filter((row) => STILL_TO_SEND.includes(row.status));
}

/** A batch holds 500 rows; after a broken preparation it may hold some more. */
const BATCH_READ = 1_000;

/** Moves QUEUED or FAILED rows to SENDING with their new number of attempts; returns the ids that are SENDING now. */
export async function claim(
  workspaceId: ObjectId,
  ids: readonly ObjectId[],
  attempt: number,
): Promise<Set<string>> {
  const all = () => new Set(ids.map((id) => id.toHexString()));
  if (ids.length === 0) return all();
  const { modifiedCount } = await messages().updateMany(
    { _id: { $in: [...ids] }, workspaceId, status: { $in: ['QUEUED', 'FAILED'] } },
    { $set: { status: 'SENDING', attempts: attempt, updatedAt: new Date() } },
  );
  if (modifiedCount === ids.length) return all();
  // Some were cancelled meanwhile, or are SENDING since before a crash.
  const rows = await messages()
    .find({ _id: { $in: [...ids] }, workspaceId, status: 'SENDING' }, { projection: { _id: 1 } })
    .toArray();
  return new Set(rows.map((row) => row._id.toHexString()));
}

/** Rows that will not be sent, by reason; `detail` says which variable or list it was. */
export async function markSkipped(
  workspaceId: ObjectId,
  skips: readonly { id: ObjectId; reason: SkipReason; detail: string | null }[],
): Promise<void> {
  const groups = Map.groupBy(skips, (s) => `${s.reason}|${s.detail ?? ''}`);
  for (const group of groups.values()) {
    const [first] = group;
    if (!first) continue;
    await messages().updateMany(
      { _id: { $in: group.map((s) => s.id) }, workspaceId, status: { $in: STILL_TO_SEND } },
      {
        $set: {
          status: 'SKIPPED',
          skipReason: first.reason,
          failureReason: first.detail,
          updatedAt: new Date(),
        },
      },
    );
  }
}

/** The vendor took these (message id → vendor's id). A row still SENDING may hold the vendor's id of a try that failed; the new one stands. */
export async function markSent(workspaceId: ObjectId, vendorIds: ReadonlyMap<string, string>): Promise<void> {
  if (vendorIds.size === 0) return;
  const ids = idsOf(vendorIds.keys());
  const now = new Date();
  const { matchedCount } = await messages().updateMany(
    { _id: { $in: ids }, workspaceId, status: 'SENDING' },
    [{ $set: { status: 'SENT', vendorMessageId: perRow(vendorIds), sentAt: now, updatedAt: now } }],
  );
  if (matchedCount === ids.length) return;
  // A receipt came first: such a row keeps its later status and only gains what it lacks, mostly nothing.
  await messages().updateMany(
    {
      _id: { $in: ids },
      workspaceId,
      status: { $in: ['SENT', 'DELIVERED', 'BOUNCED', 'DEAD'] },
      $or: [{ vendorMessageId: null }, { sentAt: null }],
    },
    [
      {
        $set: {
          vendorMessageId: { $ifNull: ['$vendorMessageId', perRow(vendorIds)] },
          sentAt: { $ifNull: ['$sentAt', now] },
          updatedAt: now,
        },
      },
    ],
  );
}

/** SENDING rows that failed for a passing reason (message id → reason) wait for their next try. */
export async function markFailed(workspaceId: ObjectId, reasons: ReadonlyMap<string, string>): Promise<void> {
  for (const [reason, entries] of Map.groupBy(reasons, ([, reason]) => reason)) {
    await messages().updateMany(
      { _id: { $in: idsOf(entries.map(([id]) => id)) }, workspaceId, status: 'SENDING' },
      { $set: { status: 'FAILED', failureReason: reason, updatedAt: new Date() } },
    );
  }
}

/** Rows that failed for good, each with its dead letter: both or neither, so that no failure is hidden. */
export async function markDead(letters: readonly DeadLetterInput[]): Promise<number> {
  if (letters.length === 0) return 0;
  let moved = 0;
  await withTransaction(async (session) => {
    const now = new Date();
    moved = 0;
    const ids = letters.map((l) => l.message._id);
    const eachOwn = <T>(of: (letter: DeadLetterInput) => T) =>
      perRow(new Map(letters.map((l) => [l.message._id.toHexString(), of(l)])));
    const result = await messages().updateMany(
      { _id: { $in: ids }, status: { $in: ['SENDING', 'SENT', 'FAILED'] } },
      [
        {
          $set: {
            status: 'DEAD',
            failureReason: eachOwn((l) => l.reason),
            vendorMessageId: {
              $ifNull: [eachOwn((l) => l.vendorMessageId ?? null), '$vendorMessageId', null],
            },
            updatedAt: now,
          },
        },
      ],
      { session },
    );
    moved = result.modifiedCount;
    const dead = await messages()
      .find({ _id: { $in: ids }, status: 'DEAD' }, { session, projection: { _id: 1 } })
      .toArray();
    const deadIds = new Set(dead.map((row) => row._id.toHexString()));
    const buried = letters.filter((l) => deadIds.has(l.message._id.toHexString()));
    if (buried.length === 0) return;
    await collection('deadLetters').bulkWrite(
      buried.map(({ message, reason, payload }) => ({
        updateOne: {
          filter: { workspaceId: message.workspaceId, messageId: message._id },
          update: {
            $set: {
              status: 'OPEN',
              reason,
              // Part by part: an edit made when it was retried stays beside them.
              ...Object.fromEntries(
                Object.entries(payload).map(([part, value]) => [`payload.${part}`, value]),
              ),
              attempts: message.attempts,
              resolvedAt: null,
              note: null,
            },
            $push: {
              history: { at: now.toISOString(), event: 'FAILED', reason, attempts: message.attempts },
            },
            $setOnInsert: { campaignId: message.campaignId, customerId: message.customerId, createdAt: now },
          } as Document,
          upsert: true,
        },
      })),
      { session, ordered: false },
    );
  });
  return moved;
}

/** Counted at one moment: a row that moves while the others are counted would else be missed, or counted twice. */
const AT_ONE_MOMENT = { readConcern: 'snapshot' } as const;

/** The rows of one batch by status; statuses without rows are left out. */
export type BatchCounts = Partial<Record<MessageStatus, number>>;

/** Rows by batch and status, of these batches or of the whole campaign. */
export async function countBatches(
  workspaceId: ObjectId,
  campaignId: ObjectId,
  batches?: readonly number[],
): Promise<Map<number, BatchCounts>> {
  const rows = await messages()
    .aggregate<{ _id: { b: number; s: MessageStatus }; n: number }>(
      [
        { $match: { workspaceId, campaignId, ...(batches ? { batch: { $in: [...batches] } } : {}) } },
        { $group: { _id: { b: '$batch', s: '$status' }, n: { $sum: 1 } } },
      ],
      AT_ONE_MOMENT,
    )
    .toArray();
  const counts = new Map<number, BatchCounts>();
  for (const { _id, n } of rows) counts.set(_id.b, { ...counts.get(_id.b), [_id.s]: n });
  return counts;
}

export async function countSkips(
  workspaceId: ObjectId,
  campaignId: ObjectId,
): Promise<{ reason: SkipReason; detail: string | null; count: number }[]> {
  const rows = await messages()
    .aggregate<{ _id: { reason: SkipReason; detail: string | null }; n: number }>([
      { $match: { workspaceId, campaignId, status: 'SKIPPED' } },
      {
        $group: {
          _id: { reason: '$skipReason', detail: { $ifNull: ['$failureReason', null] } },
          n: { $sum: 1 },
        },
      },
      { $sort: { n: -1 } },
    ])
    .toArray();
  return rows.map((row) => ({ reason: row._id.reason, detail: row._id.detail, count: row.n }));
}

/** Whether any SENT row was touched after `since`: its receipt may yet come, an older one is waited for no longer. */
export const awaitsReceipts = async (
  workspaceId: ObjectId,
  campaignId: ObjectId,
  since: Date,
): Promise<boolean> =>
  (await messages().findOne(
    { workspaceId, campaignId, status: 'SENT', updatedAt: { $gt: since } },
    { projection: { _id: 1 } },
  )) !== null;

/** The batches that hold rows left to send; with `before`, only rows untouched since then. */
export async function findOpenBatches(
  workspaceId: ObjectId,
  campaignId: ObjectId,
  before?: Date,
): Promise<number[]> {
  const match = {
    workspaceId,
    campaignId,
    status: { $in: STILL_TO_SEND },
    ...(before ? { updatedAt: { $lt: before } } : {}),
  };
  const rows = await messages()
    .aggregate<{ _id: number }>([{ $match: match }, { $group: { _id: '$batch' } }, { $sort: { _id: 1 } }])
    .toArray();
  return rows.map((row) => row._id);
}

/** What did not reach its reader: failed for good, or came back. */
const undelivered = (workspaceId: ObjectId, campaignId: ObjectId): Filter<MessageDocument> => ({
  workspaceId,
  campaignId,
  status: { $in: ['DEAD', 'BOUNCED'] },
});

export const hasUndelivered = async (workspaceId: ObjectId, campaignId: ObjectId): Promise<boolean> =>
  (await messages().findOne(undelivered(workspaceId, campaignId), { projection: { _id: 1 } })) !== null;

/** The customers, after an id and in the order of ids, whom a campaign's message did not reach. */
export const walkUndelivered = (
  workspaceId: ObjectId,
  campaignId: ObjectId,
  after: ObjectId | null,
): AsyncIterable<ObjectId> =>
  messages()
    .find(
      { ...undelivered(workspaceId, campaignId), ...(after ? { customerId: { $gt: after } } : {}) },
      { projection: { customerId: 1 } },
    )
    .sort({ customerId: 1 })
    .map((row) => row.customerId);

/** Ends what is not with the vendor yet. Rows being sent right now run their course. */
export async function cancelUnsent(workspaceId: ObjectId, campaignId: ObjectId): Promise<number> {
  const result = await messages().updateMany(
    { workspaceId, campaignId, status: { $in: ['QUEUED', 'FAILED'] } },
    { $set: { status: 'CANCELLED', updatedAt: new Date() } },
  );
  return result.modifiedCount;
}

export const findMessage = (workspaceId: ObjectId, id: ObjectId): Promise<MessageDocument | null> =>
  messages().findOne({ _id: id, workspaceId });

/** Newest first, by id; `after` is the last id of the page before. */
export async function listMessages(
  workspaceId: ObjectId,
  filter: { campaignId?: ObjectId; customerId?: ObjectId; status?: MessageStatus },
  page: { limit: number; after?: ObjectId },
): Promise<MessageDocument[]> {
  const query: Filter<MessageDocument> = {
    workspaceId,
    ...filter,
    ...(page.after ? { _id: { $lt: page.after } } : {}),
  };
  return messages().find(query).sort({ _id: -1 }).limit(page.limit).toArray();
}

export const toMessage = (row: MessageDocument): Message => ({
  id: row._id.toHexString(),
  campaignId: row.campaignId.toHexString(),
  customerId: row.customerId.toHexString(),
  to: row.to,
  status: row.status,
  skipReason: row.skipReason ?? null,
  attempts: row.attempts,
  vendorMessageId: row.vendorMessageId ?? null,
  queuedAt: row.queuedAt,
  sentAt: row.sentAt ?? null,
  deliveredAt: row.deliveredAt ?? null,
  failureReason: row.failureReason ?? null,
  bounceKind: row.bounceKind ?? null,
  notBefore: row.notBefore ?? null,
  openedAt: row.openedAt ?? null,
  clickedAt: row.clickedAt ?? null,
  complainedAt: row.complainedAt ?? null,
  unsubscribedAt: row.unsubscribedAt ?? null,
});

async function withTransaction(work: (session: ClientSession) => Promise<void>): Promise<void> {
  await mongoClient().withSession((session) => session.withTransaction(() => work(session)));
}

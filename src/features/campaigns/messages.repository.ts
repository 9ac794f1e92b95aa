import { type ClientSession, type Document, type Filter, ObjectId } from 'mongodb';
import { inPages } from '../../lib/in-pages.ts';
import { collection, withTransaction } from '../../server/db.ts';
import { insertMissing } from '../../server/insert-missing.ts';
import { idsOf, perRow } from '../../server/per-row.ts';
import { findDispatched } from './dispatches.repository.ts';
import type { BounceKind, Message, SkipReason, StoredStatus } from './messages.schema.ts';

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
  status: StoredStatus;
  /** A, B …, in a campaign with several texts. */
  variant?: string | null;
  skipReason?: SkipReason | null;
  attempts: number;
  vendorMessageId?: string | null;
  failureReason?: string | null;
  /** Failed tries of the present round, oldest first. */
  tries?: FailedTry[] | null;
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

export interface FailedTry {
  /** ISO 8601. */
  at: string;
  attempts: number;
  reason: string;
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
export const STILL_TO_SEND: StoredStatus[] = ['QUEUED', 'FAILED'];

/** Adds the recipients as QUEUED rows; those the campaign has already are left as they are. Returns how many are new. */
export async function insertQueued(
  workspaceId: ObjectId,
  campaignId: ObjectId,
  batch: number,
  recipients: readonly { customerId: ObjectId; to: string | null; variant?: string | null }[],
): Promise<number> {
  const now = new Date();
  const rows = recipients.map(
    ({ customerId, to, variant }): MessageDocument => ({
      _id: new ObjectId(),
      workspaceId,
      campaignId,
      customerId,
      batch,
      to,
      ...(variant ? { variant } : {}),
      status: 'QUEUED',
      attempts: 0,
      queuedAt: now,
      updatedAt: now,
    }),
  );
  return insertMissing(messages(), rows);
}

/** All rows of one batch, by its own index. */
export const findBatch = (
  workspaceId: ObjectId,
  campaignId: ObjectId,
  batch: number,
): Promise<MessageDocument[]> =>
  // In one answer: by itself the server begins with 101 documents.
  messages().find({ workspaceId, campaignId, batch }).batchSize(BATCH_READ).toArray();

/**
 * The rows of one batch that are not yet sent for good. What is sent is left out here and not in the query: asked for by
 * equality alone the batch's index answers it whole, whatever the server's planner makes of a status besides.
 */
export const findBatchToSend = async (
  workspaceId: ObjectId,
  campaignId: ObjectId,
  batch: number,
): Promise<MessageDocument[]> =>
  (await findBatch(workspaceId, campaignId, batch)).filter((row) => STILL_TO_SEND.includes(row.status));

/** A batch holds 500 rows; after a broken preparation it may hold some more. */
const BATCH_READ = 1_000;

/** Rows that will not be sent, by reason; `detail` says which variable or list it was. */
export async function markSkipped(
  workspaceId: ObjectId,
  skips: readonly { id: ObjectId; reason: SkipReason; detail: string | null }[],
  session?: ClientSession,
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
      { session },
    );
  }
}

/** What the vendor said of a message, and the number of the try it answers. */
export interface Answered {
  attempts: number;
}

/** The vendor took these, by message id. A row may hold the vendor's id of a try that failed; the new one stands. */
export async function markSent(
  workspaceId: ObjectId,
  sent: ReadonlyMap<string, Answered & { vendorMessageId: string }>,
  session?: ClientSession,
): Promise<void> {
  if (sent.size === 0) return;
  const ids = idsOf(sent.keys());
  const now = new Date();
  const attempts = perRow(mapValues(sent, (s) => s.attempts));
  const vendorMessageId = perRow(mapValues(sent, (s) => s.vendorMessageId));
  const { matchedCount } = await messages().updateMany(
    { _id: { $in: ids }, workspaceId, status: { $in: STILL_TO_SEND } },
    [{ $set: { status: 'SENT', attempts, vendorMessageId, sentAt: now, updatedAt: now } }],
    { session },
  );
  if (matchedCount === ids.length) return;
  // A receipt came first: such a row keeps its later status and only gains what it lacks, mostly nothing.
  await messages().updateMany(
    {
      _id: { $in: ids },
      workspaceId,
      status: { $in: ['SENT', 'DELIVERED', 'BOUNCED', 'DEAD'] },
      $or: [{ vendorMessageId: null }, { sentAt: null }, { attempts: 0 }],
    },
    [
      {
        $set: {
          attempts: { $max: ['$attempts', attempts] },
          vendorMessageId: { $ifNull: ['$vendorMessageId', vendorMessageId] },
          sentAt: { $ifNull: ['$sentAt', now] },
          updatedAt: now,
        },
      },
    ],
    { session },
  );
}

/** Rows that failed for a passing reason, by message id, wait for their next try. */
export async function markFailed(
  workspaceId: ObjectId,
  failed: ReadonlyMap<string, Answered & { reason: string }>,
): Promise<void> {
  if (failed.size === 0) return;
  const now = new Date();
  const attempts = perRow(mapValues(failed, (f) => f.attempts));
  const reason = perRow(mapValues(failed, (f) => f.reason));
  const thisTry = { at: { $literal: now.toISOString() }, attempts, reason };
  await messages().updateMany(
    { _id: { $in: idsOf(failed.keys()) }, workspaceId, status: { $in: STILL_TO_SEND } },
    [
      {
        $set: {
          status: 'FAILED',
          attempts,
          failureReason: reason,
          tries: { $concatArrays: [{ $ifNull: ['$tries', []] }, [thisTry]] },
          updatedAt: now,
        },
      },
    ],
  );
}

/** Rows that failed for good, each with its dead letter: both or neither, so that no failure is hidden. Returns how many moved. */
export async function markDead(
  letters: readonly DeadLetterInput[],
  session?: ClientSession,
): Promise<number> {
  if (letters.length === 0) return 0;
  return session ? buryIn(session, letters) : withTransaction((own) => buryIn(own, letters));
}

async function buryIn(session: ClientSession, letters: readonly DeadLetterInput[]): Promise<number> {
  const now = new Date();
  const ids = letters.map((l) => l.message._id);
  const eachOwn = <T>(of: (letter: DeadLetterInput) => T) =>
    perRow(new Map(letters.map((l) => [l.message._id.toHexString(), of(l)])));
  const result = await messages().updateMany(
    { _id: { $in: ids }, status: { $in: [...STILL_TO_SEND, 'SENT'] } },
    [
      {
        $set: {
          status: 'DEAD',
          attempts: eachOwn((l) => l.message.attempts),
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
  const dead = await messages()
    .find({ _id: { $in: ids }, status: 'DEAD' }, { session, projection: { tries: 1 } })
    .toArray();
  const triesOf = new Map(dead.map((row) => [row._id.toHexString(), row.tries ?? []]));
  const buried = letters.filter((l) => triesOf.has(l.message._id.toHexString()));
  if (buried.length === 0) return result.modifiedCount;
  await collection('deadLetters').bulkWrite(
    buried.map(({ message, reason, payload }) => ({
      updateOne: {
        filter: { workspaceId: message.workspaceId, messageId: message._id },
        update: {
          $set: {
            status: 'OPEN',
            reason,
            // Part by part: an edit made when it was retried stays beside them.
            ...Object.fromEntries(Object.entries(payload).map(([part, value]) => [`payload.${part}`, value])),
            attempts: message.attempts,
            resolvedAt: null,
            note: null,
          },
          $push: {
            history: {
              $each: [
                ...(triesOf.get(message._id.toHexString()) ?? []).map((t) => ({ ...t, event: 'TRIED' })),
                { at: now.toISOString(), event: 'FAILED', reason, attempts: message.attempts },
              ],
            },
          },
          $setOnInsert: { campaignId: message.campaignId, customerId: message.customerId, createdAt: now },
        } as Document,
        upsert: true,
      },
    })),
    { session, ordered: false },
  );
  return result.modifiedCount;
}

/** Counted at one moment: a row that moves while the others are counted would else be missed, or counted twice. */
const AT_ONE_MOMENT = { readConcern: 'snapshot' } as const;

/** The rows of one batch by status; statuses without rows are left out. */
export type BatchCounts = Partial<Record<StoredStatus, number>>;

/** Rows by batch and status, of these batches or of the whole campaign. */
export async function countBatches(
  workspaceId: ObjectId,
  campaignId: ObjectId,
  batches?: readonly number[],
): Promise<Map<number, BatchCounts>> {
  const rows = await messages()
    .aggregate<{ _id: { b: number; s: StoredStatus }; n: number }>(
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

/**
 * Ends what is not with the vendor yet; what is being sent right now runs its course. To be called once the campaign has
 * ended: who dispatches a batch looks at the campaign afterwards, so one of the two sees the other.
 */
export async function cancelUnsent(workspaceId: ObjectId, campaignId: ObjectId): Promise<number> {
  const dispatched = await findDispatched({ workspaceId, campaignId });
  const result = await messages().updateMany(
    {
      workspaceId,
      campaignId,
      status: { $in: STILL_TO_SEND },
      ...(dispatched.length > 0 ? { _id: { $nin: dispatched } } : {}),
    },
    { $set: { status: 'CANCELLED', updatedAt: new Date() } },
  );
  return result.modifiedCount;
}

export const findMessage = (workspaceId: ObjectId, id: ObjectId): Promise<MessageDocument | null> =>
  messages().findOne({ _id: id, workspaceId });

/** Of these rows, those that are as `reached` says. */
export const findReached = (
  workspaceId: ObjectId,
  ids: readonly ObjectId[],
  reached: Filter<MessageDocument>,
  session: ClientSession,
): Promise<MessageDocument[]> =>
  messages()
    .find({ _id: { $in: [...ids] }, workspaceId, ...reached }, { session, projection: { tries: 0 } })
    .batchSize(BATCH_READ)
    .toArray();

/** One customer's, newest first by id; `after` is the last id of the page before. */
export const listMessagesOf = (
  workspaceId: ObjectId,
  customerId: ObjectId,
  page: { limit: number; after?: ObjectId },
): Promise<MessageDocument[]> =>
  messages()
    .find({ workspaceId, customerId, ...(page.after ? { _id: { $lt: page.after } } : {}) })
    .sort({ _id: -1 })
    .limit(page.limit)
    .toArray();

/** All messages of a customer, oldest first. */
export const pagesOfCustomer = (
  workspaceId: ObjectId,
  customerId: ObjectId,
  size: number,
): AsyncGenerator<MessageDocument[]> =>
  inPages(messages().find({ workspaceId, customerId }, { sort: { queuedAt: 1 }, batchSize: size }), size);

/** The number of the campaign's last batch; -1 when it has none. */
export const lastBatch = async (workspaceId: ObjectId, campaignId: ObjectId): Promise<number> =>
  (await messages().findOne({ workspaceId, campaignId }, { projection: { batch: 1 }, sort: { batch: -1 } }))
    ?.batch ?? -1;

/** Takes addresses out of a batch's messages, and out of what was said of them. When they changed stays as it is. */
export async function forgetBatch(
  workspaceId: ObjectId,
  campaignId: ObjectId,
  batch: number,
  impersonal: (reason: string) => string,
): Promise<void> {
  const rows = (await findBatch(workspaceId, campaignId, batch)).filter((row) => row.to !== null);
  if (rows.length === 0) return;
  const reasons = rows.flatMap(({ _id, failureReason, tries }) => {
    if (!failureReason && !tries) return [];
    const set = {
      failureReason: failureReason ? impersonal(failureReason) : null,
      tries: tries?.map((t) => ({ ...t, reason: impersonal(t.reason) })) ?? null,
    };
    return [{ updateOne: { filter: { _id, workspaceId }, update: { $set: set } } }];
  });
  if (reasons.length > 0) await messages().bulkWrite(reasons, { ordered: false });
  // Last, for by the address a run that was broken off knows what is left to do.
  await messages().updateMany(
    { workspaceId, _id: { $in: rows.map((row) => row._id) } },
    { $set: { to: null } },
  );
}

/** As others see it: a message that is with the vendor is SENDING. */
export const toMessage = (row: MessageDocument, dispatched: ReadonlySet<string>): Message => ({
  id: row._id.toHexString(),
  campaignId: row.campaignId.toHexString(),
  customerId: row.customerId.toHexString(),
  to: row.to,
  status:
    STILL_TO_SEND.includes(row.status) && dispatched.has(row._id.toHexString()) ? 'SENDING' : row.status,
  variant: row.variant ?? null,
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

const mapValues = <T, U>(map: ReadonlyMap<string, T>, of: (value: T) => U): Map<string, U> =>
  new Map(Array.from(map, ([key, value]) => [key, of(value)]));

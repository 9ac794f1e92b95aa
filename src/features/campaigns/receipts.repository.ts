import type { ClientSession } from 'mongodb';
import { idsOf, perRow } from '../../server/per-row.ts';
import { findBatch, type MessageDocument, messages, STILL_TO_SEND } from './messages.repository.ts';
import type { BounceKind, StoredStatus } from './messages.schema.ts';
import type { ReaderEvent } from './receipts.schema.ts';

/** A receipt as the ledger takes it: of a message that exists, with the vendor's own time. */
export interface ReceiptUpdate {
  messageId: string;
  /** Set only where the row has none of this try yet: each row's own value is what makes an update costly. */
  vendorMessageId: string | null;
  at: Date;
  reason: string | null;
  bounceKind: BounceKind;
}

export type ReceiptRow = Pick<
  MessageDocument,
  | '_id'
  | 'workspaceId'
  | 'campaignId'
  | 'customerId'
  | 'batch'
  | 'status'
  | 'attempts'
  | 'to'
  | 'vendorMessageId'
  | 'bounceKind'
>;

/** The rows with these ids, in any workspace: receipts name no workspace, their signature vouches for them. */
export const findForReceipts = (ids: readonly string[]): Promise<ReceiptRow[]> =>
  messages()
    .find({ _id: { $in: idsOf(ids) } }, { batchSize: ids.length + 1 })
    .toArray();

/** Receipts of one request are mostly of one batch, and a batch is read in a third of the time of so many ids. */
const WORTH_A_BATCH = 100;

/** The same rows, given one of them. */
export async function findAlike(
  first: ReceiptRow | undefined,
  ids: readonly string[],
): Promise<ReceiptRow[]> {
  if (!first || ids.length < WORTH_A_BATCH) return findForReceipts(ids);
  const { workspaceId, campaignId, batch } = first;
  const missing = new Set(ids);
  const batchRows = await findBatch(workspaceId, campaignId, batch);
  const rows = batchRows.filter((row) => missing.delete(row._id.toHexString()));
  return missing.size === 0 ? rows : [...rows, ...(await findForReceipts([...missing]))];
}

/** What receipts may move. Later statuses stay as they are. */
const receivable = (status: 'SENT' | 'DELIVERED' | 'BOUNCED'): StoredStatus[] =>
  status === 'SENT' ? STILL_TO_SEND : [...STILL_TO_SEND, 'SENT'];

/** Applies receipts of one kind, forwards only. Returns how many rows moved. */
export async function applyReceiptStatus(
  status: 'SENT' | 'DELIVERED' | 'BOUNCED',
  updates: readonly ReceiptUpdate[],
  session?: ClientSession,
): Promise<number> {
  const groups = Map.groupBy(updates, (u) => u.vendorMessageId !== null);
  let moved = 0;
  for (const group of groups.values()) moved += await applyAlike(status, group, session);
  return moved;
}

/** Receipts that all set the vendor's id, or all leave it. */
async function applyAlike(
  status: 'SENT' | 'DELIVERED' | 'BOUNCED',
  updates: readonly ReceiptUpdate[],
  session?: ClientSession,
): Promise<number> {
  const eachOwn = <T>(of: (update: ReceiptUpdate) => T) =>
    perRow(new Map(updates.map((u) => [u.messageId, of(u)])));
  const at = eachOwn((u) => u.at);
  const vendorMessageId = eachOwn((u) => u.vendorMessageId);
  const result = await messages().updateMany(
    { _id: { $in: idsOf(new Set(updates.map((u) => u.messageId))) }, status: { $in: receivable(status) } },
    [
      {
        $set: {
          status,
          ...(updates[0]?.vendorMessageId == null
            ? {}
            : {
                vendorMessageId: {
                  $cond: [
                    { $eq: ['$status', 'SENT'] },
                    { $ifNull: ['$vendorMessageId', vendorMessageId] },
                    vendorMessageId,
                  ],
                },
              }),
          sentAt: { $ifNull: ['$sentAt', at] },
          ...(status === 'DELIVERED' ? { deliveredAt: at } : {}),
          ...(status === 'BOUNCED' ? { bounceKind: eachOwn((u) => u.bounceKind) } : {}),
          failureReason: eachOwn((u) => u.reason),
          updatedAt: new Date(),
        },
      },
    ],
    { session },
  );
  return result.modifiedCount;
}

const eventFields = {
  OPENED: 'openedAt',
  CLICKED: 'clickedAt',
  COMPLAINED: 'complainedAt',
  UNSUBSCRIBED: 'unsubscribedAt',
} as const satisfies Record<ReaderEvent, keyof MessageDocument>;

/** Keeps when readers did something: the first time counts, in whatever order it is told. */
export async function recordReaderEvent(
  event: ReaderEvent,
  moments: readonly { messageId: string; at: Date }[],
  session?: ClientSession,
): Promise<void> {
  const first = new Map<string, Date>();
  for (const { messageId, at } of moments) {
    const known = first.get(messageId);
    if (!known || at < known) first.set(messageId, at);
  }
  const field = eventFields[event];
  await messages().updateMany(
    { _id: { $in: idsOf(first.keys()) } },
    [{ $set: { [field]: { $min: [`$${field}`, perRow(first)] } } }],
    { session },
  );
}

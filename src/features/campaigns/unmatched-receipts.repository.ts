import { createHash } from 'node:crypto';
import { ObjectId } from 'mongodb';
import { behind } from '../../server/behind.ts';
import { collection } from '../../server/db.ts';
import type { Receipt } from './receipts.schema.ts';

/** Kept a month (by an index that expires them). They name no workspace: who sent them is all that is known. */
export interface UnmatchedReceiptDocument {
  _id: ObjectId;
  messageId: string;
  vendorMessageId: string;
  status: string;
  reason: string | null;
  timestamp: Date;
  receivedAt: Date;
}

const unmatchedReceipts = () => collection<UnmatchedReceiptDocument>('unmatchedReceipts');

/** Keeps receipts that named no message; one that is told again, or by a job that runs again, is kept once. */
export async function keepUnmatched(receipts: readonly Receipt[]): Promise<void> {
  if (receipts.length === 0) return;
  const receivedAt = new Date();
  await unmatchedReceipts().bulkWrite(
    receipts.map(({ messageId, vendorMessageId, status, reason, timestamp }) => ({
      updateOne: {
        filter: { _id: idOf({ messageId, vendorMessageId, status, timestamp }) },
        update: {
          $setOnInsert: {
            messageId,
            vendorMessageId,
            status,
            reason: reason ?? null,
            timestamp: new Date(timestamp),
            receivedAt,
          },
        },
        upsert: true,
      },
    })),
    { ordered: false },
  );
}

/** The same words, the same id. */
const idOf = (receipt: Omit<Receipt, 'reason'>): ObjectId =>
  new ObjectId(createHash('sha256').update(JSON.stringify(receipt)).digest().subarray(0, 12));

/** Newest first; `after` is the last one of the page before. */
export const listUnmatched = (page: {
  limit: number;
  after?: { receivedAt: Date; id: ObjectId };
}): Promise<UnmatchedReceiptDocument[]> =>
  unmatchedReceipts()
    .find(
      page.after
        ? {
            $and: behind(
              'receivedAt',
              { value: page.after.receivedAt, id: page.after.id },
              { descending: true },
            ),
          }
        : {},
    )
    .sort({ receivedAt: -1, _id: -1 })
    .limit(page.limit)
    .toArray();

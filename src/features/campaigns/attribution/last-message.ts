import type { ObjectId } from 'mongodb';
import type { MessageDocument } from '../messages.repository.ts';

/** An order counts for the last message that reached its customer, when that was at most so many days before. */
export const ATTRIBUTION_DAYS = 7;

const DAY_MS = 86_400_000;

/** A message that reached somebody, and when. */
export interface ReachedMessage {
  messageId: ObjectId;
  campaignId: ObjectId;
  customerId: ObjectId;
  variant: string | null;
  at: Date;
}

type Row = Pick<
  MessageDocument,
  '_id' | 'campaignId' | 'customerId' | 'status' | 'sentAt' | 'deliveredAt'
> & {
  variant?: string | null;
};

/**
 * When a message reached its reader: when it was delivered, or, as long as nobody has told that, when it was sent, since
 * there are vendors that never tell. Null of what did not reach anybody: it bounced, failed, or was never sent.
 */
export function reachedAt({ status, sentAt, deliveredAt }: Pick<Row, 'status' | 'sentAt' | 'deliveredAt'>) {
  if (status === 'DELIVERED') return deliveredAt ?? sentAt ?? null;
  return status === 'SENT' ? (sentAt ?? null) : null;
}

export function toReached(row: Row): ReachedMessage | null {
  const at = reachedAt(row);
  const { _id: messageId, campaignId, customerId, variant } = row;
  return at && { messageId, campaignId, customerId, variant: variant ?? null, at };
}

/**
 * The message an order is counted for: of all that reached the customer the last one before it (at that very moment is
 * before), unless it is more than `days` days older than the order. So no order counts twice, however many campaigns spoke to
 * its customer. Of two at one moment it is the one with the later id.
 * @param messages all that reached this customer, in any order
 */
export function lastMessageBefore(
  messages: readonly ReachedMessage[],
  placedAt: Date,
  days: number,
): ReachedMessage | null {
  let last: ReachedMessage | null = null;
  for (const message of messages)
    if (message.at <= placedAt && (!last || isLater(message, last))) last = message;
  return last && placedAt.getTime() - last.at.getTime() <= days * DAY_MS ? last : null;
}

const isLater = (a: ReachedMessage, b: ReachedMessage): boolean =>
  a.at.getTime() === b.at.getTime()
    ? a.messageId.toHexString() > b.messageId.toHexString()
    : a.at.getTime() > b.at.getTime();

import type { ClientSession, ObjectId } from 'mongodb';
import { findDispatched } from './dispatches.repository.ts';
import { messages, STILL_TO_SEND } from './messages.repository.ts';

/** What the ledger says of customers and addresses over all campaigns of a workspace. */

/**
 * How many messages each customer had since `since`, or is about to have: those handed to a vendor then and those that
 * are being sent, of other campaigns than `campaignId`. What failed for good reached nobody and does not count.
 * @returns counts by customer id; who had none is not in it
 */
export async function countRecentMessages(
  workspaceId: ObjectId,
  customerIds: readonly ObjectId[],
  since: Date,
  campaignId: ObjectId,
): Promise<Map<string, number>> {
  if (customerIds.length === 0) return new Map();
  const dispatched = await findDispatched({ workspaceId });
  const rows = await messages()
    .aggregate<{ _id: ObjectId; n: number }>([
      {
        $match: {
          workspaceId,
          customerId: { $in: [...customerIds] },
          campaignId: { $ne: campaignId },
          $or: [
            { sentAt: { $gte: since }, status: { $ne: 'DEAD' } },
            // Chosen to be sent and not there yet: a retry is in between two tries.
            { status: 'FAILED' },
            { status: 'QUEUED', _id: { $in: dispatched } },
          ],
        },
      },
      { $group: { _id: '$customerId', n: { $sum: 1 } } },
    ])
    .toArray();
  return new Map(rows.map(({ _id, n }) => [_id.toHexString(), n]));
}

/** How many soft bounces in a row, with no delivery after them, each of these customers' addresses has. */
export async function countSoftBounces(
  workspaceId: ObjectId,
  recipients: readonly { customerId: ObjectId; to: string }[],
): Promise<Map<string, number>> {
  if (recipients.length === 0) return new Map();
  const rows = await messages()
    .find(
      {
        workspaceId,
        customerId: { $in: recipients.map((r) => r.customerId) },
        to: { $in: recipients.map((r) => r.to) },
        $or: [{ status: 'DELIVERED' }, { status: 'BOUNCED', bounceKind: 'SOFT' }],
      },
      { projection: { to: 1, status: 1, sentAt: 1 } },
    )
    .toArray();
  const counts = new Map<string, number>();
  for (const [to, own] of Map.groupBy(rows, (row) => row.to ?? '')) {
    const latest = own.toSorted((a, b) => (b.sentAt?.getTime() ?? 0) - (a.sentAt?.getTime() ?? 0));
    const delivery = latest.findIndex((row) => row.status === 'DELIVERED');
    counts.set(to, delivery === -1 ? latest.length : delivery);
  }
  return counts;
}

/** Rows that must not be sent before the moment given with each (message id → moment); they stay as they are else. */
export async function holdUntil(
  workspaceId: ObjectId,
  rows: readonly { id: ObjectId; notBefore: Date }[],
): Promise<void> {
  for (const [moment, group] of Map.groupBy(rows, (row) => row.notBefore.getTime()))
    await messages().updateMany(
      { _id: { $in: group.map((row) => row.id) }, workspaceId, status: { $in: STILL_TO_SEND } },
      { $set: { notBefore: new Date(moment) } },
    );
}

/** Those of these customers for whom the ledger has any message, sent or not. */
export async function customersWithMessages(
  workspaceId: ObjectId,
  customerIds: readonly ObjectId[],
  session: ClientSession,
): Promise<ObjectId[]> {
  if (customerIds.length === 0) return [];
  const rows = await messages()
    .aggregate<{ _id: ObjectId }>(
      [
        { $match: { workspaceId, customerId: { $in: [...customerIds] } } },
        { $group: { _id: '$customerId' } },
      ],
      { session },
    )
    .toArray();
  return rows.map((row) => row._id);
}

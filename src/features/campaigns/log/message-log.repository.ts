import type { ObjectId } from 'mongodb';
import { type MessageDocument, messages } from '../messages.repository.ts';
import type { StoredStatus } from '../messages.schema.ts';

/**
 * A campaign's rows for its log. Only what an index answers by equality is asked for: a sorted page of a quarter of a
 * million rows takes a second (the whole campaign is sorted for it), some batches of 500 a few milliseconds each.
 */
interface OfCampaign {
  workspaceId: ObjectId;
  campaignId: ObjectId;
}

/** All rows of these batches, in no order. */
export const findBatches = (of: OfCampaign, batches: readonly number[]): Promise<MessageDocument[]> =>
  messages()
    .find({ ...of, batch: { $in: [...batches] } })
    // In one answer: by itself the server begins with 101 documents.
    .batchSize(batches.length * 1_000)
    .toArray();

/** All rows in one of these statuses: to be asked only where they are not many. */
export const findInStatus = (
  of: OfCampaign,
  statuses: readonly StoredStatus[],
  atMost: number,
): Promise<MessageDocument[]> =>
  messages()
    .find({ ...of, status: { $in: [...statuses] } })
    .limit(atMost)
    .batchSize(atMost + 1)
    .toArray();

/** The rows of these people. */
export const findOfCustomers = (
  of: OfCampaign,
  customerIds: readonly ObjectId[],
): Promise<MessageDocument[]> =>
  customerIds.length === 0
    ? Promise.resolve([])
    : messages()
        .find({ ...of, customerId: { $in: [...customerIds] } })
        .batchSize(customerIds.length + 1)
        .toArray();

/** Those of these rows that are the campaign's. */
export const findRows = (of: OfCampaign, ids: readonly ObjectId[]): Promise<MessageDocument[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : messages()
        .find({ _id: { $in: [...ids] }, ...of })
        .batchSize(ids.length + 1)
        .toArray();

/** Why messages failed or came back, by status and the vendor's words, the most frequent first. */
export async function countFailureReasons(
  of: OfCampaign,
  limit: number,
): Promise<{ status: StoredStatus; reason: string; count: number }[]> {
  const rows = await messages()
    .aggregate<{ _id: { s: StoredStatus; r: string | null }; n: number }>([
      { $match: { ...of, status: { $in: ['FAILED', 'DEAD', 'BOUNCED'] } } },
      { $group: { _id: { s: '$status', r: '$failureReason' }, n: { $sum: 1 } } },
      { $sort: { n: -1 } },
      { $limit: limit },
    ])
    .toArray();
  return rows.flatMap(({ _id, n }) => (_id.r ? [{ status: _id.s, reason: _id.r, count: n }] : []));
}

import type { ObjectId } from 'mongodb';
import { collection } from '../../server/db.ts';
import type { MessageStatus } from '../campaigns/messages.schema.ts';

export async function findLaunchedSince(workspaceId: ObjectId, since: Date): Promise<ObjectId[]> {
  const rows = await collection('campaigns')
    .find({ workspaceId, launchedAt: { $gte: since } }, { projection: { _id: 1 } })
    .toArray();
  return rows.map((row) => row._id);
}

/** The rows of these campaigns by status. By campaign, because an index holds both: no message itself is read. */
export async function countMessages(
  workspaceId: ObjectId,
  campaignIds: readonly ObjectId[],
): Promise<Partial<Record<MessageStatus, number>>> {
  if (campaignIds.length === 0) return {};
  const rows = await collection('messages')
    .aggregate<{ _id: MessageStatus; n: number }>(
      [
        { $match: { workspaceId, campaignId: { $in: [...campaignIds] } } },
        { $group: { _id: '$status', n: { $sum: 1 } } },
      ],
      { readConcern: 'snapshot' },
    )
    .toArray();
  return Object.fromEntries(rows.map((row) => [row._id, row.n]));
}

export const countOpenFailures = (workspaceId: ObjectId): Promise<number> =>
  collection('deadLetters').countDocuments({ workspaceId, status: 'OPEN' });

export async function findAudienceNames(
  workspaceId: ObjectId,
  ids: readonly ObjectId[],
): Promise<Map<string, string>> {
  const rows = await collection<{ _id: ObjectId; workspaceId: ObjectId; name: string }>('audiences')
    .find({ workspaceId, _id: { $in: [...ids] } }, { projection: { name: 1 } })
    .toArray();
  return new Map(rows.map((row) => [row._id.toHexString(), row.name]));
}

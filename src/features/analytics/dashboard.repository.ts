import type { ObjectId } from 'mongodb';
import { collection } from '../../server/db.ts';

export async function findAudienceNames(
  workspaceId: ObjectId,
  ids: readonly ObjectId[],
): Promise<Map<string, string>> {
  const rows = await collection<{ _id: ObjectId; workspaceId: ObjectId; name: string }>('audiences')
    .find({ workspaceId, _id: { $in: [...ids] } }, { projection: { name: 1 } })
    .toArray();
  return new Map(rows.map((row) => [row._id.toHexString(), row.name]));
}

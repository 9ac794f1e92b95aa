import type { ObjectId } from 'mongodb';
import { collection } from '../../../server/db.ts';

const PAGE = 2_000;

/** Deletes some events of the audit log of before a moment; false when none was left. */
export async function deleteSomeEvents(workspaceId: ObjectId, before: Date): Promise<boolean> {
  const events = collection('auditEvents');
  const some = await events
    .find({ workspaceId, createdAt: { $lt: before } }, { projection: { _id: 1 }, limit: PAGE })
    .toArray();
  if (some.length === 0) return false;
  await events.deleteMany({ workspaceId, _id: { $in: some.map((row) => row._id) } });
  return true;
}

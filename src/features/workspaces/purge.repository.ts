import { type ClientSession, type Document, ObjectId } from 'mongodb';
import { collection } from '../../server/db.ts';

/** Marks the workspace deleted and takes away at once what lets anybody in; false when somebody was quicker. */
export async function shutWorkspace(
  workspaceId: ObjectId,
  now: Date,
  session: ClientSession,
): Promise<boolean> {
  const marked = await collection<{ _id: ObjectId; deletedAt: Date | null }>('workspaces').updateOne(
    { _id: workspaceId, deletedAt: null },
    { $set: { deletedAt: now } },
    { session },
  );
  if (marked.matchedCount === 0) return false;
  for (const name of ['memberships', 'apiKeys', 'invitations'])
    await collection(name).deleteMany({ workspaceId }, { session });
  return true;
}

export const findDeletedAt = async (workspaceId: ObjectId): Promise<Date | null> =>
  (await collection<{ _id: ObjectId; deletedAt: Date | null }>('workspaces').findOne({ _id: workspaceId }))
    ?.deletedAt ?? null;

/** Workspaces that are deleted and not gone yet. */
export async function findShutIds(): Promise<string[]> {
  const rows = await collection<{ _id: ObjectId; deletedAt: Date | null }>('workspaces')
    .find({ deletedAt: { $ne: null } }, { projection: { _id: 1 } })
    .toArray();
  return rows.map(({ _id }) => _id.toHexString());
}

/** Deletes up to `limit` of the workspace's rows. @returns how many there were */
export async function deleteSomeRows(name: string, workspaceId: ObjectId, limit: number): Promise<number> {
  const rows = await collection<Document & { _id: ObjectId }>(name)
    .find({ workspaceId }, { projection: { _id: 1 }, limit })
    .toArray();
  if (rows.length === 0) return 0;
  await collection(name).deleteMany({ _id: { $in: rows.map(({ _id }) => _id) }, workspaceId });
  return rows.length;
}

/** Sessions are of people, who may have other workspaces. */
export const leaveFromSessions = async (workspaceId: ObjectId): Promise<void> => {
  await collection('sessions').updateMany({ workspaceId }, { $set: { workspaceId: null } });
};

export const deleteWorkspaceRow = async (workspaceId: ObjectId): Promise<void> => {
  await collection<{ _id: ObjectId }>('workspaces').deleteOne({ _id: new ObjectId(workspaceId) });
};

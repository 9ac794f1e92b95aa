import type { ObjectId } from 'mongodb';
import { collection } from '../../server/db.ts';
import type { SampleProgress } from './onboarding.schema.ts';

/** Whether the workspace has any order. */
export const hasOrders = async (workspaceId: ObjectId): Promise<boolean> =>
  (await collection('orders').findOne({ workspaceId }, { projection: { _id: 1 } })) !== null;

interface MembershipRow {
  workspaceId: ObjectId;
  userId: ObjectId;
  firstStepsHiddenAt: Date | null;
}
const memberships = () => collection<MembershipRow>('memberships');

export const areHidden = async (workspaceId: ObjectId, userId: ObjectId): Promise<boolean> =>
  Boolean((await memberships().findOne({ workspaceId, userId }))?.firstStepsHiddenAt);

export async function setHidden(
  workspaceId: ObjectId,
  userId: ObjectId,
  hiddenAt: Date | null,
): Promise<void> {
  await memberships().updateOne({ workspaceId, userId }, { $set: { firstStepsHiddenAt: hiddenAt } });
}

interface WorkspaceRow {
  _id: ObjectId;
  /** Its moments are texts: the model's Json holds no dates. */
  sample: Record<string, unknown> | null;
  deletedAt: Date | null;
  createdAt: Date;
}
const stored = (sample: SampleProgress): Record<string, unknown> => JSON.parse(JSON.stringify(sample));
const workspaces = () => collection<WorkspaceRow>('workspaces');

/** A sample workspace's progress as it is stored, and when it was made; null for any other, and for one that is deleted. */
export async function findSample(
  workspaceId: ObjectId,
): Promise<{ sample: unknown; createdAt: Date } | null> {
  const row = await workspaces().findOne({ _id: workspaceId, deletedAt: null });
  return row?.sample ? { sample: row.sample, createdAt: row.createdAt } : null;
}

/** Writes how far it is. False when it is over, or the workspace is gone. */
export async function setSample(workspaceId: ObjectId, sample: SampleProgress): Promise<boolean> {
  const { matchedCount } = await workspaces().updateOne(
    { _id: workspaceId, deletedAt: null, 'sample.doneAt': null },
    { $set: { sample: stored(sample) } },
  );
  return matchedCount === 1;
}

/** Makes a new workspace a sample. */
export async function beginSample(workspaceId: ObjectId, sample: SampleProgress): Promise<void> {
  await workspaces().updateOne({ _id: workspaceId, sample: null }, { $set: { sample: stored(sample) } });
}

/** Sample workspaces that are being filled, or should be. */
export async function findUnfinishedSamples(): Promise<string[]> {
  const rows = await workspaces()
    .find(
      { sample: { $ne: null }, 'sample.doneAt': null, 'sample.error': null, deletedAt: null },
      { projection: { _id: 1 } },
    )
    .toArray();
  return rows.map(({ _id }) => _id.toHexString());
}

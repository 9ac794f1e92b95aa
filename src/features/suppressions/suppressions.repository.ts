import type { ObjectId } from 'mongodb';
import { collection } from '../../server/db.ts';

export type SuppressionReason = 'UNSUBSCRIBED' | 'BOUNCED' | 'COMPLAINED' | 'MANUAL';

interface SuppressionDocument {
  _id: ObjectId;
  workspaceId: ObjectId;
  address: string;
  reason: SuppressionReason;
  createdAt: Date;
}

const suppressions = () => collection<SuppressionDocument>('suppressions');

export const findByAddresses = (
  workspaceId: ObjectId,
  addresses: readonly string[],
): Promise<Pick<SuppressionDocument, 'address' | 'reason'>[]> =>
  suppressions()
    .find({ workspaceId, address: { $in: [...addresses] } }, { projection: { address: 1, reason: 1 } })
    .toArray();

/** The first reason stays: a later one adds nothing to "do not write". */
export async function insertSuppression(
  workspaceId: ObjectId,
  address: string,
  reason: SuppressionReason,
): Promise<void> {
  await suppressions().updateOne(
    { workspaceId, address },
    { $setOnInsert: { reason, createdAt: new Date() } },
    { upsert: true },
  );
}

import type { ObjectId } from 'mongodb';
import { collection } from '../../server/db.ts';

interface CountDocument {
  _id: ObjectId;
  workspaceId: ObjectId;
  audienceId: ObjectId;
  /** Midnight UTC. */
  day: Date;
  count: number;
  updatedAt: Date;
}
const counts = () => collection<CountDocument>('audienceCounts');

/** The day's count; a later one of the same day takes its place. */
export async function saveCount(
  workspaceId: ObjectId,
  audienceId: ObjectId,
  day: Date,
  count: number,
): Promise<void> {
  await counts().updateOne(
    { workspaceId, audienceId, day },
    { $set: { count, updatedAt: new Date() } },
    { upsert: true },
  );
}

/** Which of the audiences have a count of the day. */
export async function countedOn(
  workspaceId: ObjectId,
  audienceIds: readonly ObjectId[],
  day: Date,
): Promise<Set<string>> {
  const rows = await counts()
    .find({ workspaceId, audienceId: { $in: [...audienceIds] }, day }, { projection: { audienceId: 1 } })
    .toArray();
  return new Set(rows.map(({ audienceId }) => audienceId.toHexString()));
}

/** Counts since a day, the oldest first. */
export const listCounts = (
  workspaceId: ObjectId,
  audienceIds: readonly ObjectId[],
  since: Date,
): Promise<Pick<CountDocument, 'audienceId' | 'day' | 'count'>[]> =>
  counts()
    .find(
      { workspaceId, audienceId: { $in: [...audienceIds] }, day: { $gte: since } },
      { projection: { _id: 0, audienceId: 1, day: 1, count: 1 } },
    )
    .sort({ day: 1 })
    .toArray();

export async function deleteCounts(workspaceId: ObjectId, audienceId: ObjectId): Promise<void> {
  await counts().deleteMany({ workspaceId, audienceId });
}

export async function deleteCountsBefore(workspaceId: ObjectId, day: Date): Promise<void> {
  await counts().deleteMany({ workspaceId, day: { $lt: day } });
}

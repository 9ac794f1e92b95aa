import { type Filter, ObjectId } from 'mongodb';
import { collection } from '../../server/db.ts';

/** A row of `sessions`. */
export interface SessionRow {
  _id: ObjectId;
  userId: ObjectId;
  workspaceId: ObjectId | null;
  address: string | null;
  userAgent: string | null;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
}

const sessions = () => collection<SessionRow>('sessions');
const live = (now: Date): Filter<SessionRow> => ({ revokedAt: null, expiresAt: { $gt: now } });

export async function insertSession(row: Omit<SessionRow, '_id'>): Promise<string> {
  const { insertedId } = await sessions().insertOne({ _id: new ObjectId(), ...row });
  return insertedId.toHexString();
}

/** The user's session unless it was revoked or has run out. */
export const findLiveSession = (userId: string, sessionId: string, now: Date): Promise<SessionRow | null> =>
  sessions().findOne({ _id: new ObjectId(sessionId), userId: new ObjectId(userId), ...live(now) });

/** Live ones, the one last seen first. */
export const findLiveSessions = (userId: string, now: Date): Promise<SessionRow[]> =>
  sessions()
    .find({ userId: new ObjectId(userId), ...live(now) })
    .sort({ lastSeenAt: -1 })
    .toArray();

export async function updateSession(
  sessionId: string,
  set: Partial<Pick<SessionRow, 'lastSeenAt' | 'address' | 'workspaceId'>>,
): Promise<void> {
  await sessions().updateOne({ _id: new ObjectId(sessionId) }, { $set: set });
}

/** Whether there was one to revoke. */
export async function revokeSession(userId: string, sessionId: ObjectId, now: Date): Promise<boolean> {
  const { modifiedCount } = await sessions().updateOne(
    { _id: sessionId, userId: new ObjectId(userId), ...live(now) },
    { $set: { revokedAt: now } },
  );
  return modifiedCount === 1;
}

/** How many were revoked. */
export async function revokeSessions(
  userId: string,
  exceptSessionId: string | null,
  now: Date,
): Promise<number> {
  const { modifiedCount } = await sessions().updateMany(
    {
      userId: new ObjectId(userId),
      ...(exceptSessionId ? { _id: { $ne: new ObjectId(exceptSessionId) } } : {}),
      ...live(now),
    },
    { $set: { revokedAt: now } },
  );
  return modifiedCount;
}

/** Whether the user has been signed in at an address, lately enough that the session is still kept. */
export const wasSeenAt = async (userId: string, address: string): Promise<boolean> =>
  (await sessions().findOne({ userId: new ObjectId(userId), address }, { projection: { _id: 1 } })) !== null;

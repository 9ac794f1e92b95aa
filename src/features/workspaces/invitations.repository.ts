import type { ClientSession, ObjectId } from 'mongodb';
import { collection } from '../../server/db.ts';
import type { Role } from '../../server/permissions.ts';

export interface InvitationRow {
  _id: ObjectId;
  workspaceId: ObjectId;
  email: string | null;
  role: Role;
  tokenHash: string;
  createdById: ObjectId | null;
  createdAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  acceptedById: ObjectId | null;
  revokedAt: Date | null;
}

const invitations = () => collection<InvitationRow>('invitations');
const unanswered = { acceptedAt: null, revokedAt: null };

export const insertInvitation = async (row: InvitationRow): Promise<void> => {
  await invitations().insertOne(row);
};

export const countOpen = (workspaceId: ObjectId, now: Date): Promise<number> =>
  invitations().countDocuments({ workspaceId, ...unanswered, expiresAt: { $gt: now } });

/** Newest first. */
export const listInvitations = (workspaceId: ObjectId, limit: number): Promise<InvitationRow[]> =>
  invitations().find({ workspaceId }).sort({ createdAt: -1, _id: -1 }).limit(limit).toArray();

export const findInvitation = (workspaceId: ObjectId, id: ObjectId): Promise<InvitationRow | null> =>
  invitations().findOne({ _id: id, workspaceId });

/** By its link, in whichever workspace: the link is what says which. */
export const findByTokenHash = (tokenHash: string): Promise<InvitationRow | null> =>
  invitations().findOne({ tokenHash });

/** The open invitations to an address, in whichever workspace. */
export const findOpenTo = (email: string, now: Date): Promise<InvitationRow | null> =>
  invitations().findOne({ email, ...unanswered, expiresAt: { $gt: now } });

/** Marks it as followed; null when somebody was quicker, or it was revoked or has run out. */
export const acceptInvitation = (
  { workspaceId, tokenHash }: Pick<InvitationRow, 'workspaceId' | 'tokenHash'>,
  userId: ObjectId,
  now: Date,
  session: ClientSession,
): Promise<InvitationRow | null> =>
  invitations().findOneAndUpdate(
    { workspaceId, tokenHash, ...unanswered, expiresAt: { $gt: now } },
    { $set: { acceptedAt: now, acceptedById: userId } },
    { returnDocument: 'after', session },
  );

/** Null when it was accepted or revoked already. */
export const revokeInvitation = (
  workspaceId: ObjectId,
  id: ObjectId,
  now: Date,
): Promise<InvitationRow | null> =>
  invitations().findOneAndUpdate(
    { _id: id, workspaceId, ...unanswered },
    { $set: { revokedAt: now } },
    { returnDocument: 'after' },
  );

/** A new link in place of the old one; null when it was accepted or revoked already. */
export const renewInvitation = (
  workspaceId: ObjectId,
  id: ObjectId,
  set: Pick<InvitationRow, 'tokenHash' | 'expiresAt'>,
): Promise<InvitationRow | null> =>
  invitations().findOneAndUpdate(
    { _id: id, workspaceId, ...unanswered },
    { $set: set },
    { returnDocument: 'after' },
  );

/** Ends the open invitations somebody sent out, of the roles they may not give any more. */
export async function revokeInvitationsBy(
  workspaceId: ObjectId,
  userId: ObjectId,
  roles: readonly Role[],
): Promise<void> {
  await invitations().updateMany(
    { workspaceId, createdById: userId, role: { $in: [...roles] }, ...unanswered },
    { $set: { revokedAt: new Date() } },
  );
}

/** What people are called, by their ids. */
export async function namesOf(ids: readonly ObjectId[]): Promise<Map<string, string>> {
  const users = await collection<{ _id: ObjectId; name: string | null; email: string }>('users')
    .find({ _id: { $in: [...ids] } })
    .toArray();
  return new Map(users.map(({ _id, name, email }) => [_id.toHexString(), name ?? email]));
}

export const findPerson = (
  id: ObjectId,
): Promise<{ _id: ObjectId; name: string | null; email: string; emailVerified: Date | null } | null> =>
  collection<{ _id: ObjectId; name: string | null; email: string; emailVerified: Date | null }>(
    'users',
  ).findOne({
    _id: id,
  });

/** Their address is theirs: a link that was sent there was followed. */
export async function markVerified(id: ObjectId, now: Date, session: ClientSession): Promise<void> {
  await collection<{ _id: ObjectId; emailVerified: Date | null }>('users').updateOne(
    { _id: id, emailVerified: null },
    { $set: { emailVerified: now } },
    { session },
  );
}

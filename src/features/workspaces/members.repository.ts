import { type ClientSession, ObjectId } from 'mongodb';
import { collection, withTransaction } from '../../server/db.ts';
import { AppError } from '../../server/errors.ts';
import type { Role } from '../../server/permissions.ts';

export interface MembershipRow {
  _id: ObjectId;
  workspaceId: ObjectId;
  userId: ObjectId;
  role: Role;
  createdAt: Date;
}
interface WorkspaceRow {
  _id: ObjectId;
  name: string;
  sample: unknown;
  deletedAt: Date | null;
}

const memberships = () => collection<MembershipRow>('memberships');
const workspaces = () => collection<WorkspaceRow>('workspaces');

/**
 * Runs `work` in a transaction that no other one of the same workspace overlaps: of two, one waits or starts again. What
 * the rules of membership are checked by (who else is an owner) can so not change meanwhile.
 * @throws AppError NOT_FOUND when the workspace is gone or being deleted
 */
export const withMembersLocked = <T>(
  workspaceId: ObjectId,
  work: (session: ClientSession) => Promise<T>,
): Promise<T> =>
  withTransaction(async (session) => {
    // Two writes that undo each other: a single one that changes nothing would not be a conflict for the database.
    const open = { _id: workspaceId, deletedAt: null };
    const locked = await workspaces().updateOne(open, { $set: { deletedAt: new Date(0) } }, { session });
    if (locked.matchedCount === 0) throw new AppError('NOT_FOUND', 'This workspace does not exist any more.');
    await workspaces().updateOne({ _id: workspaceId }, { $set: { deletedAt: null } }, { session });
    return work(session);
  });

export interface MemberRow extends Pick<MembershipRow, 'role' | 'createdAt'> {
  userId: ObjectId;
  name: string | null;
  email: string;
  emailVerified: Date | null;
}

/** The members with their names, the first to join first. */
export async function listMembers(workspaceId: ObjectId): Promise<MemberRow[]> {
  const rows = await memberships().find({ workspaceId }).sort({ createdAt: 1, _id: 1 }).toArray();
  const users = await collection<Omit<MemberRow, 'userId' | 'role' | 'createdAt'> & { _id: ObjectId }>(
    'users',
  )
    .find({ _id: { $in: rows.map((row) => row.userId) } })
    .project<Omit<MemberRow, 'userId' | 'role' | 'createdAt'> & { _id: ObjectId }>({
      name: 1,
      email: 1,
      emailVerified: 1,
    })
    .toArray();
  const userOf = new Map(users.map((user) => [user._id.toHexString(), user]));
  return rows.flatMap(({ userId, role, createdAt }) => {
    const user = userOf.get(userId.toHexString());
    if (!user) return [];
    const { name, email, emailVerified } = user;
    return { userId, role, createdAt, name, email, emailVerified: emailVerified ?? null };
  });
}

export const findMembership = (
  workspaceId: ObjectId,
  userId: ObjectId,
  session?: ClientSession,
): Promise<MembershipRow | null> =>
  memberships().findOne({ workspaceId, userId }, session ? { session } : {});

export const countOwners = (workspaceId: ObjectId, session: ClientSession): Promise<number> =>
  memberships().countDocuments({ workspaceId, role: 'OWNER' }, { session });

export async function setRole(
  workspaceId: ObjectId,
  userId: ObjectId,
  role: Role,
  session: ClientSession,
): Promise<void> {
  await memberships().updateOne({ workspaceId, userId }, { $set: { role } }, { session });
}

export async function insertMember(
  workspaceId: ObjectId,
  userId: ObjectId,
  role: Role,
  session: ClientSession,
): Promise<void> {
  const row = { _id: new ObjectId(), workspaceId, userId, role, createdAt: new Date() };
  await memberships().insertOne(row, { session });
}

export async function deleteMember(
  workspaceId: ObjectId,
  userId: ObjectId,
  session: ClientSession,
): Promise<void> {
  await memberships().deleteOne({ workspaceId, userId }, { session });
}

/** The workspaces of a user with their names, the one joined first first; those being deleted are left out. */
export async function listWorkspacesOf(
  userId: ObjectId,
): Promise<{ id: ObjectId; name: string; isSample: boolean; role: Role; members: number }[]> {
  const rows = await memberships().find({ userId }).sort({ createdAt: 1, _id: 1 }).toArray();
  const ids = rows.map((row) => row.workspaceId);
  const [found, counts] = await Promise.all([
    workspaces()
      .find({ _id: { $in: ids }, deletedAt: null })
      .toArray(),
    memberships()
      .aggregate<{ _id: ObjectId; members: number }>([
        { $match: { workspaceId: { $in: ids } } },
        { $group: { _id: '$workspaceId', members: { $sum: 1 } } },
      ])
      .toArray(),
  ]);
  const workspaceOf = new Map(found.map((row) => [row._id.toHexString(), row]));
  const membersOf = new Map(counts.map((row) => [row._id.toHexString(), row.members]));
  return rows.flatMap(({ workspaceId, role }) => {
    const id = workspaceId.toHexString();
    const workspace = workspaceOf.get(id);
    if (!workspace) return [];
    const { name, sample } = workspace;
    return { id: workspaceId, name, isSample: Boolean(sample), role, members: membersOf.get(id) ?? 1 };
  });
}

/** The people of a workspace's owners. */
export async function ownerIds(workspaceId: ObjectId): Promise<ObjectId[]> {
  const rows = await memberships().find({ workspaceId, role: 'OWNER' }).toArray();
  return rows.map((row) => row.userId);
}

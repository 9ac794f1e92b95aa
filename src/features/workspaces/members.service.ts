import { ObjectId } from 'mongodb';
import { noteChange } from '../../server/audit.ts';
import type { Client } from '../../server/client.ts';
import { toObjectId } from '../../server/db.ts';
import { AppError } from '../../server/errors.ts';
import { endConnections } from '../../server/open-connections.ts';
import { type Caller, type Role, requirePermission, roles } from '../../server/permissions.ts';
import { type Confirmation, confirmOwner } from './confirm-owner.ts';
import { revokeInvitationsBy } from './invitations.repository.ts';
import * as repository from './members.repository.ts';
import type { Member } from './members.schema.ts';
import { findUserById } from './workspaces.repository.ts';

const rank = (role: Role): number => roles.indexOf(role);

/** Everybody in the workspace, the first to join first. */
export async function listMembers(caller: Caller): Promise<Member[]> {
  requirePermission(caller, 'members:read');
  const rows = await repository.listMembers(new ObjectId(caller.workspaceId));
  return rows.map(({ userId, name, email, role, createdAt }) => ({
    userId: userId.toHexString(),
    name,
    email,
    role,
    joinedAt: createdAt,
    isYou: userId.toHexString() === caller.userId,
  }));
}

/** @throws AppError FORBIDDEN for a role above the caller's own: nobody gives what they do not have */
export function requireGivable(caller: Caller, role: Role): void {
  if (rank(role) > rank(caller.role))
    throw new AppError(
      'FORBIDDEN',
      `You cannot give the role ${inWords(role)}: it is above your own. Ask an owner of the workspace.`,
    );
}

/**
 * Gives a member another role, which holds at once.
 * @throws AppError FORBIDDEN for a role or a member above the caller; CONFLICT when the last owner would be one no more
 */
export async function changeRole(
  caller: Caller,
  { userId, role }: { userId: string; role: Role },
): Promise<Member> {
  requirePermission(caller, 'members:write');
  requireGivable(caller, role);
  const workspaceId = new ObjectId(caller.workspaceId);
  const id = toObjectId(userId);
  const before = await repository.withMembersLocked(workspaceId, async (session) => {
    const member = await repository.findMembership(workspaceId, id, session);
    if (!member) throw noMember();
    requireNotAbove(caller, member.role);
    if (member.role === 'OWNER' && role !== 'OWNER')
      await requireAnotherOwner(workspaceId, session, 'Make somebody else an owner first.');
    await repository.setRole(workspaceId, id, role, session);
    return member;
  });
  await takeBack(workspaceId, id, role);
  const members = await listMembers({ ...caller, role: 'OWNER', scopes: null });
  const member = members.find((one) => one.userId === userId);
  if (!member) throw noMember();
  noteChange({ targetId: userId, targetName: named(member), before: { role: before.role }, after: { role } });
  return member;
}

/**
 * Takes a member out: at once, with all they have open here.
 * @throws AppError FORBIDDEN for a member above the caller, CONFLICT for the last owner
 */
export async function removeMember(caller: Caller, userId: string): Promise<{ userId: string }> {
  requirePermission(caller, 'members:write');
  if (userId === caller.userId)
    throw new AppError('CONFLICT', 'You cannot remove yourself; leave the workspace instead.');
  await takeOut(caller, userId, (role) => requireNotAbove(caller, role));
  return { userId };
}

/** The caller leaves. @throws AppError CONFLICT for the last owner, who hands it over or deletes it */
export async function leaveWorkspace(caller: Caller): Promise<{ userId: string }> {
  if (!caller.userId) throw new AppError('FORBIDDEN', 'An API key is no member and cannot leave.');
  await takeOut(caller, caller.userId, () => undefined);
  return { userId: caller.userId };
}

async function takeOut(caller: Caller, userId: string, check: (role: Role) => void): Promise<void> {
  const workspaceId = new ObjectId(caller.workspaceId);
  const id = toObjectId(userId);
  const user = await findUserById(userId);
  const member = await repository.withMembersLocked(workspaceId, async (session) => {
    const found = await repository.findMembership(workspaceId, id, session);
    if (!found) throw noMember();
    check(found.role);
    if (found.role === 'OWNER')
      await requireAnotherOwner(
        workspaceId,
        session,
        'Hand the workspace over to somebody first, or delete it.',
      );
    await repository.deleteMember(workspaceId, id, session);
    return found;
  });
  await takeBack(workspaceId, id, null);
  noteChange({
    targetId: userId,
    targetName: user ? named(user) : null,
    before: { role: member.role },
  });
}

/**
 * The workspace gets another owner; whoever hands it over stays, as an administrator.
 * @throws AppError VALIDATION for another name than the workspace's, or a wrong password
 */
export async function transferWorkspace(
  caller: Caller,
  { userId, ...confirmation }: Confirmation & { userId: string },
  workspaceName: string,
  client?: Client,
): Promise<{ userId: string }> {
  requirePermission(caller, 'workspace:own');
  await confirmOwner(caller, confirmation, workspaceName, client);
  if (!caller.userId || userId === caller.userId)
    throw new AppError('CONFLICT', 'It is yours already. Choose another member.');
  const workspaceId = new ObjectId(caller.workspaceId);
  const from = new ObjectId(caller.userId);
  const to = toObjectId(userId);
  const before = await repository.withMembersLocked(workspaceId, async (session) => {
    const [giver, taker] = [
      await repository.findMembership(workspaceId, from, session),
      await repository.findMembership(workspaceId, to, session),
    ];
    if (!taker) throw noMember();
    // Demoted by somebody else in this very moment.
    if (giver?.role !== 'OWNER')
      throw new AppError('FORBIDDEN', 'You are no owner of this workspace any more.');
    await repository.setRole(workspaceId, to, 'OWNER', session);
    await repository.setRole(workspaceId, from, 'ADMIN', session);
    return taker;
  });
  await Promise.all([takeBack(workspaceId, from, 'ADMIN'), takeBack(workspaceId, to, 'OWNER')]);
  const user = await findUserById(userId);
  noteChange({
    targetId: userId,
    targetName: user ? named(user) : null,
    before: { role: before.role },
    after: { role: 'OWNER' },
  });
  return { userId };
}

/** What comes with another role or with none: invitations above it end, and what is open is checked anew. */
async function takeBack(workspaceId: ObjectId, userId: ObjectId, role: Role | null): Promise<void> {
  const above = role === null ? [...roles] : roles.filter((one) => rank(one) > rank(role));
  const mayInvite = role !== null && rank(role) >= rank('ADMIN');
  await revokeInvitationsBy(workspaceId, userId, mayInvite ? above : [...roles]);
  await endConnections({ actor: `user:${userId.toHexString()}` });
}

function requireNotAbove(caller: Caller, role: Role): void {
  if (rank(role) > rank(caller.role))
    throw new AppError('FORBIDDEN', 'Only an owner may change or remove an owner.');
}

async function requireAnotherOwner(
  workspaceId: ObjectId,
  session: Parameters<typeof repository.countOwners>[1],
  whatToDo: string,
): Promise<void> {
  if ((await repository.countOwners(workspaceId, session)) > 1) return;
  throw new AppError('CONFLICT', `A workspace needs an owner, and this is the last one. ${whatToDo}`);
}

const noMember = () => new AppError('NOT_FOUND', 'There is no such member in this workspace.');
const named = ({ name, email }: { name: string | null; email: string }): string =>
  name ? `${name} (${email})` : email;
const inWords = (role: Role): string => role.toLowerCase();

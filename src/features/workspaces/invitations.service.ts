import { ObjectId } from 'mongodb';
import { getEnv } from '../../env.ts';
import { noteChange } from '../../server/audit.ts';
import { toObjectId } from '../../server/db.ts';
import { AppError } from '../../server/errors.ts';
import { lettersAreRead, sendMail } from '../../server/mail.ts';
import { type Caller, type Role, requirePermission, type Session } from '../../server/permissions.ts';
import { enqueue } from '../../server/queue.ts';
import { countCall, limits } from '../../server/rate-limit.ts';
import { hashOfSecretToken, newSecretToken } from '../../server/secret-tokens.ts';
import { setSessionWorkspace } from '../auth/sessions.service.ts';
import type { InvitationRow } from './invitations.repository.ts';
import * as repository from './invitations.repository.ts';
import { findMembership, insertMember, withMembersLocked } from './members.repository.ts';
import type { Invitation, InvitationState, OpenedInvitation, SentInvitation } from './members.schema.ts';
import { requireGivable } from './members.service.ts';
import { invitationLetterJob } from './workspaces.jobs.ts';
import { findWorkspaceById } from './workspaces.repository.ts';
import { findWorkspace } from './workspaces.service.ts';

const LIFETIME_DAYS = 7;
/** Enough for any team, and few enough that nobody sends out mail by the thousand. */
const MAX_OPEN = 100;
const SHOWN = 200;

const expiryFrom = (now: Date): Date => new Date(now.getTime() + LIFETIME_DAYS * 86_400_000);
const linkOf = (token: string): string => `${getEnv().appUrl}/invitations/${token}`;

/** The workspace's invitations, open ones and what became of others, newest first. */
export async function listInvitations(caller: Caller): Promise<{ items: Invitation[]; mail: boolean }> {
  requirePermission(caller, 'members:write');
  const rows = await repository.listInvitations(new ObjectId(caller.workspaceId), SHOWN);
  return { items: await inWords(rows), mail: lettersAreRead() };
}

/**
 * Makes an invitation: with an address it goes there by mail and its link is shown nowhere else, so that whoever follows
 * it reads that mailbox; without one it is for whoever gets the link, which is seen this once. Only its hash is kept.
 * @throws AppError FORBIDDEN for a role above the caller's own, CONFLICT when very many are open, UNPROCESSABLE for an
 *   address where no mail server is set up, RATE_LIMITED
 */
export async function createInvitation(
  caller: Caller,
  { role, email }: { role: Role; email?: string | undefined },
): Promise<SentInvitation> {
  requirePermission(caller, 'members:write');
  requireGivable(caller, role);
  const workspaceId = new ObjectId(caller.workspaceId);
  const now = new Date();
  if ((await repository.countOpen(workspaceId, now)) >= MAX_OPEN)
    throw new AppError('CONFLICT', `There are ${MAX_OPEN} open invitations. Revoke some that nobody needs.`);
  if (email !== undefined) await requireMail(email);
  const token = newSecretToken();
  const row: InvitationRow = {
    _id: new ObjectId(),
    workspaceId,
    email: email ?? null,
    role,
    tokenHash: hashOfSecretToken(token),
    createdById: caller.userId ? new ObjectId(caller.userId) : null,
    createdAt: now,
    expiresAt: expiryFrom(now),
    acceptedAt: null,
    acceptedById: null,
    revokedAt: null,
  };
  await repository.insertInvitation(row);
  return sent(row, token);
}

/**
 * Gives an invitation a new link and another week; the old link is worth nothing any more.
 * @throws AppError CONFLICT when it was accepted or revoked
 */
export async function resendInvitation(caller: Caller, id: string): Promise<SentInvitation> {
  requirePermission(caller, 'members:write');
  const workspaceId = new ObjectId(caller.workspaceId);
  const before = await repository.findInvitation(workspaceId, toObjectId(id));
  if (!before) throw noInvitation();
  requireGivable(caller, before.role);
  if (before.email !== null) await requireMail(before.email);
  const token = newSecretToken();
  const set = { tokenHash: hashOfSecretToken(token), expiresAt: expiryFrom(new Date()) };
  const row = await repository.renewInvitation(workspaceId, before._id, set);
  if (!row) throw answered(before);
  return sent(row, token);
}

async function sent(row: InvitationRow, token: string): Promise<SentInvitation> {
  const [invitation] = await inWords([row]);
  if (!invitation) throw noInvitation();
  noteInvitation(row, { role: row.role, expiresAt: row.expiresAt });
  if (row.email === null) return { ...invitation, link: linkOf(token) };
  await enqueue(invitationLetterJob, {
    workspaceId: row.workspaceId.toHexString(),
    invitationId: row._id.toHexString(),
  });
  return { ...invitation, link: null };
}

/** @throws AppError UNPROCESSABLE where no mail goes out, RATE_LIMITED when the address was sent too much */
async function requireMail(email: string): Promise<void> {
  if (!lettersAreRead())
    throw new AppError(
      'UNPROCESSABLE',
      'This server sends no mail (SMTP_URL in its settings). Make an invitation without an address, and send its link yourself.',
      { errors: [{ path: 'email', message: 'cannot be written to: this server sends no mail' }] },
    );
  await countCall(limits.letters, email);
}

/** Sends an invitation's letter, with a fresh link. One that was answered meanwhile is not sent. */
export async function sendInvitationLetter(target: {
  workspaceId: string;
  invitationId: string;
}): Promise<void> {
  const workspaceId = new ObjectId(target.workspaceId);
  const found = await repository.findInvitation(workspaceId, new ObjectId(target.invitationId));
  const workspace = await findWorkspaceById(target.workspaceId);
  if (!found?.email || !workspace || workspace.deletedAt) return;
  const token = newSecretToken();
  const { _id, expiresAt } = found;
  const row = await repository.renewInvitation(workspaceId, _id, {
    tokenHash: hashOfSecretToken(token),
    expiresAt,
  });
  if (!row || stateOf(row, new Date()) !== 'OPEN') return;
  const names = await repository.namesOf(row.createdById ? [row.createdById] : []);
  const inviter = names.get(row.createdById?.toHexString() ?? '');
  await sendMail({
    to: found.email,
    subject: `Join “${workspace.name}” on NexusFlow`,
    paragraphs: [
      `${inviter ?? 'Somebody'} invites you to work in “${workspace.name}” as ${row.role.toLowerCase()}. The link holds for a week and works once.`,
    ],
    action: { label: 'Open the invitation', url: linkOf(token) },
    footnote: 'If you do not know what this is about, leave it: nothing happens.',
  });
}

/** Nobody can follow its link any more. @throws AppError CONFLICT when it was accepted or revoked */
export async function revokeInvitation(caller: Caller, id: string): Promise<{ id: string }> {
  requirePermission(caller, 'members:write');
  const workspaceId = new ObjectId(caller.workspaceId);
  const row = await repository.revokeInvitation(workspaceId, toObjectId(id), new Date());
  if (!row) {
    const found = await repository.findInvitation(workspaceId, toObjectId(id));
    throw found ? answered(found) : noInvitation();
  }
  noteInvitation(row);
  return { id };
}

/** What whoever holds a link is told. @throws AppError NOT_FOUND for a link that was never one of ours, or is replaced */
export async function openInvitation(token: string, session: Session | null): Promise<OpenedInvitation> {
  const row = await repository.findByTokenHash(hashOfSecretToken(token));
  const workspace = row && (await findWorkspaceById(row.workspaceId.toHexString()));
  if (!row || !workspace || workspace.deletedAt) throw unknownLink();
  const names = await repository.namesOf(row.createdById ? [row.createdById] : []);
  return {
    state: stateOf(row, new Date()),
    workspaceName: workspace.name,
    role: row.role,
    invitedBy: names.get(row.createdById?.toHexString() ?? '') ?? null,
    email: row.email && hidden(row.email),
    you: session && (await standingOf(row, session)),
  };
}

async function standingOf(row: InvitationRow, { userId }: Session): Promise<OpenedInvitation['you']> {
  const [person, membership] = await Promise.all([
    repository.findPerson(new ObjectId(userId)),
    findMembership(row.workspaceId, new ObjectId(userId)),
  ]);
  if (!person) return null;
  return {
    email: person.email,
    fits: row.email === null || row.email === person.email,
    isMember: membership !== null,
  };
}

/**
 * Makes the signed-in person a member, once, and takes their session there. Who is a member already stays as they are,
 * and the invitation stays open for whom it was meant.
 * @throws AppError NOT_FOUND for an unknown link; CONFLICT in words for one that was followed, revoked or has run out;
 *   FORBIDDEN for one sent to another address
 */
export async function acceptInvitation(
  session: Session,
  token: string,
): Promise<{ id: string; name: string }> {
  const row = await repository.findByTokenHash(hashOfSecretToken(token));
  if (!row) throw unknownLink();
  const userId = new ObjectId(session.userId);
  const person = await repository.findPerson(userId);
  if (!person) throw new AppError('UNAUTHENTICATED', 'Sign in first.');
  if (row.email !== null && row.email !== person.email)
    throw new AppError(
      'FORBIDDEN',
      `This invitation was sent to ${hidden(row.email)}, and you are signed in as ${person.email}. Sign in with the account of that address.`,
    );
  const workspace = await findWorkspace(row.workspaceId.toHexString());
  const now = new Date();
  const joined = await withMembersLocked(row.workspaceId, async (transaction) => {
    if (await findMembership(row.workspaceId, userId, transaction)) return false;
    const accepted = await repository.acceptInvitation(row, userId, now, transaction);
    if (!accepted) throw answered((await repository.findByTokenHash(row.tokenHash)) ?? row);
    await insertMember(row.workspaceId, userId, row.role, transaction);
    // It was mailed there and shown nowhere else, so whoever follows it reads that mailbox.
    if (row.email !== null) await repository.markVerified(userId, now, transaction);
    return true;
  });
  await setSessionWorkspace(session, workspace.id);
  noteChange({
    workspaceId: workspace.id,
    targetId: workspace.id,
    targetName: workspace.name,
    after: joined ? { role: row.role } : { alreadyMember: true },
  });
  return { id: workspace.id, name: workspace.name };
}

async function inWords(rows: readonly InvitationRow[]): Promise<Invitation[]> {
  const now = new Date();
  const names = await repository.namesOf(
    rows.flatMap(({ createdById, acceptedById }) => [createdById, acceptedById]).filter((id) => id !== null),
  );
  const nameOf = (id: ObjectId | null) => (id ? (names.get(id.toHexString()) ?? null) : null);
  return rows.map((row) => ({
    id: row._id.toHexString(),
    email: row.email,
    role: row.role,
    state: stateOf(row, now),
    invitedBy: nameOf(row.createdById),
    acceptedBy: nameOf(row.acceptedById),
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
  }));
}

function stateOf({ acceptedAt, revokedAt, expiresAt }: InvitationRow, now: Date): InvitationState {
  if (acceptedAt) return 'ACCEPTED';
  if (revokedAt) return 'REVOKED';
  return expiresAt <= now ? 'EXPIRED' : 'OPEN';
}

const ENDED: Record<Exclude<InvitationState, 'OPEN'>, string> = {
  ACCEPTED: 'This invitation has been accepted already; each can be used once.',
  REVOKED: 'This invitation has been revoked.',
  EXPIRED: 'This invitation has run out: it was good for a week.',
};

function answered(row: InvitationRow): AppError {
  const state = stateOf(row, new Date());
  return new AppError(
    'CONFLICT',
    `${state === 'OPEN' ? 'This invitation was changed in this moment.' : ENDED[state]} Ask for a new one.`,
  );
}

const noInvitation = () => new AppError('NOT_FOUND', 'There is no such invitation in this workspace.');
const unknownLink = () =>
  new AppError(
    'NOT_FOUND',
    'This link is not a valid invitation. Ask for a new one, and copy the whole link.',
  );

/** `ann.lee@example.com` as `a…e@example.com`. */
function hidden(email: string): string {
  const [name = '', domain = ''] = email.split('@');
  return `${name.slice(0, 1)}…${name.length > 2 ? name.slice(-1) : ''}@${domain}`;
}

function noteInvitation(row: InvitationRow, after?: Record<string, unknown>): void {
  noteChange({
    targetId: row._id.toHexString(),
    targetName: row.email ?? `a link for the role ${row.role.toLowerCase()}`,
    after,
  });
}

import { ObjectId } from 'mongodb';
import type { Client } from '../../server/client.ts';
import { toObjectId } from '../../server/db.ts';
import { AppError } from '../../server/errors.ts';
import { endConnections } from '../../server/open-connections.ts';
import type { Session } from '../../server/permissions.ts';
import { readToken } from '../../server/session.ts';
import { rolesOf } from '../workspaces/workspaces.service.ts';
import type { SessionSummary } from './account.schema.ts';
import * as repository from './sessions.repository.ts';

/** After so long one signs in again, in seconds, however busy one was meanwhile. */
export const SESSION_SECONDS = 30 * 86_400;
/** When somebody was last seen is noted at most this often, so that reading stays reading. */
const TOUCH_EVERY_MS = 60_000;
const ID = /^[0-9a-f]{24}$/;

/** Begins a session of the user on some device, in the workspace joined first. @returns its id, for the cookie to name */
export async function openSession(userId: string, client: Client): Promise<string> {
  const [workspaceId = null] = (await rolesOf(userId)).keys();
  const now = new Date();
  return repository.insertSession({
    userId: new ObjectId(userId),
    workspaceId: workspaceId === null ? null : new ObjectId(workspaceId),
    address: client.address,
    userAgent: client.userAgent,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1_000),
    revokedAt: null,
  });
}

/** The session a Cookie header names; null when it is nobody's, ended or run out. Looked up each time it is asked. */
export async function sessionFromCookie(cookie: string | null, client: Client): Promise<Session | null> {
  const token = await readToken(cookie);
  return typeof token?.sub === 'string' && typeof token.sid === 'string'
    ? findSession(token.sub, token.sid, client)
    : null;
}

/** The same by the ids that its cookie names. */
export async function findSession(
  userId: string,
  sessionId: string,
  client: Client,
): Promise<Session | null> {
  if (!ID.test(userId) || !ID.test(sessionId)) return null;
  const now = new Date();
  const row = await repository.findLiveSession(userId, sessionId, now);
  if (!row) return null;
  if (now.getTime() - row.lastSeenAt.getTime() > TOUCH_EVERY_MS)
    await repository.updateSession(sessionId, {
      lastSeenAt: now,
      ...(client.address ? { address: client.address } : {}),
    });
  return { sessionId, userId, workspaceId: row.workspaceId?.toHexString() ?? null };
}

/**
 * Moves a session to a workspace. Whether the person belongs there is for the caller to know; where they do not, the
 * session speaks for nobody there. What the session has open is closed, and opens again in the new workspace.
 */
export async function setSessionWorkspace(
  { userId, sessionId }: Pick<Session, 'userId' | 'sessionId'>,
  workspaceId: string,
): Promise<void> {
  await repository.updateSession(sessionId, { workspaceId: toObjectId(workspaceId) });
  await endConnections({ actor: `user:${userId}`, sessionId });
}

/**
 * For a page that is opened: a session whose workspace is gone, or that somebody was taken out of, goes on in another of
 * theirs. Only here, not with each request, so that a page of the old workspace never writes into another.
 * @returns whether it is in one now: false for somebody who has none
 */
export async function settleSession(session: Session): Promise<boolean> {
  const roles = await rolesOf(session.userId);
  if (session.workspaceId !== null && roles.has(session.workspaceId)) return true;
  const [first] = roles.keys();
  if (first === undefined) return false;
  await setSessionWorkspace(session, first);
  return true;
}

/** The person's live sessions, the one last seen first. */
export async function listSessions({ userId, sessionId }: Session): Promise<SessionSummary[]> {
  const rows = await repository.findLiveSessions(userId, new Date());
  return rows.map((row) => ({
    id: row._id.toHexString(),
    isThis: row._id.toHexString() === sessionId,
    address: row.address,
    userAgent: row.userAgent,
    createdAt: row.createdAt,
    lastSeenAt: row.lastSeenAt,
  }));
}

/** Ends one of the person's sessions, here or elsewhere. @throws AppError NOT_FOUND */
export async function endSession(userId: string, sessionId: string): Promise<void> {
  if (!(await repository.revokeSession(userId, toObjectId(sessionId), new Date())))
    throw new AppError('NOT_FOUND', 'This session has ended already.');
  await endConnections({ actor: `user:${userId}`, sessionId });
}

/** Ends all of somebody's sessions but one, or really all. @returns how many there were */
export async function endSessions(userId: string, exceptSessionId: string | null): Promise<number> {
  const ended = await repository.revokeSessions(userId, exceptSessionId, new Date());
  await endConnections({ actor: `user:${userId}`, ...(exceptSessionId ? { exceptSessionId } : {}) });
  return ended;
}

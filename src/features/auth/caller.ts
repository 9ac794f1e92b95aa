import type { Client } from '../../server/client.ts';
import { AppError } from '../../server/errors.ts';
import type { Caller, Session } from '../../server/permissions.ts';
import { readToken } from '../../server/session.ts';
import { callerFromApiKey } from '../api-keys/api-keys.service.ts';
import { rolesOf } from '../workspaces/workspaces.service.ts';
import { findSession } from './sessions.service.ts';

/**
 * Who is asking: an API key (Authorization: Bearer nf_…) or a signed-in person (session cookie), else nobody. A person
 * whose session is in no workspace of theirs has a session and speaks for no workspace.
 * @throws AppError UNAUTHENTICATED for an Authorization header that is there but wrong: it is never taken for "nobody"
 */
export async function whoAsks(
  { cookie, authorization }: { cookie: string | null; authorization: string | null },
  client: Client,
): Promise<{ caller: Caller | null; session: Session | null }> {
  if (authorization) {
    const key = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
    if (!key) throw new AppError('UNAUTHENTICATED', 'Send an API key as: Authorization: Bearer nf_…');
    return { caller: await callerFromApiKey(key), session: null };
  }
  const token = await readToken(cookie);
  if (typeof token?.sub !== 'string' || typeof token.sid !== 'string') return { caller: null, session: null };
  const [session, roles] = await Promise.all([findSession(token.sub, token.sid, client), rolesOf(token.sub)]);
  const role = session?.workspaceId ? roles.get(session.workspaceId) : undefined;
  if (!session?.workspaceId || !role) return { caller: null, session };
  const { userId, sessionId, workspaceId } = session;
  return {
    caller: { workspaceId, actor: `user:${userId}`, userId, sessionId, role, scopes: null },
    session,
  };
}

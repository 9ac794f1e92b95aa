import { AppError } from '../../server/errors.ts';
import type { Caller } from '../../server/permissions.ts';
import { readSession } from '../../server/session.ts';
import { callerFromApiKey } from '../api-keys/api-keys.service.ts';
import { findRole } from '../workspaces/workspaces.service.ts';

/**
 * Who is asking: an API key (Authorization: Bearer nf_…) or a signed-in person (session cookie), else null.
 * @throws AppError UNAUTHENTICATED for an Authorization header that is there but wrong: it is never taken for "nobody"
 */
export async function callerFromRequest({
  cookie,
  authorization,
}: {
  cookie: string | null;
  authorization: string | null;
}): Promise<Caller | null> {
  if (authorization) {
    const key = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
    if (!key) throw new AppError('UNAUTHENTICATED', 'Send an API key as: Authorization: Bearer nf_…');
    return callerFromApiKey(key);
  }
  const session = await readSession(cookie);
  const role = session ? await findRole(session.workspaceId, session.userId) : null;
  return session && role ? { ...session, actor: `user:${session.userId}`, role, scopes: null } : null;
}

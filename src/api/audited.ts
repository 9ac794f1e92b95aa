import { writeAudit } from '../server/audit.ts';
import { AppError } from '../server/errors.ts';
import type { Caller } from '../server/permissions.ts';
import { contextFromHeaders } from './context.ts';

/** Tells the audit log what a request did. */
export type Audit = (
  action: string,
  about?: { targetId?: string; targetName?: string; after?: Record<string, unknown> },
) => Promise<void>;

/**
 * Who is asking, for endpoints that are no procedures, with what writes into the audit log for them: uploads, and
 * downloads of what is personal.
 * @throws AppError UNAUTHENTICATED when nobody is signed in
 */
export async function requireAuditedCaller(headers: Headers): Promise<{ caller: Caller; audit: Audit }> {
  const { caller, client, requestId } = await contextFromHeaders(headers);
  if (!caller)
    throw new AppError('UNAUTHENTICATED', 'Sign in, or send an API key: Authorization: Bearer nf_…');
  const { workspaceId, actor } = caller;
  return {
    caller,
    audit: (action, about = {}) => writeAudit({ workspaceId, actor, action, client, requestId, ...about }),
  };
}

import { createHash, randomBytes } from 'node:crypto';
import { noteChange } from '../../server/audit.ts';
import { toObjectId } from '../../server/db.ts';
import { AppError } from '../../server/errors.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import * as repository from './api-keys.repository.ts';
import type { ApiKey } from './api-keys.schema.ts';

const PREFIX = 'nf_';
/** The last use is noted at most this often, so that reading stays reading. */
const TOUCH_EVERY_MS = 60_000;

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Makes a key for a workspace; only its hash is kept, so `key` is seen this once. For operators, who need no session. */
export async function issueApiKey(
  workspaceId: string,
  input: { name: string; scopes: string[] },
): Promise<ApiKey & { key: string }> {
  const key = PREFIX + randomBytes(32).toString('base64url');
  const stored = await repository.insertApiKey(workspaceId, {
    ...input,
    prefix: key.slice(0, 11),
    hash: hashOf(key),
  });
  return { ...stored, key };
}

export async function createApiKey(
  caller: Caller,
  input: { name: string; scopes: string[] },
): Promise<ApiKey & { key: string }> {
  requirePermission(caller, 'api-keys:write');
  const made = await issueApiKey(caller.workspaceId, input);
  noteChange({
    targetId: made.id,
    targetName: made.name,
    after: { prefix: made.prefix, scopes: made.scopes, expiresAt: made.expiresAt },
  });
  return made;
}

export async function listApiKeys(caller: Caller): Promise<ApiKey[]> {
  requirePermission(caller, 'api-keys:write');
  return repository.listApiKeys(caller.workspaceId);
}

export async function revokeApiKey(caller: Caller, id: string): Promise<{ id: string }> {
  requirePermission(caller, 'api-keys:write');
  const revoked = await repository.revokeApiKey(caller.workspaceId, toObjectId(id));
  if (!revoked) throw new AppError('NOT_FOUND', 'There is no such key in use.');
  noteChange({ targetId: id, targetName: revoked.name, before: { prefix: revoked.prefix } });
  return { id };
}

/** Who a key speaks for. @throws AppError UNAUTHENTICATED when it is unknown, revoked or expired */
export async function callerFromApiKey(key: string): Promise<Caller> {
  const now = new Date();
  const found = key.startsWith(PREFIX) ? await repository.findUsableKey(hashOf(key), now) : null;
  if (!found)
    throw new AppError('UNAUTHENTICATED', 'This API key is not valid: unknown, revoked or expired.');
  if (!found.lastUsedAt || now.getTime() - found.lastUsedAt.getTime() > TOUCH_EVERY_MS)
    await repository.touchApiKey(found.id, now);
  return {
    workspaceId: found.workspaceId,
    actor: `key:${found.id}`,
    userId: null,
    sessionId: null,
    role: 'ADMIN',
    scopes: found.scopes,
  };
}

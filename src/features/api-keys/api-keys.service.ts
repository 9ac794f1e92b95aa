import { noteChange } from '../../server/audit.ts';
import { toObjectId } from '../../server/db.ts';
import { AppError } from '../../server/errors.ts';
import { endConnections } from '../../server/open-connections.ts';
import { type Caller, can, keyPermissionNames, requirePermission } from '../../server/permissions.ts';
import { hashOfSecretToken, newSecretToken } from '../../server/secret-tokens.ts';
import * as repository from './api-keys.repository.ts';
import { type ApiKey, type CreateApiKeyInput, MAX_KEYS } from './api-keys.schema.ts';

const PREFIX = 'nf_';
/** The last use is noted at most this often, so that reading stays reading. */
const TOUCH_EVERY_MS = 60_000;

/** Makes a key for a workspace; only its hash is kept, so `key` is seen this once. For operators, who need no session. */
export async function issueApiKey(
  workspaceId: string,
  {
    name,
    scopes,
    createdById = null,
    expiresAt = null,
  }: { name: string; scopes: string[]; createdById?: string | null; expiresAt?: Date | null },
): Promise<ApiKey & { key: string }> {
  const key = PREFIX + newSecretToken();
  const stored = await repository.insertApiKey(workspaceId, {
    name,
    scopes,
    createdById,
    expiresAt,
    prefix: key.slice(0, 11),
    hash: hashOfSecretToken(key),
  });
  return { ...stored, key };
}

/**
 * Makes a key that may do no more than its maker, and, when that is a key too, for no longer.
 * @throws AppError FORBIDDEN naming what the maker lacks; CONFLICT when the workspace has as many as it may
 */
export async function createApiKey(
  caller: Caller,
  { name, scopes, expiresAt = null }: CreateApiKeyInput,
): Promise<ApiKey & { key: string }> {
  requirePermission(caller, 'api-keys:write');
  requireOwnScopes(caller, scopes);
  await requireOwnLife(caller, expiresAt);
  if ((await repository.countInUse(caller.workspaceId, new Date())) >= MAX_KEYS)
    throw new AppError(
      'CONFLICT',
      `There are ${MAX_KEYS} keys in use, which is as many as there may be. Revoke those that nothing uses any more.`,
    );
  const made = await issueApiKey(caller.workspaceId, {
    name,
    scopes,
    expiresAt,
    createdById: caller.userId,
  });
  noteChange({
    targetId: made.id,
    targetName: made.name,
    after: { prefix: made.prefix, scopes: made.scopes, expiresAt: made.expiresAt },
  });
  return made;
}

function requireOwnScopes(caller: Caller, scopes: CreateApiKeyInput['scopes']): void {
  // “Everything” includes what later versions add, so nobody has it by having all there is today.
  const lacking = scopes.find((scope) =>
    scope === 'all'
      ? caller.scopes
        ? !caller.scopes.includes('all')
        : !keyPermissionNames.every((one) => can(caller, one))
      : !can(caller, scope),
  );
  if (lacking)
    throw new AppError('FORBIDDEN', `A key may do no more than who makes it, and you lack “${lacking}”.`, {
      errors: [{ path: 'scopes', message: `you lack ${lacking}` }],
    });
}

async function requireOwnLife(caller: Caller, expiresAt: Date | null): Promise<void> {
  if (!caller.scopes) return;
  const own = await repository.expiryOf(caller.workspaceId, toObjectId(caller.actor.replace(/^key:/, '')));
  if (own === null || (own && expiresAt && expiresAt <= own)) return;
  throw new AppError('FORBIDDEN', 'A key that expires makes only keys that expire no later than itself.', {
    errors: [{ path: 'expiresAt', message: 'is later than the end of the key that asks' }],
  });
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
  await endConnections({ actor: `key:${id}` });
  return { id };
}

/** Who a key speaks for. @throws AppError UNAUTHENTICATED when it is unknown, revoked or expired */
export async function callerFromApiKey(key: string): Promise<Caller> {
  const now = new Date();
  const found = key.startsWith(PREFIX) ? await repository.findUsableKey(hashOfSecretToken(key), now) : null;
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

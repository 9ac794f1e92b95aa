import { ObjectId } from 'mongodb';
import { collection, orm } from '../../server/db.ts';
import type { ApiKey } from './api-keys.schema.ts';

interface ApiKeyDocument extends Omit<ApiKey, 'id' | 'createdBy'> {
  _id: ObjectId;
  workspaceId: ObjectId;
  hash: string;
  createdById?: ObjectId | null;
}
const apiKeys = () => collection<ApiKeyDocument>('apiKeys');

const toApiKey = (
  { _id, name, prefix, scopes, lastUsedAt, expiresAt, revokedAt, createdAt }: ApiKeyDocument,
  createdBy: string | null,
): ApiKey => ({
  id: _id.toHexString(),
  name,
  prefix,
  scopes,
  lastUsedAt: lastUsedAt ?? null,
  expiresAt: expiresAt ?? null,
  revokedAt: revokedAt ?? null,
  createdAt,
  createdBy,
});

export async function insertApiKey(
  workspaceId: string,
  key: {
    name: string;
    prefix: string;
    hash: string;
    scopes: string[];
    createdById: string | null;
    expiresAt: Date | null;
  },
): Promise<ApiKey> {
  const row = await orm().apiKeys.create({
    workspaceId,
    ...key,
    lastUsedAt: null,
    revokedAt: null,
  });
  return {
    id: row._id,
    name: row.name,
    prefix: row.prefix,
    scopes: [...row.scopes],
    lastUsedAt: null,
    expiresAt: key.expiresAt,
    revokedAt: null,
    createdAt: row.createdAt,
    createdBy: null,
  };
}

export async function listApiKeys(workspaceId: string): Promise<ApiKey[]> {
  const rows = await apiKeys()
    .find({ workspaceId: new ObjectId(workspaceId) })
    .sort({ createdAt: -1 })
    .limit(500)
    .toArray();
  const names = await namesOf(rows.flatMap(({ createdById }) => createdById ?? []));
  return rows.map((row) => toApiKey(row, names.get(row.createdById?.toHexString() ?? '') ?? null));
}

/** Of people, by id; of those without a name their address. */
async function namesOf(ids: readonly ObjectId[]): Promise<Map<string, string>> {
  const people = await collection<{ _id: ObjectId; name?: string | null; email: string }>('users')
    .find({ _id: { $in: [...ids] } }, { projection: { name: 1, email: 1 } })
    .toArray();
  return new Map(people.map(({ _id, name, email }) => [_id.toHexString(), name || email]));
}

const inUse = (now: Date) => ({
  revokedAt: null,
  $or: [{ expiresAt: null }, { expiresAt: { $gt: now } }],
});

/** How many keys of a workspace are neither revoked nor expired. */
export const countInUse = (workspaceId: string, now: Date): Promise<number> =>
  apiKeys().countDocuments({ workspaceId: new ObjectId(workspaceId), ...inUse(now) });

/** Until when a key is good; null for ever. Undefined when there is no such key. */
export async function expiryOf(workspaceId: string, id: ObjectId): Promise<Date | null | undefined> {
  const row = await apiKeys().findOne({ _id: id, workspaceId: new ObjectId(workspaceId) });
  return row ? (row.expiresAt ?? null) : undefined;
}

/** The key that is revoked now, or null when there was none in use. */
export async function revokeApiKey(workspaceId: string, id: ObjectId): Promise<ApiKey | null> {
  const row = await apiKeys().findOneAndUpdate(
    { _id: id, workspaceId: new ObjectId(workspaceId), revokedAt: null },
    { $set: { revokedAt: new Date() } },
    { returnDocument: 'after' },
  );
  return row && toApiKey(row, null);
}

/** A usable key by its hash, in any workspace: the key is what says which. */
export async function findUsableKey(
  hash: string,
  now: Date,
): Promise<{ id: string; workspaceId: string; scopes: string[]; lastUsedAt: Date | null } | null> {
  const row = await apiKeys().findOne({ hash });
  if (!row || row.revokedAt || (row.expiresAt && row.expiresAt <= now)) return null;
  return {
    id: row._id.toHexString(),
    workspaceId: row.workspaceId.toHexString(),
    scopes: row.scopes,
    lastUsedAt: row.lastUsedAt ?? null,
  };
}

export async function touchApiKey(id: string, now: Date): Promise<void> {
  await apiKeys().updateOne({ _id: new ObjectId(id) }, { $set: { lastUsedAt: now } });
}

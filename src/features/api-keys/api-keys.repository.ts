import { ObjectId } from 'mongodb';
import { collection, orm } from '../../server/db.ts';
import type { ApiKey } from './api-keys.schema.ts';

interface ApiKeyDocument extends Omit<ApiKey, 'id'> {
  _id: ObjectId;
  workspaceId: ObjectId;
  hash: string;
}
const apiKeys = () => collection<ApiKeyDocument>('apiKeys');

const toApiKey = ({
  _id,
  name,
  prefix,
  scopes,
  lastUsedAt,
  expiresAt,
  revokedAt,
  createdAt,
}: Omit<ApiKeyDocument, '_id'> & { _id: ObjectId }): ApiKey => ({
  id: _id.toHexString(),
  name,
  prefix,
  scopes,
  lastUsedAt: lastUsedAt ?? null,
  expiresAt: expiresAt ?? null,
  revokedAt: revokedAt ?? null,
  createdAt,
});

export async function insertApiKey(
  workspaceId: string,
  key: { name: string; prefix: string; hash: string; scopes: string[] },
): Promise<ApiKey> {
  const row = await orm().apiKeys.create({
    workspaceId,
    ...key,
    createdById: null,
    lastUsedAt: null,
    expiresAt: null,
    revokedAt: null,
  });
  return {
    id: row._id,
    name: row.name,
    prefix: row.prefix,
    scopes: [...row.scopes],
    lastUsedAt: null,
    expiresAt: null,
    revokedAt: null,
    createdAt: row.createdAt,
  };
}

export async function listApiKeys(workspaceId: string): Promise<ApiKey[]> {
  const rows = await apiKeys()
    .find({ workspaceId: new ObjectId(workspaceId) })
    .sort({ createdAt: -1 })
    .limit(500)
    .toArray();
  return rows.map(toApiKey);
}

/** The key that is revoked now, or null when there was none in use. */
export async function revokeApiKey(workspaceId: string, id: ObjectId): Promise<ApiKey | null> {
  const row = await apiKeys().findOneAndUpdate(
    { _id: id, workspaceId: new ObjectId(workspaceId), revokedAt: null },
    { $set: { revokedAt: new Date() } },
    { returnDocument: 'after' },
  );
  return row && toApiKey(row);
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

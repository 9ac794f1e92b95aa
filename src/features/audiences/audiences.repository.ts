import type { ObjectId } from 'mongodb';
import { collection, orm } from '../../server/db.ts';
import type { Audience, CreateAudienceInput } from './audiences.schema.ts';
import { rulesSchema } from './rules.schema.ts';

interface AudienceDocument {
  _id: ObjectId;
  workspaceId: ObjectId;
  name: string;
  description?: string | null;
  rules: unknown;
  createdAt: Date;
  updatedAt: Date;
}
const audiences = () => collection<AudienceDocument>('audiences');

const toAudience = (row: AudienceDocument): Audience => ({
  id: row._id.toHexString(),
  name: row.name,
  description: row.description ?? null,
  rules: rulesSchema.parse(row.rules),
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});

export async function insertAudience(workspaceId: string, input: CreateAudienceInput): Promise<Audience> {
  const now = new Date();
  const { _id } = await orm().audiences.create({
    workspaceId,
    name: input.name,
    description: input.description || null,
    rules: JSON.parse(JSON.stringify(input.rules)),
    snapshot: null,
    createdAt: now,
    updatedAt: now,
  });
  return {
    id: _id,
    name: input.name,
    description: input.description || null,
    rules: input.rules,
    createdAt: now,
    updatedAt: now,
  };
}

export async function findAudience(workspaceId: ObjectId, id: ObjectId): Promise<Audience | null> {
  const row = await audiences().findOne({ _id: id, workspaceId });
  return row ? toAudience(row) : null;
}

export async function listAudiences(
  workspaceId: ObjectId,
  page: { limit: number; after: ObjectId | null },
): Promise<Audience[]> {
  const rows = await audiences()
    .find({ workspaceId, ...(page.after ? { _id: { $lt: page.after } } : {}) })
    .sort({ _id: -1 })
    .limit(page.limit)
    .toArray();
  return rows.map(toAudience);
}

export async function updateAudience(
  workspaceId: ObjectId,
  id: ObjectId,
  set: Partial<Pick<Audience, 'name' | 'description' | 'rules'>>,
): Promise<Audience | null> {
  const row = await audiences().findOneAndUpdate(
    { _id: id, workspaceId },
    { $set: { ...set, updatedAt: new Date() } },
    { returnDocument: 'after' },
  );
  return row ? toAudience(row) : null;
}

export async function deleteAudience(workspaceId: ObjectId, id: ObjectId): Promise<boolean> {
  return (await audiences().deleteOne({ _id: id, workspaceId })).deletedCount === 1;
}

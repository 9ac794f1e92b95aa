import { ObjectId } from 'mongodb';
import { byId, type CreatedSort } from '../../lib/id-cursor.ts';
import { containsText } from '../../server/contains.ts';
import { collection, orm } from '../../server/db.ts';
import type { Audience, CreateAudienceInput } from './audiences.schema.ts';
import { type RuleGroup, rulesSchema } from './rules.schema.ts';

interface AudienceDocument {
  _id: ObjectId;
  workspaceId: ObjectId;
  name: string;
  description?: string | null;
  rules: unknown;
  snapshot?: { audienceId: ObjectId; takenAt: Date; count: number; done: boolean } | null;
  createdAt: Date;
  updatedAt: Date;
}
const audiences = () => collection<AudienceDocument>('audiences');

const toAudience = (row: AudienceDocument): Audience => ({
  id: row._id.toHexString(),
  name: row.name,
  description: row.description ?? null,
  rules: rulesSchema.parse(row.rules),
  snapshot: row.snapshot ? { ...row.snapshot, audienceId: row.snapshot.audienceId.toHexString() } : null,
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
    snapshot: null,
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
  page: { limit: number; after: ObjectId | null; sort?: CreatedSort; search?: string },
): Promise<Audience[]> {
  const rows = await audiences()
    .find({
      workspaceId,
      ...byId(page.sort, page.after).filter,
      ...(page.search ? { name: containsText(page.search) } : {}),
    })
    .sort(byId(page.sort, page.after).sort)
    .limit(page.limit)
    .toArray();
  return rows.map(toAudience);
}

type Version = Pick<Audience, 'id' | 'updatedAt'>;

/** Changes an audience as it was read; null when somebody else was faster. */
export async function updateAudience(
  workspaceId: ObjectId,
  { id, updatedAt }: Version,
  set: Partial<Pick<Audience, 'name' | 'description' | 'rules'>> & { updatedAt: Date },
): Promise<Audience | null> {
  const row = await audiences().findOneAndUpdate(
    { _id: new ObjectId(id), workspaceId, updatedAt },
    { $set: set },
    { returnDocument: 'after' },
  );
  return row ? toAudience(row) : null;
}

/** Deletes an audience as it was read; false when somebody else was faster. */
export async function deleteAudience(workspaceId: ObjectId, { id, updatedAt }: Version): Promise<boolean> {
  const result = await audiences().deleteOne({ _id: new ObjectId(id), workspaceId, updatedAt });
  return result.deletedCount === 1;
}

/** All of a workspace, in no order. */
export async function* walkAudiences(workspaceId: ObjectId): AsyncGenerator<Audience> {
  for await (const row of audiences().find({ workspaceId })) yield toAudience(row);
}

/** Which of the ids are audiences of the workspace. */
export async function existingIds(workspaceId: ObjectId, ids: readonly ObjectId[]): Promise<string[]> {
  return [...(await namesOf(workspaceId, ids)).keys()];
}

/** Names by id; ids of nothing are left out. */
export async function namesOf(workspaceId: ObjectId, ids: readonly ObjectId[]): Promise<Map<string, string>> {
  const rows = await audiences()
    .find({ workspaceId, _id: { $in: [...ids] } }, { projection: { name: 1 } })
    .toArray();
  return new Map(rows.map(({ _id, name }) => [_id.toHexString(), name]));
}

// ── Snapshots ───────────────────────────────────────────────────────────────

/** A snapshot whose members are still to be marked: until then it carries the rules they are found by. */
export async function insertSnapshot(
  workspaceId: ObjectId,
  snapshot: { name: string; sourceId: ObjectId; rules: RuleGroup; takenAt: Date },
): Promise<Audience> {
  const { name, sourceId, rules, takenAt } = snapshot;
  const row: AudienceDocument = {
    _id: new ObjectId(),
    workspaceId,
    name,
    description: null,
    rules,
    snapshot: { audienceId: sourceId, takenAt, count: 0, done: false },
    createdAt: takenAt,
    updatedAt: takenAt,
  };
  await audiences().insertOne(row);
  return toAudience(row);
}

/** How far the marking has come; `rules` take the place of the source's when it is done. False when there is no such unfinished snapshot. */
export async function updateSnapshot(
  workspaceId: ObjectId,
  id: ObjectId,
  { count, done, rules }: { count: number; done: boolean; rules?: RuleGroup },
): Promise<boolean> {
  const result = await audiences().updateOne(
    { _id: id, workspaceId, 'snapshot.done': false },
    {
      $set: {
        'snapshot.count': count,
        'snapshot.done': done,
        updatedAt: new Date(),
        ...(rules ? { rules } : {}),
      },
    },
  );
  return result.matchedCount === 1;
}

export const countSnapshots = (workspaceId: ObjectId): Promise<number> =>
  audiences().countDocuments({ workspaceId, 'snapshot.takenAt': { $exists: true } });

/** Of any workspace: unfinished ones nobody has touched since. */
export async function findLostSnapshots(
  before: Date,
): Promise<{ workspaceId: string; audienceId: string }[]> {
  const rows = await audiences()
    .find({ 'snapshot.done': false, updatedAt: { $lt: before } }, { projection: { workspaceId: 1 } })
    .toArray();
  return rows.map(({ _id, workspaceId }) => ({
    workspaceId: workspaceId.toHexString(),
    audienceId: _id.toHexString(),
  }));
}

/** Which of the snapshots are still being made. */
export async function unfinishedAmong(
  workspaceId: ObjectId,
  ids: readonly ObjectId[],
): Promise<{ name: string }[]> {
  return audiences()
    .find({ workspaceId, _id: { $in: [...ids] }, 'snapshot.done': false }, { projection: { name: 1 } })
    .toArray();
}

import type { AbstractCursor, ObjectId } from 'mongodb';
import { collection, orm } from '../../server/db.ts';
import type { CustomerDocument } from '../customers/customer-document.ts';
import type { Audience, CreateAudienceInput } from './audiences.schema.ts';
import { compileRules } from './rules/compile.ts';
import { type RuleGroup, rulesSchema } from './rules.schema.ts';

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

const customers = () => collection<CustomerDocument>('customers');

/** How many customers the rules select at the moment `now`. */
export async function countMatching(workspaceId: ObjectId, rules: RuleGroup, now: Date): Promise<number> {
  const { filter, orderStages } = compileRules(rules, { workspaceId, now });
  if (orderStages.length === 0) return customers().countDocuments(filter);
  const [row] = await customers()
    .aggregate<{ n: number }>([{ $match: filter }, ...orderStages, { $count: 'n' }])
    .toArray();
  return row?.n ?? 0;
}

interface WalkOptions {
  after: ObjectId | null;
  now: Date;
}

/** The next customers the rules select, by id: a stable walk through the whole audience, page by page. */
export const pageMatching = (
  workspaceId: ObjectId,
  rules: RuleGroup,
  { limit, ...from }: WalkOptions & { limit: number },
): Promise<CustomerDocument[]> => findMatching(workspaceId, rules, from, { orderFacets: 0 }, limit).toArray();

/** All of them with addresses alone, in one query: for walks through audiences of any size. */
export const walkAddresses = (
  workspaceId: ObjectId,
  rules: RuleGroup,
  from: WalkOptions,
): AsyncIterable<Recipient> =>
  findMatching(workspaceId, rules, from, { email: 1, phone: 1 }).batchSize(WALK_BATCH);

/** Documents of one answer in a walk: some tens of kilobytes. */
const WALK_BATCH = 1_000;

export type Recipient = Pick<CustomerDocument, '_id' | 'email' | 'phone'>;

/** The customers the rules select, by id, with the fields of the projection. */
export function findMatching(
  workspaceId: ObjectId,
  rules: RuleGroup,
  { after, now }: WalkOptions,
  projection: Record<string, 0 | 1>,
  limit?: number,
): AbstractCursor<CustomerDocument> {
  const { filter, orderStages } = compileRules(rules, { workspaceId, now });
  const beyond = after ? { $and: [filter, { _id: { $gt: after } }] } : filter;
  if (orderStages.length === 0) {
    const found = customers().find(beyond, { projection }).sort({ _id: 1 });
    return limit === undefined ? found : found.limit(limit);
  }
  return customers().aggregate<CustomerDocument>([
    { $match: beyond },
    { $sort: { _id: 1 } },
    ...orderStages,
    ...(limit === undefined ? [] : [{ $limit: limit }]),
    { $project: projection },
  ]);
}

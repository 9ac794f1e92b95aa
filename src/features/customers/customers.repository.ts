import {
  type AnyBulkWriteOperation,
  type ClientSession,
  type Document,
  type Filter,
  Long,
  type ObjectId,
  type SortDirection,
} from 'mongodb';
import { fold } from '../../lib/fold.ts';
import { behind, type Place } from '../../server/behind.ts';
import { collection } from '../../server/db.ts';
import { idsOf, perRow } from '../../server/per-row.ts';
import type { CustomerDocument } from './customer-document.ts';
import type { CustomerSort } from './customers.schema.ts';

const customers = () => collection<CustomerDocument>('customers');

/** Where each sort finds its value; text sorts by its folded copy. */
const sortPaths: Record<CustomerSort, string> = {
  createdAt: 'createdAt',
  updatedAt: 'updatedAt',
  name: 'folded.name',
  email: 'email',
  totalSpend: 'totalSpend',
  orderCount: 'orderCount',
  lastOrderAt: 'lastOrderAt',
};

export type SortValue = string | number | Date | null;

/** What the sort compares, as a plain value. */
export function sortValue(row: CustomerDocument, sort: CustomerSort): SortValue {
  if (sort === 'name') return row.folded.name ?? null;
  const value = row[sort];
  return Long.isLong(value) ? value.toNumber() : (value ?? null);
}

/** A page in the order of `sort`, ties by id; missing values come first when ascending, as MongoDB has them. */
export function listCustomers(
  workspaceId: ObjectId,
  {
    filter,
    updatedSince,
    sort,
    descending,
    limit,
    after,
  }: {
    filter: Document;
    updatedSince: Date | null;
    sort: CustomerSort;
    descending: boolean;
    limit: number;
    after: { value: SortValue; id: ObjectId } | null;
  },
): Promise<CustomerDocument[]> {
  const path = sortPaths[sort];
  const direction: SortDirection = descending ? -1 : 1;
  const [own, ...more]: Document[] = [
    { ...filter, workspaceId },
    ...(updatedSince ? [{ updatedAt: { $gte: updatedSince } }] : []),
    ...(after ? beyond(path, descending, after) : []),
  ];
  return (
    customers()
      .find((more.length === 0 ? own : { $and: [own, ...more] }) as Filter<CustomerDocument>)
      // No two have the same address, and its index holds nothing else.
      .sort(sort === 'email' ? { email: direction } : { [path]: direction, _id: direction })
      .limit(limit)
      .toArray()
  );
}

/** Rows that come after the given one. */
const beyond = (path: string, descending: boolean, after: Place): Document[] =>
  // No two have the same address.
  path === 'email'
    ? [{ email: { [descending ? '$lt' : '$gt']: after.value } }]
    : behind(path, after, { descending, mayBeMissing: mayBeMissing.has(path) });
const mayBeMissing: ReadonlySet<string> = new Set(['folded.name', 'lastOrderAt']);

export const findCustomer = (workspaceId: ObjectId, id: ObjectId): Promise<CustomerDocument | null> =>
  customers().findOne({ _id: id, workspaceId });

export const findByIds = (
  workspaceId: ObjectId,
  ids: readonly ObjectId[],
  session?: ClientSession,
): Promise<CustomerDocument[]> =>
  customers()
    .find(
      { _id: { $in: [...ids] }, workspaceId },
      { batchSize: ids.length + 1, ...(session ? { session } : {}) },
    )
    .toArray();

export type Tagged = Pick<CustomerDocument, '_id' | 'tags' | 'updatedAt'>;

/** The tags of these customers. */
export const findTags = (
  workspaceId: ObjectId,
  ids: readonly ObjectId[],
  session: ClientSession,
): Promise<Tagged[]> =>
  customers()
    .find<Tagged>(
      { _id: { $in: [...ids] }, workspaceId },
      { projection: { tags: 1, updatedAt: 1 }, batchSize: ids.length + 1, session },
    )
    .toArray();

/** Gives customers their tags, by id, in one command. `at` is later than the version of each. */
export async function setTags(
  workspaceId: ObjectId,
  tags: ReadonlyMap<string, readonly string[]>,
  at: Date,
  session: ClientSession,
): Promise<void> {
  if (tags.size === 0) return;
  const folded = new Map([...tags].map(([id, own]) => [id, own.map(fold)]));
  await customers().updateMany(
    { _id: { $in: idsOf(tags.keys()) }, workspaceId },
    [{ $set: { tags: perRow(tags), 'folded.tags': perRow(folded), updatedAt: at } }],
    { session },
  );
}

const ID_BATCH = 500;

/** These customers in the order of the ids, each with the fields of the projection. */
export async function* walkByIds(
  workspaceId: ObjectId,
  ids: readonly ObjectId[],
  projection: Record<string, 1>,
): AsyncGenerator<CustomerDocument> {
  for (let i = 0; i < ids.length; i += ID_BATCH)
    yield* customers()
      .find({ _id: { $in: ids.slice(i, i + ID_BATCH) }, workspaceId }, { projection })
      .sort({ _id: 1 });
}

export type GroupFields = Pick<CustomerDocument, '_id' | 'tags' | 'country'> & {
  rfm?: { segment: string } | null;
};

export const findGroupFields = (workspaceId: ObjectId, ids: readonly ObjectId[]): Promise<GroupFields[]> =>
  customers()
    .find<GroupFields>(
      { _id: { $in: [...ids] }, workspaceId },
      { projection: { tags: 1, country: 1, 'rfm.segment': 1 }, batchSize: ids.length + 1 },
    )
    .toArray();

export const findByEmails = (
  workspaceId: ObjectId,
  emails: readonly string[],
  session?: ClientSession,
): Promise<CustomerDocument[]> =>
  customers()
    .find({ workspaceId, email: { $in: [...emails] } }, session ? { session } : {})
    .toArray();

/** By the unique index, up to `limit` of them in no order. */
export async function findIdsByEmailStart(
  workspaceId: ObjectId,
  start: string,
  limit: number,
): Promise<ObjectId[]> {
  const rows = await customers()
    .find({ workspaceId, email: { $gte: start, $lt: `${start}\uffff` } }, { projection: { _id: 1 } })
    .limit(limit)
    .toArray();
  return rows.map((row) => row._id);
}

export async function insertCustomers(
  rows: readonly CustomerDocument[],
  session?: ClientSession,
): Promise<void> {
  if (rows.length > 0) await customers().insertMany([...rows], session ? { session } : {});
}

type Version = Pick<CustomerDocument, '_id' | 'workspaceId' | 'updatedAt'>;

/** Sets fields of a customer as it was read; false when somebody else was faster. */
export async function changeCustomer(
  { _id, workspaceId, updatedAt }: Version,
  set: Partial<CustomerDocument>,
  session?: ClientSession,
): Promise<boolean> {
  const options = session ? { session } : {};
  const result = await customers().updateOne({ _id, workspaceId, updatedAt }, { $set: set }, options);
  return result.matchedCount === 1;
}

/** Sets fields of several customers in one command. */
export async function updateCustomers(
  workspaceId: ObjectId,
  updates: readonly { id: ObjectId; set: Partial<CustomerDocument> }[],
  session?: ClientSession,
): Promise<void> {
  if (updates.length === 0) return;
  const operations = updates.map(
    ({ id, set }): AnyBulkWriteOperation<CustomerDocument> => ({
      updateOne: { filter: { _id: id, workspaceId }, update: { $set: set } },
    }),
  );
  await customers().bulkWrite(operations, { ordered: false, ...(session ? { session } : {}) });
}

export type Aggregates = Pick<
  CustomerDocument,
  'totalSpend' | 'orderCount' | 'averageOrderValue' | 'firstOrderAt' | 'lastOrderAt'
>;

/** Sets the aggregates of customers, by id, in one command. */
export async function setAggregates(
  workspaceId: ObjectId,
  aggregates: ReadonlyMap<string, Aggregates>,
  session?: ClientSession,
): Promise<void> {
  if (aggregates.size === 0) return;
  await customers().updateMany(
    { _id: { $in: idsOf(aggregates.keys()) }, workspaceId },
    [{ $replaceWith: { $mergeObjects: ['$$ROOT', perRow(aggregates)] } }],
    session ? { session } : {},
  );
}

/** Deletes a customer as it was read; false when somebody else was faster. */
export async function deleteCustomer(
  { _id, workspaceId, updatedAt }: Version,
  session: ClientSession,
): Promise<boolean> {
  return (await customers().deleteOne({ _id, workspaceId, updatedAt }, { session })).deletedCount === 1;
}

export const countCustomers = (workspaceId: ObjectId): Promise<number> =>
  customers().countDocuments({ workspaceId });

/** Deletes these customers alone: who else has rows about them must have looked after those. */
export async function deleteCustomers(
  workspaceId: ObjectId,
  ids: readonly ObjectId[],
  session: ClientSession,
): Promise<void> {
  if (ids.length > 0) await customers().deleteMany({ _id: { $in: [...ids] }, workspaceId }, { session });
}

export async function distinctCountries(workspaceId: ObjectId, limit: number): Promise<string[]> {
  const rows = await customers()
    .aggregate<{ _id: string }>([
      { $match: { workspaceId, country: { $ne: null } } },
      { $group: { _id: '$country', n: { $sum: 1 } } },
      { $sort: { n: -1 } },
      { $limit: limit },
    ])
    .toArray();
  return rows.map((row) => row._id);
}

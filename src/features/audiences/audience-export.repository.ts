import type { ObjectId } from 'mongodb';
import { collection } from '../../server/db.ts';
import type { CustomerDocument } from '../customers/customer-document.ts';
import { findMatching } from './audiences.repository.ts';
import { compileRules } from './rules/compile.ts';
import type { RuleGroup } from './rules.schema.ts';

const EXPORTED = [
  'email',
  'name',
  'phone',
  'country',
  'city',
  'tags',
  'attributes',
  'totalSpend',
  'orderCount',
  'averageOrderValue',
  'firstOrderAt',
  'lastOrderAt',
] as const satisfies readonly (keyof CustomerDocument)[];
export type ExportedCustomer = Pick<CustomerDocument, (typeof EXPORTED)[number]>;

/** Documents of one answer: at most some megabytes when each has as many attributes as it may. */
const BATCH = 500;

/** All customers the rules select at the moment `now`, by id, in one query; ending the walk ends the query. */
export const walkCustomers = (
  workspaceId: ObjectId,
  rules: RuleGroup,
  now: Date,
): AsyncIterable<ExportedCustomer> =>
  findMatching(
    workspaceId,
    rules,
    { after: null, now },
    Object.fromEntries(EXPORTED.map((field) => [field, 1 as const])),
  ).batchSize(BATCH);

/** Names of the attributes those customers have, the most frequent ones first. */
export async function listAttributeNames(
  workspaceId: ObjectId,
  rules: RuleGroup,
  now: Date,
  limit: number,
): Promise<string[]> {
  const { filter, orderStages } = compileRules(rules, { workspaceId, now });
  const rows = await collection<CustomerDocument>('customers')
    .aggregate<{ _id: string }>([
      { $match: filter },
      ...orderStages,
      { $project: { names: { $map: { input: { $objectToArray: '$attributes' }, in: '$$this.k' } } } },
      { $unwind: '$names' },
      { $group: { _id: '$names', customers: { $sum: 1 } } },
      { $sort: { customers: -1, _id: 1 } },
      { $limit: limit },
    ])
    .toArray();
  return rows.map(({ _id }) => _id);
}

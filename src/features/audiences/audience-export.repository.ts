import type { ObjectId } from 'mongodb';
import type { CustomerDocument } from '../customers/customer-document.ts';
import { walkMatching } from './matching.repository.ts';
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
  walkMatching<ExportedCustomer>(
    { workspaceId, rules, now },
    { projection: Object.fromEntries(EXPORTED.map((field) => [field, 1 as const])), batchSize: BATCH },
  );

/** Names of the attributes those customers have, the most frequent ones first. */
export async function listAttributeNames(
  workspaceId: ObjectId,
  rules: RuleGroup,
  now: Date,
  limit: number,
): Promise<string[]> {
  const customers = new Map<string, number>();
  const walk = walkMatching<Pick<CustomerDocument, 'attributes'>>(
    { workspaceId, rules, now },
    { projection: { _id: 1, attributes: 1 }, batchSize: BATCH },
  );
  for await (const { attributes } of walk)
    for (const name of Object.keys(attributes)) {
      if (customers.size < MAX_NAMES || customers.has(name))
        customers.set(name, (customers.get(name) ?? 0) + 1);
    }
  return [...customers]
    .toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([name]) => name);
}

/** Names held in memory at once; those first met beyond it go into the file's last column. */
const MAX_NAMES = 100_000;

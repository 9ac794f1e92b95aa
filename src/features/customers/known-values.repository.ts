import type { ObjectId } from 'mongodb';
import { collection } from '../../server/db.ts';
import type { CustomerDocument } from './customer-document.ts';

/** Customers looked at, newest first: enough to know what is in use, and as quick for a million as for ten thousand. */
const LOOKED_AT = 10_000;

/**
 * What the workspace's newest customers carry. Counted here and not by the database: reading 10,000 small parts in the
 * order of an index took 0.2 s where one `$facet` over the same rows took 2.3 s.
 */
export const walkNewestCustomers = (
  workspaceId: ObjectId,
): AsyncIterable<Pick<CustomerDocument, 'country' | 'city' | 'tags' | 'attributes'>> =>
  collection<CustomerDocument>('customers').find(
    { workspaceId },
    {
      projection: { _id: 0, country: 1, city: 1, tags: 1, attributes: 1 },
      sort: { createdAt: -1 },
      limit: LOOKED_AT,
      batchSize: 2_500,
    },
  );

import type { Document, Long, ObjectId } from 'mongodb';
import { collection } from '../../server/db.ts';
import { segmentCells } from '../audiences/rules/rfm-segments.ts';
import type { CustomerDocument } from '../customers/customer-document.ts';

const customers = () => collection<CustomerDocument>('customers');

const METRICS = { recency: 'lastOrderAt', frequency: 'orderCount', monetary: 'totalSpend' } as const;
export type Metric = keyof typeof METRICS;
type Value = Date | number | Long;
/** The least value that scores 2, 3, 4 and 5; null when nobody reaches it. Money in minor units. */
export type Steps = (Value | null)[];
export type StoredBoundaries = Record<Metric, Steps>;

interface RfmTableDocument {
  _id: ObjectId;
  workspaceId: ObjectId;
  boundaries: StoredBoundaries;
  customers: number;
  computedAt: Date;
}
const tables = () => collection<RfmTableDocument>('rfmTables');

/** Only who has ordered is compared. */
const buyers = (workspaceId: ObjectId) => ({ workspaceId, orderCount: { $gt: 0 } });

export const countBuyers = (workspaceId: ObjectId): Promise<number> =>
  customers().countDocuments(buyers(workspaceId));

/**
 * Where the fifths of the workspace's `total` buyers begin. Customers with the same value are in the same fifth: the one
 * in which the middle of their group lies. Found by walking an index to four places; the values themselves stay in the
 * database. It is exact, which `$percentile` is not, and reads no list of values, as `$setWindowFields` does.
 */
export async function findSteps(workspaceId: ObjectId, metric: Metric, total: number): Promise<Steps> {
  if (total === 0) return [null, null, null, null];
  return Promise.all([1, 2, 3, 4].map((fifth) => findStep(workspaceId, METRICS[metric], total, fifth)));
}

async function findStep(
  workspaceId: ObjectId,
  field: (typeof METRICS)[Metric],
  total: number,
  fifth: number,
): Promise<Value | null> {
  const among = buyers(workspaceId);
  const at = async (filter: Document, place: number): Promise<Value | null> => {
    const [row] = await customers()
      .find(filter, { projection: { _id: 0, [field]: 1 } })
      .sort({ [field]: 1 })
      .skip(place)
      .limit(1)
      .toArray();
    return row?.[field] ?? null;
  };
  // With an operator on the field itself, beside the one that says who has ordered.
  const where = (condition: Document) => ({ $and: [among, { [field]: condition }] });
  const value = await at(among, Math.min(total - 1, Math.floor((fifth * total) / 5)));
  if (value === null) return null;
  const [below, same] = await Promise.all([
    customers().countDocuments(where({ $lt: value })),
    customers().countDocuments(where({ $eq: value })),
  ]);
  return 5 * (below + same / 2) >= fifth * total ? value : at(where({ $gt: value }), 0);
}

/** A customer's scores and segment as the database works them out; null without orders. */
function rfmExpression(boundaries: StoredBoundaries): Document {
  const score = (metric: Metric): Document => ({
    $add: [
      1,
      ...boundaries[metric].map((step) =>
        step === null ? 0 : { $cond: [{ $gte: [`$${METRICS[metric]}`, step] }, 1, 0] },
      ),
    ],
  });
  return {
    $cond: [
      { $gt: ['$orderCount', 0] },
      {
        $let: {
          vars: { r: score('recency'), f: score('frequency'), m: score('monetary') },
          in: {
            recency: '$$r',
            frequency: '$$f',
            monetary: '$$m',
            segment: { $arrayElemAt: [segmentCells, segmentIndex] },
          },
        },
      },
      null,
    ],
  };
}

/** (r - 1) * 5 + floor((f + m + 1) / 2) - 1, in whole numbers throughout. */
const segmentIndex: Document = {
  $toInt: {
    $add: [
      { $multiply: [{ $subtract: ['$$r', 1] }, 5] },
      { $floor: { $divide: [{ $subtract: [{ $add: ['$$f', '$$m'] }, 1] }, 2] } },
    ],
  },
};

/** The last of the next `size` customers by id; null when there are no more. */
export async function endOfPage(
  workspaceId: ObjectId,
  after: ObjectId | null,
  size: number,
): Promise<ObjectId | null> {
  const rows = await customers()
    .find(idsBetween(workspaceId, after, null), { projection: { _id: 1 } })
    .sort({ _id: 1 })
    .limit(size)
    .batchSize(size)
    .toArray();
  return rows.at(-1)?._id ?? null;
}

/** Gives the customers of a page their scores; only those whose scores change are written. How many those were. */
export async function scorePage(
  workspaceId: ObjectId,
  page: { after: ObjectId | null; end: ObjectId },
  boundaries: StoredBoundaries,
): Promise<number> {
  const rfm = rfmExpression(boundaries);
  const result = await customers().updateMany(
    {
      ...idsBetween(workspaceId, page.after, page.end),
      $expr: { $ne: [{ $ifNull: ['$rfm', null] }, rfm] },
    },
    [{ $set: { rfm } }],
  );
  return result.modifiedCount;
}

const idsBetween = (workspaceId: ObjectId, after: ObjectId | null, end: ObjectId | null) => ({
  workspaceId,
  _id: {
    ...(after ? { $gt: after } : {}),
    ...(end ? { $lte: end } : {}),
    ...(after || end ? {} : { $exists: true }),
  },
});

export async function saveTable(
  workspaceId: ObjectId,
  table: Pick<RfmTableDocument, 'boundaries' | 'customers' | 'computedAt'>,
): Promise<void> {
  await tables().updateOne({ workspaceId }, { $set: table }, { upsert: true });
}

export const findTable = (workspaceId: ObjectId): Promise<RfmTableDocument | null> =>
  tables().findOne({ workspaceId });

export interface SegmentRow {
  _id: string;
  customers: number;
  totalSpend: Long | number;
  /** Milliseconds since 1970. */
  averageLastOrder: number | null;
}

export const groupSegments = (workspaceId: ObjectId): Promise<SegmentRow[]> =>
  customers()
    .aggregate<SegmentRow>([
      { $match: { workspaceId, 'rfm.segment': { $ne: null } } },
      {
        $group: {
          _id: '$rfm.segment',
          customers: { $sum: 1 },
          totalSpend: { $sum: '$totalSpend' },
          averageLastOrder: { $avg: { $toLong: '$lastOrderAt' } },
        },
      },
    ])
    .toArray();

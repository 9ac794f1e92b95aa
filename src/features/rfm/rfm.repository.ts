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

const METRIC_NAMES = Object.keys(METRICS) as Metric[];
const FIFTHS = [1, 2, 3, 4] as const;

/**
 * Where the fifths of the workspace's `total` buyers begin. Customers with the same value are in the same fifth: the one
 * in which the middle of their group lies. Found by walking an index to four places for each figure and counting, in one
 * pass for all of them, who is below and who is level; the values themselves stay in the database. It is exact, which
 * `$percentile` is not, and ranks nobody, as `$setWindowFields` does.
 */
export async function findBoundaries(workspaceId: ObjectId, total: number): Promise<StoredBoundaries> {
  const places = METRIC_NAMES.flatMap((metric) =>
    FIFTHS.map((fifth) => ({ metric, fifth, field: METRICS[metric] })),
  );
  const found = await Promise.all(
    places.map(async ({ field, fifth, ...place }) => {
      const at = Math.min(total - 1, Math.floor((fifth * total) / 5));
      const value = total === 0 ? null : await valueAt(field, buyers(workspaceId), at);
      return value === null ? null : { ...place, field, fifth, value };
    }),
  );
  const known = found.filter((place) => place !== null);
  const counts = await countAround(workspaceId, known);
  const boundaries: StoredBoundaries = { recency: [], frequency: [], monetary: [] };
  for (const [i, place] of found.entries()) {
    const { metric } = places[i] ?? { metric: 'recency' };
    boundaries[metric].push(place && (await stepAt(workspaceId, total, place, counts[known.indexOf(place)])));
  }
  return boundaries;
}

interface Place {
  metric: Metric;
  field: (typeof METRICS)[Metric];
  fifth: number;
  /** What stands where the next fifth of all would begin. */
  value: Value;
}
interface Around {
  below: number;
  same: number;
}

/** The value itself, when the middle of those who have it lies beyond the fifth; else the next greater one. */
function stepAt(
  workspaceId: ObjectId,
  total: number,
  { field, fifth, value }: Place,
  around: Around | undefined,
): Promise<Value | null> | Value {
  const { below, same } = around ?? { below: 0, same: 0 };
  if (5 * (below + same / 2) >= fifth * total) return value;
  // An operator on the field itself stands beside the one that says who has ordered.
  return valueAt(field, { $and: [buyers(workspaceId), { [field]: { $gt: value } }] }, 0);
}

async function valueAt(field: Place['field'], filter: Document, place: number): Promise<Value | null> {
  const [row] = await customers()
    .find(filter, { projection: { _id: 0, [field]: 1 } })
    .sort({ [field]: 1 })
    .skip(place)
    .limit(1)
    .toArray();
  return row?.[field] ?? null;
}

/** How many buyers are below each value, and how many level with it. */
async function countAround(workspaceId: ObjectId, places: readonly Place[]): Promise<Around[]> {
  if (places.length === 0) return [];
  const one = (operator: '$lt' | '$eq', { field, value }: Place) => ({
    $sum: { $cond: [{ [operator]: [`$${field}`, value] }, 1, 0] },
  });
  const [row] = await customers()
    .aggregate<Record<string, number>>([
      { $match: buyers(workspaceId) },
      {
        $group: {
          _id: null,
          ...Object.fromEntries(
            places.flatMap((place, i) => [
              [`below${i}`, one('$lt', place)],
              [`same${i}`, one('$eq', place)],
            ]),
          ),
        },
      },
    ])
    .toArray();
  return places.map((_, i) => ({ below: row?.[`below${i}`] ?? 0, same: row?.[`same${i}`] ?? 0 }));
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
  averageRecencyDays: number | null;
}

const DAY_MS = 86_400_000;

export const groupSegments = (workspaceId: ObjectId, now: Date): Promise<SegmentRow[]> =>
  customers()
    .aggregate<SegmentRow>([
      { $match: { workspaceId, 'rfm.segment': { $ne: null } } },
      {
        $group: {
          _id: '$rfm.segment',
          customers: { $sum: 1 },
          totalSpend: { $sum: '$totalSpend' },
          // Of days: the sum of many moments is more than the embedded database counts.
          averageRecencyDays: {
            $avg: { $divide: [{ $subtract: [now.getTime(), { $toLong: '$lastOrderAt' }] }, DAY_MS] },
          },
        },
      },
    ])
    .toArray();

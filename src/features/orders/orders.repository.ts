import { type AnyBulkWriteOperation, type ClientSession, type Filter, Long, type ObjectId } from 'mongodb';
import { behind } from '../../server/behind.ts';
import { collection } from '../../server/db.ts';
import { upTo } from '../../server/up-to.ts';

export interface OrderDocument {
  _id: ObjectId;
  workspaceId: ObjectId;
  /** The shop's own number. */
  orderId: string;
  customerId: ObjectId;
  /** Minor units; negative is a refund. */
  amount: Long;
  placedAt: Date;
  createdAt: Date;
  updatedAt: Date;
}

const orders = () => collection<OrderDocument>('orders');
const within = (session: ClientSession | undefined) => (session ? { session } : {});

export const findByOrderIds = (
  workspaceId: ObjectId,
  orderIds: readonly string[],
  session?: ClientSession,
): Promise<OrderDocument[]> =>
  orders()
    .find({ workspaceId, orderId: { $in: [...orderIds] } }, within(session))
    .toArray();

export async function insertOrders(rows: readonly OrderDocument[], session?: ClientSession): Promise<void> {
  if (rows.length > 0) await orders().insertMany([...rows], within(session));
}

export async function updateOrders(
  workspaceId: ObjectId,
  updates: readonly { id: ObjectId; set: Partial<OrderDocument> }[],
  session?: ClientSession,
): Promise<void> {
  if (updates.length === 0) return;
  const operations = updates.map(
    ({ id, set }): AnyBulkWriteOperation<OrderDocument> => ({
      updateOne: { filter: { _id: id, workspaceId }, update: { $set: set } },
    }),
  );
  await orders().bulkWrite(operations, { ordered: false, ...within(session) });
}

export const findByIds = (
  workspaceId: ObjectId,
  ids: readonly ObjectId[],
  session?: ClientSession,
): Promise<OrderDocument[]> =>
  orders()
    .find({ _id: { $in: [...ids] }, workspaceId }, within(session))
    .toArray();

export async function deleteOrders(
  workspaceId: ObjectId,
  ids: readonly ObjectId[],
  session: ClientSession,
): Promise<void> {
  if (ids.length > 0) await orders().deleteMany({ _id: { $in: [...ids] }, workspaceId }, { session });
}

/** Those of these customers who have any order or refund. */
export async function customersWithOrders(
  workspaceId: ObjectId,
  customerIds: readonly ObjectId[],
  session?: ClientSession,
): Promise<ObjectId[]> {
  if (customerIds.length === 0) return [];
  const rows = await orders()
    .aggregate<{ _id: ObjectId }>(
      [
        { $match: { workspaceId, customerId: { $in: [...customerIds] } } },
        { $group: { _id: '$customerId' } },
      ],
      within(session),
    )
    .toArray();
  return rows.map((row) => row._id);
}

/** Orders and refunds that a customer placed from one moment to another, both included, oldest first. */
export const findOfCustomer = (
  workspaceId: ObjectId,
  customerId: ObjectId,
  { from, until }: { from: Date; until: Date },
): Promise<OrderDocument[]> =>
  orders()
    .find({ workspaceId, customerId, placedAt: { $gte: from, ...upTo(until) } })
    .sort({ placedAt: 1 })
    .toArray();

export type OrderSort = 'placedAt' | 'amount';

/** Sorted by what an index holds, ties by id; `after` is the last row of the page before. */
export function listOrders(
  workspaceId: ObjectId,
  {
    customerId,
    placedFrom,
    placedTo,
    minAmount,
    maxAmount,
    by,
    descending,
    limit,
    after,
  }: {
    customerId: ObjectId | null;
    placedFrom: Date | null;
    placedTo: Date | null;
    /** Minor units; both ends count. */
    minAmount: number | null;
    maxAmount: number | null;
    by: OrderSort;
    descending: boolean;
    limit: number;
    after: { value: Date | Long; id: ObjectId } | null;
  },
): Promise<OrderDocument[]> {
  const conditions: Filter<OrderDocument>[] = [{ workspaceId }];
  if (customerId) conditions.push({ customerId });
  if (placedFrom) conditions.push({ placedAt: { $gte: placedFrom } });
  if (placedTo) conditions.push({ placedAt: { $lt: placedTo } });
  if (minAmount !== null) conditions.push({ amount: { $gte: Long.fromNumber(minAmount) } });
  if (maxAmount !== null) conditions.push({ amount: upTo(Long.fromNumber(maxAmount)) });
  if (after) conditions.push(...(behind(by, after, { descending }) as Filter<OrderDocument>[]));
  const direction = descending ? -1 : 1;
  return orders()
    .find({ $and: conditions })
    .sort({ [by]: direction, _id: direction })
    .limit(limit)
    .toArray();
}

export interface PlacedOrder {
  customerId: ObjectId;
  /** Minor units; negative is a refund. */
  amount: bigint;
  placedAt: Date;
}

export const findPlaced = (
  filter: Filter<OrderDocument> & { workspaceId: ObjectId },
  sort: Record<string, 1> = {},
  session?: ClientSession,
) =>
  orders()
    .find<Pick<OrderDocument, 'customerId' | 'amount' | 'placedAt'>>(filter, {
      projection: { _id: 0, customerId: 1, amount: 1, placedAt: 1 },
      sort,
      promoteLongs: false,
      batchSize: 2_000,
      ...within(session),
    })
    .map(({ amount, ...order }): PlacedOrder => ({ ...order, amount: BigInt(amount.toString()) }));

export interface CustomerSum {
  customerId: ObjectId;
  /** All amounts, refunds included. */
  total: number;
  /** Amounts of orders alone. */
  orderTotal: number;
  orderCount: number;
  firstOrderAt: Date | null;
  lastOrderAt: Date | null;
}

export async function sumByCustomer(
  workspaceId: ObjectId,
  customerIds: readonly ObjectId[],
  session?: ClientSession,
): Promise<CustomerSum[]> {
  const isOrder = { $gte: ['$amount', 0] };
  const rows = await orders()
    .aggregate<{
      _id: ObjectId;
      total: number | Long;
      orderTotal: number | Long;
      orderCount: number;
      firstOrderAt: Date | null;
      lastOrderAt: Date | null;
    }>(
      [
        { $match: { workspaceId, customerId: { $in: [...customerIds] } } },
        {
          $group: {
            _id: '$customerId',
            total: { $sum: '$amount' },
            orderTotal: { $sum: { $cond: [isOrder, '$amount', 0] } },
            orderCount: { $sum: { $cond: [isOrder, 1, 0] } },
            firstOrderAt: { $min: { $cond: [isOrder, '$placedAt', null] } },
            lastOrderAt: { $max: { $cond: [isOrder, '$placedAt', null] } },
          },
        },
      ],
      within(session),
    )
    .toArray();
  return rows.map(({ _id, total, orderTotal, orderCount, firstOrderAt, lastOrderAt }) => ({
    customerId: _id,
    total: Number(total),
    orderTotal: Number(orderTotal),
    orderCount: Number(orderCount),
    firstOrderAt,
    lastOrderAt,
  }));
}

export async function deleteByCustomer(
  workspaceId: ObjectId,
  customerId: ObjectId,
  session: ClientSession,
): Promise<void> {
  await orders().deleteMany({ workspaceId, customerId }, { session });
}

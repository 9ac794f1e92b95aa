import type { ClientSession, ObjectId } from 'mongodb';
import { averageMinorUnits } from '../../lib/money.ts';
import { noteOrdersChanging } from './changed-days.ts';
import { deleteByCustomer, findPlaced, type PlacedOrder, sumByCustomer } from './orders.repository.ts';

/** What a customer's orders amount to, in minor units. Refunds lower the total and are no orders otherwise. */
export interface OrderSummary {
  customerId: ObjectId;
  totalSpend: number;
  orderCount: number;
  averageOrderValue: number | null;
  firstOrderAt: Date | null;
  lastOrderAt: Date | null;
}

/** One summary per customer who has any order or refund. */
export async function sumOrders(
  workspaceId: ObjectId,
  customerIds: readonly ObjectId[],
  session?: ClientSession,
): Promise<OrderSummary[]> {
  const rows = await sumByCustomer(workspaceId, customerIds, session);
  return rows.map(({ customerId, total, orderTotal, orderCount, firstOrderAt, lastOrderAt }) => ({
    customerId,
    totalSpend: total,
    orderCount,
    averageOrderValue: averageMinorUnits(orderTotal, orderCount),
    firstOrderAt,
    lastOrderAt,
  }));
}

export type { PlacedOrder } from './orders.repository.ts';

/** Orders and refunds placed from one moment until before another, in the order they were placed. */
export const walkPlacedOrders = (workspaceId: ObjectId, from: Date, to: Date): AsyncIterable<PlacedOrder> =>
  findPlaced({ workspaceId, placedAt: { $gte: from, $lt: to } }, { placedAt: 1 });

/** The same of these customers alone, in any order. */
export const ordersOfCustomers = async (
  workspaceId: ObjectId,
  customerIds: readonly ObjectId[],
  from: Date,
  to: Date,
): Promise<PlacedOrder[]> =>
  findPlaced({
    workspaceId,
    customerId: { $in: [...customerIds] },
    placedAt: { $gte: from, $lt: to },
  }).toArray();

export async function deleteOrdersOf(
  workspaceId: ObjectId,
  customerId: ObjectId,
  session: ClientSession,
): Promise<void> {
  const placed = await findPlaced({ workspaceId, customerId }, {}, session).toArray();
  noteOrdersChanging(
    workspaceId,
    placed.map(({ placedAt }) => placedAt),
    session,
  );
  await deleteByCustomer(workspaceId, customerId, session);
}

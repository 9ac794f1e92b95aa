import type { ClientSession, ObjectId } from 'mongodb';
import { averageMinorUnits } from '../../lib/money.ts';
import { deleteByCustomer, findPlacedBetween, type PlacedOrder, sumByCustomer } from './orders.repository.ts';

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

/** Orders, not refunds, placed within this time, at most `limit`; null when there are more. */
export async function ordersPlacedBetween(
  workspaceId: ObjectId,
  from: Date,
  to: Date,
  limit: number,
): Promise<PlacedOrder[] | null> {
  const found = await findPlacedBetween(workspaceId, from, to, limit + 1);
  return found.length > limit ? null : found;
}

export const deleteOrdersOf = (
  workspaceId: ObjectId,
  customerId: ObjectId,
  session: ClientSession,
): Promise<void> => deleteByCustomer(workspaceId, customerId, session);

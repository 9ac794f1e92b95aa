import type { Long, ObjectId } from 'mongodb';
import { collection } from '../../server/db.ts';
import type { EvaluatedOrder } from './rules/evaluate.ts';

/** All orders and refunds of one customer, as order conditions look at them. */
export async function findOrderAmounts(
  workspaceId: ObjectId,
  customerId: ObjectId,
): Promise<EvaluatedOrder[]> {
  const rows = await collection<{ amount: Long | number; placedAt: Date }>('orders')
    .find({ workspaceId, customerId }, { projection: { _id: 0, amount: 1, placedAt: 1 } })
    .toArray();
  return rows.map(({ amount, placedAt }) => ({ amount: Number(amount), placedAt }));
}

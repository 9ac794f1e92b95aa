import { Long, ObjectId } from 'mongodb';
import { fold } from '../../../../lib/fold.ts';
import type { EvaluatedCustomer, EvaluatedOrder } from '../evaluate.ts';

/** Test support: a customer in memory as the document of the database, and their orders. */
export function customerRow(
  workspaceId: ObjectId,
  { snapshotIds, ...customer }: EvaluatedCustomer & { orders?: EvaluatedOrder[] },
) {
  const { orders = [], ...fields } = customer;
  const folded = (text: string | null | undefined) => (text == null ? null : fold(text));
  const _id = new ObjectId();
  return {
    customer: {
      ...fields,
      _id,
      workspaceId,
      folded: {
        name: folded(fields.name),
        phone: folded(fields.phone),
        country: folded(fields.country),
        city: folded(fields.city),
        tags: fields.tags.map(fold),
        attributes: Object.fromEntries(
          Object.entries(fields.attributes).map(([k, v]) => [k, typeof v === 'string' ? fold(v) : v]),
        ),
      },
      totalSpend: Long.fromNumber(fields.totalSpend),
      averageOrderValue: fields.averageOrderValue === null ? null : Long.fromNumber(fields.averageOrderValue),
      ...(snapshotIds ? { snapshotIds: snapshotIds.map((id) => new ObjectId(id)) } : {}),
      updatedAt: fields.createdAt,
    },
    orders: orders.map((order, i) => ({
      workspaceId,
      orderId: `${_id.toHexString()}-${i}`,
      customerId: _id,
      amount: Long.fromNumber(order.amount),
      placedAt: order.placedAt,
      createdAt: order.placedAt,
      updatedAt: order.placedAt,
    })),
  };
}

import { Long, ObjectId } from 'mongodb';
import { toMinorUnits } from '../../lib/money.ts';
import type { BulkResult } from '../customers/customer-changes.ts';
import { fieldsToRestore, type RowChange } from '../customers/row-changes.ts';
import type { OrderDocument } from './orders.repository.ts';
import type { OrderInput } from './orders.schema.ts';

interface OrderPlan {
  result: BulkResult;
  fresh: OrderDocument[];
  changed: { id: ObjectId; set: Partial<OrderDocument> }[];
  /** Of the changed ones, as they were before. */
  before: RowChange[];
  /** Customers whose orders change. */
  touched: ObjectId[];
}

/**
 * What rows of an import make of the orders that are there, without a query or a write; of two rows with one number the
 * later one counts.
 * @param customerIdOf a customer's id by address; every row's address must have one
 */
export function planOrders(
  workspaceId: ObjectId,
  orders: readonly OrderDocument[],
  customerIdOf: ReadonlyMap<string, ObjectId>,
  rows: readonly OrderInput[],
  now: Date,
): OrderPlan {
  const existing = new Map(orders.map((order) => [order.orderId, order]));
  const fresh = new Map<string, OrderDocument>();
  const changed = new Map<string, { id: ObjectId; set: Partial<OrderDocument> }>();
  const originals = new Map<string, OrderDocument>();
  const touched = new Map<string, ObjectId>();
  const touch = (id: ObjectId) => touched.set(id.toHexString(), id);
  const result = { inserted: 0, updated: 0, unchanged: 0 };
  for (const row of rows) {
    const customerId = customerIdOf.get(row.customerEmail);
    if (!customerId) throw new Error('Every address has a customer by now');
    const set = {
      customerId,
      amount: Long.fromNumber(toMinorUnits(row.orderAmount)),
      placedAt: row.orderDate,
      updatedAt: now,
    };
    const current = fresh.get(row.orderId) ?? existing.get(row.orderId);
    if (!current) {
      fresh.set(row.orderId, {
        _id: new ObjectId(),
        workspaceId,
        orderId: row.orderId,
        ...set,
        createdAt: now,
      });
      touch(customerId);
      result.inserted += 1;
    } else if (
      current.customerId.equals(customerId) &&
      set.amount.equals(current.amount) &&
      current.placedAt.getTime() === set.placedAt.getTime()
    ) {
      result.unchanged += 1;
    } else {
      touch(current.customerId);
      touch(customerId);
      if (fresh.has(row.orderId)) fresh.set(row.orderId, { ...current, ...set });
      else {
        if (!originals.has(row.orderId)) originals.set(row.orderId, current);
        existing.set(row.orderId, { ...current, ...set });
        changed.set(row.orderId, { id: current._id, set });
      }
      result.updated += 1;
    }
  }
  const before = [...originals].map(([orderId, order]) => changeOf(order, existing.get(orderId) ?? order));
  return {
    result,
    fresh: [...fresh.values()],
    changed: [...changed.values()],
    before,
    touched: [...touched.values()],
  };
}

const ownFields = ['customerId', 'amount', 'placedAt'] as const;

function changeOf(before: OrderDocument, after: OrderDocument): RowChange {
  const was: Record<string, unknown> = {};
  const set: Record<string, unknown> = {};
  for (const field of ownFields) {
    // A whole number comes back from the database as a number or a Long, as it is small or large.
    if (inWords({ value: before[field] }).value === inWords({ value: after[field] }).value) continue;
    was[field] = before[field];
    set[field] = after[field];
  }
  return { id: before._id, was, set, touchedAt: before.updatedAt };
}

/**
 * A changed order as it is to be again. A customer who was deleted since gets no order back: the order stays with the one
 * it has.
 * @param there ids of the customers of before who still exist
 */
export function restoredOrder(
  change: RowChange,
  current: OrderDocument,
  there: ReadonlySet<string>,
  at: Date,
  now: Date,
): { set: Partial<OrderDocument> | null; complete: boolean } {
  const untouched = current.updatedAt.getTime() === at.getTime();
  const { restore, complete } = fieldsToRestore(
    { was: inWords(change.was), set: inWords(change.set) },
    inWords({ ...current }),
    untouched,
  );
  const back = Object.keys(restore).filter(
    (field) => field !== 'customerId' || there.has(String(change.was.customerId)),
  );
  if (back.length === 0) return { set: null, complete: false };
  const whole = complete && back.length === Object.keys(change.was).length;
  const set: Partial<OrderDocument> = { updatedAt: whole && untouched ? change.touchedAt : now };
  const { customerId, amount, placedAt } = change.was;
  if (back.includes('customerId') && customerId instanceof ObjectId) set.customerId = customerId;
  if (back.includes('amount')) set.amount = Long.fromString(String(amount));
  if (back.includes('placedAt') && placedAt instanceof Date) set.placedAt = placedAt;
  return { set, complete: whole };
}

/** Values as text that tells them apart whatever types the database gives them. */
const inWords = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      value instanceof Date ? value.toISOString() : String(value),
    ]),
  );

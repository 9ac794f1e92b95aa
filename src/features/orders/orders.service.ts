import { type ClientSession, Long, ObjectId } from 'mongodb';
import { toMajorUnits, toMinorUnits } from '../../lib/money.ts';
import { toObjectId, withTransaction } from '../../server/db.ts';
import { AppError } from '../../server/errors.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import {
  type BulkResult,
  findCustomersByEmails,
  findCustomersByIds,
  insertCustomersFromEmails,
  recomputeAggregates,
} from '../customers/customers.service.ts';
import type { OrderDocument } from './orders.repository.ts';
import * as repository from './orders.repository.ts';
import type { Order, OrderInput } from './orders.schema.ts';

export async function listOrders(
  caller: Caller,
  input: { limit: number; cursor?: string | undefined; customerId?: string | undefined },
): Promise<{ items: Order[]; nextCursor: string | null }> {
  requirePermission(caller, 'orders:read');
  const rows = await repository.listOrders(new ObjectId(caller.workspaceId), {
    customerId: input.customerId ? toObjectId(input.customerId) : null,
    limit: input.limit + 1,
    after: input.cursor ? readCursor(input.cursor) : null,
  });
  const items = rows.slice(0, input.limit);
  const last = items.at(-1);
  return {
    items: await withEmails(caller.workspaceId, items),
    nextCursor:
      rows.length > input.limit && last ? `${last.placedAt.getTime()}_${last._id.toHexString()}` : null,
  };
}

/** Adds one order; an unknown address becomes a customer. @throws AppError CONFLICT when the number is taken */
export async function createOrder(caller: Caller, input: OrderInput): Promise<Order> {
  requirePermission(caller, 'orders:write');
  const workspaceId = new ObjectId(caller.workspaceId);
  const taken = () =>
    new AppError('CONFLICT', `There is an order with the number ${input.orderId} already.`, {
      errors: [{ path: 'orderId', message: 'is another order’s' }],
    });
  if ((await repository.findByOrderIds(workspaceId, [input.orderId])).length > 0) throw taken();
  await withTransaction(async (session) => {
    const { touched, inserted } = await upsertOrdersBulk(workspaceId, [input], session);
    if (inserted !== 1) throw taken();
    await recomputeAggregates(workspaceId, touched, session);
  });
  const [order] = await withEmails(
    caller.workspaceId,
    await repository.findByOrderIds(workspaceId, [input.orderId]),
  );
  if (!order) throw new AppError('NOT_FOUND', 'The order was deleted while it was being added.');
  return order;
}

export interface OrdersBulkResult extends BulkResult {
  customersCreated: number;
  /** Customers whose aggregates are stale now: pass them to recomputeAggregates. */
  touched: ObjectId[];
}

/** Brings up to 1,000 orders in by their number; of two rows with one number the later one counts. A few commands in all. */
export async function upsertOrdersBulk(
  workspaceId: ObjectId,
  rows: readonly OrderInput[],
  session?: ClientSession,
): Promise<OrdersBulkResult> {
  const now = new Date();
  const emails = [...new Set(rows.map((row) => row.customerEmail))];
  const known = await findCustomersByEmails(workspaceId, emails, session);
  const knownEmails = new Set(known.map((c) => c.email));
  const created = await insertCustomersFromEmails(
    workspaceId,
    emails.filter((email) => !knownEmails.has(email)),
    session,
  );
  const customerIdOf = new Map([...known, ...created].map((c) => [c.email, c._id]));
  const existing = new Map(
    (await repository.findByOrderIds(workspaceId, [...new Set(rows.map((r) => r.orderId))], session)).map(
      (o) => [o.orderId, o],
    ),
  );

  const fresh = new Map<string, OrderDocument>();
  const changed = new Map<string, { id: ObjectId; set: Partial<OrderDocument> }>();
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
        existing.set(row.orderId, { ...current, ...set });
        changed.set(row.orderId, { id: current._id, set });
      }
      result.updated += 1;
    }
  }
  await repository.insertOrders([...fresh.values()], session);
  await repository.updateOrders(workspaceId, [...changed.values()], session);
  return { ...result, customersCreated: created.length, touched: [...touched.values()] };
}

async function withEmails(workspaceId: string, rows: readonly OrderDocument[]): Promise<Order[]> {
  const customers = await findCustomersByIds(
    workspaceId,
    rows.map((row) => row.customerId),
  );
  const emailOf = new Map(customers.map((c) => [c._id.toHexString(), c.email]));
  return rows.map((row) => ({
    id: row._id.toHexString(),
    orderId: row.orderId,
    customerId: row.customerId.toHexString(),
    customerEmail: emailOf.get(row.customerId.toHexString()) ?? null,
    orderAmount: toMajorUnits(row.amount),
    orderDate: row.placedAt,
  }));
}

function readCursor(cursor: string): { placedAt: Date; id: ObjectId } {
  const match = /^(-?\d{1,15})_([0-9a-f]{24})$/.exec(cursor);
  if (!match?.[1] || !match[2])
    throw new AppError('VALIDATION', 'The cursor is not one this list gave.', {
      errors: [{ path: 'cursor', message: 'is not valid' }],
    });
  return { placedAt: new Date(Number(match[1])), id: new ObjectId(match[2]) };
}

import { type ClientSession, Long, ObjectId } from 'mongodb';
import { toMajorUnits, toMinorUnits } from '../../lib/money.ts';
import { noteChange } from '../../server/audit.ts';
import { toObjectId, withTransaction } from '../../server/db.ts';
import { AppError } from '../../server/errors.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import type { BulkResult } from '../customers/customer-changes.ts';
import {
  findCustomersByEmails,
  findCustomersByIds,
  insertCustomersFromEmails,
  recomputeAggregates,
} from '../customers/customers.service.ts';
import type { BulkChanges, UndoneRows } from '../customers/row-changes.ts';
import { requireNotErased } from '../privacy/erased-addresses.service.ts';
import { noteOrdersChanging } from './changed-days.ts';
import { planOrders, restoredOrder } from './order-changes.ts';
import type { OrderDocument } from './orders.repository.ts';
import * as repository from './orders.repository.ts';
import type { ListOrdersInput, Order, OrderInput } from './orders.schema.ts';

export async function listOrders(
  caller: Caller,
  input: ListOrdersInput,
): Promise<{ items: Order[]; nextCursor: string | null }> {
  requirePermission(caller, 'orders:read');
  const { sort = '-placedAt' } = input;
  const by = sort.endsWith('amount') ? 'amount' : 'placedAt';
  const rows = await repository.listOrders(new ObjectId(caller.workspaceId), {
    customerId: input.customerId ? toObjectId(input.customerId) : null,
    placedFrom: input.placedFrom ?? null,
    placedTo: input.placedTo ?? null,
    minAmount: input.minAmount === undefined ? null : toMinorUnits(input.minAmount),
    maxAmount: input.maxAmount === undefined ? null : toMinorUnits(input.maxAmount),
    by,
    descending: sort.startsWith('-'),
    limit: input.limit + 1,
    after: input.cursor ? readCursor(input.cursor, by) : null,
  });
  const items = rows.slice(0, input.limit);
  const last = items.at(-1);
  return {
    items: await withEmails(caller.workspaceId, items),
    nextCursor:
      rows.length > input.limit && last
        ? `${by === 'amount' ? `a${last.amount}` : last.placedAt.getTime()}_${last._id.toHexString()}`
        : null,
  };
}

/** @throws AppError NOT_FOUND also for another workspace's order */
export async function getOrder(caller: Caller, id: string): Promise<Order> {
  requirePermission(caller, 'orders:read');
  const rows = await repository.findByIds(new ObjectId(caller.workspaceId), [toObjectId(id)]);
  const [order] = await withEmails(caller.workspaceId, rows);
  if (!order) throw new AppError('NOT_FOUND', 'There is no order with this id.');
  return order;
}

/**
 * Adds one order; an unknown address becomes a customer.
 * @throws AppError CONFLICT when the number is taken, or the address's owner was erased
 */
export async function createOrder(caller: Caller, input: OrderInput): Promise<Order> {
  requirePermission(caller, 'orders:write');
  const workspaceId = new ObjectId(caller.workspaceId);
  const taken = () =>
    new AppError('CONFLICT', `There is an order with the number ${input.orderId} already.`, {
      errors: [{ path: 'orderId', message: 'is another order’s' }],
    });
  if ((await repository.findByOrderIds(workspaceId, [input.orderId])).length > 0) throw taken();
  await withTransaction(async (session) => {
    await requireNotErased(workspaceId, input.customerEmail, 'customerEmail', session);
    const { touched, inserted } = await upsertOrdersBulk(workspaceId, [input], session);
    if (inserted !== 1) throw taken();
    await recomputeAggregates(workspaceId, touched, session);
  });
  const [order] = await withEmails(
    caller.workspaceId,
    await repository.findByOrderIds(workspaceId, [input.orderId]),
  );
  if (!order) throw new AppError('NOT_FOUND', 'The order was deleted while it was being added.');
  noteChange({
    targetId: order.id,
    targetName: order.orderId,
    after: { amount: input.orderAmount, placedAt: input.orderDate, customer: input.customerEmail },
  });
  return order;
}

export interface OrdersBulkResult extends BulkResult {
  customersCreated: number;
  /** Customers whose aggregates are stale now: pass them to recomputeAggregates. */
  touched: ObjectId[];
  /** What an undo needs to know, of orders and of the customers made for them. */
  changes: BulkChanges;
  createdIds: ObjectId[];
}

/** Brings up to 1,000 orders in by their number; of two rows with one number the later one counts. A few commands in all. */
export async function upsertOrdersBulk(
  workspaceId: ObjectId,
  rows: readonly OrderInput[],
  session?: ClientSession,
): Promise<OrdersBulkResult> {
  const now = new Date();
  const { emails, known } = await knownCustomers(workspaceId, rows, session);
  const created = await insertCustomersFromEmails(
    workspaceId,
    emails.filter((email) => !known.has(email)),
    now,
    session,
  );
  for (const customer of created) known.set(customer.email, customer._id);
  const existing = await existingOrders(workspaceId, rows, session);
  const plan = planOrders(workspaceId, existing, known, rows, now);
  if (plan.touched.length > 0)
    noteOrdersChanging(workspaceId, [...placedAt(existing), ...rows.map((row) => row.orderDate)], session);
  await repository.insertOrders(plan.fresh, session);
  await repository.updateOrders(workspaceId, plan.changed, session);
  return {
    ...plan.result,
    customersCreated: created.length,
    touched: plan.touched,
    changes: { at: now, inserted: plan.fresh.map((row) => row._id), updated: plan.before },
    createdIds: created.map((customer) => customer._id),
  };
}

/** What upsertOrdersBulk would do with these rows; nothing is written. `unknown` are addresses nobody has. */
export async function countOrdersBulk(
  workspaceId: ObjectId,
  rows: readonly OrderInput[],
): Promise<BulkResult & { unknown: string[] }> {
  const { emails, known } = await knownCustomers(workspaceId, rows);
  const unknown = emails.filter((email) => !known.has(email));
  for (const email of unknown) known.set(email, new ObjectId());
  const { result } = planOrders(
    workspaceId,
    await existingOrders(workspaceId, rows),
    known,
    rows,
    new Date(),
  );
  return { ...result, unknown };
}

async function knownCustomers(
  workspaceId: ObjectId,
  rows: readonly OrderInput[],
  session?: ClientSession,
): Promise<{ emails: string[]; known: Map<string, ObjectId> }> {
  const emails = [...new Set(rows.map((row) => row.customerEmail))];
  const customers = await findCustomersByEmails(workspaceId, emails, session);
  return { emails, known: new Map(customers.map((c) => [c.email, c._id])) };
}

const existingOrders = (
  workspaceId: ObjectId,
  rows: readonly OrderInput[],
  session?: ClientSession,
): Promise<OrderDocument[]> =>
  repository.findByOrderIds(workspaceId, [...new Set(rows.map((r) => r.orderId))], session);

/**
 * Takes back what a bulk write did to orders: those it made are deleted unless a later import changed them; those it
 * changed get back what they were, field by field, where the field still has what the write gave.
 * @returns what became of them, and the customers whose aggregates are stale now
 */
export async function undoOrdersBulk(
  workspaceId: ObjectId,
  { at, inserted, updated }: BulkChanges,
  session: ClientSession,
): Promise<UndoneRows & { touched: ObjectId[] }> {
  const ids = [...inserted, ...updated.map((change) => change.id)];
  const current = new Map(
    (await repository.findByIds(workspaceId, ids, session)).map((row) => [row._id.toHexString(), row]),
  );
  const customers = await findCustomersByIds(
    workspaceId.toHexString(),
    updated.flatMap(({ was }) => (was.customerId instanceof ObjectId ? [was.customerId] : [])),
    session,
  );
  const there = new Set(customers.map((c) => c._id.toHexString()));
  const touched = new Map<string, ObjectId>();
  const touch = (id: ObjectId) => touched.set(id.toHexString(), id);
  const result = { removed: 0, restored: 0, changed: 0, gone: 0 };
  const removedIds: ObjectId[] = [];
  for (const id of inserted) {
    const row = current.get(id.toHexString());
    if (!row) result.gone += 1;
    else if (row.updatedAt.getTime() !== at.getTime()) result.changed += 1;
    else {
      removedIds.push(id);
      touch(row.customerId);
    }
  }
  result.removed = removedIds.length;
  const now = new Date();
  const restored: { id: ObjectId; set: Partial<OrderDocument> }[] = [];
  for (const change of updated) {
    const row = current.get(change.id.toHexString());
    if (!row) {
      result.gone += 1;
      continue;
    }
    const back = restoredOrder(change, row, there, at, now);
    result[back.complete ? 'restored' : 'changed'] += 1;
    if (!back.set) continue;
    restored.push({ id: change.id, set: back.set });
    touch(row.customerId);
    if (back.set.customerId) touch(back.set.customerId);
  }
  const restoredTo = restored.flatMap(({ set }) => (set.placedAt ? [set.placedAt] : []));
  noteOrdersChanging(workspaceId, [...placedAt(current.values()), ...restoredTo], session);
  await repository.deleteOrders(workspaceId, removedIds, session);
  await repository.updateOrders(workspaceId, restored, session);
  return { ...result, touched: [...touched.values()] };
}

const placedAt = (rows: Iterable<OrderDocument>): Date[] => Array.from(rows, (row) => row.placedAt);

/** Which of these customers have any order or refund. */
export const customersWithOrders = (
  workspaceId: ObjectId,
  customerIds: readonly ObjectId[],
  session?: ClientSession,
): Promise<ObjectId[]> => repository.customersWithOrders(workspaceId, customerIds, session);

/** Orders and refunds (minor units) that a customer placed from one moment to another, both included, oldest first. */
export const findOrdersOf = (
  workspaceId: ObjectId,
  customerId: ObjectId,
  span: { from: Date; until: Date },
): Promise<OrderDocument[]> => repository.findOfCustomer(workspaceId, customerId, span);

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

function readCursor(cursor: string, by: repository.OrderSort): { value: Date | Long; id: ObjectId } {
  const [, amount, value, id] = /^(a?)(-?\d{1,18})_([0-9a-f]{24})$/.exec(cursor) ?? [];
  if (!value || !id || (amount === 'a') !== (by === 'amount'))
    throw new AppError('VALIDATION', 'The cursor is not one this list gave.', {
      errors: [{ path: 'cursor', message: 'is not valid for this sort' }],
    });
  return {
    value: by === 'amount' ? Long.fromString(value) : new Date(Number(value)),
    id: new ObjectId(id),
  };
}

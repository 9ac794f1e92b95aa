import { type ClientSession, Long, ObjectId } from 'mongodb';
import { fold } from '../../lib/fold.ts';
import { noteChange } from '../../server/audit.ts';
import { toObjectId, withTransaction } from '../../server/db.ts';
import { AppError } from '../../server/errors.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { redis } from '../../server/redis.ts';
import { changeVersion, laterThan } from '../../server/versions.ts';
import { rfmSegments } from '../audiences/rules/rfm-segments.ts';
import { deleteOrdersOf, sumOrders } from '../orders/order-aggregates.ts';
import { requireNotErased } from '../privacy/erased-addresses.service.ts';
import { changeAndTell } from '../webhooks/outbox.service.ts';
import type { DataOf } from '../webhooks/webhook-events.schema.ts';
import {
  type BulkResult,
  type CustomerPlan,
  fieldsOf,
  planCustomers,
  restoredCustomer,
} from './customer-changes.ts';
import {
  type CustomerDocument,
  mergeFields,
  NO_FIELDS,
  NO_ORDERS,
  newCustomer,
  storedFields,
  toCustomer,
} from './customer-document.ts';
import * as repository from './customers.repository.ts';
import {
  type Customer,
  type CustomerInput,
  type CustomerSort,
  customerSorts,
  type ListCustomersInput,
  type UpdateCustomerInput,
} from './customers.schema.ts';
import type { BulkChanges, UndoneRows } from './row-changes.ts';

export async function listCustomers(
  caller: Caller,
  input: ListCustomersInput,
): Promise<{ items: Customer[]; nextCursor: string | null }> {
  requirePermission(caller, 'customers:read');
  const descending = input.sort.startsWith('-');
  const sort = customerSorts.find((s) => s === input.sort.replace('-', '')) ?? 'createdAt';
  const rows = await repository.listCustomers(new ObjectId(caller.workspaceId), {
    search: input.search ? fold(input.search) : null,
    country: input.country ? fold(input.country) : null,
    tag: input.tag ? fold(input.tag) : null,
    createdFrom: input.createdFrom ?? null,
    createdTo: input.createdTo ?? null,
    sort,
    descending,
    limit: input.limit + 1,
    after: input.cursor ? readCursor(input.cursor, sort) : null,
  });
  const items = rows.slice(0, input.limit);
  const last = items.at(-1);
  return {
    items: items.map(toCustomer),
    nextCursor: rows.length > input.limit && last ? writeCursor(last, sort) : null,
  };
}

export async function getCustomer(caller: Caller, id: string): Promise<Customer> {
  requirePermission(caller, 'customers:read');
  return toCustomer(await findOwn(caller, id));
}

/** @throws AppError CONFLICT when the address is another customer's, or its owner was erased */
export async function createCustomer(caller: Caller, input: CustomerInput): Promise<Customer> {
  requirePermission(caller, 'customers:write');
  const workspaceId = new ObjectId(caller.workspaceId);
  await requireNotErased(workspaceId, input.email, 'email');
  const row = newCustomer(workspaceId, mergeFields({ ...NO_FIELDS, email: input.email }, input), new Date());
  await refuseTaken(
    changeAndTell(caller.workspaceId, ['customer.created'], async (tell, session) => {
      await repository.insertCustomers([row], session);
      tell({ type: 'customer.created', data: toTold(row) });
    }),
    input.email,
  );
  noteCustomer(null, row);
  return toCustomer(row);
}

export async function updateCustomer(
  caller: Caller,
  { id, ifUpdatedAt, ...changes }: UpdateCustomerInput,
): Promise<Customer> {
  requirePermission(caller, 'customers:write');
  return changeVersion(
    () => findOwn(caller, id),
    async (current) => {
      if (changes.email !== undefined && changes.email !== current.email)
        await requireNotErased(current.workspaceId, changes.email, 'email');
      const set = {
        ...storedFields(mergeFields(fieldsOf(current), changes)),
        updatedAt: laterThan(current.updatedAt),
      };
      const written = await refuseTaken(
        changeAndTell(caller.workspaceId, ['customer.updated'], async (tell, session) => {
          if (!(await repository.changeCustomer(current, set, session))) return false;
          tell({ type: 'customer.updated', data: toTold({ ...current, ...set }) });
          return true;
        }),
        set.email,
      );
      if (!written) return null;
      noteCustomer(current, { ...current, ...set });
      return toCustomer({ ...current, ...set });
    },
    ifUpdatedAt,
  );
}

/** Deletes a customer with their orders. Messages stay: they are rows of the ledger. */
export async function deleteCustomer(
  caller: Caller,
  { id, ifUpdatedAt }: { id: string; ifUpdatedAt?: Date | undefined },
): Promise<{ id: string }> {
  requirePermission(caller, 'customers:write');
  return changeVersion(
    () => findOwn(caller, id),
    async (row) => {
      const remove = async (session: ClientSession) => {
        if (!(await repository.deleteCustomer(row, session))) return false;
        await deleteOrdersOf(row.workspaceId, row._id, session);
        return true;
      };
      const deleted = await changeAndTell(caller.workspaceId, ['customer.deleted'], async (tell, session) => {
        if (!session) return withTransaction(remove);
        const gone = await remove(session);
        if (gone)
          tell({ type: 'customer.deleted', data: { customerId: row._id.toHexString(), email: row.email } });
        return gone;
      });
      if (!deleted) return null;
      noteCustomer(row, null);
      return { id };
    },
    ifUpdatedAt,
  );
}

const toTold = (row: CustomerDocument): DataOf<'customer.created'> => {
  const { id, email, name, phone, country, city, tags, attributes } = toCustomer(row);
  return { customerId: id, email, name, phone, country, city, tags, attributes };
};

/** Countries in use, most frequent first. */
export async function listCountries(caller: Caller): Promise<string[]> {
  requirePermission(caller, 'customers:read');
  return repository.distinctCountries(new ObjectId(caller.workspaceId), 300);
}

/** The customers with these ids: what messages are rendered from. */
export const findCustomersByIds = (
  workspaceId: string,
  ids: readonly ObjectId[],
  session?: ClientSession,
): Promise<CustomerDocument[]> => repository.findByIds(new ObjectId(workspaceId), ids, session);

const segmentLabel = (segment: string): string =>
  rfmSegments.find(({ name }) => name === segment)?.label ?? segment;

/** The groups each of these customers belongs to: tags, country, RFM segment. By id; one that is gone is left out. */
export async function findGroupsOf(
  workspaceId: ObjectId,
  ids: readonly ObjectId[],
): Promise<Map<string, { kind: 'tag' | 'country' | 'segment'; name: string }[]>> {
  if (ids.length === 0) return new Map();
  const rows = await repository.findGroupFields(workspaceId, ids);
  return new Map(
    rows.map(({ _id, tags, country, rfm }) => [
      _id.toHexString(),
      [
        ...tags.map((name) => ({ kind: 'tag' as const, name })),
        ...(country ? [{ kind: 'country' as const, name: country }] : []),
        ...(rfm ? [{ kind: 'segment' as const, name: segmentLabel(rfm.segment) }] : []),
      ],
    ]),
  );
}

export const findCustomersByEmails = (
  workspaceId: ObjectId,
  emails: readonly string[],
  session?: ClientSession,
): Promise<CustomerDocument[]> => repository.findByEmails(workspaceId, emails, session);

/** Up to `limit` customers whose address begins with `start`, in whatever case it is written. */
export const findCustomerIdsByEmail = (
  workspaceId: string,
  start: string,
  limit: number,
): Promise<ObjectId[]> =>
  repository.findIdsByEmailStart(new ObjectId(workspaceId), start.trim().toLowerCase(), limit);

/** From here on the count of all customers is kept for a minute: it takes seconds, and nobody sees the difference. */
const MANY = 100_000;
const KEEP_COUNT_SECONDS = 60;

/** How many customers the workspace has; of very many, how many there were within the last minute. */
export async function countCustomers(workspaceId: string): Promise<number> {
  const key = `nexusflow:customers:${workspaceId}`;
  const kept = await redis().get(key);
  if (kept !== null) return Number(kept);
  const n = await repository.countCustomers(new ObjectId(workspaceId));
  if (n >= MANY) await redis().set(key, n, 'EX', KEEP_COUNT_SECONDS);
  return n;
}

/**
 * Brings up to 1,000 customers in by address. Fields a row does not give stay as they are; of two rows with one address
 * the later one is laid over the earlier. Three commands at most, whatever the number of rows.
 * @returns counts, and what an undo needs to know
 */
export async function upsertCustomersBulk(
  workspaceId: ObjectId,
  rows: readonly CustomerInput[],
  session?: ClientSession,
): Promise<BulkResult & { changes: BulkChanges }> {
  const now = new Date();
  const plan = await planBulk(workspaceId, rows, now, session);
  await repository.insertCustomers(plan.fresh, session);
  await repository.updateCustomers(workspaceId, plan.changed, session);
  return {
    ...plan.result,
    changes: { at: now, inserted: plan.fresh.map((row) => row._id), updated: plan.before },
  };
}

/** What upsertCustomersBulk would do with these rows; nothing is written. */
export async function countCustomersBulk(
  workspaceId: ObjectId,
  rows: readonly CustomerInput[],
): Promise<BulkResult> {
  return (await planBulk(workspaceId, rows, new Date())).result;
}

async function planBulk(
  workspaceId: ObjectId,
  rows: readonly CustomerInput[],
  now: Date,
  session?: ClientSession,
): Promise<CustomerPlan> {
  const emails = [...new Set(rows.map((row) => row.email))];
  const existing = await repository.findByEmails(workspaceId, emails, session);
  return planCustomers(workspaceId, new Map(existing.map((row) => [row.email, row])), rows, now);
}

/**
 * Takes back what a bulk write did to customers: those it made are deleted unless somebody changed them since or `keep`
 * names them; those it changed get back what they were, field by field, where the field still has what the write gave.
 * @param keep ids of new customers that something else hangs on by now
 * @returns what became of them; those of `keep` are in no count
 */
export async function undoCustomersBulk(
  workspaceId: ObjectId,
  { at, inserted, updated }: BulkChanges,
  keep: ReadonlySet<string>,
  session: ClientSession,
): Promise<UndoneRows & { removedIds: ObjectId[] }> {
  const ids = [...inserted, ...updated.map((change) => change.id)];
  const current = new Map(
    (await repository.findByIds(workspaceId, ids, session)).map((row) => [row._id.toHexString(), row]),
  );
  const result = { removed: 0, restored: 0, changed: 0, gone: 0 };
  const removedIds: ObjectId[] = [];
  for (const id of inserted) {
    const row = current.get(id.toHexString());
    if (!row) result.gone += 1;
    else if (keep.has(id.toHexString())) continue;
    else if (row.updatedAt.getTime() === at.getTime()) removedIds.push(id);
    else result.changed += 1;
  }
  result.removed = removedIds.length;
  const now = new Date();
  const restored = updated.flatMap((change) => {
    const row = current.get(change.id.toHexString());
    const back = row && restoredCustomer(change, row, at, now);
    if (!row) result.gone += 1;
    else if (back?.complete) result.restored += 1;
    else result.changed += 1;
    return back ? [{ id: change.id, set: back.set }] : [];
  });
  await repository.deleteCustomers(workspaceId, removedIds, session);
  await repository.updateCustomers(workspaceId, restored, session);
  return { ...result, removedIds };
}

/** Makes customers for addresses seen in orders first; the name is what stands before the @. */
export async function insertCustomersFromEmails(
  workspaceId: ObjectId,
  emails: readonly string[],
  now: Date,
  session?: ClientSession,
): Promise<CustomerDocument[]> {
  const rows = emails.map((email) =>
    newCustomer(workspaceId, { ...NO_FIELDS, email, name: email.split('@')[0] ?? email }, now),
  );
  await repository.insertCustomers(rows, session);
  return rows;
}

/** Works out spend, count, average and dates of these customers anew from their orders. Running it twice changes nothing. */
export async function recomputeAggregates(
  workspaceId: ObjectId,
  customerIds: readonly ObjectId[],
  session?: ClientSession,
): Promise<void> {
  if (customerIds.length === 0) return;
  const sums = new Map(
    (await sumOrders(workspaceId, customerIds, session)).map((s) => [s.customerId.toHexString(), s]),
  );
  const aggregatesOf = (id: string): repository.Aggregates => {
    const sum = sums.get(id);
    if (!sum) return NO_ORDERS;
    const { totalSpend, orderCount, averageOrderValue, firstOrderAt, lastOrderAt } = sum;
    return {
      totalSpend: Long.fromNumber(totalSpend),
      orderCount,
      averageOrderValue: averageOrderValue === null ? null : Long.fromNumber(averageOrderValue),
      firstOrderAt,
      lastOrderAt,
    };
  };
  const ids = customerIds.map((id) => id.toHexString());
  await repository.setAggregates(workspaceId, new Map(ids.map((id) => [id, aggregatesOf(id)])), session);
}

/** For the audit log: what people keep of a customer, before and after a change. */
function noteCustomer(before: CustomerDocument | null, after: CustomerDocument | null): void {
  const row = after ?? before;
  noteChange({
    targetId: row?._id.toHexString(),
    targetName: row?.email,
    before: before ? { ...fieldsOf(before) } : undefined,
    after: after ? { ...fieldsOf(after) } : undefined,
  });
}

async function findOwn(caller: Caller, id: string): Promise<CustomerDocument> {
  const row = await repository.findCustomer(new ObjectId(caller.workspaceId), toObjectId(id));
  if (!row) throw new AppError('NOT_FOUND', 'There is no customer with this id.');
  return row;
}

async function refuseTaken<T>(write: Promise<T>, email: string): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 11_000)) throw error;
    throw new AppError('CONFLICT', `There is a customer with the address ${email} already.`, {
      errors: [{ path: 'email', message: 'is another customer’s' }],
      cause: error,
    });
  }
}

// A cursor is the sort's value and the id of the last row, so that paging goes on behind it whatever came in between.

function writeCursor(row: CustomerDocument, sort: CustomerSort): string {
  const value = repository.sortValue(row, sort);
  return Buffer.from(
    JSON.stringify([sort, value instanceof Date ? value.toISOString() : value, row._id.toHexString()]),
  ).toString('base64url');
}

function readCursor(cursor: string, sort: CustomerSort): { value: repository.SortValue; id: ObjectId } {
  const wrong = new AppError('VALIDATION', 'The cursor is not one this list gave.', {
    errors: [{ path: 'cursor', message: 'is not valid for this sort' }],
  });
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw wrong;
  }
  if (
    !Array.isArray(parts) ||
    parts[0] !== sort ||
    typeof parts[2] !== 'string' ||
    !ObjectId.isValid(parts[2])
  )
    throw wrong;
  const raw: unknown = parts[1];
  const id = new ObjectId(parts[2]);
  if (raw === null) return { value: null, id };
  if (sort === 'createdAt' || sort === 'lastOrderAt') {
    const date = new Date(String(raw));
    if (Number.isNaN(date.getTime())) throw wrong;
    return { value: date, id };
  }
  const expected = sort === 'totalSpend' || sort === 'orderCount' ? 'number' : 'string';
  if (typeof raw !== expected) throw wrong;
  return { value: raw as string | number, id };
}

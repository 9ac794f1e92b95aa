import { ObjectId } from 'mongodb';
import { AppError } from '../../server/errors.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { countSelected, filterOfRules, rulesOfAudience } from '../audiences/customer-selection.service.ts';
import type { FieldRule, RuleGroup } from '../audiences/rules.schema.ts';
import { type CustomerDocument, toCustomer } from './customer-document.ts';
import { type CustomerFilter, isEveryone, rulesOfFilter } from './customer-filter.schema.ts';
import * as repository from './customers.repository.ts';
import {
  type Customer,
  type CustomerRowsInput,
  type CustomerSort,
  customerSorts,
  type ListCustomersInput,
} from './customers.schema.ts';
import { countCustomers } from './customers.service.ts';

interface CustomerPage {
  items: Customer[];
  nextCursor: string | null;
}

/** The list programs ask for, whose filters are single values. */
export async function listCustomers(
  caller: Caller,
  { search, country, tag, createdFrom, createdTo, updatedSince, ...page }: ListCustomersInput,
  signal?: AbortSignal,
): Promise<CustomerPage> {
  requirePermission(caller, 'customers:read');
  const { rules, combinator } = rulesOfFilter(
    {
      ...(search ? { search } : {}),
      ...(country ? { countries: [country] } : {}),
      ...(tag ? { tags: [tag] } : {}),
    },
    null,
  );
  const dates: FieldRule[] = [
    ...(createdFrom
      ? [{ field: 'createdAt', operator: '>=' as const, value: createdFrom.toISOString() }]
      : []),
    ...(createdTo ? [{ field: 'createdAt', operator: '<' as const, value: createdTo.toISOString() }] : []),
  ];
  return pageOf(
    caller,
    { ...page, rules: { combinator, rules: [...rules, ...dates] }, updatedSince: updatedSince ?? null },
    signal,
  );
}

/**
 * The list of the page, with every filter there is.
 * @throws AppError VALIDATION when the filter’s audience is gone, or selects too many by their single orders
 */
export async function listRows(
  caller: Caller,
  { filter, ...page }: CustomerRowsInput,
  signal?: AbortSignal,
): Promise<CustomerPage> {
  requirePermission(caller, 'customers:read');
  const { rules } = await rulesFor(caller, filter);
  return pageOf(caller, { ...page, rules, updatedSince: null }, signal);
}

/** How many a filter selects; of everyone, where they are very many, how many there were within the last minute. */
export async function countRows(
  caller: Caller,
  filter: CustomerFilter,
  signal?: AbortSignal,
): Promise<{ count: number }> {
  requirePermission(caller, 'customers:read');
  if (isEveryone(filter)) return { count: await countCustomers(caller.workspaceId) };
  const { rules } = await rulesFor(caller, filter);
  return { count: await countSelected(new ObjectId(caller.workspaceId), rules, signal) };
}

/** The rule tree that a filter is. @throws AppError VALIDATION when its audience is gone */
export async function rulesFor(caller: Caller, filter: CustomerFilter): Promise<{ rules: RuleGroup }> {
  requirePermission(caller, 'customers:read');
  if (filter.audienceId) requirePermission(caller, 'audiences:read');
  const audience = filter.audienceId ? await rulesOfAudience(caller.workspaceId, filter.audienceId) : null;
  return { rules: rulesOfFilter(filter, audience) };
}

async function pageOf(
  caller: Caller,
  {
    rules,
    updatedSince,
    sort: order,
    limit,
    cursor,
  }: {
    rules: RuleGroup;
    updatedSince: Date | null;
    sort: ListCustomersInput['sort'];
    limit: number;
    cursor?: string | undefined;
  },
  signal: AbortSignal | undefined,
): Promise<CustomerPage> {
  const sort = customerSorts.find((s) => s === order.replace('-', '')) ?? 'createdAt';
  const after = cursor ? readCursor(cursor, sort) : null;
  const workspaceId = new ObjectId(caller.workspaceId);
  const filter = await filterOfRules(workspaceId, rules, signal);
  if (!filter) return { items: [], nextCursor: null };
  const rows = await repository.listCustomers(workspaceId, {
    filter,
    updatedSince,
    sort,
    descending: order.startsWith('-'),
    limit: limit + 1,
    after,
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(toCustomer),
    nextCursor: rows.length > limit && last ? writeCursor(last, sort) : null,
  };
}

// A cursor is the sort's value and the id of the last row, so that paging goes on behind it whatever came in between.

function writeCursor(row: CustomerDocument, sort: CustomerSort): string {
  const value = repository.sortValue(row, sort);
  return Buffer.from(
    JSON.stringify([sort, value instanceof Date ? value.toISOString() : value, row._id.toHexString()]),
  ).toString('base64url');
}

const DATES: ReadonlySet<CustomerSort> = new Set(['createdAt', 'updatedAt', 'lastOrderAt']);

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
  if (DATES.has(sort)) {
    const date = new Date(String(raw));
    if (Number.isNaN(date.getTime())) throw wrong;
    return { value: date, id };
  }
  const expected = sort === 'totalSpend' || sort === 'orderCount' ? 'number' : 'string';
  if (typeof raw !== expected) throw wrong;
  return { value: raw as string | number, id };
}

import type { ObjectId } from 'mongodb';
import {
  type CustomerDocument,
  type CustomerFields,
  mergeFields,
  NO_FIELDS,
  newCustomer,
  storedFields,
} from './customer-document.ts';
import type { CustomerInput } from './customers.schema.ts';
import { fieldsToRestore, type RowChange } from './row-changes.ts';

export interface BulkResult {
  inserted: number;
  updated: number;
  unchanged: number;
}

export interface CustomerPlan {
  result: BulkResult;
  fresh: CustomerDocument[];
  changed: { id: ObjectId; set: Partial<CustomerDocument> }[];
  /** Of the changed ones, as they were before. */
  before: RowChange[];
}

/**
 * What rows of an import make of the customers that are there, without a query or a write. Fields a row does not give stay
 * as they are; of two rows with one address the later one is laid over the earlier.
 * @param existing the customers with these addresses, by address; it is changed
 */
export function planCustomers(
  workspaceId: ObjectId,
  existing: Map<string, CustomerDocument>,
  rows: readonly CustomerInput[],
  now: Date,
): CustomerPlan {
  const fresh = new Map<string, CustomerDocument>();
  const changed = new Map<string, { id: ObjectId; set: Partial<CustomerDocument> }>();
  const originals = new Map<string, CustomerDocument>();
  const result = { inserted: 0, updated: 0, unchanged: 0 };
  for (const row of rows) {
    const current = fresh.get(row.email) ?? existing.get(row.email);
    if (!current) {
      fresh.set(
        row.email,
        newCustomer(workspaceId, mergeFields({ ...NO_FIELDS, email: row.email }, row), now),
      );
      result.inserted += 1;
      continue;
    }
    const before = fieldsOf(current);
    const after = mergeFields(before, row);
    if (sameFields(before, after)) {
      result.unchanged += 1;
      continue;
    }
    const set = { ...storedFields(after), updatedAt: now };
    if (fresh.has(row.email)) fresh.set(row.email, { ...current, ...set });
    else {
      if (!originals.has(row.email)) originals.set(row.email, current);
      existing.set(row.email, { ...current, ...set });
      changed.set(row.email, { id: current._id, set });
    }
    result.updated += 1;
  }
  const before = [...originals].map(([email, original]) =>
    changeOf(original, existing.get(email) ?? original),
  );
  return { result, fresh: [...fresh.values()], changed: [...changed.values()], before };
}

export const fieldsOf = ({
  email,
  name,
  phone,
  country,
  city,
  tags,
  attributes,
}: CustomerDocument): CustomerFields => ({
  email,
  name: name ?? null,
  phone: phone ?? null,
  country: country ?? null,
  city: city ?? null,
  tags,
  attributes,
});

function sameFields(a: CustomerFields, b: CustomerFields): boolean {
  const attributes = (fields: CustomerFields) =>
    Object.entries(fields.attributes).sort(([x], [y]) => (x < y ? -1 : 1));
  return (
    JSON.stringify({ ...a, attributes: attributes(a) }) ===
    JSON.stringify({ ...b, attributes: attributes(b) })
  );
}

const ownFields = ['name', 'phone', 'country', 'city', 'tags'] as const;

/** The fields that differ, attributes one by one. */
function changeOf(before: CustomerDocument, after: CustomerDocument): RowChange {
  const was: Record<string, unknown> = {};
  const set: Record<string, unknown> = {};
  for (const field of ownFields) {
    if (JSON.stringify(before[field] ?? null) === JSON.stringify(after[field] ?? null)) continue;
    was[field] = before[field] ?? null;
    set[field] = after[field] ?? null;
  }
  const attributes = { was: {} as Record<string, unknown>, set: {} as Record<string, unknown> };
  for (const key of new Set([...Object.keys(before.attributes), ...Object.keys(after.attributes)])) {
    if (before.attributes[key] === after.attributes[key]) continue;
    attributes.was[key] = before.attributes[key] ?? null;
    attributes.set[key] = after.attributes[key] ?? null;
  }
  if (Object.keys(attributes.was).length > 0) {
    was.attributes = attributes.was;
    set.attributes = attributes.set;
  }
  return { id: before._id, was, set, touchedAt: before.updatedAt };
}

/**
 * A changed customer as it is to be again: each field, and each attribute, that still has what the import gave gets its
 * value of before.
 * @returns the fields to store and whether nothing of the change is left; null when there is nothing to put back
 */
export function restoredCustomer(
  change: RowChange,
  current: CustomerDocument,
  at: Date,
  now: Date,
): { set: Partial<CustomerDocument>; complete: boolean } | null {
  const untouched = current.updatedAt.getTime() === at.getTime();
  const { attributes: wasAttributes, ...was } = change.was;
  const { attributes: setAttributes, ...set } = change.set;
  const fields = fieldsOf(current);
  const own = fieldsToRestore({ was, set }, { ...fields }, untouched);
  const custom = fieldsToRestore(
    { was: { ...(wasAttributes ?? {}) }, set: { ...(setAttributes ?? {}) } },
    fields.attributes,
    untouched,
  );
  if (Object.keys(own.restore).length + Object.keys(custom.restore).length === 0) return null;
  const complete = own.complete && custom.complete;
  const attributes = Object.entries({ ...fields.attributes, ...custom.restore }).filter(
    (entry): entry is [string, string | number | boolean] => entry[1] !== null,
  );
  return {
    set: {
      ...storedFields({ ...fields, ...own.restore, attributes: Object.fromEntries(attributes) }),
      updatedAt: complete && untouched ? change.touchedAt : now,
    },
    complete,
  };
}

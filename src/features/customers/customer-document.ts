import { Long, ObjectId } from 'mongodb';
import { fold } from '../../lib/fold.ts';
import { toMajorUnits } from '../../lib/money.ts';
import type { Customer, CustomerInput } from './customers.schema.ts';

type Attributes = Record<string, string | number | boolean>;

export interface CustomerDocument {
  _id: ObjectId;
  workspaceId: ObjectId;
  email: string;
  name: string | null;
  phone: string | null;
  country: string | null;
  city: string | null;
  tags: string[];
  attributes: Attributes;
  /** Lower-case copies, for rules and search. */
  folded: {
    name: string | null;
    phone: string | null;
    country: string | null;
    city: string | null;
    tags: string[];
    attributes: Attributes;
  };
  totalSpend: Long;
  orderCount: number;
  averageOrderValue: Long | null;
  firstOrderAt: Date | null;
  lastOrderAt: Date | null;
  /** Quintiles (1 to 5) and the named segment in lower case; absent until computed, and without orders. */
  rfm?: { recency: number; frequency: number; monetary: number; segment: string } | null;
  /** The snapshots (static audiences) the customer belongs to. */
  snapshotIds?: ObjectId[];
  createdAt: Date;
  updatedAt: Date;
}

/** The fields people write, complete. */
export type CustomerFields = Pick<
  CustomerDocument,
  'email' | 'name' | 'phone' | 'country' | 'city' | 'tags' | 'attributes'
>;

export const NO_FIELDS: Omit<CustomerFields, 'email'> = {
  name: null,
  phone: null,
  country: null,
  city: null,
  tags: [],
  attributes: {},
};

/** `input` laid over what is there: absent fields stay, attributes merge by name, an empty attribute goes. */
export function mergeFields(
  current: CustomerFields,
  { attributes, ...given }: Partial<CustomerInput>,
): CustomerFields {
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const merged = Object.entries({ ...current.attributes, ...attributes }).filter(([, value]) => value !== '');
  const { email, name, phone, country, city, tags } = { ...current, ...set };
  return { email, name, phone, country, city, tags, attributes: Object.fromEntries(merged) };
}

/** The written fields with their folded copies: the only place that makes them, so no document is without. */
export function storedFields(
  fields: CustomerFields,
): Omit<
  CustomerDocument,
  '_id' | 'workspaceId' | 'createdAt' | 'updatedAt' | 'rfm' | 'snapshotIds' | keyof typeof NO_ORDERS
> {
  const folded = (text: string | null) => (text === null ? null : fold(text));
  return {
    ...fields,
    folded: {
      name: folded(fields.name),
      phone: folded(fields.phone),
      country: folded(fields.country),
      city: folded(fields.city),
      tags: fields.tags.map(fold),
      attributes: Object.fromEntries(
        Object.entries(fields.attributes).map(([key, value]) => [
          key,
          typeof value === 'string' ? fold(value) : value,
        ]),
      ),
    },
  };
}

/** The aggregates of someone without orders. */
export const NO_ORDERS = {
  totalSpend: Long.ZERO,
  orderCount: 0,
  averageOrderValue: null,
  firstOrderAt: null,
  lastOrderAt: null,
};

export function newCustomer(workspaceId: ObjectId, fields: CustomerFields, now: Date): CustomerDocument {
  return {
    _id: new ObjectId(),
    workspaceId,
    ...storedFields(fields),
    ...NO_ORDERS,
    createdAt: now,
    updatedAt: now,
  };
}

export const toCustomer = (row: CustomerDocument): Customer => ({
  id: row._id.toHexString(),
  email: row.email,
  name: row.name ?? null,
  phone: row.phone ?? null,
  country: row.country ?? null,
  city: row.city ?? null,
  tags: row.tags,
  attributes: row.attributes,
  totalSpend: toMajorUnits(row.totalSpend),
  orderCount: row.orderCount,
  averageOrderValue: row.averageOrderValue == null ? null : toMajorUnits(row.averageOrderValue),
  firstOrderAt: row.firstOrderAt ?? null,
  lastOrderAt: row.lastOrderAt ?? null,
  segment: row.rfm?.segment ?? null,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});

import { z } from 'zod';
import { searchText } from '../../lib/search-text.ts';
import { ifUpdatedAtSchema } from '../../lib/version.ts';
import { isAttributeKey } from '../audiences/rules/fields.ts';
import { emailSchema } from '../auth/auth.schema.ts';
import { instantSchema } from '../orders/orders.schema.ts';
import { customerFilterSchema } from './customer-filter.schema.ts';

/** A text that may be cleared: null and empty mean missing. */
const clearableText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `may have at most ${max} characters`)
    .transform((text) => text || null)
    .nullable();

const attributeValue = z.union([z.string().trim().max(1_000), z.number(), z.boolean()]);
export const attributesSchema = z
  .record(
    z.string().refine(isAttributeKey, 'is not a possible name: no $, no dot, at most 100 characters'),
    attributeValue,
  )
  .refine((attributes) => Object.keys(attributes).length <= 100, 'may have at most 100 entries');

/**
 * What a text from a file or form stands for: a number or boolean where it is surely one; "007" and "1e5" stay text.
 * Rules with < and > compare numbers with numbers only, so every way in must read them alike.
 */
export function attributeOfText(text: string): string | number | boolean {
  if (/^-?(0|[1-9]\d{0,14})(\.\d{1,6})?$/.test(text)) return Number(text);
  if (text === 'true') return true;
  if (text === 'false') return false;
  return text;
}

export const tagsSchema = z
  .array(z.string().trim().min(1, 'is empty').max(64, 'may have at most 64 characters'))
  .max(50, 'may have at most 50 tags')
  .transform((tags) => [...new Set(tags)]);

const writable = {
  email: emailSchema,
  name: clearableText(200),
  phone: clearableText(50),
  country: clearableText(100),
  city: clearableText(100),
  tags: tagsSchema,
  attributes: attributesSchema,
};

/** What a caller may set. Fields not given stay as they are; attributes given replace those of the same name. */
export const createCustomerInput = z.strictObject({
  ...z.strictObject(writable).partial().shape,
  email: writable.email,
});
export type CustomerInput = z.output<typeof createCustomerInput>;
export const updateCustomerInput = z.strictObject({
  id: z.string(),
  ifUpdatedAt: ifUpdatedAtSchema,
  ...z.strictObject(writable).partial().shape,
});
export const deleteCustomerInput = z.object({ id: z.string(), ifUpdatedAt: ifUpdatedAtSchema });
export type UpdateCustomerInput = z.output<typeof updateCustomerInput>;

export const customerSchema = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  country: z.string().nullable(),
  city: z.string().nullable(),
  tags: z.array(z.string()),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** Money in major units with two decimals. */
  totalSpend: z.number(),
  orderCount: z.number().int(),
  averageOrderValue: z.number().nullable(),
  firstOrderAt: z.date().nullable(),
  lastOrderAt: z.date().nullable(),
  /** The RFM segment, such as “at risk”; null without orders, or until scores are worked out. */
  segment: z.string().nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type Customer = z.infer<typeof customerSchema>;

export const customerSorts = [
  'createdAt',
  'updatedAt',
  'name',
  'email',
  'totalSpend',
  'orderCount',
  'lastOrderAt',
] as const;
export type CustomerSort = (typeof customerSorts)[number];
const sortSchema = z.enum([...customerSorts, ...customerSorts.map((s) => `-${s}` as const)]);

export const listCustomersInput = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(1_000).optional(),
  search: searchText.optional().describe('A part of the name or address'),
  country: searchText.min(1).optional().describe('Only those of this country; upper and lower case are one'),
  tag: searchText.min(1).optional().describe('Only those with this tag; upper and lower case are one'),
  createdFrom: instantSchema.optional().describe('Only those added at this moment or later'),
  createdTo: instantSchema.optional().describe('Only those added before this moment'),
  updatedSince: instantSchema
    .optional()
    .describe('Only those changed at this moment or later; orders alone change nobody'),
  sort: sortSchema.default('-createdAt'),
});
export type ListCustomersInput = z.output<typeof listCustomersInput>;
export const customerPageSchema = z.object({
  items: z.array(customerSchema),
  nextCursor: z.string().nullable(),
});

/** What the table of customers asks for: the same list with every filter there is. */
export const customerRowsInput = z.object({
  filter: customerFilterSchema.default({}),
  sort: sortSchema.default('-createdAt'),
  limit: z.number().int().min(1).max(500).default(250),
  cursor: z.string().max(1_000).optional(),
});
export type CustomerRowsInput = z.output<typeof customerRowsInput>;

/** What the workspace's customers have, most used first; bounded, so it helps with choosing and excludes nothing. */
export const knownValuesSchema = z.object({
  countries: z.array(z.string()),
  cities: z.array(z.string()),
  tags: z.array(z.string()),
  attributes: z.array(
    z.object({
      key: z.string(),
      type: z.enum(['text', 'number', 'boolean', 'date']),
      /** Of a text with at most 50 different values. */
      values: z.array(z.string()).optional(),
    }),
  ),
});
export type KnownValues = z.infer<typeof knownValuesSchema>;

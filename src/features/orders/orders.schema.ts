import { z } from 'zod';
import { toMinorUnits } from '../../lib/money.ts';
import { parseInstant } from '../audiences/rules.schema.ts';
import { emailSchema } from '../auth/auth.schema.ts';

/**
 * An amount in major units. A union, because the REST adapter turns null and "" into 0 where it sees a plain number.
 */
export const amountSchema = z
  .union([z.number()], 'must be a number such as 12.50')
  .refine((n) => Math.abs(n) <= 1e13, 'is too large')
  .refine((n) => Math.abs(n * 100 - toMinorUnits(n)) < 1e-4, 'may have two decimals at most');

/** ISO 8601; without a zone it is UTC. */
export const instantSchema = z
  .string('give a date such as 2011-12-09T12:50:00Z')
  .refine((text) => parseInstant(text) !== null, 'must be a date such as 2011-12-09 or 2011-12-09T12:50:00Z')
  .transform((text) => parseInstant(text) ?? new Date(Number.NaN));

export const orderIdSchema = z
  .string('give an order number')
  .trim()
  .min(1, 'give an order number')
  .max(100, 'may have at most 100 characters');

export const createOrderInput = z.strictObject({
  orderId: orderIdSchema,
  customerEmail: emailSchema,
  orderAmount: amountSchema,
  orderDate: instantSchema,
});
export type OrderInput = z.output<typeof createOrderInput>;

export const orderSchema = z.object({
  id: z.string(),
  orderId: z.string(),
  customerId: z.string(),
  customerEmail: z.string().nullable(),
  orderAmount: z.number(),
  orderDate: z.date(),
});
export type Order = z.infer<typeof orderSchema>;

export const orderSorts = ['-placedAt', 'placedAt', '-amount', 'amount'] as const;
export type OrderSortKey = (typeof orderSorts)[number];

/** An amount as the text of an address. */
const queryAmount = z.coerce.number().pipe(amountSchema);

export const listOrdersInput = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(200).optional(),
  customerId: z.string().optional(),
  placedFrom: instantSchema.optional().describe('Only those placed at this moment or later'),
  placedTo: instantSchema.optional().describe('Only those placed before this moment'),
  minAmount: queryAmount.optional().describe('Only those of this amount or more; a refund is negative'),
  maxAmount: queryAmount.optional().describe('Only those of this amount or less'),
  sort: z.enum(orderSorts).optional().describe('Latest first unless given'),
});
export type ListOrdersInput = z.output<typeof listOrdersInput>;
export const orderPageSchema = z.object({ items: z.array(orderSchema), nextCursor: z.string().nullable() });

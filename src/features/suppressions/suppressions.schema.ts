import { z } from 'zod';
import { createdSortSchema, idCursorSchema } from '../../lib/id-cursor.ts';
import { searchText } from '../../lib/search-text.ts';
import { emailSchema } from '../auth/auth.schema.ts';

/**
 * Why an address must not be written to. UNSUBSCRIBED and COMPLAINED are the person's own word and outweigh the others:
 * an address that bounced and whose owner then unsubscribes is UNSUBSCRIBED.
 */
export const suppressionReasons = [
  'UNSUBSCRIBED',
  'COMPLAINED',
  'BOUNCED',
  'SOFT_BOUNCED',
  'MANUAL',
] as const;
export type SuppressionReason = (typeof suppressionReasons)[number];

/** How a telephone number begins whose owner was erased: it is kept as a hash. */
export const ERASED_PREFIX = 'erased:';

export const suppressionSchema = z.object({
  id: z.string(),
  address: z.string(),
  reason: z.enum(suppressionReasons),
  note: z.string().nullable(),
  /** The message that bounced, was complained about or led to the unsubscribing. */
  messageId: z.string().nullable(),
  createdAt: z.date(),
});
export type Suppression = z.infer<typeof suppressionSchema>;

const phone = /^\+?[\d\s().\-/]{5,50}$/;
/** An e-mail address, kept in lower case, or a telephone number, kept as written. */
export const addressSchema = z
  .string('give an address')
  .trim()
  .toLowerCase()
  .refine(
    (text) => phone.test(text) || emailSchema.safeParse(text).success,
    'is neither an email address nor a telephone number',
  );

const noteSchema = z.string().trim().max(500, 'may have at most 500 characters').optional();

export const createSuppressionInput = z.strictObject({ address: addressSchema, note: noteSchema });
export type CreateSuppressionInput = z.infer<typeof createSuppressionInput>;

/** The most addresses one request may carry. */
export const ADDRESSES_LIMIT = 1_000;

export const addSuppressionsInput = z.strictObject({
  addresses: z
    .array(addressSchema)
    .min(1, 'give at least one address')
    .max(ADDRESSES_LIMIT, `may hold at most ${ADDRESSES_LIMIT.toLocaleString('en-GB')} addresses`),
  note: noteSchema,
});
export type AddSuppressionsInput = z.infer<typeof addSuppressionsInput>;
/** `already` were on the list before, or came twice. */
export const addedSchema = z.object({ added: z.number().int(), already: z.number().int() });

export const listSuppressionsInput = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: idCursorSchema.optional(),
  sort: createdSortSchema,
  /** Part of an address. */
  search: searchText.toLowerCase().optional(),
  reason: z.enum(suppressionReasons).optional(),
});
export type ListSuppressionsInput = z.output<typeof listSuppressionsInput>;
export const suppressionPageSchema = z.object({
  items: z.array(suppressionSchema),
  nextCursor: z.string().nullable(),
});

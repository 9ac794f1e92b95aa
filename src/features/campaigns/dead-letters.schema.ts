import { z } from 'zod';
import { channels, templateSchema } from './campaigns.schema.ts';
import { skipReasons } from './messages.schema.ts';

const idSchema = z.string().regex(/^[0-9a-f]{24}$/, 'is not an id (24 hexadecimal digits)');

export const deadLetterSchema = z.object({
  id: z.string(),
  campaignId: z.string(),
  campaignName: z.string(),
  messageId: z.string(),
  customerId: z.string(),
  status: z.enum(['OPEN', 'RETRIED', 'DISCARDED']),
  reason: z.string(),
  to: z.string().nullable(),
  attempts: z.number().int(),
  note: z.string().nullable(),
  createdAt: z.date(),
  /** When it was retried or discarded. */
  resolvedAt: z.date().nullable(),
});
export type DeadLetter = z.infer<typeof deadLetterSchema>;

/**
 * What happened to it, oldest first: TRIED, a try that failed for a passing reason; FAILED, the last of a round of up to
 * four; and what people decided.
 */
const deadLetterEventSchema = z.object({
  at: z.date(),
  event: z.enum(['TRIED', 'FAILED', 'RETRIED', 'DISCARDED']),
  /** Of a try or a failed round: why it failed, and how many tries there had been. */
  reason: z.string().nullable(),
  attempts: z.number().int().nullable(),
  /** Of a retry: which parts were edited for it. */
  edited: z.array(z.enum(['to', 'subject', 'body'])),
  /** Of a discard. */
  note: z.string().nullable(),
});
export type DeadLetterEvent = z.infer<typeof deadLetterEventSchema>;

export const deadLetterDetailSchema = deadLetterSchema.extend({
  channel: z.enum(channels),
  history: z.array(deadLetterEventSchema),
  /** The message as a retry would send it now; without an address, or empty, when it could not be sent. */
  message: z.object({ to: z.string(), subject: z.string(), body: z.string() }),
  /** What would keep a retry from being sent, in the ledger’s terms; null when nothing would. */
  problem: z.object({ reason: z.enum(skipReasons), detail: z.string().nullable() }).nullable(),
});
export type DeadLetterDetail = z.infer<typeof deadLetterDetailSchema>;

export const deadLetterIdInput = z.object({ id: z.string() });

export const listDeadLettersInput = z.object({
  status: z.enum(['OPEN', 'RETRIED', 'DISCARDED']).default('OPEN'),
  campaignId: idSchema.optional(),
  reason: z.string().max(1_000).optional().describe('Only those with this cause'),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: idSchema.optional(),
});
export const deadLetterPageSchema = z.object({
  items: z.array(deadLetterSchema),
  /** Open ones by campaign and cause. */
  groups: z.array(
    z.object({
      campaignId: z.string(),
      campaignName: z.string(),
      reason: z.string(),
      count: z.number().int(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

/** Some by id, or a whole group: those of one campaign with one cause. */
const selectionSchema = z.object({
  ids: z.array(idSchema).min(1).max(1_000).optional(),
  campaignId: idSchema.optional(),
  reason: z.string().max(1_000).optional(),
});
export type DeadLetterChoice = z.output<typeof selectionSchema>;
const isOneWay = (v: DeadLetterChoice) =>
  v.ids ? !v.campaignId && !v.reason : Boolean(v.campaignId && v.reason);
const ONE_WAY = 'Give either ids, or campaignId and reason.';

export const discardDeadLettersInput = selectionSchema
  .extend({ note: z.string().trim().max(1_000).optional() })
  .refine(isOneWay, ONE_WAY);
export type DiscardDeadLetters = z.output<typeof discardDeadLettersInput>;

/** Another address or text for one message; what is not given stays as the campaign has it. The text is sent as it is. */
const editShape = {
  to: z.string().trim().min(1, 'give an address').max(320, 'may have at most 320 characters').optional(),
  subject: templateSchema.shape.subject,
  body: templateSchema.shape.body.refine((text) => text.trim() !== '', 'write a message').optional(),
};
const editSchema = z.object(editShape);
export type MessageEdit = z.output<typeof editSchema>;

export const retryDeadLettersInput = selectionSchema
  .extend(editShape)
  .refine(isOneWay, ONE_WAY)
  .refine(
    ({ ids, to, subject, body }) =>
      (to === undefined && subject === undefined && body === undefined) || ids?.length === 1,
    'An address or a text can be given for one message only: give ids with one id.',
  );
export type RetryDeadLetters = z.output<typeof retryDeadLettersInput>;

import { z } from 'zod';

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
export const selectDeadLettersInput = z
  .object({
    ids: z.array(idSchema).min(1).max(1_000).optional(),
    campaignId: idSchema.optional(),
    reason: z.string().max(1_000).optional(),
    note: z.string().trim().max(1_000).optional(),
  })
  .refine(
    (v) => (v.ids ? !v.campaignId && !v.reason : v.campaignId && v.reason),
    'Give either ids, or campaignId and reason.',
  );
export type SelectDeadLetters = z.output<typeof selectDeadLettersInput>;

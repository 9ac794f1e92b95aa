import { z } from 'zod';
import { campaignStatuses } from '../../../lib/campaign-status.ts';
import { audienceExplanationSchema } from '../../audiences/audiences.schema.ts';
import { messageSchema } from '../messages.schema.ts';

export const whyRecipientInput = z.object({
  id: z.string().describe('The campaign’s id'),
  customerId: z.string(),
});

export const whyRecipientSchema = z.object({
  campaign: z.object({
    id: z.string(),
    status: z.enum(campaignStatuses),
    launchedAt: z.date().nullable(),
    /** Whether everyone it goes to is known by now. */
    prepared: z.boolean(),
  }),
  customer: z.object({ id: z.string(), name: z.string().nullable(), email: z.string(), createdAt: z.date() }),
  /** Their row in the ledger; null when they were not among the recipients. */
  message: messageSchema.nullable(),
  /** Where they are not among the recipients: whether they are in the audience now, and which conditions they miss. */
  audience: audienceExplanationSchema
    .pick({ inAudience: true, explanation: true })
    .extend({ id: z.string(), name: z.string() })
    .nullable(),
  /** The campaign whose failed recipients this one went to instead of an audience. */
  resendOf: z.object({ id: z.string(), name: z.string() }).nullable(),
});
export type WhyRecipient = z.infer<typeof whyRecipientSchema>;

import { z } from 'zod';
import { idCursorSchema } from '../../../lib/id-cursor.ts';
import { searchText } from '../../../lib/search-text.ts';
import { instantSchema } from '../../orders/orders.schema.ts';
import { messageSchema, messageStatuses, skipReasons } from '../messages.schema.ts';

/** What of a campaign's messages is asked for; what is given must hold together. */
export const messageFilterSchema = z.object({
  status: z.enum(messageStatuses).optional(),
  skipReason: z.enum(skipReasons).optional().describe('Only those skipped for this reason'),
  failureReason: z
    .string()
    .min(1)
    .max(1_000)
    .optional()
    .describe('Only those that failed or bounced for this reason, word for word'),
  variant: z.string().min(1).max(20).optional().describe('Only those of this variant, such as A'),
  address: searchText
    .min(1)
    .optional()
    .describe('Only people whose address begins like this; of e-mail addresses the first 500'),
  changedFrom: instantSchema.optional().describe('Only those last changed at this moment or later'),
  changedTo: instantSchema.optional().describe('Only those last changed before this moment'),
});
export type MessageFilter = z.output<typeof messageFilterSchema>;

export const listMessagesInput = messageFilterSchema.extend({
  id: z.string().describe('The campaign’s id'),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: idCursorSchema.optional(),
});
export const messagePageSchema = z.object({
  items: z.array(messageSchema),
  nextCursor: z.string().nullable(),
});

export const logReasonsSchema = z.object({
  /** Why people were skipped, with how many each. */
  skips: z.array(z.object({ reason: z.enum(skipReasons), count: z.number().int() })),
  /** Why messages failed or came back, in the vendor's words, the most frequent first. */
  failures: z.array(z.object({ reason: z.string(), count: z.number().int() })),
});
export type LogReasons = z.infer<typeof logReasonsSchema>;

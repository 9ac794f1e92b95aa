import { z } from 'zod';

/** A vendor's word on what became of one message: the body of POST /api/webhooks/delivery-receipts, or an item of it. */
export const receiptSchema = z.object({
  /** The id the message was sent with. One we never sent is taken and ignored: a vendor cannot know. */
  messageId: z.string().min(1).max(128),
  vendorMessageId: z.string().min(1).max(200),
  status: z.enum(['SENT', 'DELIVERED', 'BOUNCED', 'FAILED'], 'must be SENT, DELIVERED, BOUNCED or FAILED'),
  timestamp: z.iso.datetime({ offset: true, error: 'must be an instant such as 2011-12-09T12:50:00Z' }),
  reason: z.string().max(1_000).optional(),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** The most receipts one request may carry. */
export const RECEIPT_BATCH_LIMIT = 1_000;

/** One receipt or an array, always read as an array; what is wrong is told at its place, `0.status` for the first. */
export const receiptBatchSchema = z.preprocess(
  (body) => (Array.isArray(body) ? body : [body]),
  z
    .array(receiptSchema)
    .min(1, 'send at least one receipt')
    .max(RECEIPT_BATCH_LIMIT, `may hold at most ${RECEIPT_BATCH_LIMIT} receipts`),
);

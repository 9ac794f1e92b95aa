import { z } from 'zod';

/** A vendor's word on what became of one message: the body of POST /api/webhooks/delivery-receipts, or an item of it. */
export const receiptSchema = z.object({
  messageId: z
    .string()
    .regex(/^[0-9a-f]{24}$/, 'must be the id the message was sent with (24 hexadecimal digits)'),
  vendorMessageId: z.string().min(1).max(200),
  status: z.enum(['SENT', 'DELIVERED', 'BOUNCED', 'FAILED'], 'must be SENT, DELIVERED, BOUNCED or FAILED'),
  timestamp: z.iso.datetime({ offset: true }),
  reason: z.string().max(1_000).optional(),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** The most receipts one request may carry. */
export const RECEIPT_BATCH_LIMIT = 1_000;

/** One receipt or an array, always read as an array. */
export const receiptBatchSchema = z.union([
  z.array(receiptSchema).min(1).max(RECEIPT_BATCH_LIMIT),
  receiptSchema.transform((receipt) => [receipt]),
]);

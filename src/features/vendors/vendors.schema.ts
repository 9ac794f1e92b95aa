import { z } from 'zod';

const rate = z.coerce.number().min(0).max(1);

/** How the vendor simulator behaves. Rates are shares of messages, 0 to 1; delays in milliseconds. */
export const simulatorSettingsSchema = z.object({
  /** Share of accepted messages that end DELIVERED. */
  deliveryRate: rate.default(0.9),
  /** Share that end BOUNCED; what is left of deliveryRate + bounceRate ends FAILED. */
  bounceRate: rate.default(0.1),
  /** Share of sends answered with a passing failure: asking again may work. */
  transientRate: rate.default(0),
  /** Share of receipts sent a second time. */
  duplicateRate: rate.default(0),
  /** Share of messages whose SENT receipt arrives after the final one. */
  reorderRate: rate.default(0),
  /** Wait between the answer and the receipts. */
  delayMs: z.coerce.number().int().min(0).max(600_000).default(500),
});
export type SimulatorSettings = z.infer<typeof simulatorSettingsSchema>;

export const vendorSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['SIMULATOR', 'HTTP', 'SMTP']),
  settings: simulatorSettingsSchema,
  createdAt: z.date(),
});
export type Vendor = z.infer<typeof vendorSchema>;

/** One message as a vendor is asked to send it: the body of POST /api/dummy-vendor/send. */
export const vendorMessageSchema = z.object({
  messageId: z.string().min(1).max(128),
  /** What makes asking twice safe; the message's id unless given. */
  idempotencyKey: z.string().min(1).max(400).optional(),
  to: z.string().min(1).max(320),
  subject: z.string().max(1_000).optional(),
  body: z.string().min(1).max(200_000),
  callbackUrl: z.url({ protocol: /^https?$/ }),
});
export type VendorMessage = z.infer<typeof vendorMessageSchema>;

/** A vendor's word on one message of a request. `retryable` tells a passing failure from a final one. */
export const vendorAnswerSchema = z.discriminatedUnion('status', [
  z.object({ messageId: z.string(), status: z.literal('ACCEPTED'), vendorMessageId: z.string() }),
  z.object({
    messageId: z.string(),
    status: z.literal('REJECTED'),
    reason: z.string(),
    retryable: z.boolean(),
  }),
]);
export type VendorAnswer = z.infer<typeof vendorAnswerSchema>;

/** The most messages one request may carry. */
export const VENDOR_BATCH_LIMIT = 1_000;

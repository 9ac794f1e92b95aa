import { z } from 'zod';
import { type BounceKind, bounceKinds } from './messages.schema.ts';

/** What a reader may do with a message; a receipt may tell it beside the status. */
export const readerEvents = ['OPENED', 'CLICKED', 'COMPLAINED', 'UNSUBSCRIBED'] as const;
export type ReaderEvent = (typeof readerEvents)[number];

/** A vendor's word on what became of one message: the body of POST /api/webhooks/delivery-receipts, or an item of it. */
export const receiptSchema = z.object({
  /** The id the message was sent with. One we never sent is taken and ignored: a vendor cannot know. */
  messageId: z.string().min(1).max(128),
  vendorMessageId: z.string().min(1).max(200),
  status: z.enum(['SENT', 'DELIVERED', 'BOUNCED', 'FAILED'], 'must be SENT, DELIVERED, BOUNCED or FAILED'),
  timestamp: z.iso.datetime({ offset: true, error: 'must be an instant such as 2011-12-09T12:50:00Z' }),
  reason: z.string().max(1_000).optional(),
  /** Of a BOUNCED receipt; without it the reason's words decide, and what says nothing of the kind is HARD. */
  bounceKind: z.enum(bounceKinds, 'must be HARD or SOFT').optional(),
  /** What the reader did at `timestamp`; it is kept beside the status. */
  event: z.enum(readerEvents, 'must be OPENED, CLICKED, COMPLAINED or UNSUBSCRIBED').optional(),
});
export type Receipt = z.infer<typeof receiptSchema>;

/**
 * Who vouches for receipts, and so whose messages they may be about: a vendor by its own secret, an API key for its
 * workspace, or null for whoever holds the server-wide secret: vendors without one of their own.
 */
export const receiptSpeakerSchema = z
  .object({ workspaceId: z.string(), vendorId: z.string().nullable() })
  .nullable();
export type ReceiptSpeaker = z.infer<typeof receiptSpeakerSchema>;

/** Words by which vendors say that an address did not take a message this time; 4.x.x are SMTP's codes for it (RFC 3463). */
const SOFT_WORDS =
  /\bsoft\b|\bmail ?box (is )?full\b|\b(over|exceeded) (its )?quota\b|\bquota exceeded\b|\btemporar(y|ily)\b|\bgr[ae]y-?list|\btry (again )?later\b|\b4\.\d{1,3}\.\d{1,3}\b/i;

/** Whether the address will never take a message, or only did not take this one. */
export const bounceKindOf = ({ bounceKind, reason }: Pick<Receipt, 'bounceKind' | 'reason'>): BounceKind =>
  bounceKind ?? (SOFT_WORDS.test(reason ?? '') ? 'SOFT' : 'HARD');

/** Test sends leave no row in the ledger: by this beginning of their id their receipts are known, and dropped. */
export const TEST_PREFIX = 'test-';

/** A receipt that named no message of ours. It belongs to no workspace, so it says no more than ids, status and times. */
export const unmatchedReceiptSchema = z.object({
  id: z.string(),
  messageId: z.string(),
  vendorMessageId: z.string(),
  status: z.string(),
  timestamp: z.date(),
  receivedAt: z.date(),
});
export type UnmatchedReceipt = z.infer<typeof unmatchedReceiptSchema>;

export const listUnmatchedInput = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z
    .string()
    .regex(/^\d{1,15}-[0-9a-f]{24}$/, 'is not a cursor this API gave')
    .optional(),
});
export const unmatchedPageSchema = z.object({
  items: z.array(unmatchedReceiptSchema),
  nextCursor: z.string().nullable(),
});

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

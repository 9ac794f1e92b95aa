import { z } from 'zod';

/**
 * QUEUED → SENDING → SENT → DELIVERED | BOUNCED; FAILED waits for its next try, then DEAD; SKIPPED was never sent, with
 * the reason; CANCELLED was still to be sent when the campaign ended. A status never moves backwards. SENDING is not
 * stored with the row: it is what stands in a dispatch (`dispatches.repository.ts`).
 */
export const messageStatuses = [
  'QUEUED',
  'SENDING',
  'SENT',
  'DELIVERED',
  'BOUNCED',
  'FAILED',
  'DEAD',
  'SKIPPED',
  'CANCELLED',
] as const;
export type MessageStatus = (typeof messageStatuses)[number];
export type StoredStatus = Exclude<MessageStatus, 'SENDING'>;

export const skipReasons = [
  'NO_ADDRESS',
  'SUPPRESSED',
  'MISSING_VARIABLE',
  'FREQUENCY_CAP',
  'CUSTOMER_DELETED',
  /** Nothing is wrong: they get no message so that its effect can be told. */
  'HOLDOUT',
] as const;
export type SkipReason = (typeof skipReasons)[number];

/** HARD: the address will never take a message. SOFT: it did not this time. */
export const bounceKinds = ['HARD', 'SOFT'] as const;
export type BounceKind = (typeof bounceKinds)[number];

/**
 * Counts of a campaign's Message rows. `failed` holds every message that failed: those waiting for another try and the
 * dead ones; `dead` are those of them that ended as dead letters. Always:
 * audience = queued + sending + sent + delivered + failed + bounced + skipped + cancelled.
 */
export const ledgerStatsSchema = z.object({
  audience: z.number().int(),
  queued: z.number().int(),
  sending: z.number().int(),
  sent: z.number().int(),
  delivered: z.number().int(),
  bounced: z.number().int(),
  failed: z.number().int(),
  dead: z.number().int(),
  skipped: z.number().int(),
  cancelled: z.number().int(),
});
export type LedgerStats = z.infer<typeof ledgerStatsSchema>;

/** Whether the ledger equation holds. */
export const ledgerAddsUp = (s: LedgerStats): boolean =>
  s.audience ===
    s.queued + s.sending + s.sent + s.delivered + s.failed + s.bounced + s.skipped + s.cancelled &&
  s.dead <= s.failed;

/** The figures from the number of rows per stored status, and how many are with the vendor right now. */
export function statsFromCounts(counts: Partial<Record<StoredStatus, number>>, dispatched = 0): LedgerStats {
  const of = (status: StoredStatus) => counts[status] ?? 0;
  // Those that are tried once more stay among the failed.
  const sending = Math.min(dispatched, of('QUEUED'));
  return {
    audience: Object.values(counts).reduce((sum, n) => sum + n, 0),
    queued: of('QUEUED') - sending,
    sending,
    sent: of('SENT'),
    delivered: of('DELIVERED'),
    bounced: of('BOUNCED'),
    failed: of('FAILED') + of('DEAD'),
    dead: of('DEAD'),
    skipped: of('SKIPPED'),
    cancelled: of('CANCELLED'),
  };
}

export const messageSchema = z.object({
  id: z.string(),
  campaignId: z.string(),
  customerId: z.string(),
  to: z.string().nullable(),
  status: z.enum(messageStatuses),
  /** Which text they get in a campaign with several: A, B …; null in one with a single text, and for the holdout. */
  variant: z.string().nullable(),
  skipReason: z.enum(skipReasons).nullable(),
  attempts: z.number().int(),
  vendorMessageId: z.string().nullable(),
  queuedAt: z.date(),
  sentAt: z.date().nullable(),
  deliveredAt: z.date().nullable(),
  failureReason: z.string().nullable(),
  bounceKind: z.enum(bounceKinds).nullable(),
  /** Quiet hours: not sent earlier. */
  notBefore: z.date().nullable(),
  /** What the reader did: moments, not statuses. */
  openedAt: z.date().nullable(),
  clickedAt: z.date().nullable(),
  complainedAt: z.date().nullable(),
  unsubscribedAt: z.date().nullable(),
});
export type Message = z.infer<typeof messageSchema>;

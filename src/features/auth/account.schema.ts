import { z } from 'zod';

/** Somebody signed in on some device. */
export const sessionSummarySchema = z.object({
  id: z.string(),
  /** Whether it is the session of whoever asks. */
  isThis: z.boolean(),
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
  createdAt: z.date(),
  lastSeenAt: z.date(),
});
export type SessionSummary = z.infer<typeof sessionSummarySchema>;

export const endedSessionsSchema = z.object({ ended: z.number().int() });

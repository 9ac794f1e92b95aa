import { z } from 'zod';
import { emailSchema } from '../auth/auth.schema.ts';

/** Whether all traces of somebody who was erased are gone yet. They are written to no more from the first moment. */
export const erasureStatuses = ['RUNNING', 'DONE'] as const;

export const erasureSchema = z.object({
  /** The customer's id; where nobody had the address, an id of the erasure alone. */
  id: z.string(),
  erasedAt: z.date(),
  status: z.enum(erasureStatuses),
  finishedAt: z.date().nullable(),
});
export type Erasure = z.infer<typeof erasureSchema>;

export const addressInput = z.strictObject({ email: emailSchema });

export const privacyOverviewSchema = z.object({
  /** Addresses that cannot come back. */
  erasedAddresses: z.number().int(),
  /** Of them, those noted under another encryption key: they cannot be recognised any more. */
  unrecognisable: z.number().int(),
  /** People whose traces are still being taken away. */
  running: z.number().int(),
  latest: z.array(erasureSchema),
});
export type PrivacyOverview = z.infer<typeof privacyOverviewSchema>;

import { z } from 'zod';
import { defineJob } from '../../server/queue.ts';

/**
 * A letter about an account. The link is made when it is sent, so that no secret lies in a queue, and whoever asked for
 * it waits equally long whether or not the address has an account.
 */
export const letterJob = defineJob({
  name: 'account.letter',
  queue: 'maintenance',
  schema: z.discriminatedUnion('kind', [
    /** A link to choose a new password, if there is such an account. */
    z.object({ kind: z.literal('reset'), email: z.string() }),
    /** A link that shows the account's address, or a new one, to be its owner's. */
    z.object({ kind: z.literal('verify'), userId: z.string(), email: z.string() }),
    /** What was changed, to an address that should know. */
    z.object({
      kind: z.literal('notice'),
      email: z.string(),
      change: z.enum(['password', 'email', 'two-factor-on', 'two-factor-off', 'google-on', 'google-off']),
      at: z.iso.datetime(),
    }),
  ]),
  attempts: 8,
  backoffMs: 5_000,
});
export type LetterRequest = z.infer<typeof letterJob.schema>;

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { defineJob, UNTIL_IT_WORKS } from '../../server/queue.ts';
import { receiptSchema, receiptSpeakerSchema } from './receipts.schema.ts';

/** The receipts of one or more requests, answered 202 already: they must get in, however long the database is away. */
export const applyReceiptsJob = defineJob({
  name: 'receipts.apply',
  queue: 'receipts',
  schema: z.object({
    requests: z
      .array(
        z.object({
          webhookId: z.string(),
          /** Of the body, to tell a repeat from another request under the same id. */
          digest: z.string().default(''),
          speaker: receiptSpeakerSchema.default(null),
          receipts: z.array(receiptSchema),
        }),
      )
      .min(1),
  }),
  attempts: UNTIL_IT_WORKS,
  backoffMs: 500,
  // Of all its requests: one that is repeated beside others makes another job, which changes nothing more.
  id: ({ requests }) => {
    const ids = requests.map(({ webhookId }) => webhookId).join();
    return `receipts-${createHash('sha256').update(ids).digest('hex').slice(0, 32)}`;
  },
});

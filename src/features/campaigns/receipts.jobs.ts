import { z } from 'zod';
import { defineJob, UNTIL_IT_WORKS } from '../../server/queue.ts';
import { receiptSchema } from './receipts.schema.ts';

/** One request's receipts, answered 202 already: they must get in, however long the database is away. */
export const applyReceiptsJob = defineJob({
  name: 'receipts.apply',
  queue: 'receipts',
  schema: z.object({ webhookId: z.string(), receipts: z.array(receiptSchema) }),
  attempts: UNTIL_IT_WORKS,
  backoffMs: 500,
  id: (p) => `receipt-${p.webhookId}`,
});

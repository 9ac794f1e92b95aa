import { z } from 'zod';
import { defineJob } from '../../server/queue.ts';
import { receiptSchema } from './receipts.schema.ts';

/** One request's receipts. The job's id is the webhook's: a repeat within the hour is dropped where it arrives. */
export const applyReceiptsJob = defineJob({
  name: 'receipts.apply',
  queue: 'receipts',
  schema: z.object({ webhookId: z.string(), receipts: z.array(receiptSchema) }),
  attempts: 10,
  backoffMs: 500,
  id: (p) => `receipt-${p.webhookId}`,
  keepSeconds: 3_600,
});

import { z } from 'zod';
import { defineJob } from '../../../server/queue.ts';
import { receiptSchema } from '../../campaigns/receipts.schema.ts';

/** Posts receipts to the address the messages named. Delayed by the settings; tried again while the callback is down. */
export const simulatorReceiptsJob = defineJob({
  name: 'vendor-simulator.receipts',
  queue: 'vendor-simulator',
  schema: z.object({ callbackUrl: z.string(), webhookId: z.string(), receipts: z.array(receiptSchema) }),
  attempts: 60,
  backoffMs: 500,
});

import { sendWebhooks } from '../../src/features/webhooks/send-webhooks.ts';
import { sendWebhooksJob } from '../../src/features/webhooks/webhooks.jobs.ts';
import { defineProcessor } from '../../src/server/queue.ts';

export const sendWebhooksProcessor = defineProcessor(sendWebhooksJob, async (payload, { signal }) => {
  const againInMs = await sendWebhooks(payload, signal);
  return againInMs === null ? undefined : { againInMs };
});

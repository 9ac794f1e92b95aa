import { deliverJob } from '../../src/features/campaigns/campaigns.jobs.ts';
import { deliverBatch } from '../../src/features/campaigns/engine/deliver.ts';
import { defineProcessor } from '../../src/server/queue.ts';

// No abort signal: a batch under way when the worker is asked to stop is finished, so that nobody is asked twice.
export const deliverProcessor = defineProcessor(deliverJob, async (payload) => {
  const againInMs = await deliverBatch(payload);
  return againInMs === null ? undefined : { againInMs };
});

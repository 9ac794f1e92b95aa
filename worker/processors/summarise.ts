import { summariseJob } from '../../src/features/campaigns/campaigns.jobs.ts';
import { REWRITE_AFTER_MS } from '../../src/features/campaigns/engine/summary-due.ts';
import { summariseCampaign } from '../../src/features/campaigns/summary/summary.service.ts';
import { defineProcessor } from '../../src/server/queue.ts';

export const summariseProcessor = defineProcessor(summariseJob, async (payload, { signal }) => {
  const { outdated } = await summariseCampaign(payload, signal);
  // Receipts that came while it was written asked for this very job, which was there already.
  return outdated ? { againInMs: REWRITE_AFTER_MS } : undefined;
});

import { prepareJob } from '../../src/features/campaigns/campaigns.jobs.ts';
import { prepareCampaign } from '../../src/features/campaigns/engine/prepare.ts';
import { defineProcessor } from '../../src/server/queue.ts';

export const prepareProcessor = defineProcessor(prepareJob, (payload, { signal }) =>
  prepareCampaign(payload, signal),
);

import { tagJob } from '../../src/features/campaigns/campaigns.jobs.ts';
import { refineTags } from '../../src/features/campaigns/tags/tags.service.ts';
import { defineProcessor } from '../../src/server/queue.ts';

export const tagProcessor = defineProcessor(tagJob, async (payload) => {
  await refineTags(payload);
  return undefined;
});

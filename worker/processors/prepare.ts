import { prepareJob } from '../../src/features/campaigns/campaigns.jobs.ts';
import { failCampaign, prepareCampaign } from '../../src/features/campaigns/engine/prepare.ts';
import { errorTable, toAppError } from '../../src/server/errors.ts';
import { defineProcessor } from '../../src/server/queue.ts';

export const prepareProcessor = defineProcessor(prepareJob, async (payload, { signal }) => {
  try {
    const againInMs = await prepareCampaign(payload, signal);
    return againInMs === null ? undefined : { againInMs };
  } catch (error) {
    const { code, message } = toAppError(error);
    if (!errorTable[code].retry) await failCampaign(payload, message);
    throw error;
  }
});

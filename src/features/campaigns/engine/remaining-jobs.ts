import { enqueue, enqueueAll } from '../../../server/queue.ts';
import { deliverJob, prepareJob } from '../campaigns.jobs.ts';
import type { CampaignDocument } from '../campaigns.repository.ts';
import { findOpenBatches } from '../messages.repository.ts';

/** Jobs for a campaign's current epoch: the rest of the audience walk and every batch with rows left to send. */
export async function enqueueRemaining(campaign: CampaignDocument): Promise<void> {
  if (!campaign.checkpoint.done) await enqueue(prepareJob, targetOf(campaign));
  await enqueueBatches(campaign);
}

/** A job for every batch with rows left to send; with `untouchedSince`, only for those nobody has touched since. */
export async function enqueueBatches(campaign: CampaignDocument, untouchedSince?: Date): Promise<void> {
  const batches = await findOpenBatches(campaign.workspaceId, campaign._id, untouchedSince);
  await enqueueAll(
    deliverJob,
    batches.map((batch) => ({ ...targetOf(campaign), batch })),
  );
}

/** What names a campaign's jobs. */
export const targetOf = (campaign: CampaignDocument) => ({
  workspaceId: campaign.workspaceId.toHexString(),
  campaignId: campaign._id.toHexString(),
  epoch: campaign.epoch,
});

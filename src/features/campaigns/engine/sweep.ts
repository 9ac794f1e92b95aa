import { enqueue } from '../../../server/queue.ts';
import { deliverJob, prepareJob } from '../campaigns.jobs.ts';
import { type CampaignDocument, findActiveCampaigns, transition } from '../campaigns.repository.ts';
import { findOpenBatches } from '../messages.repository.ts';
import { publishSnapshot } from './progress.ts';

/** Work untouched this long has lost its job: the longest wait for a retry is 8 s, a recovery takes about 20 s. */
const LOST_AFTER_MS = 60_000;

/**
 * Finishes what nobody is at work on any more: gives lost batches and preparations a new job, and completes campaigns
 * with nothing open or with receipts long overdue. Runs every few seconds and may overlap with itself.
 */
export async function sweepCampaigns(): Promise<void> {
  for (const campaign of await findActiveCampaigns()) await sweepCampaign(campaign);
}

async function sweepCampaign(campaign: CampaignDocument): Promise<void> {
  const workspaceId = campaign.workspaceId.toHexString();
  const campaignId = campaign._id.toHexString();
  const lostBefore = new Date(Date.now() - LOST_AFTER_MS);
  const since = campaign.status === 'SCHEDULED' ? campaign.scheduledAt : campaign.updatedAt;
  const unprepared = !campaign.checkpoint.done && since !== null && since < lostBefore;
  const lost = unprepared ? [] : await findOpenBatches(campaign.workspaceId, campaign._id, lostBefore);
  if (unprepared) await restartJobs(campaign);
  for (const batch of lost)
    await enqueue(deliverJob, { workspaceId, campaignId, epoch: campaign.epoch, batch });
  await publishSnapshot(workspaceId, campaignId);
}

/** Gives the campaign new jobs for all that is left to do, in a new epoch; those of the old one do nothing any more. */
export async function restartJobs(campaign: CampaignDocument): Promise<void> {
  const current = await transition(
    campaign.workspaceId,
    campaign._id,
    [campaign.status],
    {},
    { epoch: campaign.epoch, nextEpoch: true },
  );
  if (current) await enqueueRemaining(current);
}

/** Jobs for a campaign's current epoch: the rest of the audience walk and every batch with rows left to send. */
export async function enqueueRemaining(campaign: CampaignDocument): Promise<void> {
  const target = {
    workspaceId: campaign.workspaceId.toHexString(),
    campaignId: campaign._id.toHexString(),
    epoch: campaign.epoch,
  };
  if (!campaign.checkpoint.done) await enqueue(prepareJob, target);
  for (const batch of await findOpenBatches(campaign.workspaceId, campaign._id))
    await enqueue(deliverJob, { ...target, batch });
}

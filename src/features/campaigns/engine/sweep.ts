import { withLease } from '../../../server/lease.ts';
import { log } from '../../../server/log.ts';
import {
  type CampaignDocument,
  findActiveCampaigns,
  findCampaign,
  transition,
} from '../campaigns.repository.ts';
import { cancelUnsent, findOpenBatches } from '../messages.repository.ts';
import { sendingLease } from './being-sent.ts';
import { endCancelledBatch } from './deliver.ts';
import { reviewProgress, touchProgress } from './progress.ts';
import { enqueueBatches, enqueueRemaining } from './remaining-jobs.ts';
import { holdIfMissed } from './schedule.ts';

/** Work untouched this long may have lost its job: the longest wait for a retry is 8 s, a recovery takes about 20 s. */
const LOST_AFTER_MS = 60_000;

/**
 * Finishes what nobody is at work on any more: gives lost batches and preparations a new job, ends what a cancelled
 * campaign left behind, and completes campaigns with nothing open or with receipts long overdue. Runs every few seconds
 * and may overlap with itself. Work that merely waits its turn looks lost too: it has its job, so it gets no second one.
 * @param now milliseconds since 1970
 */
export async function sweepCampaigns(now = Date.now()): Promise<void> {
  for (const campaign of await findActiveCampaigns()) {
    try {
      await sweepCampaign(campaign, now);
    } catch (error) {
      log().error({ campaignId: campaign._id.toHexString(), err: error }, 'A campaign could not be swept');
    }
  }
}

async function sweepCampaign(campaign: CampaignDocument, now: number): Promise<void> {
  if (await holdIfMissed(campaign, now)) return;
  const lostBefore = new Date(now - LOST_AFTER_MS);
  if (campaign.status === 'CANCELLED') return sweepCancelled(campaign, lostBefore);
  const since = campaign.status === 'SCHEDULED' ? campaign.scheduledAt : campaign.updatedAt;
  if (!campaign.checkpoint.done && since !== null && since < lostBefore) await restartJobs(campaign);
  else if (campaign.status === 'SCHEDULED') return;
  else await enqueueBatches(campaign, lostBefore);
  await reviewProgress((await findCampaign(campaign.workspaceId, campaign._id)) ?? campaign);
}

/** Rows written or dispatched by a process that died around the cancelling. */
async function sweepCancelled(campaign: CampaignDocument, lostBefore: Date): Promise<void> {
  const { workspaceId, _id } = campaign;
  if ((await cancelUnsent(workspaceId, _id)) > 0)
    await touchProgress(workspaceId.toHexString(), _id.toHexString(), 'all');
  for (const batch of await findOpenBatches(workspaceId, _id, lostBefore))
    await withLease(sendingLease(_id.toHexString(), batch), () => endCancelledBatch(campaign, batch));
  const ended = campaign.updatedAt < lostBefore && (await findOpenBatches(workspaceId, _id)).length === 0;
  if (ended) await transition(workspaceId, _id, ['CANCELLED'], { 'checkpoint.done': true });
}

/** Gives the campaign new jobs for all that is left to do, in a new epoch; those of the old one do nothing any more. */
async function restartJobs(campaign: CampaignDocument): Promise<void> {
  const current = await transition(
    campaign.workspaceId,
    campaign._id,
    [campaign.status],
    {},
    { epoch: campaign.epoch, nextEpoch: true },
  );
  if (current) await enqueueRemaining(current);
}

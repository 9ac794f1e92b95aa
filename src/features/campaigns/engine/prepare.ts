import { ObjectId } from 'mongodb';
import { AppError } from '../../../server/errors.ts';
import { enqueue } from '../../../server/queue.ts';
import { audiencePage, findAudienceRules } from '../../audiences/audiences.service.ts';
import { deliverJob } from '../campaigns.jobs.ts';
import { type CampaignDocument, findCampaign, transition } from '../campaigns.repository.ts';
import { cancelUnsent, insertQueued } from '../messages.repository.ts';
import { addressOf } from '../recipients.ts';
import { touchProgress } from './progress.ts';

/** Recipients per batch. Between 200 and 500 is where the database and the vendor call are both well used. */
export const BATCH_SIZE = 500;

/**
 * Walks the audience by id, page by page: writes a page's Message rows, enqueues its delivery, records how far it got.
 * Killed anywhere, a re-run takes the last page again: the rows' unique index makes that harmless, and a delivery job twice finds nothing left to do.
 * @throws AppError UNAVAILABLE when the worker stops in between; the job is taken up by another
 */
export async function prepareCampaign(
  payload: { workspaceId: string; campaignId: string; epoch: number },
  signal: AbortSignal,
): Promise<void> {
  const workspaceId = new ObjectId(payload.workspaceId);
  const campaignId = new ObjectId(payload.campaignId);
  const started = await startPreparing(workspaceId, campaignId, payload.epoch);
  if (!started) return;
  let { checkpoint } = started;
  const rules = await findAudienceRules(payload.workspaceId, started.audienceId);
  if (!rules) {
    await transition(workspaceId, campaignId, ['PREPARING'], {
      status: 'FAILED',
      failureReason: 'The audience does not exist any more.',
      completedAt: new Date(),
    });
    touchProgress(payload.workspaceId, payload.campaignId);
    return;
  }
  const now = started.launchedAt ?? new Date();

  while (!checkpoint.done) {
    if (signal.aborted)
      throw new AppError('UNAVAILABLE', 'The worker is stopping; another takes the campaign up.');
    const page = await audiencePage(workspaceId, rules, {
      after: checkpoint.lastCustomerId,
      limit: BATCH_SIZE,
      now,
    });
    const batch = checkpoint.batches;
    if (page.length > 0) {
      const recipients = page.map((customer) => ({
        customerId: customer._id,
        to: addressOf(customer, started.channel),
      }));
      await insertQueued(workspaceId, campaignId, batch, recipients);
      await enqueue(deliverJob, { ...payload, batch });
    }
    checkpoint = {
      lastCustomerId: page.at(-1)?._id ?? checkpoint.lastCustomerId,
      batches: batch + (page.length > 0 ? 1 : 0),
      done: page.length < BATCH_SIZE,
    };
    const saved = await transition(
      workspaceId,
      campaignId,
      ['PREPARING', 'SENDING'],
      { status: 'SENDING', checkpoint },
      { epoch: payload.epoch },
    );
    if (!saved) {
      // Paused or cancelled meanwhile. Rows of this page may have come after a cancel's own clean-up.
      const current = await findCampaign(workspaceId, campaignId);
      if (current?.status === 'CANCELLED') await cancelUnsent(workspaceId, campaignId);
      return;
    }
    touchProgress(payload.workspaceId, payload.campaignId);
  }
}

/** The campaign, if this job is still the one to prepare it. A scheduled one starts here. */
async function startPreparing(
  workspaceId: ObjectId,
  campaignId: ObjectId,
  epoch: number,
): Promise<CampaignDocument | null> {
  await transition(
    workspaceId,
    campaignId,
    ['SCHEDULED'],
    { status: 'PREPARING', launchedAt: new Date() },
    { epoch },
  );
  const campaign = await findCampaign(workspaceId, campaignId);
  const mine =
    campaign?.epoch === epoch && (campaign.status === 'PREPARING' || campaign.status === 'SENDING');
  return mine ? campaign : null;
}

import { ObjectId } from 'mongodb';
import { finalStatuses } from '../../../lib/campaign-status.ts';
import { writeAudit } from '../../../server/audit.ts';
import { enqueue, jobsAhead } from '../../../server/queue.ts';
import { isVendorSlow } from '../../vendors/vendor-room.ts';
import { deliverJob } from '../campaigns.jobs.ts';
import { type CampaignDocument, findCampaign, transition } from '../campaigns.repository.ts';
import { placementOf } from '../experiment.ts';
import { cancelUnsent, insertQueued } from '../messages.repository.ts';
import { type Recipient, recipientWalk } from '../recipient-walk.ts';
import { addressOf } from '../recipients.ts';
import { transitionAndTell } from './campaign-events.ts';
import { touchProgress } from './progress.ts';
import { targetOf } from './remaining-jobs.ts';
import { holdIfMissed } from './schedule.ts';
import { openInTally, tallyOf, touchTally } from './tally.ts';

/** Recipients per batch. Between 200 and 500 is where the database and the vendor call are both well used. */
export const BATCH_SIZE = 500;

/**
 * Pages of one turn: some seconds' work. Each turn asks anew for all that is left of the audience, and not every database
 * stops reading where we stop asking.
 */
const PAGES_PER_TURN = 60;
/** Batches that may wait for delivery, of all campaigns: enough to keep several workers busy for minutes. */
const MAX_BATCHES_AHEAD = 400;
const BACKLOG_WAIT_MS = 500;

interface PreparePayload {
  workspaceId: string;
  campaignId: string;
  epoch: number;
}

/**
 * Walks the audience by id, page by page: writes a page's Message rows, enqueues its delivery, records how far it got.
 * Killed anywhere, a re-run takes the last page again: the rows' unique index makes that harmless, and a delivery job
 * twice finds nothing left to do.
 * A turn is bounded, so that a large audience does not keep other campaigns' from being walked, and it waits while
 * delivery is far behind: the queue stays short however many people a campaign goes to.
 * @param now milliseconds since 1970: a scheduled campaign that is much too late does not start
 * @returns in how many milliseconds another turn should follow, by any worker; null when there is nothing left to walk
 */
export async function prepareCampaign(
  payload: PreparePayload,
  signal: AbortSignal,
  now = Date.now(),
): Promise<number | null> {
  let campaign = await startPreparing(payload, now);
  if (!campaign || campaign.checkpoint.done) return null;
  const walk = await recipientWalk(campaign);
  if (!walk) {
    await failCampaign(payload, 'The audience does not exist any more.');
    return null;
  }
  if (await isFarAhead(campaign)) return BACKLOG_WAIT_MS;
  const from = {
    after: campaign.checkpoint.lastCustomerId,
    pageSize: BATCH_SIZE,
    now: campaign.launchedAt ?? new Date(),
  };
  let pages = 0;
  for await (const page of walk(from)) {
    campaign = await preparePage(campaign, page);
    await touchProgress(payload.workspaceId, payload.campaignId, campaign ? [] : 'all');
    if (!campaign) return null;
    pages += 1;
    if (signal.aborted || pages === PAGES_PER_TURN) break;
  }
  return campaign.checkpoint.done ? null : 0;
}

/**
 * Whether delivery has enough to do. Batches that wait for their vendor are not in the queue's waiting part, so where
 * messages have to wait for it the campaign's own rows are counted; those that wait for the end of quiet hours may be many
 * and are no reason to wait.
 */
async function isFarAhead(campaign: CampaignDocument): Promise<boolean> {
  if ((await jobsAhead('delivery')) + PAGES_PER_TURN > MAX_BATCHES_AHEAD) return true;
  if (!(await isVendorSlow(campaign.workspaceId.toHexString(), campaign.vendorId?.toHexString())))
    return false;
  const { queued, sending } = await tallyOf(campaign);
  return queued + sending > MAX_BATCHES_AHEAD * BATCH_SIZE;
}

/** Ends a campaign that cannot be prepared, with the reason for the person who launched it. */
export async function failCampaign(payload: PreparePayload, reason: string): Promise<void> {
  const [workspaceId, campaignId] = idsOf(payload);
  const failed = await transitionAndTell(
    workspaceId,
    campaignId,
    ['PREPARING', 'SENDING'],
    { status: 'FAILED', failureReason: reason, completedAt: new Date() },
    { epoch: payload.epoch },
  );
  if (!failed) return;
  await cancelUnsent(workspaceId, campaignId);
  await touchProgress(payload.workspaceId, payload.campaignId, 'all');
}

/** One page of the recipients; returns the campaign as it is then, or null when it is no longer to be prepared. */
async function preparePage(
  campaign: CampaignDocument,
  page: readonly Recipient[],
): Promise<CampaignDocument | null> {
  const { workspaceId, _id, checkpoint, channel, epoch } = campaign;
  const batch = checkpoint.batches;
  if (page.length > 0) {
    const recipients = page.map((customer) => {
      const { variant, heldOut } = placementOf(campaign, customer._id);
      return {
        customerId: customer._id,
        to: addressOf(customer, channel),
        variant: heldOut ? null : variant,
      };
    });
    const added = await insertQueued(workspaceId, _id, batch, recipients);
    // Said before anybody is at work on the batch; one of a preparation that was killed may be.
    if (added === page.length) await openInTally(_id.toHexString(), batch, added);
    else await touchTally(_id.toHexString(), [batch]);
    await enqueue(deliverJob, { ...targetOf(campaign), batch });
  }
  const saved = await transition(
    workspaceId,
    _id,
    ['PREPARING', 'SENDING'],
    {
      status: 'SENDING',
      checkpoint: {
        lastCustomerId: page.at(-1)?._id ?? checkpoint.lastCustomerId,
        batches: batch + (page.length > 0 ? 1 : 0),
        done: page.length < BATCH_SIZE,
      },
    },
    { epoch },
  );
  if (!saved) await endLateRows(campaign);
  return saved;
}

/** Paused, cancelled or over meanwhile: this page's rows may have come after a cancel's own clean-up. */
async function endLateRows({ workspaceId, _id }: CampaignDocument): Promise<void> {
  const current = await findCampaign(workspaceId, _id);
  if (current && finalStatuses.includes(current.status)) await cancelUnsent(workspaceId, _id);
}

/** The campaign, if this job is still the one to prepare it. A scheduled one starts here. */
async function startPreparing(payload: PreparePayload, now: number): Promise<CampaignDocument | null> {
  const [workspaceId, campaignId] = idsOf(payload);
  const found = await findCampaign(workspaceId, campaignId);
  if (found?.epoch !== payload.epoch || (await holdIfMissed(found, now))) return null;
  const started = await transitionAndTell(
    workspaceId,
    campaignId,
    ['SCHEDULED'],
    { status: 'PREPARING', launchedAt: new Date() },
    { epoch: payload.epoch, when: { missedAt: null } },
  );
  if (started)
    await writeAudit({
      workspaceId: payload.workspaceId,
      actor: 'system',
      action: 'campaigns.start',
      targetId: payload.campaignId,
      targetName: started.name,
      before: { status: 'SCHEDULED' },
      after: { status: started.status },
    });
  const campaign = await findCampaign(workspaceId, campaignId);
  const mine =
    campaign?.epoch === payload.epoch && (campaign.status === 'PREPARING' || campaign.status === 'SENDING');
  return mine ? campaign : null;
}

const idsOf = ({ workspaceId, campaignId }: PreparePayload) =>
  [new ObjectId(workspaceId), new ObjectId(campaignId)] as const;

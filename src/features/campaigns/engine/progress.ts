import { ObjectId } from 'mongodb';
import { getEnv } from '../../../env.ts';
import type { CampaignStatus } from '../../../lib/campaign-status.ts';
import { publish } from '../../../server/events.ts';
import { log } from '../../../server/log.ts';
import { redis } from '../../../server/redis.ts';
import { singleton } from '../../../server/singleton.ts';
import { vendorRetryAt } from '../../vendors/vendor-room.ts';
import { vendorSendsReceipts } from '../../vendors/vendors.service.ts';
import { findWorkspace } from '../../workspaces/workspaces.service.ts';
import { type CampaignDocument, findCampaign, transition } from '../campaigns.repository.ts';
import type { CampaignSnapshot } from '../campaigns.schema.ts';
import { awaitsReceipts } from '../messages.repository.ts';
import type { LedgerStats } from '../messages.schema.ts';
import { transitionAndTell } from './campaign-events.ts';
import { heldOf } from './held.ts';
import { askForSummary } from './summary-due.ts';
import { recount, type Touched, tallyOf, touchTally } from './tally.ts';

/** At most four snapshots a second per campaign, over all processes. */
const MIN_INTERVAL_MS = 250;
const RECOUNT_EVERY_MS = 60_000;

export const campaignTopic = (campaignId: string): string => `campaign.${campaignId}`;
export const workspaceCampaignsTopic = (workspaceId: string): string => `workspace.${workspaceId}.campaigns`;

interface Pending {
  timer: NodeJS.Timeout | null;
  running: Promise<void> | null;
  again: boolean;
  notBefore: number;
}

const pending = () => singleton('campaign-progress', () => new Map<string, Pending>());

/**
 * Says that rows of these batches changed. Once that is kept it resolves: a snapshot follows soon, and the campaign is
 * completed if nothing is open.
 */
export async function touchProgress(
  workspaceId: string,
  campaignId: string,
  touched: Touched,
): Promise<void> {
  await touchTally(campaignId, touched);
  publishSoon(workspaceId, campaignId);
}

function publishSoon(workspaceId: string, campaignId: string): void {
  const all = pending();
  const state = all.get(campaignId) ?? { timer: null, running: null, again: false, notBefore: 0 };
  all.set(campaignId, state);
  if (state.running) {
    state.again = true;
    return;
  }
  if (state.timer) return;
  state.timer = setTimeout(
    () => {
      state.timer = null;
      state.running = publishNow(workspaceId, campaignId, state).finally(() => {
        state.running = null;
        if (state.again) {
          state.again = false;
          publishSoon(workspaceId, campaignId);
        } else if (!state.timer) all.delete(campaignId);
      });
    },
    Math.max(0, state.notBefore - Date.now()),
  );
}

/** Waits for the snapshots under way; the worker calls it before it stops. */
export async function flushProgress(): Promise<void> {
  while (pending().size > 0) {
    await Promise.all([...pending().values()].map((state) => state.running));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function publishNow(workspaceId: string, campaignId: string, state: Pending): Promise<void> {
  try {
    const mayPublish = await redis().set(
      `nexusflow:progress:${campaignId}`,
      '1',
      'PX',
      MIN_INTERVAL_MS,
      'NX',
    );
    if (!mayPublish) {
      // Another process has just counted; what changed since is counted in our turn.
      state.again = true;
      state.notBefore = Date.now() + MIN_INTERVAL_MS;
      return;
    }
    state.notBefore = Date.now() + MIN_INTERVAL_MS;
    await publishSnapshot(workspaceId, campaignId);
  } catch (error) {
    log().error({ campaignId, err: error }, 'Progress could not be published');
    state.notBefore = Date.now() + 1_000;
    state.again = true;
  }
}

/** Tells every listener how the campaign stands, and completes it when all rows are final. */
export async function publishSnapshot(
  workspaceId: string,
  campaignId: string,
): Promise<CampaignSnapshot | null> {
  const campaign = await findCampaign(new ObjectId(workspaceId), new ObjectId(campaignId));
  return campaign && publishState(campaign, await tallyOf(campaign), { overdue: false });
}

/**
 * The same for who looks after campaigns nobody touches: receipts long overdue are waited for no longer, and every
 * minute the whole ledger is counted once more, lest Redis lost something.
 */
export async function reviewProgress(campaign: CampaignDocument): Promise<CampaignSnapshot> {
  const key = `nexusflow:recounted:${campaign._id.toHexString()}`;
  const due = await redis().set(key, '1', 'PX', RECOUNT_EVERY_MS, 'NX');
  return publishState(campaign, await (due ? recount(campaign) : tallyOf(campaign)), { overdue: true });
}

/** The same after counting the whole ledger once more. */
export const reconcile = async (campaign: CampaignDocument): Promise<CampaignSnapshot> =>
  publishState(campaign, await recount(campaign), { overdue: true });

async function publishState(
  campaign: CampaignDocument,
  stats: LedgerStats,
  patience: { overdue: boolean },
): Promise<CampaignSnapshot> {
  const settled = await settle(campaign, stats, patience);
  const snapshot = await toSnapshot(settled?.campaign ?? campaign, settled?.stats ?? stats);
  await askForSummary(settled?.campaign ?? campaign, snapshot.stats);
  const { campaignId, status } = snapshot;
  await publish(campaignTopic(campaignId), snapshot);
  await publish(workspaceCampaignsTopic(campaign.workspaceId.toHexString()), {
    campaignId,
    status,
    stats: snapshot.stats,
  });
  return snapshot;
}

export const snapshotOf = async (campaign: CampaignDocument): Promise<CampaignSnapshot> =>
  toSnapshot(campaign, await tallyOf(campaign));

async function toSnapshot(campaign: CampaignDocument, stats: LedgerStats): Promise<CampaignSnapshot> {
  const { workspaceId, vendorId, status, launchedAt, completedAt } = campaign;
  const campaignId = campaign._id.toHexString();
  const [retryAt, held] = await Promise.all([
    status === 'SENDING' ? vendorRetryAt(workspaceId.toHexString(), vendorId?.toHexString()) : null,
    stats.queued > 0 ? heldOf(campaignId) : null,
  ]);
  return {
    campaignId,
    status,
    stats,
    at: Date.now(),
    launchedAt: launchedAt?.getTime() ?? null,
    completedAt: completedAt?.getTime() ?? null,
    vendorRetryAt: retryAt?.getTime() ?? null,
    held,
    summaryAt: campaign.summary?.writtenAt.getTime() ?? null,
  };
}

/**
 * SENDING, fully prepared and nothing open → COMPLETED, or COMPLETED_WITH_FAILURES when there are dead letters; a late
 * receipt may still make the one the other. The whole ledger is counted before. Counting and changing are two steps, the
 * epoch joins them: whoever opens rows again raises it. Rows of an unchanged epoch only move forwards, so what was
 * counted as over is over.
 */
async function settle(
  campaign: CampaignDocument,
  seen: LedgerStats,
  { overdue }: { overdue: boolean },
): Promise<{ campaign: CampaignDocument; stats: LedgerStats } | null> {
  const { workspaceId, _id, status, epoch } = campaign;
  const finalOf = ({ dead }: LedgerStats) => (dead > 0 ? 'COMPLETED_WITH_FAILURES' : 'COMPLETED');
  if (COMPLETED.includes(status) && status !== finalOf(seen)) {
    const changed = await transition(workspaceId, _id, [status], { status: finalOf(seen) }, { epoch });
    return changed && { campaign: changed, stats: seen };
  }
  if (status !== 'SENDING' || !campaign.checkpoint.done || openRows(seen) > 0) return null;
  if (seen.sent > 0 && (await maySpeakYet(campaign, overdue))) return null;
  const stats = await recount(campaign);
  if (openRows(stats) > 0 || stats.sent > seen.sent) return null;
  const changed = await transitionAndTell(
    workspaceId,
    _id,
    [status],
    { status: finalOf(stats), completedAt: new Date() },
    { epoch },
    stats,
  );
  return changed && { campaign: changed, stats };
}

const COMPLETED: readonly CampaignStatus[] = ['COMPLETED', 'COMPLETED_WITH_FAILURES'];

/** Rows that are still to be sent, now or after a wait. */
const openRows = (stats: LedgerStats): number => stats.queued + stats.sending + (stats.failed - stats.dead);

/** Whether a receipt of a sent message may yet come; from a vendor that sends none, a sent message is done. */
async function maySpeakYet(campaign: CampaignDocument, overdue: boolean): Promise<boolean> {
  const { workspaceId, _id, vendorId } = campaign;
  const sendsReceipts = await vendorSendsReceipts(workspaceId.toHexString(), vendorId?.toHexString());
  if (!sendsReceipts) return false;
  return !overdue || (await awaitsReceipts(workspaceId, _id, await patienceOf(campaign)));
}

/** Receipts of rows untouched since then are waited for no longer: as long as the workspace says, else the server. */
async function patienceOf({ workspaceId }: CampaignDocument): Promise<Date> {
  const { settings } = await findWorkspace(workspaceId.toHexString());
  const minutes = settings.receiptTimeoutMinutes;
  return new Date(Date.now() - (minutes === null ? getEnv().receiptTimeoutMs : minutes * 60_000));
}

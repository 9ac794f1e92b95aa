import { ObjectId } from 'mongodb';
import { getEnv } from '../../../env.ts';
import { publish } from '../../../server/events.ts';
import { log } from '../../../server/log.ts';
import { redis } from '../../../server/redis.ts';
import { singleton } from '../../../server/singleton.ts';
import { vendorRetryAt } from '../../vendors/vendor-room.ts';
import { vendorSendsReceipts } from '../../vendors/vendors.service.ts';
import { findWorkspace } from '../../workspaces/workspaces.service.ts';
import { type CampaignDocument, findCampaign, transition } from '../campaigns.repository.ts';
import type { CampaignSnapshot } from '../campaigns.schema.ts';
import { awaitsReceipts, countByStatus } from '../messages.repository.ts';
import { type LedgerStats, statsFromCounts } from '../messages.schema.ts';

/** At most ten snapshots a second per campaign, over all processes. */
const MIN_INTERVAL_MS = 100;
/** Counting may take this share of the time at most: a large ledger is counted less often, never less exactly. */
const COUNTING_SHARE = 1 / 8;

export const campaignTopic = (campaignId: string): string => `campaign.${campaignId}`;
export const workspaceCampaignsTopic = (workspaceId: string): string => `workspace.${workspaceId}.campaigns`;

interface Pending {
  timer: NodeJS.Timeout | null;
  running: Promise<void> | null;
  again: boolean;
  notBefore: number;
}

const pending = () => singleton('campaign-progress', () => new Map<string, Pending>());

/** Says that rows of the campaign changed: a snapshot follows soon, and the campaign is completed if nothing is open. */
export function touchProgress(workspaceId: string, campaignId: string): void {
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
          touchProgress(workspaceId, campaignId);
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
    const started = performance.now();
    await publishSnapshot(workspaceId, campaignId);
    const took = performance.now() - started;
    state.notBefore = Date.now() + Math.max(MIN_INTERVAL_MS, took / COUNTING_SHARE);
  } catch (error) {
    log().error({ campaignId, err: error }, 'Progress could not be published');
    state.notBefore = Date.now() + 1_000;
    state.again = true;
  }
}

/** Counts the rows, completes the campaign when all are final, and tells every listener. */
export async function publishSnapshot(
  workspaceId: string,
  campaignId: string,
): Promise<CampaignSnapshot | null> {
  const campaign = await findCampaign(new ObjectId(workspaceId), new ObjectId(campaignId));
  if (!campaign) return null;
  const stats = await countStats(campaign);
  const snapshot = await toSnapshot((await settle(campaign, stats)) ?? campaign, stats);
  await publish(campaignTopic(campaignId), snapshot);
  await publish(workspaceCampaignsTopic(workspaceId), { campaignId, status: snapshot.status, stats });
  return snapshot;
}

export const snapshotOf = async (campaign: CampaignDocument): Promise<CampaignSnapshot> =>
  toSnapshot(campaign, await countStats(campaign));

const countStats = async ({ workspaceId, _id }: CampaignDocument): Promise<LedgerStats> =>
  statsFromCounts(await countByStatus(workspaceId, _id));

async function toSnapshot(campaign: CampaignDocument, stats: LedgerStats): Promise<CampaignSnapshot> {
  const { workspaceId, vendorId, status, launchedAt, completedAt } = campaign;
  const retryAt =
    status === 'SENDING' ? await vendorRetryAt(workspaceId.toHexString(), vendorId?.toHexString()) : null;
  return {
    campaignId: campaign._id.toHexString(),
    status,
    stats,
    at: Date.now(),
    launchedAt: launchedAt?.getTime() ?? null,
    completedAt: completedAt?.getTime() ?? null,
    vendorRetryAt: retryAt?.getTime() ?? null,
  };
}

/**
 * SENDING, fully prepared and nothing open → COMPLETED, or COMPLETED_WITH_FAILURES when there are dead letters; a late
 * receipt may still make the one the other. Counting and changing are two steps, the epoch joins them: whoever opens
 * rows again raises it. Rows of an unchanged epoch only move forwards, so what was counted as over is over.
 */
async function settle(campaign: CampaignDocument, stats: LedgerStats): Promise<CampaignDocument | null> {
  const { workspaceId, _id, status, epoch } = campaign;
  const final = stats.dead > 0 ? 'COMPLETED_WITH_FAILURES' : 'COMPLETED';
  if (status === 'COMPLETED' && final !== status)
    return transition(workspaceId, _id, [status], { status: final }, { epoch });
  if (status !== 'SENDING' || !campaign.checkpoint.done) return null;
  if (stats.queued + stats.sending + (stats.failed - stats.dead) > 0) return null;
  if (stats.sent > 0 && (await maySpeakYet(campaign))) return null;
  return transition(workspaceId, _id, [status], { status: final, completedAt: new Date() }, { epoch });
}

/** Whether a receipt of a sent message may yet come; from a vendor that sends none, a sent message is done. */
async function maySpeakYet(campaign: CampaignDocument): Promise<boolean> {
  const { workspaceId, _id, vendorId } = campaign;
  const sendsReceipts = await vendorSendsReceipts(workspaceId.toHexString(), vendorId?.toHexString());
  return sendsReceipts && (await awaitsReceipts(workspaceId, _id, await patienceOf(campaign)));
}

/** Receipts of rows untouched since then are waited for no longer: as long as the workspace says, else the server. */
async function patienceOf({ workspaceId }: CampaignDocument): Promise<Date> {
  const { settings } = await findWorkspace(workspaceId.toHexString());
  const minutes = settings.receiptTimeoutMinutes;
  return new Date(Date.now() - (minutes === null ? getEnv().receiptTimeoutMs : minutes * 60_000));
}

import { enqueue } from '../../../server/queue.ts';
import { summariseJob } from '../campaigns.jobs.ts';
import type { CampaignDocument } from '../campaigns.repository.ts';
import type { LedgerStats } from '../messages.schema.ts';

/** Late receipts come one by one: what they change is waited for this long before the words are written anew. */
export const REWRITE_AFTER_MS = 300_000;

/** The figures a summary was written from, to see whether they have changed since. */
export const summaryBasis = (stats: LedgerStats): string =>
  [
    stats.audience,
    stats.sent,
    stats.delivered,
    stats.bounced,
    stats.failed,
    stats.dead,
    stats.skipped,
    stats.cancelled,
  ].join(' ');

/** Has a completed campaign's result put into words: at once the first time, later when its figures have changed. */
export async function askForSummary(campaign: CampaignDocument, stats: LedgerStats): Promise<void> {
  if (campaign.status !== 'COMPLETED' && campaign.status !== 'COMPLETED_WITH_FAILURES') return;
  const { summary } = campaign;
  if (summary?.basis === summaryBasis(stats)) return;
  await enqueue(
    summariseJob,
    { workspaceId: campaign.workspaceId.toHexString(), campaignId: campaign._id.toHexString() },
    summary ? { delayMs: REWRITE_AFTER_MS } : {},
  );
}

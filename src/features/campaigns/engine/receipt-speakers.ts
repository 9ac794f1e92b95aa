import { singleton } from '../../../server/singleton.ts';
import { findReceiptVendor } from '../../vendors/receipt-secrets.service.ts';
import { findCampaign } from '../campaigns.repository.ts';
import type { ReceiptRow } from '../receipts.repository.ts';
import type { ReceiptSpeaker } from '../receipts.schema.ts';

/**
 * The rows that whoever sent a receipt may speak of. A vendor's own secret counts for its workspace's campaigns that go
 * through it; an API key for its workspace; the server-wide secret for every vendor that has none of its own.
 */
export async function rowsOfSpeaker(
  speaker: ReceiptSpeaker,
  rows: readonly ReceiptRow[],
): Promise<ReceiptRow[]> {
  const heard: ReceiptRow[] = [];
  for (const own of Map.groupBy(rows, (row) => row.campaignId.toHexString()).values())
    if (own[0] && (await maySpeakOf(speaker, own[0]))) heard.push(...own);
  return heard;
}

async function maySpeakOf(speaker: ReceiptSpeaker, row: ReceiptRow): Promise<boolean> {
  if (speaker && speaker.workspaceId !== row.workspaceId.toHexString()) return false;
  if (speaker && speaker.vendorId === null) return true;
  const vendorId = await vendorOf(row);
  if (speaker) return speaker.vendorId === vendorId;
  return vendorId === null || ((await findReceiptVendor(vendorId))?.secrets ?? null) === null;
}

/** Campaigns whose vendor a process remembers: it stays the same once they are launched. */
const KEPT_CAMPAIGNS = 5_000;
const vendors = () => singleton('campaign-vendors', () => new Map<string, string | null>());

async function vendorOf({ workspaceId, campaignId }: ReceiptRow): Promise<string | null> {
  const known = vendors();
  const key = campaignId.toHexString();
  const vendorId = known.get(key);
  if (vendorId !== undefined) return vendorId;
  const found = (await findCampaign(workspaceId, campaignId))?.vendorId?.toHexString() ?? null;
  if (known.size >= KEPT_CAMPAIGNS) known.delete(known.keys().next().value ?? '');
  known.set(key, found);
  return found;
}

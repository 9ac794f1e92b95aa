import { redis } from '../../server/redis.ts';

/** A vendor that did not get our answer tries again within minutes; Standard Webhooks' own schedule begins so. */
const REMEMBERED_SECONDS = 3_600;
const keyOf = (webhookId: string) => `nexusflow:webhook:${webhookId}`;

/** Whether the receipts of this webhook id were applied within the hour. One still queued may be queued again: that changes nothing. */
export const wasSeen = async (webhookId: string): Promise<boolean> =>
  (await redis().exists(keyOf(webhookId))) === 1;

/** Called once the receipts are in the ledger: marked any earlier, a crash would lose them. */
export async function markSeen(webhookIds: readonly string[]): Promise<void> {
  const pipeline = redis().pipeline();
  for (const id of webhookIds) pipeline.set(keyOf(id), '1', 'EX', REMEMBERED_SECONDS);
  for (const [error] of (await pipeline.exec()) ?? []) if (error) throw error;
}

import { redis } from '../../server/redis.ts';

/** A vendor that did not get our answer tries again within minutes; Standard Webhooks' own schedule begins so. */
const REMEMBERED_SECONDS = 3_600;
const keyOf = (webhookId: string) => `nexusflow:webhook:${webhookId}`;

/** Whether the receipts of this webhook id were applied within the hour. One still queued is known by its job's id. */
export const wasSeen = async (webhookId: string): Promise<boolean> =>
  (await redis().exists(keyOf(webhookId))) === 1;

/** Called once the receipts are in the ledger: marked any earlier, a crash would lose them. */
export async function markSeen(webhookId: string): Promise<void> {
  await redis().set(keyOf(webhookId), '1', 'EX', REMEMBERED_SECONDS);
}

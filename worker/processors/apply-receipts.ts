import { applyReceipts } from '../../src/features/campaigns/engine/receipts.ts';
import { applyReceiptsJob } from '../../src/features/campaigns/receipts.jobs.ts';
import type { Receipt } from '../../src/features/campaigns/receipts.schema.ts';
import { markSeen } from '../../src/features/campaigns/webhooks-seen.ts';
import { log } from '../../src/server/log.ts';
import { defineProcessor } from '../../src/server/queue.ts';

/** After so many attempts requests are applied one by one: what is wrong with one must not keep the others waiting. */
const TOGETHER = 3;

export const applyReceiptsProcessor = defineProcessor(applyReceiptsJob, async ({ requests }, { attempt }) => {
  if (attempt <= TOGETHER) return apply(requests);
  const results = await Promise.allSettled(requests.map((request) => apply([request])));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
});

async function apply(
  requests: readonly { webhookId: string; receipts: readonly Receipt[] }[],
): Promise<undefined> {
  const { unknown } = await applyReceipts(requests.flatMap(({ receipts }) => receipts));
  await markSeen(requests.map(({ webhookId }) => webhookId));
  if (unknown > 0) log().warn({ unknown }, 'Receipts named messages that do not exist');
}

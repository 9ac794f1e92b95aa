import { applyReceipts } from '../../src/features/campaigns/engine/receipts.ts';
import { applyReceiptsJob } from '../../src/features/campaigns/receipts.jobs.ts';
import { markSeen } from '../../src/features/campaigns/webhooks-seen.ts';
import { log } from '../../src/server/log.ts';
import { defineProcessor } from '../../src/server/queue.ts';

export const applyReceiptsProcessor = defineProcessor(applyReceiptsJob, async ({ webhookId, receipts }) => {
  const { unknown } = await applyReceipts(receipts);
  await markSeen(webhookId);
  if (unknown > 0) log().warn({ unknown }, 'Receipts named messages that do not exist');
});

import { applyReceipts } from '../../src/features/campaigns/engine/receipts.ts';
import { applyReceiptsJob } from '../../src/features/campaigns/receipts.jobs.ts';
import type { Receipt, ReceiptSpeaker } from '../../src/features/campaigns/receipts.schema.ts';
import { markDone, type SeenRequest } from '../../src/features/campaigns/webhooks-seen.ts';
import { log } from '../../src/server/log.ts';
import { defineProcessor } from '../../src/server/queue.ts';

/** After so many attempts requests are applied one by one: what is wrong with one must not keep the others waiting. */
const TOGETHER = 3;

interface Told extends SeenRequest {
  speaker: ReceiptSpeaker;
  receipts: readonly Receipt[];
}

export const applyReceiptsProcessor = defineProcessor(applyReceiptsJob, async ({ requests }, { attempt }) => {
  if (attempt <= TOGETHER) return apply(requests);
  const results = await Promise.allSettled(requests.map((request) => apply([request])));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
});

async function apply(requests: readonly Told[]): Promise<undefined> {
  const bySpeaker = Map.groupBy(requests, ({ speaker }) => JSON.stringify(speaker));
  for (const group of bySpeaker.values()) {
    const { unknown } = await applyReceipts(
      group.flatMap(({ receipts }) => receipts),
      group[0]?.speaker ?? null,
    );
    await markDone(group);
    if (unknown > 0)
      log().warn(
        { unknown },
        'Receipts named messages that do not exist, or that their sender may not speak of',
      );
  }
}

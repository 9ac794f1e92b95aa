import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  cancelCampaign,
  getCampaign,
  launchCampaign,
  pauseCampaign,
  resumeCampaign,
} from '../src/features/campaigns/campaigns.service.ts';
import { BATCH_SIZE } from '../src/features/campaigns/engine/prepare.ts';
import { flushProgress } from '../src/features/campaigns/engine/progress.ts';
import { ledgerAddsUp } from '../src/features/campaigns/messages.schema.ts';
import { closeDatabase } from '../src/server/db.ts';
import type { Caller } from '../src/server/permissions.ts';
import { closeQueues, startQueueWorker } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../src/server/testing/workspace.ts';
import { deliverProcessor } from './processors/deliver.ts';
import { prepareProcessor } from './processors/prepare.ts';
import { keyOf, type LoopbackVendor, startLoopbackVendor } from './testing/loopback-vendor.ts';
import { addCustomers, campaignWhen, draftCampaign } from './testing/shop.ts';

// Real queues and workers in this process, 50,000 messages, and a vendor that takes its time with each batch.

const RECIPIENTS = 50_000;
const AT_ONCE = 4;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let vendor: LoopbackVendor;
let caller: Caller;
let workers: ReturnType<typeof startQueueWorker>[];
const stopping = new AbortController();

beforeAll(async () => {
  vendor = await startLoopbackVendor();
  caller = await createTestWorkspace();
  await addCustomers(caller, RECIPIENTS);
  workers = [
    startQueueWorker('campaigns', [prepareProcessor], 1, stopping.signal),
    startQueueWorker('delivery', [deliverProcessor], AT_ONCE, stopping.signal),
  ];
});
beforeEach(() => {
  vendor.reset();
  vendor.beforeAnswer = async () => {
    await wait(100);
  };
});
afterAll(async () => {
  stopping.abort();
  await Promise.all(workers.map((worker) => worker.close()));
  await flushProgress();
  await dropTestWorkspace(caller);
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase(), vendor.close()]);
});

/** Launches and resolves in the middle of sending. */
async function underWay(): Promise<string> {
  const { id } = await draftCampaign(caller);
  await launchCampaign(caller, id);
  while (vendor.asked.length < 3_000) await wait(5);
  return id;
}

/** What reached the vendor within a second after `stop` resolved, and in the two seconds after that. */
async function after(
  stop: () => Promise<unknown>,
): Promise<{ within: number; later: number; tookMs: number }> {
  const began = Date.now();
  await stop();
  const tookMs = Date.now() - began;
  const atStop = vendor.asked.length;
  await wait(1_000);
  const atSecond = vendor.asked.length;
  await wait(2_000);
  return { within: atSecond - atStop, later: vendor.asked.length - atSecond, tookMs };
}

it('pause: the batches in flight at most, then nothing; resume sends the rest, to nobody twice', async () => {
  const id = await underWay();
  const { within, later, tookMs } = await after(() => pauseCampaign(caller, id));
  expect(tookMs).toBeLessThan(1_000);
  expect(within).toBeLessThanOrEqual(AT_ONCE * BATCH_SIZE);
  expect(later).toBe(0);
  const paused = await getCampaign(caller, id);
  expect(paused.status).toBe('PAUSED');
  expect(paused.stats).toMatchObject({ sending: 0, sent: vendor.asked.length });
  expect(paused.stats.sent).toBeLessThan(RECIPIENTS);

  await resumeCampaign(caller, id);
  const { stats } = await campaignWhen(caller, id, (c) => c.stats.sent === RECIPIENTS);
  expect(stats).toMatchObject({ audience: RECIPIENTS, queued: 0, sending: 0, failed: 0 });
  expect(vendor.asked).toHaveLength(RECIPIENTS);
  expect(new Set(vendor.asked.map(keyOf)).size).toBe(RECIPIENTS);
}, 180_000);

it('cancel: the batches in flight at most, then nothing; the rest is cancelled', async () => {
  const id = await underWay();
  const { within, later, tookMs } = await after(() => cancelCampaign(caller, id));
  expect(tookMs).toBeLessThan(1_000);
  expect(within).toBeLessThanOrEqual(AT_ONCE * BATCH_SIZE);
  expect(later).toBe(0);
  const { status, stats } = await getCampaign(caller, id);
  expect(status).toBe('CANCELLED');
  expect(stats).toMatchObject({ queued: 0, sending: 0, sent: vendor.asked.length, failed: 0 });
  expect(stats.cancelled).toBe(stats.audience - stats.sent);
  expect(stats.cancelled).toBeGreaterThan(0);
  expect(ledgerAddsUp(stats)).toBe(true);
}, 180_000);

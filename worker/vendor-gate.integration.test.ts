import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { getCampaign, launchCampaign } from '../src/features/campaigns/campaigns.service.ts';
import { deliverBatch } from '../src/features/campaigns/engine/deliver.ts';
import { prepareCampaign } from '../src/features/campaigns/engine/prepare.ts';
import { flushProgress } from '../src/features/campaigns/engine/progress.ts';
import { readHealth } from '../src/features/vendors/vendor-gate.ts';
import { listVendors } from '../src/features/vendors/vendors.service.ts';
import { closeDatabase, collection } from '../src/server/db.ts';
import type { Caller } from '../src/server/permissions.ts';
import { closeQueues } from '../src/server/queue.ts';
import { closeRedis, redis } from '../src/server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../src/server/testing/workspace.ts';
import { type LoopbackVendor, startLoopbackVendor } from './testing/loopback-vendor.ts';
import { addCustomers, draftCampaign } from './testing/shop.ts';

let vendor: LoopbackVendor;
const workspaces: Caller[] = [];

beforeAll(async () => {
  vendor = await startLoopbackVendor();
});
beforeEach(() => vendor.reset());
afterAll(async () => {
  await flushProgress();
  await Promise.all(workspaces.map(dropTestWorkspace));
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase(), vendor.close()]);
});

/** A prepared campaign to `n` customers, and its vendor. */
async function prepared(n: number, ratePerSecond: number | null) {
  const caller = await createTestWorkspace();
  workspaces.push(caller);
  await addCustomers(caller, n);
  const { id } = await draftCampaign(caller);
  const [own] = await listVendors(caller);
  if (!own) throw new Error('A workspace has a vendor');
  await collection('vendors').updateOne({ _id: new ObjectId(own.id) }, { $set: { ratePerSecond } });
  await launchCampaign(caller, id);
  const payload = { workspaceId: caller.workspaceId, campaignId: id, epoch: 0 };
  await prepareCampaign(payload, new AbortController().signal);
  const deliver = (batch: number) => deliverBatch({ ...payload, batch });
  const stats = async () => (await getCampaign(caller, id)).stats;
  return { vendorId: own.id, deliver, stats };
}

/** Works a batch as the queue does: again after the wait it asks for, until it is done. */
async function work(deliver: (batch: number) => Promise<number | null>, batch: number): Promise<void> {
  for (;;) {
    const wait = await deliver(batch);
    if (wait === null) return;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

it('a vendor with a rate gets no more than that from all workers together, and in the end everything', async () => {
  const RATE = 400;
  const { deliver, stats } = await prepared(1_200, RATE);
  const arrived: number[] = [];
  vendor.beforeAnswer = async (messages) => {
    const at = performance.now();
    arrived.push(...messages.map(() => at));
  };
  await Promise.all([0, 1, 2].map((batch) => work(deliver, batch)));
  expect(await stats()).toMatchObject({ audience: 1_200, sent: 1_200 });
  expect(new Set(vendor.asked.map((m) => m.messageId)).size).toBe(1_200);
  expect(vendor.asked).toHaveLength(1_200);
  // A burst is a fifth of a second's worth. The way from the gate to the vendor takes a while that varies with the
  // machine's load, so a single second may see somewhat more; the whole may not be quicker than the rate.
  const took = (arrived.at(-1) ?? 0) - (arrived[0] ?? 0);
  expect(took).toBeGreaterThan(((1_200 - RATE * 0.2) / RATE) * 1_000 - 300);
  for (const [i, at] of arrived.entries()) {
    const within = arrived.slice(i).filter((other) => other - at < 1_000).length;
    expect(within).toBeLessThanOrEqual(RATE * 1.6);
  }
});

it('a vendor that is away is left alone: messages wait instead of using up their tries, and go when it is back', async () => {
  const { vendorId, deliver, stats } = await prepared(3_000, null);
  vendor.away = true;
  for (const batch of [0, 1, 2, 3, 4]) await deliver(batch);
  expect(await readHealth(vendorId)).toMatchObject({ state: 'OPEN', failures: 5 });
  const asked = vendor.asked.length;
  expect(await deliver(5)).toBeGreaterThan(1_000);
  expect(vendor.asked).toHaveLength(asked);
  expect(await stats()).toMatchObject({ queued: 500, failed: 2_500, dead: 0 });

  vendor.away = false;
  await redis().hset(`nexusflow:vendor:{${vendorId}}:breaker`, 'openUntil', Date.now() - 1);
  await collection('messages').updateMany(
    { status: 'FAILED' },
    { $set: { updatedAt: new Date(Date.now() - 10_000) } },
  );
  await Promise.all([0, 1, 2, 3, 4, 5].map((batch) => work(deliver, batch)));
  expect(await readHealth(vendorId)).toMatchObject({ state: 'CLOSED', failures: 0 });
  expect(await stats()).toMatchObject({ audience: 3_000, sent: 3_000, failed: 0 });
});

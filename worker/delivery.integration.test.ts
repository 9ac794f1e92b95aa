import { ObjectId } from 'mongodb';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getEnv } from '../src/env.ts';
import { getAudience } from '../src/features/audiences/audiences.service.ts';
import {
  cancelCampaign,
  getCampaign,
  launchCampaign,
  pauseCampaign,
  reconcileCampaign,
  resumeCampaign,
} from '../src/features/campaigns/campaigns.service.ts';
import { listDeadLetters, retryDeadLetters } from '../src/features/campaigns/dead-letters.service.ts';
import { listCampaignMessages } from '../src/features/campaigns/log/message-log.service.ts';
import { ledgerAddsUp } from '../src/features/campaigns/messages.schema.ts';
import { preflightCampaign } from '../src/features/campaigns/preflight.service.ts';
import { createCustomer, listCustomers } from '../src/features/customers/customers.service.ts';
import { suppressAddress } from '../src/features/suppressions/suppressions.service.ts';
import { readRecord } from '../src/features/vendors/simulator/simulator.repository.ts';
import { closeDatabase, collection } from '../src/server/db.ts';
import type { Caller } from '../src/server/permissions.ts';
import { closeQueues } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../src/server/testing/workspace.ts';
import {
  addCustomers,
  campaignWhen,
  draftCampaign,
  isFinal,
  ledgerRows,
  setSimulator,
  startWeb,
} from './testing/shop.ts';
import { startWorker, type WorkerProcess } from './testing/worker-process.ts';

let web: Awaited<ReturnType<typeof startWeb>>;
let worker: WorkerProcess;
const workspaces: Caller[] = [];
const newWorkspace = async () => {
  const caller = await createTestWorkspace();
  workspaces.push(caller);
  return caller;
};

beforeAll(async () => {
  web = await startWeb();
  worker = await startWorker();
});
afterAll(async () => {
  await Promise.all([worker.stop(), web.stop()]);
  await Promise.all(workspaces.map(dropTestWorkspace));
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

/** Posts receipts as a vendor would; `tamper` changes the body after signing. */
async function postReceipts(
  receipts: unknown,
  { id = `msg_${new ObjectId()}`, tamper = false } = {},
): Promise<number> {
  const body = JSON.stringify(receipts);
  const now = new Date();
  const response = await fetch(`${web.url}/api/webhooks/delivery-receipts`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
      'webhook-signature': new Webhook(getEnv().webhookSecret).sign(id, now, body),
    },
    body: tamper ? body.replace('DELIVERED', 'BOUNCED') : body,
  });
  return response.status;
}

describe('a worker killed in the middle of a campaign of 4,000', () => {
  it('leaves nobody out and sends to nobody twice', async () => {
    const caller = await newWorkspace();
    await addCustomers(caller, 4_000);
    const { id } = await draftCampaign(caller);
    await launchCampaign(caller, id);
    await campaignWhen(caller, id, ({ stats }) => stats.sent + stats.delivered + stats.bounced > 500);
    await worker.kill();
    const broken = await getCampaign(caller, id);
    expect(isFinal(broken)).toBe(false);
    expect(ledgerAddsUp(broken.stats)).toBe(true);
    worker = await startWorker();

    const done = await campaignWhen(caller, id, isFinal);
    expect(done.status).toBe('COMPLETED');
    expect(done.stats).toMatchObject({
      audience: 4_000,
      queued: 0,
      sending: 0,
      sent: 0,
      failed: 0,
      skipped: 0,
    });
    expect(done.stats.delivered + done.stats.bounced).toBe(4_000);
    expect((await reconcileCampaign(id)).addsUp).toBe(true);

    const rows = await ledgerRows(id);
    expect(new Set(rows.map((row) => row.customerId.toHexString())).size).toBe(4_000);
    const record = await readRecord(rows.map((row) => row._id.toHexString()));
    // One vendor id per message, the one in our row: whatever was asked twice was delivered once.
    expect(record.filter((entry) => entry.vendorMessageId === null)).toEqual([]);
    expect(new Set(record.map((entry) => entry.vendorMessageId)).size).toBe(4_000);
    expect(rows.map((row) => row.vendorMessageId)).toEqual(record.map((entry) => entry.vendorMessageId));
  }, 180_000);
});

describe('receipts', () => {
  it('with a bad signature, an unknown message, a wrong status or a repeated id change nothing and get the right answer', async () => {
    const caller = await newWorkspace();
    await addCustomers(caller, 3);
    await setSimulator(caller, { delayMs: 600_000 });
    const { id } = await draftCampaign(caller);
    await launchCampaign(caller, id);
    await campaignWhen(caller, id, ({ stats }) => stats.sent === 3);
    const [row] = await ledgerRows(id);
    const receipt = {
      messageId: row?._id.toHexString(),
      vendorMessageId: row?.vendorMessageId,
      status: 'DELIVERED',
      timestamp: new Date().toISOString(),
    };
    const unchanged = async () => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      expect((await getCampaign(caller, id)).stats).toMatchObject({ sent: 3, delivered: 0, bounced: 0 });
    };

    expect(await postReceipts(receipt, { tamper: true })).toBe(401);
    await unchanged();
    expect(await postReceipts({ ...receipt, messageId: new ObjectId().toHexString() })).toBe(202);
    expect(await postReceipts({ ...receipt, status: 'LOST' })).toBe(400);
    expect(await postReceipts('nonsense')).toBe(400);
    await unchanged();

    const once = `msg_${new ObjectId()}`;
    expect(await postReceipts([receipt], { id: once })).toBe(202);
    await campaignWhen(caller, id, ({ stats }) => stats.delivered === 1);
    // The same again, and with other words under its id; then backwards, and another end, under new ids.
    expect(await postReceipts([receipt], { id: once })).toBe(202);
    expect(await postReceipts([{ ...receipt, status: 'BOUNCED' }], { id: once })).toBe(409);
    expect(await postReceipts({ ...receipt, status: 'SENT' })).toBe(202);
    expect(await postReceipts({ ...receipt, status: 'BOUNCED' })).toBe(202);
    await new Promise((resolve) => setTimeout(resolve, 700));
    const { stats } = await getCampaign(caller, id);
    expect(stats).toMatchObject({ delivered: 1, bounced: 0, sent: 2 });
    expect(ledgerAddsUp(stats)).toBe(true);
  });
});

describe('a vendor that fails', () => {
  it('is asked again at 2, 4 and 8 s; what still fails is a dead letter to retry', async () => {
    const caller = await newWorkspace();
    await addCustomers(caller, 20);
    await setSimulator(caller, { transientRate: 1, delayMs: 0 });
    const { id } = await draftCampaign(caller);
    const began = Date.now();
    await launchCampaign(caller, id);
    const failed = await campaignWhen(caller, id, isFinal);
    expect(Date.now() - began).toBeGreaterThan(14_000);
    expect(failed.status).toBe('COMPLETED_WITH_FAILURES');
    expect(failed.stats).toMatchObject({ audience: 20, failed: 20, dead: 20 });
    expect(ledgerAddsUp(failed.stats)).toBe(true);
    expect((await ledgerRows(id)).map((row) => row.attempts)).toEqual(Array(20).fill(4));

    const { groups } = await listDeadLetters(caller, { status: 'OPEN', limit: 50 });
    expect(groups).toMatchObject([{ campaignId: id, count: 20 }]);
    await setSimulator(caller, { transientRate: 0, deliveryRate: 1, bounceRate: 0 });
    await retryDeadLetters(caller, { campaignId: id, reason: groups[0]?.reason ?? '' });
    const mended = await campaignWhen(
      caller,
      id,
      (campaign) => isFinal(campaign) && campaign.stats.dead === 0,
    );
    expect(mended).toMatchObject({ status: 'COMPLETED', stats: { audience: 20, delivered: 20, failed: 0 } });
  }, 90_000);

  it('sends receipts twice and out of order: the figures stay right', async () => {
    const caller = await newWorkspace();
    await addCustomers(caller, 300);
    await setSimulator(caller, {
      transientRate: 0.05,
      duplicateRate: 1,
      reorderRate: 1,
      deliveryRate: 0.5,
      bounceRate: 0.5,
      delayMs: 0,
    });
    const { id } = await draftCampaign(caller);
    await launchCampaign(caller, id);
    const { stats } = await campaignWhen(caller, id, isFinal);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect((await getCampaign(caller, id)).stats).toEqual(stats);
    expect(stats.delivered + stats.bounced + stats.dead).toBe(300);
    expect(ledgerAddsUp(stats)).toBe(true);
  }, 90_000);
});

describe('two workspaces that launch together', () => {
  it('share the workers: the small campaign ends while the large one is still being sent', async () => {
    const [large, small] = [await newWorkspace(), await newWorkspace()];
    await addCustomers(large, 12_000);
    await addCustomers(small, 100);
    await Promise.all([setSimulator(large, { delayMs: 0 }), setSimulator(small, { delayMs: 0 })]);
    const [first, second] = [await draftCampaign(large), await draftCampaign(small)];
    await launchCampaign(large, first.id);
    await campaignWhen(large, first.id, ({ stats }) => stats.sent + stats.delivered > 0);
    await launchCampaign(small, second.id);
    expect(await campaignWhen(small, second.id, isFinal)).toMatchObject({
      stats: { audience: 100, queued: 0 },
    });
    expect(isFinal(await getCampaign(large, first.id))).toBe(false);
    const { stats } = await campaignWhen(large, first.id, isFinal);
    expect(stats).toMatchObject({ audience: 12_000, queued: 0, sending: 0, failed: 0 });
    expect(ledgerAddsUp(stats)).toBe(true);
  }, 120_000);
});

describe('a campaign', () => {
  it('is launched once, pauses, resumes, and leaves out with a reason whom it must', async () => {
    const caller = await newWorkspace();
    await addCustomers(caller, 1_500);
    await createCustomer(caller, { email: 'nameless@example.com' });
    await suppressAddress(caller.workspaceId, 'customer-7@example.com', 'UNSUBSCRIBED');
    await setSimulator(caller, { delayMs: 0 });
    const { id } = await draftCampaign(caller);
    expect(await preflightCampaign(caller, id)).toMatchObject({ audience: 1_501, recipients: 1_499 });

    const launches = await Promise.allSettled([launchCampaign(caller, id), launchCampaign(caller, id)]);
    expect(launches.map((l) => l.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const paused = await pauseCampaign(caller, id).catch(() => null);
    if (paused) {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      const before = await getCampaign(caller, id);
      expect(before.status).toBe('PAUSED');
      expect(before.stats.sending).toBe(0);
      await resumeCampaign(caller, id);
    }
    const { status, stats } = await campaignWhen(caller, id, isFinal);
    expect(status).toBe('COMPLETED');
    expect(stats).toMatchObject({ audience: 1_501, skipped: 2 });
    expect(ledgerAddsUp(stats)).toBe(true);
    const skipped = await listCampaignMessages(caller, { id, status: 'SKIPPED', limit: 10 });
    expect(skipped.items.map((m) => m.skipReason).toSorted()).toEqual(['MISSING_VARIABLE', 'SUPPRESSED']);
  }, 60_000);

  it('that is cancelled sends no more, and every row says what became of it', async () => {
    const caller = await newWorkspace();
    await addCustomers(caller, 3_000);
    await setSimulator(caller, { delayMs: 0 });
    const { id } = await draftCampaign(caller);
    await launchCampaign(caller, id);
    await cancelCampaign(caller, id);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const { status, stats } = await getCampaign(caller, id);
    expect(status).toBe('CANCELLED');
    expect(stats.queued + stats.sending).toBe(0);
    expect(ledgerAddsUp(stats)).toBe(true);
  });

  it('belongs to its workspace: nobody else sees or touches it', async () => {
    const [owner, stranger] = [await newWorkspace(), await newWorkspace()];
    await addCustomers(owner, 1);
    const campaign = await draftCampaign(owner);
    await expect(getCampaign(stranger, campaign.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(launchCampaign(stranger, campaign.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(cancelCampaign(stranger, campaign.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(getAudience(stranger, campaign.audienceId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await listCustomers(stranger, { limit: 10, sort: '-createdAt' })).items).toEqual([]);
    expect(
      await collection('messages').countDocuments({ workspaceId: new ObjectId(stranger.workspaceId) }),
    ).toBe(0);
  });
});

import * as fc from 'fast-check';
import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findCampaign } from '../src/features/campaigns/campaigns.repository.ts';
import type { Campaign } from '../src/features/campaigns/campaigns.schema.ts';
import {
  cancelCampaign,
  getCampaign,
  launchCampaign,
  pauseCampaign,
  resumeCampaign,
  updateCampaign,
} from '../src/features/campaigns/campaigns.service.ts';
import {
  getDeadLetter,
  listDeadLetters,
  retryDeadLetters,
} from '../src/features/campaigns/dead-letters.service.ts';
import { findDispatched, setDispatched } from '../src/features/campaigns/dispatches.repository.ts';
import { deliverBatch } from '../src/features/campaigns/engine/deliver.ts';
import { prepareCampaign } from '../src/features/campaigns/engine/prepare.ts';
import { flushProgress, publishSnapshot } from '../src/features/campaigns/engine/progress.ts';
import { applyReceipts } from '../src/features/campaigns/engine/receipts.ts';
import { sweepCampaigns } from '../src/features/campaigns/engine/sweep.ts';
import {
  insertQueued,
  type MessageDocument,
  STILL_TO_SEND,
} from '../src/features/campaigns/messages.repository.ts';
import { ledgerAddsUp } from '../src/features/campaigns/messages.schema.ts';
import type { Receipt } from '../src/features/campaigns/receipts.schema.ts';
import { getImport, restartLostImports, startImport } from '../src/features/imports/imports.service.ts';
import { runImport } from '../src/features/imports/run-import.ts';
import { closeDatabase, collection } from '../src/server/db.ts';
import type { Caller } from '../src/server/permissions.ts';
import { closeQueues, queue } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../src/server/testing/workspace.ts';
import { keyOf, type LoopbackVendor, startLoopbackVendor } from './testing/loopback-vendor.ts';
import { addCustomers, draftCampaign } from './testing/shop.ts';

// The engine in this process, step by step, with a vendor of ours: what a killed process leaves behind is made by doing
// only the steps before its end, and time passes by dating rows back.

const MINUTE = 60_000;
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

interface Shop {
  caller: Caller;
  campaign: Campaign;
  payload: { workspaceId: string; campaignId: string; epoch: number };
}

/** A workspace with `n` customers and a campaign to all of them, launched but not prepared. */
async function launched(n: number, body?: string): Promise<Shop> {
  const caller = await createTestWorkspace();
  workspaces.push(caller);
  await addCustomers(caller, n);
  const { id } = await draftCampaign(caller, body);
  const campaign = await launchCampaign(caller, id);
  return { caller, campaign, payload: { workspaceId: caller.workspaceId, campaignId: id, epoch: 0 } };
}
const prepare = (shop: Shop) => prepareCampaign(shop.payload, new AbortController().signal);
async function prepared(n: number, body?: string): Promise<Shop> {
  const shop = await launched(n, body);
  await prepare(shop);
  return shop;
}

const deliver = async (shop: Shop, batch = 0) =>
  deliverBatch({ ...shop.payload, epoch: await epochOf(shop), batch });
const ids = ({ payload }: Shop) =>
  [new ObjectId(payload.workspaceId), new ObjectId(payload.campaignId)] as const;
const stored = (shop: Shop) => findCampaign(...ids(shop));
const epochOf = async (shop: Shop) => (await stored(shop))?.epoch ?? -1;
const rowsOf = (shop: Shop): Promise<MessageDocument[]> =>
  collection<MessageDocument>('messages')
    .find({ campaignId: ids(shop)[1] })
    .sort({ _id: 1 })
    .toArray();
const statsOf = async ({ caller, campaign }: Shop) => (await getCampaign(caller, campaign.id)).stats;
const statusOf = async ({ caller, campaign }: Shop) => (await getCampaign(caller, campaign.id)).status;

/** As if so much time had gone by since anybody touched the campaign or its rows. */
async function passTime(shop: Shop, ms: number): Promise<void> {
  const earlier = { $set: { updatedAt: new Date(Date.now() - ms) } };
  await collection('messages').updateMany({ campaignId: ids(shop)[1] }, earlier);
  await collection('campaigns').updateOne({ _id: ids(shop)[1] }, earlier);
}

/** The campaign's jobs that wait, by id. */
async function jobsOf({ payload }: Shop): Promise<string[]> {
  const jobs = await Promise.all(
    (['campaigns', 'delivery'] as const).map((name) =>
      queue(name).getJobs(['waiting', 'prioritized', 'delayed', 'active', 'failed']),
    ),
  );
  return jobs
    .flat()
    .flatMap((job) => (job?.id?.includes(payload.campaignId) ? [job.id] : []))
    .toSorted();
}
/** As left by a process that died after it had dispatched these rows. */
async function dispatchLost(shop: Shop, rows: readonly MessageDocument[]): Promise<void> {
  const [workspaceId, campaignId] = ids(shop);
  for (const [batch, own] of Map.groupBy(rows, (row) => row.batch)) {
    const name = { workspaceId, campaignId, batch };
    await setDispatched(name, [...(await findDispatched(name)), ...own.map((row) => row._id)]);
  }
}
/** As when Redis was flushed. */
async function loseJobs(shop: Shop): Promise<void> {
  for (const id of await jobsOf(shop))
    await queue(id.startsWith('prepare') ? 'campaigns' : 'delivery').remove(id);
}

const receipt = (
  row: Pick<MessageDocument, '_id'>,
  status: Receipt['status'],
  vendorMessageId: string,
  reason?: string,
): Receipt => ({
  messageId: row._id.toHexString(),
  vendorMessageId,
  status,
  timestamp: new Date().toISOString(),
  ...(reason ? { reason } : {}),
});
const allDelivered = async (shop: Shop) =>
  (await rowsOf(shop)).map((row) => receipt(row, 'DELIVERED', row.vendorMessageId ?? 'v?'));
const countBy = <T>(items: readonly T[], of: (item: T) => string): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(items, of)].map(([key, group]) => [key, group.length]));

describe('a worker that dies', () => {
  it('between the rows of a page and their job: the page is taken again, nobody twice', async () => {
    const shop = await launched(1_200);
    const customers = await collection('customers')
      .find({ workspaceId: ids(shop)[0] })
      .sort({ _id: 1 })
      .limit(500)
      .toArray();
    await insertQueued(
      ...ids(shop),
      0,
      customers.map((c) => ({ customerId: c._id, to: c.email })),
    );
    await prepare(shop);
    const rows = await rowsOf(shop);
    expect(new Set(rows.map((r) => r.customerId.toHexString())).size).toBe(1_200);
    expect(countBy(rows, (r) => `${r.batch} ${r.status}`)).toEqual({
      '0 QUEUED': 500,
      '1 QUEUED': 500,
      '2 QUEUED': 200,
    });
    const { campaignId } = shop.payload;
    expect(await jobsOf(shop)).toEqual([
      ...[0, 1, 2].map((batch) => `deliver-${campaignId}-0-${batch}`),
      `prepare-${campaignId}-0`,
    ]);
  });

  it('between dispatching and asking the vendor: asked once, counted as the first try', async () => {
    const shop = await prepared(5);
    await dispatchLost(shop, await rowsOf(shop));
    expect(await deliver(shop)).toBeNull();
    expect(vendor.asked).toHaveLength(5);
    expect((await rowsOf(shop)).map((r) => [r.status, r.attempts])).toEqual(Array(5).fill(['SENT', 1]));
  });

  it('between the vendor’s answer and the ledger: asked again under the same key, delivered once', async () => {
    const shop = await prepared(5);
    const rows = await rowsOf(shop);
    await dispatchLost(shop, rows);
    for (const row of rows) vendor.accepted.set(row._id.toHexString(), `first-${row._id}`);
    const held = vendor.accepted.size;
    await deliver(shop);
    expect(vendor.accepted.size).toBe(held);
    expect((await rowsOf(shop)).map((r) => [r.status, r.vendorMessageId])).toEqual(
      rows.map((r) => ['SENT', `first-${r._id}`]),
    );
  });

  it('and takes its jobs with it: the sweep gives each lost batch one job, however often it looks', async () => {
    const shop = await prepared(1_200);
    await deliver(shop, 1);
    await loseJobs(shop);
    await sweepCampaigns();
    expect(await jobsOf(shop)).toEqual([]);

    await passTime(shop, 2 * MINUTE);
    for (let i = 0; i < 4; i += 1) await sweepCampaigns();
    const { campaignId } = shop.payload;
    expect(await jobsOf(shop)).toEqual([0, 2].map((batch) => `deliver-${campaignId}-0-${batch}`));
  });

  it('in the middle of the audience walk, jobs lost: the sweep starts the walk again where it was', async () => {
    const shop = await launched(1_200);
    const stop = new AbortController();
    const walk = prepareCampaign(shop.payload, stop.signal);
    while (!(await stored(shop))?.checkpoint.batches) await new Promise((resolve) => setTimeout(resolve, 1));
    stop.abort();
    expect(await walk).toBe(0);
    await loseJobs(shop);
    await passTime(shop, 2 * MINUTE);
    await sweepCampaigns();
    expect(await epochOf(shop)).toBe(1);
    await prepareCampaign({ ...shop.payload, epoch: 1 }, new AbortController().signal);
    expect((await statsOf(shop)).queued).toBe(1_200);
    // The walk of the old epoch, should its process still live, does nothing any more.
    expect(await prepare(shop)).toBeNull();
    for (const batch of [0, 1, 2]) await deliver(shop, batch);
    expect(await statsOf(shop)).toMatchObject({ audience: 1_200, sent: 1_200 });
    expect(new Set(vendor.asked.map(keyOf)).size).toBe(vendor.asked.length);
  });

  it('after the last receipt and before completing: the sweep completes', async () => {
    const shop = await prepared(3);
    await deliver(shop);
    await applyReceipts(await allDelivered(shop));
    await sweepCampaigns();
    expect(await statusOf(shop)).toBe('COMPLETED');
  });
});

describe('two workers at once', () => {
  it('ask the vendor once; the second looks again later', async () => {
    const shop = await prepared(50);
    const results = await Promise.all([deliver(shop), deliver(shop), deliver(shop)]);
    expect(results.toSorted()).toEqual([2_000, 2_000, null]);
    expect(vendor.asked).toHaveLength(50);
    expect(await deliver(shop)).toBeNull();
    expect(vendor.asked).toHaveLength(50);
  });

  it('complete a campaign once', async () => {
    const shop = await prepared(3);
    await deliver(shop);
    await applyReceipts(await allDelivered(shop));
    const { workspaceId, campaignId } = shop.payload;
    const snapshots = await Promise.all(
      Array.from({ length: 5 }, () => publishSnapshot(workspaceId, campaignId)),
    );
    expect(snapshots.filter((s) => s?.status === 'COMPLETED').length).toBeGreaterThan(0);
    const first = (await stored(shop))?.completedAt;
    await publishSnapshot(workspaceId, campaignId);
    expect((await stored(shop))?.completedAt).toEqual(first);
  });
});

describe('receipts', () => {
  it('that come before the send’s own answer keep their word', async () => {
    const shop = await prepared(4);
    const rows = await rowsOf(shop);
    vendor.beforeAnswer = async (messages) => {
      const [delivered, bounced, failed] = messages.map((m) => ({ _id: new ObjectId(m.messageId) }));
      if (!delivered || !bounced || !failed) throw new Error('Four messages');
      const idOf = (row: { _id: ObjectId }) => vendor.accepted.get(row._id.toHexString()) ?? '';
      await applyReceipts([
        receipt(delivered, 'SENT', idOf(delivered)),
        receipt(delivered, 'DELIVERED', idOf(delivered)),
        receipt(bounced, 'BOUNCED', idOf(bounced), 'no such box'),
        receipt(failed, 'FAILED', idOf(failed), 'refused'),
      ]);
    };
    await deliver(shop);
    const after = await rowsOf(shop);
    expect(after.map((r) => r.status)).toEqual(['DELIVERED', 'BOUNCED', 'DEAD', 'SENT']);
    expect(after.map((r) => r.vendorMessageId)).toEqual(
      rows.map((r) => vendor.accepted.get(r._id.toHexString())),
    );
    expect(after.map((r) => r.failureReason ?? null)).toEqual([null, 'no such box', 'refused', null]);
  });

  it('in any order, repeated, unknown or malformed ids: each row takes its first final word', async () => {
    const shop = await prepared(3);
    await deliver(shop);
    const [a, b, c] = await rowsOf(shop);
    if (!a || !b || !c) throw new Error('Three rows');
    const id = (row: MessageDocument) => row.vendorMessageId ?? '';
    const stranger = { ...receipt(a, 'DELIVERED', 'x'), messageId: 'not-an-id' };
    const result = await applyReceipts([
      receipt(a, 'DELIVERED', id(a)),
      receipt(a, 'DELIVERED', id(a)),
      receipt({ _id: new ObjectId() }, 'DELIVERED', 'x'),
      stranger,
      receipt(b, 'FAILED', id(b), 'one'),
      receipt(b, 'FAILED', id(b), 'two'),
    ]);
    expect(result).toEqual({ moved: 2, unknown: 2 });
    const late = [receipt(a, 'BOUNCED', id(a)), receipt(a, 'SENT', id(a)), receipt(b, 'DELIVERED', id(b))];
    expect(await applyReceipts(late)).toEqual({ moved: 0, unknown: 0 });
    expect(await statsOf(shop)).toMatchObject({ delivered: 1, dead: 1, failed: 1, sent: 1 });
    const { items } = await listDeadLetters(shop.caller, { status: 'OPEN', limit: 10 });
    expect(items).toHaveLength(1);
  });

  it('for what no vendor was asked to send change nothing and are kept for inspection', async () => {
    const shop = await prepared(2);
    const [row] = await rowsOf(shop);
    if (!row) throw new Error('Two rows');
    expect(
      await applyReceipts([receipt(row, 'DELIVERED', 'guessed'), receipt(row, 'FAILED', 'guessed')]),
    ).toEqual({ moved: 0, unknown: 2 });
    expect(await statsOf(shop)).toMatchObject({ queued: 2, delivered: 0, failed: 0 });
    expect(await collection('unmatchedReceipts').countDocuments({ messageId: row._id.toHexString() })).toBe(
      2,
    );
    // Dispatched by a process that died: then it may well be about it.
    await dispatchLost(shop, [row]);
    expect(await applyReceipts([receipt(row, 'DELIVERED', 'v1')])).toEqual({ moved: 1, unknown: 0 });
    await deliver(shop);
    expect(vendor.asked).toHaveLength(1);
    expect(await statsOf(shop)).toMatchObject({ sent: 1, delivered: 1 });
  });

  it('that never come are waited for no longer than the settings say; a late failure still shows', async () => {
    const shop = await prepared(2);
    await deliver(shop);
    await sweepCampaigns();
    expect(await statusOf(shop)).toBe('SENDING');
    await passTime(shop, 25 * 60 * MINUTE);
    await sweepCampaigns();
    expect(await statusOf(shop)).toBe('COMPLETED');
    expect(await statsOf(shop)).toMatchObject({ sent: 2 });

    const [row] = await rowsOf(shop);
    if (!row) throw new Error('Two rows');
    await applyReceipts([receipt(row, 'FAILED', row.vendorMessageId ?? '', 'too late')]);
    await publishSnapshot(shop.payload.workspaceId, shop.payload.campaignId);
    expect(await statusOf(shop)).toBe('COMPLETED_WITH_FAILURES');
  });
});

describe('failures', () => {
  it('that pass are tried at 2, 4 and 8 s by one and the same job, then are dead letters', async () => {
    const shop = await prepared(30);
    // Some fail at every try, some once: their next tries are due at different times.
    const stubborn = new Set((await rowsOf(shop)).slice(0, 10).map((r) => r._id.toHexString()));
    const seen = new Map<string, number>();
    vendor.refuse = ({ messageId }) => {
      const tries = (seen.get(messageId) ?? 0) + 1;
      seen.set(messageId, tries);
      return stubborn.has(messageId) || tries === 1 ? { reason: 'busy', retryable: true } : null;
    };
    const waits: (number | null)[] = [];
    for (const wait of [0, 2_000, 4_000, 8_000]) {
      await passTime(shop, wait);
      waits.push(await deliver(shop));
    }
    expect(waits).toEqual([2_000, 4_000, 8_000, null]);
    expect(await statsOf(shop)).toMatchObject({ sent: 20, failed: 10, dead: 10 });
    expect(new Set(seen.values())).toEqual(new Set([2, 4]));
    expect((await jobsOf(shop)).filter((id) => id.startsWith('deliver'))).toHaveLength(1);

    const { items } = await listDeadLetters(shop.caller, { status: 'OPEN', limit: 50 });
    const { history } = await getDeadLetter(shop.caller, items[0]?.id ?? '');
    expect(history.map(({ event, attempts, reason }) => [event, attempts, reason])).toEqual([
      ['TRIED', 1, 'busy'],
      ['TRIED', 2, 'busy'],
      ['TRIED', 3, 'busy'],
      ['FAILED', 4, 'busy'],
    ]);
    // A new round begins with no tries.
    await retryDeadLetters(shop.caller, { ids: [items[0]?.id ?? ''] });
    await deliver(shop);
    vendor.reset();
    await passTime(shop, 2_000);
    await deliver(shop);
    const after = await getDeadLetter(shop.caller, items[0]?.id ?? '');
    expect(after.history.map(({ event }) => event)).toEqual(['TRIED', 'TRIED', 'TRIED', 'FAILED', 'RETRIED']);
    expect(await statsOf(shop)).toMatchObject({ sent: 21, dead: 9 });
  });

  it('that hid a success, because the vendor took the message and never answered, are taken back by its receipt', async () => {
    const shop = await prepared(3);
    const silent = (await rowsOf(shop))[0];
    if (!silent) throw new Error('Three rows');
    vendor.refuse = ({ messageId }) =>
      messageId === silent._id.toHexString()
        ? { reason: 'the connection was closed', retryable: true }
        : null;
    for (const wait of [0, 2_000, 4_000, 8_000]) {
      await passTime(shop, wait);
      await deliver(shop);
    }
    await applyReceipts(
      (await allDelivered(shop)).filter(({ messageId }) => messageId !== silent._id.toHexString()),
    );
    await publishSnapshot(shop.payload.workspaceId, shop.payload.campaignId);
    expect(await statusOf(shop)).toBe('COMPLETED_WITH_FAILURES');

    expect(await applyReceipts([receipt(silent, 'FAILED', 'v1', 'refused')])).toMatchObject({ moved: 0 });
    expect(await statsOf(shop)).toMatchObject({ dead: 1, delivered: 2 });
    const taken = [receipt(silent, 'SENT', 'v1'), receipt(silent, 'DELIVERED', 'v1')];
    await applyReceipts(taken);
    await applyReceipts(taken);
    await publishSnapshot(shop.payload.workspaceId, shop.payload.campaignId);
    expect(await statsOf(shop)).toMatchObject({ dead: 0, failed: 0, delivered: 3 });
    expect(await statusOf(shop)).toBe('COMPLETED');
    const { items: open } = await listDeadLetters(shop.caller, { status: 'OPEN', limit: 10 });
    expect(open).toEqual([]);
    const { items } = await listDeadLetters(shop.caller, { status: 'DISCARDED', limit: 10 });
    expect(items).toMatchObject([
      { messageId: silent._id.toHexString(), note: expect.stringMatching(/after all/) },
    ]);
  });

  it('are not tried before their time', async () => {
    const shop = await prepared(2);
    vendor.refuse = () => ({ reason: 'busy', retryable: true });
    await deliver(shop);
    const wait = await deliver(shop);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(2_000);
    expect(vendor.asked).toHaveLength(2);
  });

  it('of one message are not those of its batch: too long, or nothing left of the text', async () => {
    const shop = await prepared(
      4,
      `{% if customer.email contains "-1@" %}{{ customer.name }}{% elsif customer.email contains "-2@" %}${'{% for i in (1..10) %}{{ customer.name }}'.repeat(4)}${' '.repeat(50)}${'{% endfor %}'.repeat(4)}{% elsif customer.email contains "-3@" %}hi{% endif %}`,
    );
    await deliver(shop);
    const rows = await rowsOf(shop);
    expect(rows.map((r) => r.status)).toEqual(['SENT', 'DEAD', 'SENT', 'SKIPPED']);
    expect(rows[1]?.failureReason).toMatch(/body/);
    expect(rows[3]?.failureReason).toMatch(/empty/);
    expect(vendor.asked).toHaveLength(2);
  });

  it('for good, because the vendor is gone, are dead letters and no endless job', async () => {
    const shop = await prepared(2);
    await collection('campaigns').updateOne({ _id: ids(shop)[1] }, { $set: { vendorId: new ObjectId() } });
    expect(await deliver(shop)).toBeNull();
    expect((await rowsOf(shop)).map((r) => [r.status, r.failureReason])).toEqual(
      Array(2).fill(['DEAD', expect.stringContaining('vendor')]),
    );
  });
});

describe('a dead letter that is retried', () => {
  async function failedByReceipt(): Promise<{ shop: Shop; old: string }> {
    const shop = await prepared(1);
    await deliver(shop);
    const [row] = await rowsOf(shop);
    const old = row?.vendorMessageId ?? '';
    if (row) await applyReceipts([receipt(row, 'FAILED', old, 'refused')]);
    await publishSnapshot(shop.payload.workspaceId, shop.payload.campaignId);
    expect(await statusOf(shop)).toBe('COMPLETED_WITH_FAILURES');
    return { shop, old };
  }
  const retry = ({ caller, campaign }: Shop) =>
    retryDeadLetters(caller, { campaignId: campaign.id, reason: 'refused' });

  it('is really sent once more, and late words about the failed try do not end the new one', async () => {
    const { shop, old } = await failedByReceipt();
    expect(await retry(shop)).toEqual({ retried: 1 });
    expect(await statusOf(shop)).toBe('SENDING');
    vendor.beforeAnswer = async ([message]) => {
      const row = { _id: new ObjectId(message?.messageId) };
      await applyReceipts([receipt(row, 'FAILED', old, 'refused'), receipt(row, 'SENT', old)]);
      expect((await rowsOf(shop)).map((r) => r.status)).toEqual(['QUEUED']);
      expect(await statsOf(shop)).toMatchObject({ sending: 1, queued: 0 });
    };
    await deliver(shop);
    const [row] = await rowsOf(shop);
    expect(row).toMatchObject({ status: 'SENT', attempts: 1 });
    expect(row?.vendorMessageId).not.toBe(old);
    expect(new Set(vendor.asked.map(keyOf)).size).toBe(2);

    if (row) await applyReceipts([receipt(row, 'FAILED', old, 'refused')]);
    expect((await rowsOf(shop)).map((r) => r.status)).toEqual(['SENT']);
    await applyReceipts(await allDelivered(shop));
    await publishSnapshot(shop.payload.workspaceId, shop.payload.campaignId);
    expect(await statusOf(shop)).toBe('COMPLETED');
  });

  it('under the same key when its process dies before the answer is written', async () => {
    const { shop } = await failedByReceipt();
    await retry(shop);
    await deliver(shop);
    const key = vendor.asked.at(-1);
    // As before the answer was written.
    await collection('messages').updateOne(
      { campaignId: ids(shop)[1] },
      {
        $set: {
          status: 'QUEUED',
          attempts: 0,
          vendorMessageId: vendor.accepted.get(vendor.asked[0]?.messageId ?? ''),
        },
      },
    );
    await dispatchLost(shop, await rowsOf(shop));
    await deliver(shop);
    expect(vendor.asked.at(-1)).toEqual(key);
  });

  it('waits with a paused campaign and stays with a cancelled one', async () => {
    const { shop } = await failedByReceipt();
    await retry(shop);
    await pauseCampaign(shop.caller, shop.campaign.id);
    expect(await deliver(shop)).toBeNull();
    expect(await statsOf(shop)).toMatchObject({ queued: 1 });
    await cancelCampaign(shop.caller, shop.campaign.id);
    expect(await statsOf(shop)).toMatchObject({ queued: 0, cancelled: 1 });
    expect(await retry(shop)).toEqual({ retried: 0 });
  });
});

describe('pause, resume and cancel', () => {
  it('pause in the middle of a request: what the vendor has is sent, the rest waits for resume', async () => {
    const shop = await prepared(1_200);
    vendor.beforeAnswer = async () => {
      vendor.beforeAnswer = async () => undefined;
      await pauseCampaign(shop.caller, shop.campaign.id);
    };
    await deliver(shop, 0);
    expect(await deliverBatch({ ...shop.payload, batch: 1 })).toBeNull();
    expect(await statsOf(shop)).toMatchObject({ sent: 500, queued: 700, sending: 0 });
    expect(await statusOf(shop)).toBe('PAUSED');

    await resumeCampaign(shop.caller, shop.campaign.id);
    const epoch = await epochOf(shop);
    expect((await jobsOf(shop)).filter((id) => id.includes(`-${epoch}-`))).toHaveLength(2);
    for (const batch of [0, 1, 2]) await deliver(shop, batch);
    expect(await statsOf(shop)).toMatchObject({ sent: 1_200, queued: 0 });
    expect(new Set(vendor.asked.map(keyOf)).size).toBe(vendor.asked.length);
  });

  it('pause during the audience walk and resume: everybody is in the ledger once', async () => {
    const shop = await launched(1_700);
    const walk = prepare(shop);
    while (!(await stored(shop))?.checkpoint.batches) await new Promise((resolve) => setTimeout(resolve, 1));
    await pauseCampaign(shop.caller, shop.campaign.id);
    await resumeCampaign(shop.caller, shop.campaign.id);
    const again = prepareCampaign(
      { ...shop.payload, epoch: await epochOf(shop) },
      new AbortController().signal,
    );
    await Promise.all([walk, again]);
    const rows = await rowsOf(shop);
    expect(new Set(rows.map((r) => r.customerId.toHexString())).size).toBe(1_700);
    expect((await stored(shop))?.checkpoint.done).toBe(true);
  });

  it('cancel in the middle of a request: what the vendor has runs its course, the rest is cancelled', async () => {
    const shop = await prepared(700);
    vendor.beforeAnswer = async () => {
      await cancelCampaign(shop.caller, shop.campaign.id);
    };
    await deliver(shop, 0);
    expect(await statsOf(shop)).toMatchObject({ audience: 700, sent: 500, cancelled: 200, queued: 0 });
    await applyReceipts(await allDelivered(shop).then((all) => all.slice(0, 500)));
    expect(await statsOf(shop)).toMatchObject({ delivered: 500, cancelled: 200 });
    expect(await statusOf(shop)).toBe('CANCELLED');
  });

  it('cancel around dying processes: rows written late and rows nobody knows the end of are ended by the sweep', async () => {
    const shop = await prepared(3);
    const [first] = await rowsOf(shop);
    await dispatchLost(shop, first ? [first] : []);
    await cancelCampaign(shop.caller, shop.campaign.id);
    await insertQueued(...ids(shop), 1, [{ customerId: new ObjectId(), to: 'late@example.com' }]);
    await loseJobs(shop);
    await sweepCampaigns();
    expect(await statsOf(shop)).toMatchObject({ sending: 1, cancelled: 3 });
    await passTime(shop, 2 * MINUTE);
    await sweepCampaigns();
    await sweepCampaigns();
    const stats = await statsOf(shop);
    expect(stats).toMatchObject({ audience: 4, cancelled: 3, failed: 1, dead: 1, sending: 0 });
    expect(ledgerAddsUp(stats)).toBe(true);
    expect((await stored(shop))?.checkpoint.done).toBe(true);
  });

  it('launch, pause, resume, cancel and change are refused in any other state, with 409', async () => {
    const shop = await launched(1);
    const { caller, campaign } = shop;
    const refused = { code: 'CONFLICT' };
    await expect(launchCampaign(caller, campaign.id)).rejects.toMatchObject(refused);
    await expect(resumeCampaign(caller, campaign.id)).rejects.toMatchObject(refused);
    await expect(updateCampaign(caller, { id: campaign.id, name: 'Other' })).rejects.toMatchObject(refused);
    const pauses = await Promise.allSettled([1, 2, 3].map(() => pauseCampaign(caller, campaign.id)));
    expect(pauses.filter((p) => p.status === 'fulfilled')).toHaveLength(1);
    await cancelCampaign(caller, campaign.id);
    await expect(resumeCampaign(caller, campaign.id)).rejects.toMatchObject(refused);
    await expect(cancelCampaign(caller, campaign.id)).rejects.toMatchObject(refused);
  });
});

describe('imports', () => {
  it('whose job was lost get one job, however often the sweep looks, and their files stay', async () => {
    const caller = await createTestWorkspace();
    workspaces.push(caller);
    const bytes = (async function* () {
      yield Buffer.from('email\nann@example.com\n');
    })();
    const { importId } = await startImport(caller, { kind: 'CUSTOMERS', fileName: 'sample.csv', bytes });
    const jobId = `import-${importId}`;
    await queue('imports').remove(jobId);
    await collection('imports').updateOne(
      { _id: new ObjectId(importId) },
      { $set: { updatedAt: new Date(Date.now() - 2 * MINUTE) } },
    );
    for (let i = 0; i < 3; i += 1) await restartLostImports();
    const jobs = await queue('imports').getJobs(['waiting', 'delayed', 'active']);
    expect(jobs.filter((job) => job?.id === jobId)).toHaveLength(1);

    // Two of one workspace: the second waits by looking again later, not by more jobs.
    const run = () =>
      runImport({ workspaceId: caller.workspaceId, importId, signal: new AbortController().signal });
    expect((await Promise.all([run(), run()])).toSorted()).toEqual([1_000, null]);
    expect(await getImport(caller, importId)).toMatchObject({ status: 'COMPLETED', counts: { inserted: 1 } });
    await queue('imports').remove(jobId);
  });
});

describe('whatever happens, in whatever order', () => {
  type Step =
    | { kind: 'deliver'; batch: number; behaviour: number; receiptFirst: boolean }
    | { kind: 'receipt'; row: number; status: Receipt['status']; known: boolean }
    | { kind: 'die'; row: number }
    | { kind: 'wait' | 'pause' | 'resume' | 'cancel' | 'retry' | 'snapshot' };
  const stepArb: fc.Arbitrary<Step> = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('deliver' as const),
        batch: fc.nat(1),
        behaviour: fc.nat(),
        receiptFirst: fc.boolean(),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('receipt' as const),
        row: fc.nat(),
        status: fc.constantFrom('SENT', 'DELIVERED', 'BOUNCED', 'FAILED'),
        known: fc.boolean(),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('die' as const), row: fc.nat() }) },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constantFrom('wait', 'pause', 'resume', 'retry', 'snapshot') }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const) }) },
  );
  const ENDED = ['DELIVERED', 'BOUNCED', 'SKIPPED', 'CANCELLED'];
  const SIZE = 3;
  const refusals = [null, null, { reason: 'busy', retryable: true }, { reason: 'refused', retryable: false }];

  /** A vendor that decides on each message by `behaviour`, and may report before it answers. */
  function behave(behaviour: number, receiptFirst: boolean): void {
    vendor.refuse = ({ messageId }) =>
      refusals[(Number.parseInt(messageId.slice(-2), 16) + behaviour) % refusals.length] ?? null;
    vendor.beforeAnswer = async (messages) => {
      const [taken] = messages.filter((m) => vendor.accepted.has(keyOf(m)));
      if (!receiptFirst || !taken) return;
      const row = { _id: new ObjectId(taken.messageId) };
      const status = behaviour % 2 === 0 ? 'DELIVERED' : 'FAILED';
      await applyReceipts([receipt(row, status, vendor.accepted.get(keyOf(taken)) ?? '', 'early')]);
    };
  }

  async function take(shop: Shop, step: Step): Promise<void> {
    const { caller, campaign } = shop;
    const rows = await rowsOf(shop);
    const ignoreConflict = (error: { code?: string }) => {
      if (error.code !== 'CONFLICT') throw error;
    };
    switch (step.kind) {
      case 'deliver':
        behave(step.behaviour, step.receiptFirst);
        await deliver(shop, step.batch);
        return;
      case 'receipt': {
        const row = rows[step.row % rows.length];
        if (!row) return;
        const id = (step.known && row.vendorMessageId) || 'another';
        await applyReceipts([receipt(row, step.status, id, 'told')]);
        return;
      }
      case 'die': {
        const row = rows[step.row % rows.length];
        if (row && (await statusOf(shop)) === 'SENDING')
          await dispatchLost(shop, STILL_TO_SEND.includes(row.status) ? [row] : []);
        return;
      }
      case 'wait':
        return passTime(shop, 10_000);
      case 'pause':
        await pauseCampaign(caller, campaign.id).catch(ignoreConflict);
        return;
      case 'resume':
        await resumeCampaign(caller, campaign.id).catch(ignoreConflict);
        return;
      case 'cancel':
        await cancelCampaign(caller, campaign.id).catch(ignoreConflict);
        return;
      case 'retry': {
        const { items } = await listDeadLetters(caller, { status: 'OPEN', limit: 50 });
        if (items.length > 0) await retryDeadLetters(caller, { ids: items.map((i) => i.id) });
        return;
      }
      case 'snapshot':
        await publishSnapshot(caller.workspaceId, campaign.id);
    }
  }

  /** Every law of the ledger that holds between any two moments. */
  function checkLaws(before: MessageDocument[], after: MessageDocument[], step: Step): void {
    expect(after).toHaveLength(SIZE);
    for (const [i, row] of after.entries()) {
      const was = before[i]?.status ?? 'QUEUED';
      if (ENDED.includes(was)) expect(row.status).toBe(was);
      if (was === 'SENT') expect(['SENT', 'DEAD', 'DELIVERED', 'BOUNCED']).toContain(row.status);
      // Of one whose vendor never answered, a receipt may tell that it was taken after all.
      const taken = step.kind === 'receipt' && !before[i]?.vendorMessageId;
      if (was === 'DEAD' && step.kind !== 'retry')
        expect(taken ? ['DEAD', 'SENT', 'DELIVERED', 'BOUNCED'] : ['DEAD']).toContain(row.status);
      if (row.status === 'QUEUED' && step.kind !== 'retry') expect(was).toBe('QUEUED');
    }
  }

  /** Nothing more goes wrong: every job does its work until there is none left. */
  async function calmDown(shop: Shop): Promise<void> {
    vendor.reset();
    await take(shop, { kind: 'resume' });
    for (let round = 0; round < 3; round += 1) {
      await passTime(shop, 2 * MINUTE);
      for (const batch of [0, 1]) await deliver(shop, batch);
      await applyReceipts((await allDelivered(shop)).filter((r) => r.vendorMessageId !== 'v?'));
      await publishSnapshot(shop.payload.workspaceId, shop.payload.campaignId);
    }
  }

  it('the ledger adds up, no row moves backwards, nothing is hidden, and every campaign ends', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stepArb, { minLength: 8, maxLength: 30 }), async (steps) => {
        const shop = await prepared(SIZE);
        await collection('messages').updateMany(
          { _id: { $in: (await rowsOf(shop)).slice(1).map((r) => r._id) } },
          { $set: { batch: 1 } },
        );
        let before = await rowsOf(shop);
        for (const step of steps) {
          await take(shop, step);
          const after = await rowsOf(shop);
          checkLaws(before, after, step);
          before = after;
        }
        await calmDown(shop);
        const stats = await statsOf(shop);
        expect(ledgerAddsUp(stats)).toBe(true);
        expect(stats).toMatchObject({ audience: SIZE, queued: 0, sending: 0, sent: 0, failed: stats.dead });
        expect(await statusOf(shop)).toBe(
          stats.cancelled > 0 || (await statusOf(shop)) === 'CANCELLED'
            ? 'CANCELLED'
            : stats.dead > 0
              ? 'COMPLETED_WITH_FAILURES'
              : 'COMPLETED',
        );
        const { items } = await listDeadLetters(shop.caller, { status: 'OPEN', limit: 50 });
        const dead = (await rowsOf(shop)).filter((r) => r.status === 'DEAD').map((r) => r._id.toHexString());
        expect(items.map((i) => i.messageId).toSorted()).toEqual(dead.toSorted());
        await loseJobs(shop);
        await dropTestWorkspace(shop.caller);
      }),
      {
        numRuns: Number(process.env.LEDGER_PROPERTY_RUNS ?? 30),
        endOnFailure: process.env.LEDGER_SHRINK !== '1',
      },
    );
  }, 300_000);
});

describe('a large audience', () => {
  it('is walked in turns, so that a small one beside it need not wait for its end', async () => {
    const large = await launched(31_000);
    const small = await launched(10);
    expect(await prepare(large)).toBe(0);
    expect(await statsOf(large)).toMatchObject({ audience: 30_000 });
    expect(await prepare(small)).toBeNull();
    expect(await prepare(large)).toBeNull();
    expect(await statsOf(large)).toMatchObject({ audience: 31_000 });
    // And in the queue the small one's only batch stands beside the large one's first.
    const { priority } = (await queue('delivery').getJob(`deliver-${small.campaign.id}-0-0`)) ?? {};
    const { priority: last } = (await queue('delivery').getJob(`deliver-${large.campaign.id}-0-61`)) ?? {};
    expect(priority).toBeLessThan(last ?? 0);
    // Nobody works on them here, and fan-out elsewhere would wait for them.
    await Promise.all([large, small].map(loseJobs));
  }, 60_000);
});

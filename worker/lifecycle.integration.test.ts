import * as fc from 'fast-check';
import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findCampaign } from '../src/features/campaigns/campaigns.repository.ts';
import {
  confirmMissed,
  getCampaign,
  launchCampaign,
  pauseCampaign,
  updateCampaign,
} from '../src/features/campaigns/campaigns.service.ts';
import { duplicateCampaign, resendFailed } from '../src/features/campaigns/copies.service.ts';
import {
  discardDeadLetters,
  getDeadLetter,
  listDeadLetters,
  retryDeadLetters,
} from '../src/features/campaigns/dead-letters.service.ts';
import { deliverBatch } from '../src/features/campaigns/engine/deliver.ts';
import { prepareCampaign } from '../src/features/campaigns/engine/prepare.ts';
import { flushProgress, publishSnapshot } from '../src/features/campaigns/engine/progress.ts';
import { applyReceipts } from '../src/features/campaigns/engine/receipts.ts';
import { SCHEDULE_GRACE_MS } from '../src/features/campaigns/engine/schedule.ts';
import { sweepCampaigns } from '../src/features/campaigns/engine/sweep.ts';
import type { MessageDocument } from '../src/features/campaigns/messages.repository.ts';
import { preflightCampaign } from '../src/features/campaigns/preflight.service.ts';
import { listUnmatchedReceipts } from '../src/features/campaigns/unmatched-receipts.service.ts';
import { deleteCustomer } from '../src/features/customers/customers.service.ts';
import { closeDatabase, collection } from '../src/server/db.ts';
import type { Caller } from '../src/server/permissions.ts';
import { closeQueues, queue } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../src/server/testing/workspace.ts';
import { keyOf, type LoopbackVendor, startLoopbackVendor } from './testing/loopback-vendor.ts';
import { addCustomers, draftCampaign } from './testing/shop.ts';

// What people do with a campaign beside sending it, with the engine in this process and a clock of ours.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
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

async function shopWith(customers: number): Promise<Caller> {
  const caller = await createTestWorkspace();
  workspaces.push(caller);
  await addCustomers(caller, customers);
  return caller;
}
const stored = async (caller: Caller, id: string) => {
  const campaign = await findCampaign(new ObjectId(caller.workspaceId), new ObjectId(id));
  if (!campaign) throw new Error('No such campaign');
  return campaign;
};
const rowsOf = (id: string): Promise<MessageDocument[]> =>
  collection<MessageDocument>('messages')
    .find({ campaignId: new ObjectId(id) })
    .sort({ customerId: 1 })
    .toArray();
async function payloadOf(caller: Caller, id: string) {
  return { workspaceId: caller.workspaceId, campaignId: id, epoch: (await stored(caller, id)).epoch };
}
const prepare = async (caller: Caller, id: string, now?: number) =>
  prepareCampaign(await payloadOf(caller, id), new AbortController().signal, now);
const deliver = async (caller: Caller, id: string) =>
  deliverBatch({ ...(await payloadOf(caller, id)), batch: 0 });

/** A campaign to everyone whose time comes in so many milliseconds. */
async function scheduled(caller: Caller, inMs = HOUR): Promise<{ id: string; at: number }> {
  const { id } = await draftCampaign(caller);
  const at = new Date(Date.now() + inMs);
  await updateCampaign(caller, { id, scheduledAt: at, timeZone: 'Europe/London' });
  await launchCampaign(caller, id);
  return { id, at: at.getTime() };
}
const statusOf = async (caller: Caller, id: string) => (await getCampaign(caller, id)).status;
const delayedJob = async (caller: Caller, id: string) => {
  const { campaignId, epoch } = await payloadOf(caller, id);
  return queue('campaigns').getJob(`prepare-${campaignId}-${epoch}`);
};

describe('a schedule', () => {
  it('keeps its zone, has a job for its time, and moves with it: the job of the old time does nothing', async () => {
    const caller = await shopWith(2);
    const { id, at } = await scheduled(caller);
    expect(await getCampaign(caller, id)).toMatchObject({ status: 'SCHEDULED', timeZone: 'Europe/London' });
    const old = await payloadOf(caller, id);
    expect((await delayedJob(caller, id))?.opts.delay).toBeGreaterThan(HOUR - MINUTE);

    await updateCampaign(caller, { id, scheduledAt: new Date(at + HOUR) });
    await prepareCampaign(old, new AbortController().signal, at);
    expect(await statusOf(caller, id)).toBe('SCHEDULED');
    expect((await delayedJob(caller, id))?.opts.delay).toBeGreaterThan(2 * HOUR - MINUTE);

    await prepare(caller, id, at + HOUR);
    expect(await getCampaign(caller, id)).toMatchObject({ status: 'SENDING', missedAt: null });
    expect(await rowsOf(id)).toHaveLength(2);
  });

  it('is taken back to a draft, which nothing sends', async () => {
    const caller = await shopWith(1);
    const { id, at } = await scheduled(caller);
    const old = await payloadOf(caller, id);
    expect(await updateCampaign(caller, { id, scheduledAt: null })).toMatchObject({
      status: 'DRAFT',
      scheduledAt: null,
    });
    await prepareCampaign(old, new AbortController().signal, at);
    await sweepCampaigns(at + HOUR);
    expect(await statusOf(caller, id)).toBe('DRAFT');
    expect(await rowsOf(id)).toEqual([]);
  });

  it('may not move into the past, and nothing else of the campaign may change', async () => {
    const caller = await shopWith(1);
    const { id } = await scheduled(caller);
    await expect(updateCampaign(caller, { id, scheduledAt: new Date(Date.now() - 1) })).rejects.toMatchObject(
      {
        code: 'VALIDATION',
      },
    );
    await expect(updateCampaign(caller, { id, name: 'Other' })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(confirmMissed(caller, id)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('starts up to 15 minutes late; later it waits for a confirmation, whoever looks first', async () => {
    const caller = await shopWith(1);
    const lateMs = fc.oneof(
      fc.integer({ min: 0, max: 3 * 24 * HOUR }),
      fc.constantFrom(0, SCHEDULE_GRACE_MS, SCHEDULE_GRACE_MS + 1),
    );
    await fc.assert(
      fc.asyncProperty(lateMs, fc.boolean(), async (late, sweepFirst) => {
        const { id, at } = await scheduled(caller);
        const now = at + late;
        if (sweepFirst) await sweepCampaigns(now);
        await prepare(caller, id, now);
        const missed = late > SCHEDULE_GRACE_MS;
        expect(await getCampaign(caller, id)).toMatchObject({
          status: missed ? 'SCHEDULED' : 'SENDING',
          missedAt: missed ? new Date(now) : null,
        });
        expect(await rowsOf(id)).toHaveLength(missed ? 0 : 1);
        // However often it is looked at: only a person lets it go.
        await sweepCampaigns(now + HOUR);
        expect(await rowsOf(id)).toHaveLength(missed ? 0 : 1);
        await collection('campaigns').deleteOne({ _id: new ObjectId(id) });
      }),
      { numRuns: 20 },
    );
  });

  it('that was missed is sent when confirmed, once, or at another time', async () => {
    const caller = await shopWith(3);
    const { id, at } = await scheduled(caller);
    await sweepCampaigns(at + HOUR);
    const both = await Promise.allSettled([confirmMissed(caller, id), confirmMissed(caller, id)]);
    expect(both.map((c) => c.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await prepare(caller, id);
    expect(await rowsOf(id)).toHaveLength(3);

    const other = await scheduled(caller);
    await sweepCampaigns(other.at + HOUR);
    expect((await getCampaign(caller, other.id)).missedAt).not.toBeNull();
    await updateCampaign(caller, { id: other.id, scheduledAt: new Date(other.at + 2 * HOUR) });
    expect(await getCampaign(caller, other.id)).toMatchObject({ status: 'SCHEDULED', missedAt: null });
    await prepare(caller, other.id, other.at + 2 * HOUR);
    expect(await statusOf(caller, other.id)).toBe('SENDING');
  });
});

/** Sent to everyone; by number of customer what became of it. */
async function ended(caller: Caller, fates: readonly ('DELIVERED' | 'BOUNCED' | 'FAILED')[]) {
  const { id } = await draftCampaign(caller);
  await launchCampaign(caller, id);
  await prepare(caller, id);
  await deliver(caller, id);
  const rows = await rowsOf(id);
  await applyReceipts(
    rows.map((row, i) => ({
      messageId: row._id.toHexString(),
      vendorMessageId: row.vendorMessageId ?? '',
      status: fates[i] ?? 'DELIVERED',
      timestamp: new Date().toISOString(),
      // Soft, so that the address may be written to again.
      ...(fates[i] === 'BOUNCED' ? { reason: 'Mailbox full' } : { reason: 'refused' }),
    })),
  );
  await publishSnapshot(caller.workspaceId, id);
  return { id, rows };
}

describe('a copy', () => {
  it('is a draft with the same message to the same people, and has no time', async () => {
    const caller = await shopWith(2);
    const { id } = await scheduled(caller);
    const original = await getCampaign(caller, id);
    const copy = await duplicateCampaign(caller, id);
    expect(copy).toMatchObject({
      name: 'Copy of Sample',
      status: 'DRAFT',
      scheduledAt: null,
      resendOf: null,
      audienceId: original.audienceId,
      channel: original.channel,
      template: original.template,
    });
    expect(copy.id).not.toBe(id);
  });

  it('to those who failed goes to them alone: those preflight shows, without whoever has got it since', async () => {
    const caller = await shopWith(6);
    const { id, rows } = await ended(caller, [
      'FAILED',
      'BOUNCED',
      'DELIVERED',
      'FAILED',
      'FAILED',
      'DELIVERED',
    ]);
    const again = await resendFailed(caller, id);
    expect(again).toMatchObject({ name: 'Again: Sample', status: 'DRAFT', resendOf: id });
    expect(await preflightCampaign(caller, again.id)).toMatchObject({ audience: 4, recipients: 4 });

    // One got it by a retry in the meantime, one is a customer no more.
    await collection('messages').updateOne({ _id: rows[0]?._id }, { $set: { status: 'DELIVERED' } });
    await deleteCustomer(caller, { id: rows[4]?.customerId.toHexString() ?? '' });
    expect(await preflightCampaign(caller, again.id)).toMatchObject({ recipients: 2 });
    await launchCampaign(caller, again.id);
    await prepare(caller, again.id);
    await deliver(caller, again.id);
    const sent = await rowsOf(again.id);
    expect(sent.map((row) => [row.customerId.toHexString(), row.status])).toEqual([
      [rows[1]?.customerId.toHexString(), 'SENT'],
      [rows[3]?.customerId.toHexString(), 'SENT'],
      [rows[4]?.customerId.toHexString(), 'SKIPPED'],
    ]);
    // A copy of it goes to the same people; with another audience it goes to that.
    const copy = await duplicateCampaign(caller, again.id);
    expect(copy.resendOf).toBe(id);
    const { audienceId } = await draftCampaign(caller);
    expect(await updateCampaign(caller, { id: copy.id, audienceId })).toMatchObject({ resendOf: null });
  });

  it('to those who failed is refused while it is under way, and when nobody failed', async () => {
    const caller = await shopWith(1);
    const { id } = await draftCampaign(caller);
    await expect(resendFailed(caller, id)).rejects.toMatchObject({ code: 'CONFLICT' });
    const done = await ended(caller, ['DELIVERED']);
    await expect(resendFailed(caller, done.id)).rejects.toMatchObject({ code: 'UNPROCESSABLE' });
  });
});

describe('a dead letter', () => {
  const openOf = async (caller: Caller) =>
    (await listDeadLetters(caller, { status: 'OPEN', limit: 50 })).items;

  it('is retried with another address and text, which stand for later retries too; its history tells all', async () => {
    const caller = await shopWith(2);
    const { id } = await ended(caller, ['FAILED', 'FAILED']);
    const [letter] = await openOf(caller);
    if (!letter) throw new Error('Two letters');
    const before = await getDeadLetter(caller, letter.id);
    expect(before).toMatchObject({
      problem: null,
      channel: 'EMAIL',
      message: { to: letter.to, subject: 'News' },
    });
    expect(before.message.body).toMatch(/^Hello Customer \d$/);

    vendor.reset();
    const edit = { to: ' Right@Example.com ', body: 'Dear {{ friend }}' };
    expect(await retryDeadLetters(caller, { ids: [letter.id], ...edit })).toEqual({ retried: 1 });
    await deliver(caller, id);
    expect(vendor.asked).toMatchObject([
      { to: 'right@example.com', subject: 'News', body: 'Dear {{ friend }}' },
    ]);
    const row = (await rowsOf(id)).find((r) => r._id.toHexString() === letter.messageId);
    expect(row).toMatchObject({ status: 'SENT', to: 'right@example.com' });

    // It fails again and is retried as it is.
    const failure = {
      messageId: letter.messageId,
      vendorMessageId: row?.vendorMessageId ?? '',
      status: 'FAILED' as const,
      timestamp: new Date().toISOString(),
      reason: 'refused again',
    };
    await applyReceipts([failure]);
    expect((await getDeadLetter(caller, letter.id)).message).toEqual({
      to: 'right@example.com',
      subject: 'News',
      body: 'Dear {{ friend }}',
    });
    vendor.reset();
    await retryDeadLetters(caller, { ids: [letter.id] });
    await deliver(caller, id);
    expect(vendor.asked).toMatchObject([{ to: 'right@example.com', body: 'Dear {{ friend }}' }]);

    const { history } = await getDeadLetter(caller, letter.id);
    expect(history.map(({ event, reason, edited }) => [event, reason, edited])).toEqual([
      ['FAILED', 'refused', []],
      ['RETRIED', null, ['to', 'body']],
      ['FAILED', 'refused again', []],
      ['RETRIED', null, []],
    ]);
  });

  it('that was edited is another message to the vendor, even one that holds the first', async () => {
    const caller = await shopWith(1);
    const { id } = await draftCampaign(caller);
    await launchCampaign(caller, id);
    await prepare(caller, id);
    vendor.refuse = () => ({ reason: 'wrong address', retryable: false });
    await deliver(caller, id);
    const [first] = vendor.asked;
    const [letter] = await openOf(caller);
    if (!letter || !first) throw new Error('One letter');
    vendor.accepted.set(keyOf(first), 'held');
    vendor.reset();
    await retryDeadLetters(caller, { ids: [letter.id], to: 'other@example.com' });
    await deliver(caller, id);
    expect(vendor.asked.map(keyOf)).not.toContain(keyOf(first));
    expect((await rowsOf(id)).map((r) => r.vendorMessageId)).not.toContain('held');
  });

  it('takes only an address of its channel, and an edit is for one alone', async () => {
    const caller = await shopWith(2);
    await ended(caller, ['FAILED', 'FAILED']);
    const letters = await openOf(caller);
    await expect(
      retryDeadLetters(caller, { ids: [letters[0]?.id ?? ''], to: '+44 20 7946 0000' }),
    ).rejects.toMatchObject({ code: 'VALIDATION', errors: [{ path: 'to' }] });
    expect(await openOf(caller)).toHaveLength(2);
  });

  it('is decided on once: of a retry and a discard at the same moment one wins', async () => {
    const caller = await shopWith(3);
    const { id } = await ended(caller, ['FAILED', 'FAILED', 'FAILED']);
    const ids = (await openOf(caller)).map((l) => l.id);
    const [{ retried }, { discarded }] = await Promise.all([
      retryDeadLetters(caller, { ids }),
      discardDeadLetters(caller, { ids, note: 'given up' }),
    ]);
    expect(retried + discarded).toBe(3);
    const rows = await rowsOf(id);
    expect(rows.filter((r) => r.status === 'QUEUED')).toHaveLength(retried);
    const [some] = ids;
    const { history } = await getDeadLetter(caller, some ?? '');
    expect(history).toHaveLength(2);
    expect(['RETRIED', 'DISCARDED']).toContain(history[1]?.event);
  });
});

describe('receipts for messages we do not have', () => {
  it('are kept once however often they come, for administrators; those of test sends are dropped', async () => {
    const caller = await shopWith(0);
    const receipt = (messageId: string) => ({
      messageId,
      vendorMessageId: `v-${messageId}`,
      status: 'DELIVERED' as const,
      timestamp: '2011-12-09T12:50:00Z',
      reason: 'private@example.com',
    });
    const id = `unknown-${new ObjectId()}`;
    expect(await applyReceipts([receipt(id), receipt(`test-${new ObjectId()}`)])).toEqual({
      moved: 0,
      unknown: 1,
    });
    await applyReceipts([receipt(id)]);
    const { items } = await listUnmatchedReceipts(caller, { limit: 500 });
    expect(items.filter((r) => r.messageId === id)).toMatchObject([{ vendorMessageId: `v-${id}` }]);
    expect(JSON.stringify(items)).not.toContain('private@example.com');
    expect(items.some((r) => r.messageId.startsWith('test-'))).toBe(false);
    await expect(listUnmatchedReceipts({ ...caller, role: 'MARKETER' }, { limit: 1 })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await collection('unmatchedReceipts').deleteMany({ messageId: id });
  });

  it('are listed in pages, newest first, none twice', async () => {
    const caller = await shopWith(0);
    const prefix = `page-${new ObjectId()}`;
    await applyReceipts(
      Array.from({ length: 5 }, (_, i) => ({
        messageId: `${prefix}-${i}`,
        vendorMessageId: 'v',
        status: 'SENT' as const,
        timestamp: '2011-12-09T12:50:00Z',
      })),
    );
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listUnmatchedReceipts(caller, { limit: 2, cursor });
      seen.push(...page.items.map((r) => r.messageId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    const mine = seen.filter((id) => id.startsWith(prefix));
    expect(mine).toHaveLength(5);
    expect(new Set(mine).size).toBe(mine.length);
    await collection('unmatchedReceipts').deleteMany({ messageId: { $regex: `^${prefix}` } });
  });
});

describe('pausing', () => {
  it('is for those who may launch', async () => {
    const caller = await shopWith(1);
    const { id } = await scheduled(caller);
    await expect(pauseCampaign(caller, id)).rejects.toMatchObject({ code: 'CONFLICT' });
    const viewer: Caller = { ...caller, role: 'VIEWER' };
    for (const act of [confirmMissed, pauseCampaign, duplicateCampaign, resendFailed])
      await expect(act(viewer, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getCampaign, launchCampaign } from '../src/features/campaigns/campaigns.service.ts';
import { setDispatched } from '../src/features/campaigns/dispatches.repository.ts';
import { deliverBatch } from '../src/features/campaigns/engine/deliver.ts';
import { prepareCampaign } from '../src/features/campaigns/engine/prepare.ts';
import { flushProgress } from '../src/features/campaigns/engine/progress.ts';
import { applyReceipts } from '../src/features/campaigns/engine/receipts.ts';
import { sweepCampaigns } from '../src/features/campaigns/engine/sweep.ts';
import { listCampaignMessages } from '../src/features/campaigns/log/message-log.service.ts';
import type { MessageDocument } from '../src/features/campaigns/messages.repository.ts';
import { ledgerAddsUp } from '../src/features/campaigns/messages.schema.ts';
import { preflightCampaign } from '../src/features/campaigns/preflight.service.ts';
import type { Receipt } from '../src/features/campaigns/receipts.schema.ts';
import { createCustomer } from '../src/features/customers/customers.service.ts';
import {
  addSuppressions,
  createSuppression,
  deleteSuppression,
  exportSuppressions,
  findSuppressed,
  listSuppressions,
} from '../src/features/suppressions/suppressions.service.ts';
import type { UpdateWorkspaceInput } from '../src/features/workspaces/workspaces.schema.ts';
import { updateWorkspace } from '../src/features/workspaces/workspaces.service.ts';
import { closeDatabase, collection } from '../src/server/db.ts';
import type { Caller } from '../src/server/permissions.ts';
import { closeQueues, queue } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../src/server/testing/workspace.ts';
import { type LoopbackVendor, startLoopbackVendor } from './testing/loopback-vendor.ts';
import { addCustomers, draftCampaign } from './testing/shop.ts';

// Whom a campaign must not write to, or not now: decided before the vendor is asked, and told by the ledger's rows.

const DAY = 86_400_000;
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

async function shop(
  customers: number,
  settings: NonNullable<UpdateWorkspaceInput['settings']> = {},
): Promise<Caller> {
  const caller = await createTestWorkspace();
  workspaces.push(caller);
  await addCustomers(caller, customers);
  await updateWorkspace(caller, { settings });
  return caller;
}

const payloadOf = (caller: Caller, campaignId: string) => ({
  workspaceId: caller.workspaceId,
  campaignId,
  epoch: 0,
});
const deliver = (caller: Caller, id: string) => deliverBatch({ ...payloadOf(caller, id), batch: 0 });
async function prepared(caller: Caller): Promise<string> {
  const { id } = await draftCampaign(caller);
  await launchCampaign(caller, id);
  await prepareCampaign(payloadOf(caller, id), new AbortController().signal);
  return id;
}
/** Launches to everyone and sends. */
async function sent(caller: Caller): Promise<string> {
  const id = await prepared(caller);
  await deliver(caller, id);
  return id;
}
const rowsOf = (id: string): Promise<MessageDocument[]> =>
  collection<MessageDocument>('messages')
    .find({ campaignId: new ObjectId(id) })
    .sort({ _id: 1 })
    .toArray();
const outcomes = async (id: string) => (await rowsOf(id)).map((row) => [row.status, row.skipReason ?? null]);
const addsUp = async (caller: Caller, id: string) => ledgerAddsUp((await getCampaign(caller, id)).stats);

function receipt(row: MessageDocument | undefined, fields: Partial<Receipt>): Receipt {
  return {
    messageId: row?._id.toHexString() ?? '',
    vendorMessageId: row?.vendorMessageId ?? '',
    status: 'DELIVERED',
    timestamp: new Date().toISOString(),
    ...fields,
  };
}
const reasonFor = async (caller: Caller, address: string) =>
  (await findSuppressed(caller.workspaceId, [address])).get(address) ?? null;

describe('a frequency cap', () => {
  it('leaves out who has had enough lately, the preflight as the delivery, and only as long as it says', async () => {
    const caller = await shop(3, { frequencyCap: { messages: 2, days: 7 } });
    const first = await sent(caller);
    await sent(caller);
    const [one] = await rowsOf(first);
    // The first customer's first message was longer ago.
    await collection('messages').updateOne(
      { _id: one?._id },
      { $set: { sentAt: new Date(Date.now() - 8 * DAY) } },
    );

    const { id } = await draftCampaign(caller);
    expect(await preflightCampaign(caller, id)).toMatchObject({
      audience: 3,
      recipients: 1,
      skips: [{ reason: 'FREQUENCY_CAP', detail: 'at most 2 in 7 days', count: 2 }],
    });
    vendor.reset();
    const third = await sent(caller);
    expect(await outcomes(third)).toEqual([
      ['SENT', null],
      ['SKIPPED', 'FREQUENCY_CAP'],
      ['SKIPPED', 'FREQUENCY_CAP'],
    ]);
    expect(vendor.asked).toHaveLength(1);
    expect(await addsUp(caller, third)).toBe(true);
  });

  it('counts what another campaign is just sending, and neither failures for good nor another workspace', async () => {
    const cap = { frequencyCap: { messages: 1, days: 1 } };
    const [caller, other] = [await shop(2, cap), await shop(2, cap)];
    await sent(other);
    const dead = await prepared(caller);
    vendor.refuse = () => ({ reason: 'refused', retryable: false });
    await deliver(caller, dead);
    vendor.reset();

    const slow = await prepared(caller);
    const quick = await prepared(caller);
    vendor.beforeAnswer = async () => {
      vendor.beforeAnswer = async () => undefined;
      await deliver(caller, quick);
    };
    await deliver(caller, slow);
    expect((await outcomes(slow)).map(([status]) => status)).toEqual(['SENT', 'SENT']);
    expect(await outcomes(quick)).toEqual(Array(2).fill(['SKIPPED', 'FREQUENCY_CAP']));
  });

  it('holds when campaigns are sent to the same people at once', async () => {
    const caller = await shop(400, { frequencyCap: { messages: 2, days: 7 } });
    const ids = [];
    for (let i = 0; i < 5; i += 1) ids.push(await prepared(caller));
    await Promise.all(ids.map((id) => deliver(caller, id)));
    const rows = (await Promise.all(ids.map(rowsOf))).flat();
    const sentTo = Map.groupBy(
      rows.filter((row) => row.status === 'SENT'),
      (row) => row.customerId.toHexString(),
    );
    expect([...sentTo.values()].map((own) => own.length)).toEqual(Array(400).fill(2));
    expect(rows.filter((row) => row.skipReason === 'FREQUENCY_CAP')).toHaveLength(3 * 400);
    expect(vendor.asked).toHaveLength(2 * 400);
  });

  it('does not turn away a retry of what it let pass', async () => {
    const caller = await shop(1, { frequencyCap: { messages: 1, days: 1 } });
    const id = await prepared(caller);
    vendor.refuse = () => ({ reason: 'busy', retryable: true });
    await deliver(caller, id);
    // While it waits, its place is taken: another campaign is turned away.
    expect(await outcomes(await sent(caller))).toEqual([['SKIPPED', 'FREQUENCY_CAP']]);
    vendor.reset();
    await collection('messages').updateMany(
      { campaignId: new ObjectId(id) },
      { $set: { updatedAt: new Date(Date.now() - 3_000) } },
    );
    await deliver(caller, id);
    expect(await outcomes(id)).toEqual([['SENT', null]]);
  });
});

/** Quiet hours of which the clocks of `timeZone` are in the middle now, or just past. */
function hoursAround(timeZone: string, { past = false } = {}) {
  const at = (hours: number) =>
    new Date(Date.now() + hours * 3_600_000).toLocaleTimeString('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
    });
  return past ? { from: at(-3), to: at(-1) } : { from: at(-1), to: at(2) };
}

describe('quiet hours', () => {
  it('keep rows waiting until they end, by the customer’s clock if it is known; then they are sent', async () => {
    const caller = await shop(1, { timeZone: 'Europe/London', quietHours: hoursAround('Europe/London') });
    await createCustomer(caller, {
      email: 'far@example.com',
      name: 'Far',
      attributes: { timezone: 'Asia/Tokyo' },
    });
    await createCustomer(caller, {
      email: 'odd@example.com',
      name: 'Odd',
      attributes: { timezone: 'no such zone' },
    });
    const { id: draft } = await draftCampaign(caller);
    const { recipients, quiet } = await preflightCampaign(caller, draft);
    expect([recipients, quiet?.count]).toEqual([3, 2]);

    const id = await prepared(caller);
    const wait = await deliver(caller, id);
    expect(wait).toBeGreaterThan(3_600_000);
    expect(wait).toBeLessThanOrEqual(2 * 3_600_000);
    expect(vendor.asked.map((m) => m.to)).toEqual(['far@example.com']);
    const { items } = await listCampaignMessages(caller, { id, status: 'QUEUED', limit: 10 });
    expect(items.map((m) => m.notBefore?.getTime())).toEqual(Array(2).fill(quiet?.until.getTime()));
    expect(await addsUp(caller, id)).toBe(true);

    // Looked at again too early, by the sweep, say, nothing is sent, and the campaign is not over.
    const again = await deliver(caller, id);
    expect(again).toBeGreaterThan(3_600_000);
    expect(vendor.asked).toHaveLength(1);
    await sweepCampaigns();
    expect((await getCampaign(caller, id)).status).toBe('SENDING');

    await updateWorkspace(caller, {
      settings: { quietHours: hoursAround('Europe/London', { past: true }) },
    });
    await collection('messages').updateMany(
      { campaignId: new ObjectId(id), status: 'QUEUED' },
      { $set: { notBefore: new Date(Date.now() - 1_000) } },
    );
    expect(await deliver(caller, id)).toBeNull();
    expect((await outcomes(id)).map(([status]) => status)).toEqual(['SENT', 'SENT', 'SENT']);
    expect(await queue('delivery').getJobs(['failed'])).toEqual([]);
  });

  it('do not keep waiting who would be skipped anyway', async () => {
    const caller = await shop(2, { quietHours: hoursAround('UTC') });
    await createSuppression(caller, { address: 'customer-1@example.com' });
    const id = await sent(caller);
    expect(await outcomes(id)).toEqual([
      ['SKIPPED', 'SUPPRESSED'],
      ['QUEUED', null],
    ]);
    expect(vendor.asked).toEqual([]);
  });

  it('do not keep back what may be with the vendor already', async () => {
    const caller = await shop(1, { quietHours: hoursAround('UTC') });
    const id = await prepared(caller);
    await setDispatched(
      { workspaceId: new ObjectId(caller.workspaceId), campaignId: new ObjectId(id), batch: 0 },
      (await rowsOf(id)).map((row) => row._id),
    );
    await deliver(caller, id);
    expect(await outcomes(id)).toEqual([['SENT', null]]);
  });
});

describe('bounces', () => {
  it('that are hard end all writing to the address, each told by its row', async () => {
    const caller = await shop(2);
    const first = await sent(caller);
    const [gone, well] = await rowsOf(first);
    const receipts = [
      receipt(gone, { status: 'BOUNCED', reason: 'Mailbox does not exist (simulated)' }),
      receipt(well, {}),
    ];
    await applyReceipts(receipts);
    await applyReceipts([...receipts, receipt(well, { status: 'BOUNCED' })]);
    expect((await rowsOf(first)).map((row) => row.bounceKind ?? null)).toEqual(['HARD', null]);
    const { items } = await listSuppressions(caller, { limit: 10 });
    expect(items).toMatchObject([
      { address: 'customer-1@example.com', reason: 'BOUNCED', messageId: gone?._id.toHexString() },
    ]);

    const second = await sent(caller);
    expect(await outcomes(second)).toEqual([
      ['SKIPPED', 'SUPPRESSED'],
      ['SENT', null],
    ]);
    expect(await addsUp(caller, second)).toBe(true);
  });

  it('that are soft do so after so many in a row', async () => {
    const caller = await shop(1, { softBounceLimit: 2 });
    const address = 'customer-1@example.com';
    const next = async (fields: Partial<Receipt>) => {
      const [row] = await rowsOf(await sent(caller));
      await applyReceipts([receipt(row, fields)]);
      await applyReceipts([receipt(row, fields)]);
      return reasonFor(caller, address);
    };
    const soft = { status: 'BOUNCED', bounceKind: 'SOFT' } as const;
    expect(await next(soft)).toBeNull();
    expect(await next({ status: 'DELIVERED' })).toBeNull();
    expect(await next({ status: 'BOUNCED', reason: 'mailbox full' })).toBeNull();
    expect(await next(soft)).toBe('SOFT_BOUNCED');
  });
});

describe('what a reader did', () => {
  it('is kept from its first time, in whatever order it is told; complaints and unsubscribing end all writing', async () => {
    const caller = await shop(3);
    const [opened, annoyed, leaving] = await rowsOf(await sent(caller));
    const at = (minute: number) => `2030-05-01T10:0${minute}:00.000Z`;
    await applyReceipts([receipt(opened, { event: 'OPENED', timestamp: at(5) })]);
    await applyReceipts([
      receipt(opened, { event: 'OPENED', timestamp: at(3) }),
      receipt(opened, { event: 'OPENED', timestamp: at(2) }),
      receipt(opened, { event: 'CLICKED', timestamp: at(4) }),
      receipt(annoyed, { event: 'COMPLAINED', timestamp: at(6) }),
      receipt(leaving, { event: 'UNSUBSCRIBED', timestamp: at(7) }),
    ]);
    await applyReceipts([receipt(opened, { event: 'OPENED', timestamp: at(9) })]);
    const { items } = await listCampaignMessages(caller, {
      id: opened?.campaignId.toHexString() ?? '',
      limit: 10,
    });
    expect(items.toReversed()).toMatchObject([
      { status: 'DELIVERED', openedAt: new Date(at(2)), clickedAt: new Date(at(4)), complainedAt: null },
      { status: 'DELIVERED', complainedAt: new Date(at(6)), openedAt: null },
      { status: 'DELIVERED', unsubscribedAt: new Date(at(7)) },
    ]);
    expect(await reasonFor(caller, 'customer-1@example.com')).toBeNull();
    expect(await reasonFor(caller, 'customer-2@example.com')).toBe('COMPLAINED');
    expect(await reasonFor(caller, 'customer-3@example.com')).toBe('UNSUBSCRIBED');
  });
});

describe('the list of suppressions', () => {
  it('takes addresses by hand, is searched, paged, exported, and gives them free again', async () => {
    const [caller, stranger] = [await shop(3), await shop(0)];
    const made = await createSuppression(caller, {
      address: 'customer-1@example.com',
      note: 'asked by phone',
    });
    expect(made).toMatchObject({ reason: 'MANUAL', note: 'asked by phone', messageId: null });
    const again = await createSuppression(caller, { address: 'customer-1@example.com', note: 'other' });
    expect(again).toEqual(made);
    const many = ['Customer-1@example.com', 'customer-2@example.com', '=x@example.com', '+44 20 7946 0000'];
    expect(await addSuppressions(caller, { addresses: many })).toEqual({ added: 3, already: 1 });

    const first = await listSuppressions(caller, { limit: 3 });
    const rest = await listSuppressions(caller, { limit: 3, cursor: first.nextCursor ?? '' });
    expect(first.items).toHaveLength(3);
    expect(rest).toEqual({ items: [made], nextCursor: null });
    const found = await listSuppressions(caller, { limit: 10, search: 'mer-2@' });
    expect(found.items.map((s) => s.address)).toEqual(['customer-2@example.com']);
    expect((await listSuppressions(caller, { limit: 10, reason: 'BOUNCED' })).items).toEqual([]);
    const lines = (await Array.fromAsync(exportSuppressions(caller))).join('').trim().split('\r\n');
    expect(lines[0]).toBe('address,reason,note,since');
    expect(lines).toContainEqual(expect.stringMatching(/^"'=x@example\.com",MANUAL,,/));
    expect(lines).toHaveLength(5);

    expect(await outcomes(await sent(caller))).toEqual([
      ['SKIPPED', 'SUPPRESSED'],
      ['SKIPPED', 'SUPPRESSED'],
      ['SENT', null],
    ]);
    await expect(deleteSuppression(stranger, made.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await deleteSuppression(caller, made.id);
    await expect(deleteSuppression(caller, made.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await reasonFor(caller, 'customer-1@example.com')).toBeNull();
  });

  it('keeps people’s own word above every other reason', async () => {
    const caller = await shop(1);
    const address = 'customer-1@example.com';
    const [row] = await rowsOf(await sent(caller));
    await applyReceipts([receipt(row, { status: 'BOUNCED' })]);
    expect(await reasonFor(caller, address)).toBe('BOUNCED');
    await applyReceipts([receipt(row, { status: 'BOUNCED', event: 'UNSUBSCRIBED' })]);
    expect(await reasonFor(caller, address)).toBe('UNSUBSCRIBED');
    await applyReceipts([receipt(row, { status: 'BOUNCED', event: 'COMPLAINED' })]);
    await createSuppression(caller, { address });
    expect(await reasonFor(caller, address)).toBe('UNSUBSCRIBED');
  });
});

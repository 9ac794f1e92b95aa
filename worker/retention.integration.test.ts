import { ObjectId } from 'mongodb';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getDashboard } from '../src/features/analytics/dashboard.service.ts';
import { getCampaign } from '../src/features/campaigns/campaigns.service.ts';
import { getDeadLetter, listDeadLetters } from '../src/features/campaigns/dead-letters.service.ts';
import { applyReceipts } from '../src/features/campaigns/engine/receipts.ts';
import { type MessageDocument, markDead } from '../src/features/campaigns/messages.repository.ts';
import { readUnsubscribeLink } from '../src/features/campaigns/messages.service.ts';
import { unsubscribeToken } from '../src/features/campaigns/recipients.ts';
import { createCustomer } from '../src/features/customers/customers.service.ts';
import { listImportErrors } from '../src/features/imports/import-errors.service.ts';
import { sweepLonePieces } from '../src/features/imports/import-retention.service.ts';
import { getImport, startImport } from '../src/features/imports/imports.service.ts';
import { runImport } from '../src/features/imports/run-import.ts';
import { undoImport } from '../src/features/imports/undo-import.service.ts';
import { applyRetention } from '../src/features/privacy/retention/retention.service.ts';
import { findSuppressed } from '../src/features/suppressions/suppressions.service.ts';
import { updateWorkspace } from '../src/features/workspaces/workspaces.service.ts';
import { closeDatabase, collection } from '../src/server/db.ts';
import type { Caller } from '../src/server/permissions.ts';
import { closeQueues } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../src/server/testing/workspace.ts';
import { bytesOf } from './testing/importing.ts';
import { draftCampaign } from './testing/shop.ts';

const DAY_MS = 86_400_000;
const never = new AbortController().signal;
let caller: Caller;
let workspaceId: ObjectId;
beforeEach(async () => {
  caller = await createTestWorkspace();
  workspaceId = new ObjectId(caller.workspaceId);
});
afterEach(() => dropTestWorkspace(caller));
afterAll(async () => {
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

/** What the daily work does when so many days have passed. */
const daysOn = (days: number, signal = never) =>
  applyRetention(caller, signal, new Date(Date.now() + days * DAY_MS));
const keep = (
  retention: Partial<Record<'importRowDays' | 'undoDays' | 'addressDays' | 'auditDays', number>>,
) =>
  updateWorkspace(caller, {
    settings: {
      retention: { importRowDays: 30, undoDays: 90, addressDays: null, auditDays: 730, ...retention },
    },
  });

async function bringIn(text: string) {
  const { importId } = await startImport(caller, {
    kind: 'CUSTOMERS',
    fileName: 'a.csv',
    bytes: bytesOf(text),
  });
  await runImport({ workspaceId: caller.workspaceId, importId, signal: never });
  return getImport(caller, importId);
}
const changesOf = (id: string) =>
  collection('importChanges').countDocuments({ workspaceId, importId: new ObjectId(id) });

describe('imports', () => {
  const TEXT = 'email,name\nann@keep.example,Ann\nnot an address,Bob\n';

  it('lose their bad rows after as many days as are set, and not before', async () => {
    const { id, counts } = await bringIn(TEXT);
    expect(counts.failed).toBe(1);
    await daysOn(29);
    expect(await listImportErrors(caller, id, 10)).toHaveLength(1);
    await daysOn(31);
    expect(await listImportErrors(caller, id, 10)).toEqual([]);
    expect((await getImport(caller, id)).counts.failed).toBe(1);
  });

  it('can be undone for as many days as are set; then what they changed is gone, and they say so', async () => {
    const { id } = await bringIn(TEXT);
    await daysOn(89);
    expect(await changesOf(id)).toBe(1);
    await daysOn(91);
    expect(await changesOf(id)).toBe(0);
    expect((await getImport(caller, id)).undo?.status).toBe('EXPIRED');
    await expect(undoImport(caller, id)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('can no longer be undone'),
    });
    await daysOn(92);
  });

  it('keep it while they are being undone, and all of it goes or none', async () => {
    const { id } = await bringIn(TEXT);
    await collection('importChanges').insertOne({
      workspaceId,
      importId: new ObjectId(id),
      batch: 900,
      changes: {},
      createdAt: new Date(Date.now() + 80 * DAY_MS),
    });
    await undoImport(caller, id);
    await daysOn(91);
    expect(await changesOf(id)).toBe(2);
    await collection('imports').updateOne({ _id: new ObjectId(id) }, { $set: { 'undo.status': 'FAILED' } });
    await daysOn(91);
    expect(await changesOf(id)).toBe(0);
  });

  it('of which nothing was finished leave no pieces of files, while those that may still come stay', async () => {
    const old = ObjectId.createFromTime(Date.now() / 1_000 - 2 * 86_400);
    const young = ObjectId.createFromTime(Date.now() / 1_000 - 3_600);
    const whole = ObjectId.createFromTime(Date.now() / 1_000 - 3 * 86_400);
    const pieces = [old, old, young, whole].map((files_id, n) => ({ files_id, n, data: Buffer.from('x') }));
    await collection('importFiles.chunks').insertMany(pieces);
    await collection('importFiles.files').insertOne({ _id: whole, metadata: { workspaceId } });
    await sweepLonePieces();
    const left = await collection('importFiles.chunks').distinct('files_id', {
      files_id: { $in: [old, young, whole] },
    });
    await collection('importFiles.chunks').deleteMany({ files_id: { $in: [young, whole] } });
    await collection('importFiles.files').deleteOne({ _id: whole });
    expect(left.map(String).toSorted()).toEqual([young, whole].map(String).toSorted());
  });
});

describe('addresses in messages', () => {
  async function finished(endedDaysAgo: number, n = 3) {
    const { id } = await draftCampaign(caller);
    const campaignId = new ObjectId(id);
    const now = new Date();
    const rows = await Promise.all(
      Array.from({ length: n }, async (_, i): Promise<MessageDocument> => {
        const email = `reader-${i}-${id}@keep.example`;
        const customer = await createCustomer(caller, { email, name: `Reader ${i}` });
        return {
          _id: new ObjectId(),
          workspaceId,
          campaignId,
          customerId: new ObjectId(customer.id),
          batch: i,
          to: email,
          status: 'SENT',
          attempts: 1,
          failureReason: `450 <${email}> busy`,
          queuedAt: now,
          sentAt: now,
          updatedAt: now,
        };
      }),
    );
    await collection<MessageDocument>('messages').insertMany(rows);
    const [dead] = rows;
    if (dead)
      await markDead([
        { message: dead, reason: `550 <${dead.to}> gone`, payload: { to: dead.to, body: 'Hello' } },
      ]);
    await collection('campaigns').updateOne(
      { _id: campaignId },
      {
        $set: {
          status: 'COMPLETED',
          launchedAt: now,
          completedAt: new Date(Date.now() - endedDaysAgo * DAY_MS),
        },
      },
    );
    return { id, rows };
  }
  const addressed = (id: string) =>
    collection('messages').countDocuments({ workspaceId, campaignId: new ObjectId(id), to: { $ne: null } });

  it('stay unless the workspace sets how long; figures never change', async () => {
    const { id } = await finished(0);
    await daysOn(3_000);
    expect(await addressed(id)).toBe(3);
    await keep({ addressDays: 60 });
    const figures = async () => [
      (await getCampaign(caller, id)).stats,
      (await getDashboard(caller, { period: '12m' })).figures,
    ];
    const before = await figures();
    await daysOn(59);
    expect(await addressed(id)).toBe(3);
    await daysOn(61);
    expect(await addressed(id)).toBe(0);
    expect(await figures()).toEqual(before);
    const { items } = await listDeadLetters(caller, { status: 'OPEN', limit: 10 });
    expect(items).toMatchObject([{ to: null, reason: '550 … gone' }]);
    const left = await collection('messages').find({ workspaceId }).toArray();
    expect(
      JSON.stringify([left, await collection('deadLetters').find({ workspaceId }).toArray()]),
    ).not.toContain('@');
    // A retry writes to the customer as they are now.
    expect((await getDeadLetter(caller, items[0]?.id ?? '')).message.to).toContain('@keep.example');
  });

  it('go campaign by campaign, and those that end later in their turn', async () => {
    const old = await finished(100);
    const recent = await finished(10);
    await keep({ addressDays: 60 });
    await daysOn(0);
    expect([await addressed(old.id), await addressed(recent.id)]).toEqual([0, 3]);
    // Sent again by hand since, so it ended anew.
    await collection('messages').updateMany(
      { workspaceId, campaignId: new ObjectId(old.id) },
      { $set: { to: 'x@keep.example' } },
    );
    await collection('campaigns').updateOne(
      { _id: new ObjectId(old.id) },
      { $set: { completedAt: new Date() } },
    );
    await daysOn(55);
    expect([await addressed(old.id), await addressed(recent.id)]).toEqual([3, 0]);
    await daysOn(61);
    expect(await addressed(old.id)).toBe(0);
  });

  it('gone, a reader may still unsubscribe, and a late complaint still counts', async () => {
    const { rows } = await finished(100);
    const [, second, third] = rows.map((row) => row._id.toHexString());
    const [, , thirdRow] = rows;
    await keep({ addressDays: 60 });
    await daysOn(0);
    expect(await readUnsubscribeLink(unsubscribeToken(second ?? ''))).toMatchObject({
      address: rows[1]?.to,
      unsubscribed: false,
    });
    await applyReceipts([
      {
        messageId: third ?? '',
        vendorMessageId: 'v',
        status: 'DELIVERED',
        timestamp: new Date().toISOString(),
        event: 'COMPLAINED',
      },
    ]);
    expect([...(await findSuppressed(caller.workspaceId, [thirdRow?.to ?? '']))]).toEqual([
      [thirdRow?.to, 'COMPLAINED'],
    ]);
  });

  it('are left by a run that is stopped, and taken by the next', async () => {
    const { id } = await finished(100);
    await keep({ addressDays: 60 });
    const stopped = new AbortController();
    stopped.abort();
    await expect(daysOn(0, stopped.signal)).rejects.toThrow();
    expect(await addressed(id)).toBe(3);
    await daysOn(0);
    expect(await addressed(id)).toBe(0);
  });
});

describe('the audit log', () => {
  it('is kept as long as is set, of this workspace alone', async () => {
    const other = await createTestWorkspace();
    const event = { actor: 'cli', action: 'things.change', createdAt: new Date(Date.now() - 50 * DAY_MS) };
    await collection('auditEvents').insertMany([
      { ...event, workspaceId },
      { ...event, workspaceId, createdAt: new Date() },
      { ...event, workspaceId: new ObjectId(other.workspaceId) },
    ]);
    await daysOn(0);
    const events = (of: Caller) =>
      collection('auditEvents').countDocuments({
        workspaceId: new ObjectId(of.workspaceId),
        action: 'things.change',
      });
    expect(await events(caller)).toBe(2);
    await keep({ auditDays: 30 });
    await daysOn(0);
    expect([await events(caller), await events(other)]).toEqual([1, 1]);
    await dropTestWorkspace(other);
  });
});

import { BSON, Long, ObjectId } from 'mongodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getDashboard } from '../src/features/analytics/dashboard.service.ts';
import { createAudience, previewAudience } from '../src/features/audiences/audiences.service.ts';
import { findCampaign } from '../src/features/campaigns/campaigns.repository.ts';
import { getCampaign } from '../src/features/campaigns/campaigns.service.ts';
import { deliverBatch } from '../src/features/campaigns/engine/deliver.ts';
import { applyReceipts } from '../src/features/campaigns/engine/receipts.ts';
import {
  insertQueued,
  type MessageDocument,
  markDead,
} from '../src/features/campaigns/messages.repository.ts';
import { listSkips, readUnsubscribeLink, unsubscribe } from '../src/features/campaigns/messages.service.ts';
import { unsubscribeToken } from '../src/features/campaigns/recipients.ts';
import { collectFacts } from '../src/features/campaigns/summary/facts.ts';
import { listCustomers } from '../src/features/customers/customer-lists.service.ts';
import { createCustomer, updateCustomer } from '../src/features/customers/customers.service.ts';
import { importErrorsCsv } from '../src/features/imports/import-errors.service.ts';
import type { ImportKind } from '../src/features/imports/imports.schema.ts';
import { getImport, startImport } from '../src/features/imports/imports.service.ts';
import { runImport } from '../src/features/imports/run-import.ts';
import { runUndo } from '../src/features/imports/run-undo.ts';
import { undoImport } from '../src/features/imports/undo-import.service.ts';
import { createOrder, listOrders } from '../src/features/orders/orders.service.ts';
import { hashOfAddress } from '../src/features/privacy/erased-addresses.service.ts';
import {
  eraseAddress,
  eraseCustomer,
  getErasure,
  getPrivacyOverview,
  liftErased,
} from '../src/features/privacy/erasure/erasures.service.ts';
import { runErasure } from '../src/features/privacy/erasure/run-erasure.ts';
import { addSuppressions, findSuppressed } from '../src/features/suppressions/suppressions.service.ts';
import { closeDatabase, collection, database } from '../src/server/db.ts';
import { onceForKey } from '../src/server/idempotency.ts';
import type { Caller } from '../src/server/permissions.ts';
import { closeQueues } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../src/server/testing/workspace.ts';
import { bytesOf } from './testing/importing.ts';
import { draftCampaign } from './testing/shop.ts';

const EMAIL = 'zelda.quistgaard@tracer.example';
const PHONE = '+44 20 7946 0958';
const NAME = 'Zelda Quistgaard';
const TRACE = /zelda\.quistgaard|quistgaard|7946[ -]?0958/i;

const never = new AbortController().signal;
let caller: Caller;
let workspaceId: ObjectId;
beforeEach(async () => {
  caller = await createTestWorkspace();
  workspaceId = new ObjectId(caller.workspaceId);
});
afterEach(async () => {
  await dropTestWorkspace(caller);
  await collection('unmatchedReceipts').deleteMany({ vendorMessageId: 'of-nobody' });
});
afterAll(async () => {
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

/** Brings a file in without a worker. */
async function bringIn(kind: ImportKind, text: string, dryRun = false) {
  const { importId } = await startImport(
    caller,
    { kind, fileName: `${kind.toLowerCase()} of ${EMAIL}.csv`, bytes: bytesOf(text) },
    { dryRun },
  );
  await runImport({ workspaceId: caller.workspaceId, importId, signal: never });
  return getImport(caller, importId);
}
const run = (id: string, settleMs = 0) =>
  runErasure({ workspaceId: caller.workspaceId, erasureId: id }, never, settleMs);

/** Every document of the database, of this workspace or of none, that holds one of the words. */
async function holding(words: RegExp): Promise<string[]> {
  const found: string[] = [];
  const fileIds = await collection('imports').distinct('fileId', { workspaceId });
  for (const { name } of await database().listCollections().toArray()) {
    const own = name.endsWith('.chunks')
      ? { files_id: { $in: fileIds } }
      : name === 'unmatchedReceipts'
        ? {}
        : { $or: [{ workspaceId }, { 'metadata.workspaceId': workspaceId }] };
    for await (const row of collection(name).find(own)) {
      const text = name.endsWith('.chunks')
        ? Buffer.from(row.data.buffer).toString('utf8')
        : BSON.EJSON.stringify(row);
      if (words.test(text)) found.push(`${name}: ${text.slice(0, 300)}`);
    }
  }
  return found;
}

/** A message of the customer, and of somebody else, with an outcome of each kind. */
async function writeLedger(campaignId: string, customerId: string, n: number): Promise<void> {
  const now = new Date();
  const statuses = ['DELIVERED', 'BOUNCED', 'SKIPPED', 'SENT', 'FAILED', 'DEAD'] as const;
  await collection<MessageDocument>('messages').insertMany(
    Array.from({ length: n }, (_, i): MessageDocument => {
      const status = statuses[i % statuses.length] ?? 'SENT';
      return {
        _id: new ObjectId(),
        workspaceId,
        campaignId: n === 1 ? new ObjectId(campaignId) : new ObjectId(),
        customerId: new ObjectId(customerId),
        batch: 0,
        to: EMAIL,
        status,
        attempts: 1,
        failureReason: `550 <${EMAIL}>: no mailbox of ${NAME}`,
        tries: [{ at: now.toISOString(), attempts: 1, reason: `421 ${EMAIL} busy` }],
        queuedAt: now,
        sentAt: now,
        updatedAt: now,
      };
    }),
  );
}

/** Puts the person wherever the product may keep one. */
async function plant() {
  const first = await bringIn(
    'CUSTOMERS',
    `email,name,phone,country,city,tags,card\n${EMAIL},Zel,,UK,Hull,vip,K-77\nother@tracer.example,Other Person,,UK,,,\n`,
  );
  const second = await bringIn(
    'CUSTOMERS',
    `email,name,phone\n${EMAIL},${NAME},${PHONE}\nnot an address,${NAME},\nbad,${EMAIL},\nother@tracer.example,Other Person,\n`,
  );
  expect(second.counts).toMatchObject({ updated: 1, failed: 2 });
  await bringIn(
    'ORDERS',
    `orderId,customerEmail,orderAmount,orderDate\nZ-1,${EMAIL},120.50,2026-01-05\nZ-2,${EMAIL},-20.50,2026-02-05\nZ-3,${EMAIL},soon,2026-02-05\n`,
  );
  await bringIn('CUSTOMERS', `email,name\n${EMAIL},${NAME}\n`, true);
  const [customer] = (await listCustomers(caller, { limit: 1, search: EMAIL, sort: '-createdAt' })).items;
  const id = customer?.id ?? '';
  await updateCustomer(caller, { id, attributes: { referral: `from ${NAME}` } });
  const campaign = await draftCampaign(caller);
  await collection('campaigns').updateOne(
    { _id: new ObjectId(campaign.id) },
    {
      $set: {
        status: 'COMPLETED',
        launchedAt: new Date(Date.now() - 2 * 86_400_000),
        completedAt: new Date(),
      },
    },
  );
  await writeLedger(campaign.id, id, 1);
  await writeLedger(campaign.id, id, 12);
  const [message] = await collection<MessageDocument>('messages')
    .find({ workspaceId, campaignId: new ObjectId(campaign.id) })
    .toArray();
  if (!message) throw new Error('There is a message');
  await collection('messages').updateOne({ _id: message._id }, { $set: { status: 'SENT' } });
  await markDead([
    {
      message,
      reason: `550 <${EMAIL}> rejected`,
      payload: { to: EMAIL, subject: `For ${NAME}`, body: `Dear ${NAME}, we call ${PHONE}` },
    },
  ]);
  await createAudience(caller, {
    name: `All but ${NAME}`,
    rules: { combinator: 'and', rules: [{ field: 'email', operator: '!=', value: EMAIL }] },
  });
  await addSuppressions(caller, { addresses: [EMAIL], note: `${NAME} phoned` });
  await addSuppressions(caller, { addresses: [PHONE] });
  await addSuppressions(caller, { addresses: ['third@tracer.example'], note: `a colleague of ${EMAIL}` });
  const now = new Date();
  await collection('auditEvents').insertMany([
    {
      workspaceId,
      actor: caller.actor,
      action: 'customers.update',
      targetId: id,
      targetName: EMAIL,
      before: { name: 'Zel' },
      after: { name: NAME, city: 'Hull' },
      createdAt: now,
    },
    {
      workspaceId,
      actor: caller.actor,
      action: 'suppressions.create',
      targetName: EMAIL,
      after: { address: EMAIL },
      createdAt: now,
    },
  ]);
  await onceForKey(caller, 'k', 'the request', async () =>
    Response.json({ id, email: EMAIL, name: NAME }, { status: 201 }),
  );
  const delivery = { workspaceId, endpointId: new ObjectId(), status: 'PENDING', createdAt: now };
  await collection('webhookDeliveries').insertMany([
    {
      ...delivery,
      eventId: 'e1',
      type: 'customer.created',
      payload: {
        type: 'customer.created',
        data: {
          customerId: id,
          email: EMAIL,
          name: NAME,
          phone: PHONE,
          city: 'Hull',
          tags: ['vip'],
          attributes: { card: 'K-77' },
        },
      },
      attempts: { round: 1, tries: [{ error: `no ${EMAIL}` }] },
    },
    {
      ...delivery,
      eventId: 'e2',
      type: 'message.bounced',
      payload: {
        type: 'message.bounced',
        data: {
          messages: [
            { customerId: id, to: EMAIL, reason: `550 ${EMAIL}` },
            { customerId: 'other', to: 'other@tracer.example', reason: 'full' },
          ],
        },
      },
      attempts: { round: 1, tries: [] },
    },
  ]);
  await collection('unmatchedReceipts').insertOne({
    messageId: 'x',
    vendorMessageId: 'of-nobody',
    status: 'FAILED',
    reason: `550 ${EMAIL}`,
    timestamp: now,
    receivedAt: now,
  });
  return { id, campaignId: campaign.id, imports: [first, second] };
}

/** Every figure of the shop and its campaigns. */
async function figures(campaignId: string) {
  const campaign = await findCampaign(workspaceId, new ObjectId(campaignId));
  if (!campaign) throw new Error('There is a campaign');
  const { items } = await listOrders(caller, { limit: 100 });
  return {
    dashboard: await getDashboard(caller, { period: '12m' }),
    stats: (await getCampaign(caller, campaignId)).stats,
    skips: await listSkips(caller, campaignId),
    facts: await collectFacts(campaign, new Date()),
    orders: items.map(({ customerEmail: _customerEmail, ...order }) => order),
  };
}

describe('erasing a customer', () => {
  it('leaves no trace of them in any collection or file, and every figure as it was', async () => {
    const { id, campaignId } = await plant();
    const where = (await holding(TRACE)).map((line) => line.split(':')[0]);
    expect([...new Set(where)].sort()).toEqual([
      'audiences',
      'auditEvents',
      'customers',
      'deadLetters',
      'importChanges',
      'importFiles.chunks',
      'importFiles.files',
      'importRowErrors',
      'imports',
      'messages',
      'suppressions',
      'unmatchedReceipts',
      'webhookDeliveries',
    ]);
    const before = await figures(campaignId);

    const erased = await eraseCustomer(caller, id);
    expect(erased).toMatchObject({ id, status: 'RUNNING', finishedAt: null });
    expect((await listCustomers(caller, { limit: 10, sort: 'email' })).items.map((c) => c.email)).toEqual([
      'other@tracer.example',
    ]);
    expect(await run(id)).toBeNull();

    expect(await holding(TRACE)).toEqual([]);
    expect(await holding(/K-77|Hull/)).toEqual([]);
    // An encrypted answer is not found by looking: whoever repeats the request gets it no more.
    await expect(onceForKey(caller, 'k', 'the request', async () => new Response())).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    expect(await figures(campaignId)).toEqual(before);
    expect(before.dashboard.figures.failed + before.dashboard.figures.bounced).toBe(1);
    expect(before.facts.failures).toEqual([{ reason: '550 … rejected', count: 1 }]);
    expect(
      (await collection('webhookDeliveries').find({ workspaceId }).sort({ eventId: 1 }).toArray()).map(
        ({ payload }) => payload.data,
      ),
    ).toEqual([
      {
        customerId: id,
        email: '[erased]',
        name: '[erased]',
        phone: '[erased]',
        city: '[erased]',
        tags: [],
        attributes: {},
      },
      {
        messages: [
          { customerId: id, to: '[erased]', reason: '[erased]' },
          { customerId: 'other', to: 'other@tracer.example', reason: 'full' },
        ],
      },
    ]);
    const done = await getErasure(caller, id);
    expect(done.status).toBe('DONE');
    expect(await eraseCustomer(caller, id)).toEqual(done);
    expect(await getPrivacyOverview(caller)).toMatchObject({
      erasedAddresses: 1,
      unrecognisable: 0,
      running: 0,
      latest: [{ id }],
    });
  });

  it('nobody brings them back: a file of customers or orders, a check, the API, an undo', async () => {
    const { id, imports } = await plant();
    await eraseCustomer(caller, id);
    await run(id);

    const text = `email,name\n${EMAIL.toUpperCase()},${NAME}\nnew@tracer.example,New\n`;
    const check = await bringIn('CUSTOMERS', text, true);
    expect(check.counts).toMatchObject({ rows: 2, inserted: 1, failed: 1 });
    const customers = await bringIn('CUSTOMERS', text);
    expect(customers.counts).toMatchObject({ rows: 2, inserted: 1, failed: 1 });
    const { pieces } = await importErrorsCsv(caller, customers.id);
    let csv = '';
    for await (const piece of pieces) csv += piece;
    expect(csv).toContain('2,The person was erased on request; cannot be imported');
    expect(csv).not.toMatch(TRACE);
    const orders = await bringIn(
      'ORDERS',
      `orderId,customerEmail,orderAmount,orderDate\nZ-9,${EMAIL},1,2026-01-05\nZ-1,${EMAIL},1,2026-01-05\n`,
    );
    expect(orders.counts).toMatchObject({ rows: 2, inserted: 0, updated: 0, failed: 2 });
    const refused = { code: 'CONFLICT', message: expect.stringContaining('erased on request') };
    await expect(createCustomer(caller, { email: EMAIL })).rejects.toMatchObject(refused);
    await expect(
      createOrder(caller, { orderId: 'Z-10', customerEmail: EMAIL, orderAmount: 1, orderDate: new Date() }),
    ).rejects.toMatchObject(refused);
    const [other] = (await listCustomers(caller, { limit: 1, search: 'other', sort: 'email' })).items;
    await expect(updateCustomer(caller, { id: other?.id ?? '', email: EMAIL })).rejects.toMatchObject(
      refused,
    );
    for (const { id: importId } of imports.toReversed()) {
      await undoImport(caller, importId);
      await runUndo({ workspaceId: caller.workspaceId, importId, signal: never });
      expect((await getImport(caller, importId)).undo?.status).toBe('DONE');
    }
    expect(await collection('customers').countDocuments({ workspaceId, email: EMAIL })).toBe(0);
    // The last check’s and import’s own names are new; nothing else is.
    expect((await holding(/Quistgaard/)).filter((line) => !/^(imports|importFiles)/.test(line))).toEqual([]);

    await liftErased(caller, EMAIL);
    await expect(liftErased(caller, EMAIL)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await createCustomer(caller, { email: EMAIL })).id).not.toBe(id);
  });

  it('a number that must not be written to stays so for whoever else has it', async () => {
    const { id } = await plant();
    await createCustomer(caller, { email: 'flatmate@tracer.example', phone: PHONE });
    await eraseCustomer(caller, id);
    await run(id);
    expect([...(await findSuppressed(caller.workspaceId, [PHONE, '+44 20 1111 1111']))]).toEqual([
      [PHONE, 'MANUAL'],
    ]);
  });

  it('a late receipt that quotes them writes nothing of it down', async () => {
    const { id, campaignId } = await plant();
    await collection('messages').updateOne(
      { workspaceId, campaignId: new ObjectId(campaignId) },
      { $set: { status: 'SENT', vendorMessageId: 'v1' } },
    );
    await eraseCustomer(caller, id);
    await run(id);
    const message = await collection('messages').findOne({
      workspaceId,
      campaignId: new ObjectId(campaignId),
    });
    await applyReceipts([
      {
        messageId: String(message?._id),
        vendorMessageId: 'v1',
        status: 'BOUNCED',
        timestamp: new Date().toISOString(),
        reason: `550 <${EMAIL}> is full`,
      },
    ]);
    expect(await collection('messages').findOne({ _id: message?._id })).toMatchObject({
      status: 'BOUNCED',
      failureReason: '550 … is full',
    });
    expect(await holding(TRACE)).toEqual([]);
  });

  it('waits until all that had read them has ended, and goes through everything once more', async () => {
    const { id, campaignId } = await plant();
    await eraseCustomer(caller, id);
    const wait = await run(id, 60_000);
    expect(wait).toBeGreaterThan(50_000);
    expect((await getErasure(caller, id)).status).toBe('RUNNING');
    expect(await holding(TRACE)).toEqual([]);

    // A batch that was being sent writes its answer; an import that had looked just before brings the row in.
    const message = await collection('messages').findOne({
      workspaceId,
      campaignId: new ObjectId(campaignId),
    });
    await collection('campaigns').updateOne(
      { _id: new ObjectId(campaignId) },
      { $set: { status: 'SENDING' } },
    );
    const dispatch = {
      _id: new ObjectId(),
      workspaceId,
      campaignId: new ObjectId(campaignId),
      batch: 0,
      messageIds: [message?._id],
      startedAt: new Date(),
    };
    await collection('dispatches').insertOne(dispatch);
    expect(await run(id)).toBe(10_000);
    await collection('messages').updateOne(
      { _id: message?._id },
      { $set: { to: EMAIL, failureReason: `451 ${EMAIL}` } },
    );
    const { noted, restore } = await withoutNote();
    await createCustomer(caller, { email: EMAIL, name: NAME });
    await restore();
    expect(noted).toBe(1);
    await collection('dispatches').deleteOne({ _id: dispatch._id });
    expect(await run(id)).toBeNull();
    const again = (await getPrivacyOverview(caller)).latest.find((e) => e.id !== id);
    expect(await run(again?.id ?? '')).toBeNull();
    expect(await holding(TRACE)).toEqual([]);
  });

  /** The moment before the address was noted, for whoever had looked then. */
  async function withoutNote() {
    const rows = await collection('erasedAddresses').find({ workspaceId }).toArray();
    await collection('erasedAddresses').deleteMany({ workspaceId });
    return { noted: rows.length, restore: () => collection('erasedAddresses').insertMany(rows) };
  }

  it('has what is queued for them skipped with a reason, while the campaign is under way', async () => {
    const { id } = await createCustomer(caller, { email: EMAIL, name: NAME });
    const campaign = await draftCampaign(caller);
    const campaignId = new ObjectId(campaign.id);
    await collection('campaigns').updateOne(
      { _id: campaignId },
      { $set: { status: 'SENDING', launchedAt: new Date() } },
    );
    await insertQueued(workspaceId, campaignId, 0, [{ customerId: new ObjectId(id), to: EMAIL }]);
    await eraseCustomer(caller, id);
    const batch = { workspaceId: caller.workspaceId, campaignId: campaign.id, epoch: 0, batch: 0 };
    expect(await deliverBatch(batch)).toBeNull();
    expect(await listSkips(caller, campaign.id)).toEqual([
      { reason: 'CUSTOMER_DELETED', detail: null, count: 1 },
    ]);
    await run(id);
    expect(await holding(TRACE)).toEqual([]);
    expect((await getCampaign(caller, campaign.id)).stats).toMatchObject({ audience: 1, skipped: 1 });
  });

  it('lets them follow the link of an old message: nothing is left to unsubscribe from', async () => {
    const { id, campaignId } = await plant();
    const message = await collection('messages').findOne({
      workspaceId,
      campaignId: new ObjectId(campaignId),
    });
    await eraseCustomer(caller, id);
    await run(id);
    const token = unsubscribeToken(String(message?._id));
    expect(await readUnsubscribeLink(token)).toEqual({
      address: null,
      sender: 'Sample workspace',
      unsubscribed: true,
    });
    await unsubscribe(token);
    expect(await holding(TRACE)).toEqual([]);
  });

  it('takes the traces of very many messages away', async () => {
    const { id } = await createCustomer(caller, { email: EMAIL, name: NAME });
    const campaign = await draftCampaign(caller);
    for (let i = 0; i < 10; i += 1) await writeLedger(campaign.id, id, 500);
    await eraseCustomer(caller, id);
    expect(await run(id)).toBeNull();
    const own = { workspaceId, customerId: new ObjectId(id) };
    expect(await collection('messages').countDocuments(own)).toBe(5_000);
    expect(await collection('messages').countDocuments({ ...own, to: { $ne: null } })).toBe(0);
    expect(await holding(TRACE)).toEqual([]);
  });

  it('goes on where a killed run stopped', async () => {
    const { id } = await plant();
    await eraseCustomer(caller, id);
    const stopped = new AbortController();
    stopped.abort();
    expect(await runErasure({ workspaceId: caller.workspaceId, erasureId: id }, stopped.signal, 0)).toBe(0);
    expect(await holding(TRACE)).not.toEqual([]);
    await Promise.all([run(id), run(id)]);
    await run(id);
    expect(await holding(TRACE)).toEqual([]);
    expect((await getErasure(caller, id)).status).toBe('DONE');
  });
});

describe('erasing by address', () => {
  it('erases the customer who has it, or else keeps it from coming in', async () => {
    const { id } = await plant();
    expect(await eraseAddress(caller, EMAIL)).toMatchObject({ id });
    expect(await eraseAddress(caller, EMAIL)).toMatchObject({ id });
    const unknown = await eraseAddress(caller, 'nobody@tracer.example');
    expect(await eraseAddress(caller, 'nobody@tracer.example')).toEqual(unknown);
    expect(await run(unknown.id)).toBeNull();
    await expect(createCustomer(caller, { email: 'nobody@tracer.example' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });
});

describe('a changed encryption key', () => {
  it('is told of: addresses noted under the earlier one are recognised no more', async () => {
    await eraseAddress(caller, EMAIL);
    const hash = hashOfAddress(workspaceId, EMAIL);
    const noted = collection('erasedAddresses');
    expect((await noted.deleteOne({ workspaceId, hash })).deletedCount).toBe(1);
    await noted.insertOne({ workspaceId, hash: hash.replace(/^[^.]+/, '00000000'), erasedAt: new Date() });
    expect(await getPrivacyOverview(caller)).toMatchObject({ erasedAddresses: 1, unrecognisable: 1 });
    expect((await createCustomer(caller, { email: EMAIL })).email).toBe(EMAIL);
    // Erased once more, it is kept out again.
    const { id } = await eraseAddress(caller, EMAIL);
    await run(id);
    await expect(createCustomer(caller, { email: EMAIL })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await getPrivacyOverview(caller)).toMatchObject({ erasedAddresses: 2, unrecognisable: 1 });
  });
});

describe('rules and counts', () => {
  it('know nobody who was erased', async () => {
    const { id } = await plant();
    const rules = {
      combinator: 'and' as const,
      rules: [{ field: 'totalSpend', operator: '>=' as const, value: 100 }],
    };
    expect((await previewAudience(caller, { rules })).count).toBe(1);
    expect((await collection('customers').findOne({ _id: new ObjectId(id) }))?.totalSpend).toEqual(
      Long.fromNumber(10_000).toNumber(),
    );
    await eraseCustomer(caller, id);
    expect(await previewAudience(caller, { rules })).toMatchObject({ count: 0, sample: [] });
  });
});

describe('another workspace', () => {
  let stranger: Caller;
  beforeAll(async () => {
    stranger = await createTestWorkspace();
  });
  afterAll(() => dropTestWorkspace(stranger));

  it('erases nobody here, and its own erased addresses bind nobody else', async () => {
    const { id } = await plant();
    await expect(eraseCustomer(stranger, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await eraseAddress(stranger, EMAIL);
    expect(await collection('customers').countDocuments({ workspaceId, email: EMAIL })).toBe(1);
    await eraseCustomer(caller, id);
    await expect(getErasure(stranger, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await liftErased(stranger, EMAIL);
    await expect(createCustomer(caller, { email: EMAIL })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('a marketer may not', async () => {
    const { id } = await plant();
    const marketer: Caller = { ...caller, role: 'MARKETER' };
    await expect(eraseCustomer(marketer, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(eraseAddress(marketer, EMAIL)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(liftErased(marketer, EMAIL)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(getPrivacyOverview(marketer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, collection } from '../../../server/db.ts';
import type { Caller } from '../../../server/permissions.ts';
import { closeQueues } from '../../../server/queue.ts';
import { closeRedis } from '../../../server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../../server/testing/workspace.ts';
import { createAudience } from '../../audiences/audiences.service.ts';
import type { RuleGroup } from '../../audiences/rules.schema.ts';
import { createCustomer } from '../../customers/customers.service.ts';
import { createOrder } from '../../orders/orders.service.ts';
import { createCampaign } from '../campaigns.service.ts';
import type { MessageDocument } from '../messages.repository.ts';
import type { MessageFilter } from './message-log.schema.ts';
import { listCampaignMessages, listLogReasons } from './message-log.service.ts';
import { messageTimeline } from './timeline.service.ts';
import { whyRecipient } from './why.service.ts';

let caller: Caller;
let stranger: Caller;
beforeAll(async () => {
  [caller, stranger] = await Promise.all([createTestWorkspace(), createTestWorkspace()]);
});
afterAll(async () => {
  await Promise.all([caller, stranger].map(dropTestWorkspace));
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

const DAY = 86_400_000;
const LAUNCH = new Date('2026-05-04T09:00:00Z');
const later = (ms: number) => new Date(LAUNCH.getTime() + ms);

async function launched(
  name: string,
  rules: RuleGroup = { combinator: 'and', rules: [] },
): Promise<{ id: string; audienceId: string }> {
  const { id: audienceId } = await createAudience(caller, { name: `Audience of ${name}`, rules });
  const { id } = await createCampaign(caller, {
    name,
    audienceId,
    channel: 'EMAIL',
    template: { subject: 'News', body: 'Hello' },
  });
  await collection('campaigns').updateOne(
    { _id: new ObjectId(id) },
    {
      $set: { status: 'COMPLETED', launchedAt: LAUNCH, completedAt: later(60_000), 'checkpoint.done': true },
    },
  );
  return { id, audienceId };
}

/** Writes rows as the engine would; those without a customer get one that is not kept. */
async function addRows(campaignId: string, rows: readonly Partial<MessageDocument>[]): Promise<string[]> {
  const documents = rows.map((row) => ({
    _id: new ObjectId(),
    workspaceId: new ObjectId(caller.workspaceId),
    campaignId: new ObjectId(campaignId),
    customerId: new ObjectId(),
    batch: 0,
    to: 'someone@example.com',
    status: 'SENT' as const,
    attempts: 1,
    queuedAt: LAUNCH,
    updatedAt: LAUNCH,
    ...row,
  }));
  await collection('messages').insertMany(documents);
  const last = Math.max(...documents.map(({ batch }) => batch));
  await collection('campaigns').updateOne(
    { _id: new ObjectId(campaignId) },
    { $max: { 'checkpoint.batches': last + 1 } },
  );
  return documents.map(({ _id }) => _id.toHexString());
}

describe('the log', () => {
  let id: string;
  let people: string[];
  beforeAll(async () => {
    ({ id } = await launched('Log'));
    people = [];
    for (const n of [1, 2, 3])
      people.push((await createCustomer(caller, { email: `log-${n}@example.com` })).id);
    const customer = (n: number) => new ObjectId(people[n - 1]);
    await addRows(id, [
      { customerId: customer(1), batch: 0, status: 'DELIVERED', variant: 'A', updatedAt: later(1_000) },
      { batch: 0, status: 'SKIPPED', skipReason: 'HOLDOUT' },
      { batch: 0, status: 'SKIPPED', skipReason: 'SUPPRESSED', failureReason: 'unsubscribed' },
      { customerId: customer(2), batch: 1, status: 'DELIVERED', variant: 'B', updatedAt: later(5_000) },
      { batch: 1, status: 'BOUNCED', variant: 'B', failureReason: 'mailbox full', bounceKind: 'SOFT' },
      { customerId: customer(3), batch: 3, status: 'DEAD', variant: 'A', failureReason: 'refused' },
      { batch: 3, status: 'BOUNCED', variant: 'A', failureReason: 'mailbox full', bounceKind: 'SOFT' },
    ]);
  });

  const ask = (filter: MessageFilter = {}, limit = 100) =>
    listCampaignMessages(caller, { id, limit, ...filter });
  const count = async (filter: MessageFilter) => (await ask(filter)).items.length;

  it('comes page by page, the newest batch first, each row once', async () => {
    const all = await ask();
    expect(all.nextCursor).toBeNull();
    expect(all.items).toHaveLength(7);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listCampaignMessages(caller, { id, limit: 2, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(all.items.map((item) => item.id));
    expect(all.items.slice(0, 2).map(({ status }) => status)).toEqual(
      expect.arrayContaining(['DEAD', 'BOUNCED']),
    );
  });

  it('is filtered by status, reason, variant, time and address, together too', async () => {
    expect(await count({ status: 'DELIVERED' })).toBe(2);
    expect(await count({ status: 'QUEUED' })).toBe(0);
    expect(await count({ skipReason: 'HOLDOUT' })).toBe(1);
    expect(await count({ failureReason: 'mailbox full' })).toBe(2);
    expect(await count({ failureReason: 'mailbox full', variant: 'B' })).toBe(1);
    // What stands with a skipped row is the detail of why, not a failure.
    expect(await count({ failureReason: 'unsubscribed' })).toBe(0);
    expect(await count({ variant: 'A' })).toBe(3);
    expect(await count({ changedFrom: later(1_000) })).toBe(2);
    expect(await count({ changedFrom: later(1_000), changedTo: later(5_000) })).toBe(1);
    expect(await count({ address: 'LOG-' })).toBe(3);
    expect(await count({ address: 'log-2@example.com' })).toBe(1);
    expect(await count({ address: 'log-', status: 'DEAD' })).toBe(1);
    expect(await count({ address: 'nobody' })).toBe(0);
  });

  it('shows what is with the vendor as being sent', async () => {
    const { id: other } = await launched('Being sent');
    const [waiting, sending] = await addRows(other, [
      { status: 'QUEUED', attempts: 0 },
      { status: 'QUEUED', attempts: 0 },
    ]);
    await collection('dispatches').insertOne({
      workspaceId: new ObjectId(caller.workspaceId),
      campaignId: new ObjectId(other),
      batch: 0,
      messageIds: [new ObjectId(sending)],
      startedAt: new Date(),
    });
    const idsIn = async (status: 'QUEUED' | 'SENDING') =>
      (await listCampaignMessages(caller, { id: other, limit: 10, status })).items.map((item) => item.id);
    expect(await idsIn('SENDING')).toEqual([sending]);
    expect(await idsIn('QUEUED')).toEqual([waiting]);
  });

  it('says what reasons there are', async () => {
    const reasons = await listLogReasons(caller, id);
    expect(reasons.skips).toEqual(
      expect.arrayContaining([
        { reason: 'HOLDOUT', count: 1 },
        { reason: 'SUPPRESSED', count: 1 },
      ]),
    );
    expect(reasons.failures).toEqual([
      { reason: 'mailbox full', count: 2 },
      { reason: 'refused', count: 1 },
    ]);
  });

  it('refuses a cursor of another campaign, and another workspace', async () => {
    const { id: other } = await launched('Other');
    const [row] = await addRows(other, [{}]);
    await expect(
      listCampaignMessages(caller, { id, limit: 10, ...(row ? { cursor: row } : {}) }),
    ).rejects.toMatchObject({ code: 'VALIDATION' });
    await expect(listCampaignMessages(stranger, { id, limit: 10 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('a message’s timeline', () => {
  it('tells the tries, the dead letter, what was decided, and what came after', async () => {
    const { id } = await launched('Timeline');
    const { id: customerId } = await createCustomer(caller, { email: 'timeline@example.com', name: 'Tim' });
    const tries = [{ at: later(2_000).toISOString(), attempts: 1, reason: 'busy' }];
    const [messageId = ''] = await addRows(id, [
      {
        customerId: new ObjectId(customerId),
        to: 'timeline@example.com',
        status: 'DELIVERED',
        variant: 'B',
        attempts: 2,
        tries: [{ at: later(70_000).toISOString(), attempts: 1, reason: 'busy again' }],
        // A quick vendor's receipt is dated before its answer was written down.
        sentAt: later(81_000),
        deliveredAt: later(80_000),
        openedAt: later(90_000),
        clickedAt: later(95_000),
        unsubscribedAt: later(99_000),
      },
    ]);
    await collection('deadLetters').insertOne({
      workspaceId: new ObjectId(caller.workspaceId),
      campaignId: new ObjectId(id),
      messageId: new ObjectId(messageId),
      customerId: new ObjectId(customerId),
      status: 'RETRIED',
      reason: 'refused',
      payload: { to: 'timeline@example.com' },
      attempts: 4,
      history: [
        ...tries.map((t) => ({ ...t, event: 'TRIED' })),
        { at: later(20_000).toISOString(), event: 'FAILED', reason: 'refused', attempts: 4 },
        { at: later(60_000).toISOString(), event: 'RETRIED', edited: ['to'], by: 'user:x' },
      ],
      note: null,
      createdAt: later(20_000),
      resolvedAt: later(60_000),
    });
    await createOrder(caller, {
      orderId: 'T1',
      customerEmail: 'timeline@example.com',
      orderAmount: 12.5,
      orderDate: later(2 * DAY),
    });
    await createOrder(caller, {
      orderId: 'T0',
      customerEmail: 'timeline@example.com',
      orderAmount: 9,
      orderDate: later(0),
    });
    const timeline = await messageTimeline(caller, messageId);
    expect(timeline.customer).toMatchObject({ name: 'Tim', email: 'timeline@example.com' });
    expect(timeline.message.variant).toBe('B');
    expect(timeline.events.map(({ kind }) => kind)).toEqual([
      'QUEUED',
      'TRIED',
      'FAILED',
      'RETRIED',
      'TRIED',
      'SENT',
      'DELIVERED',
      'OPENED',
      'CLICKED',
      'UNSUBSCRIBED',
      'ORDERED',
    ]);
    expect(timeline.events.at(-1)?.order).toEqual({ orderId: 'T1', amount: 12.5 });
    expect(timeline.events[3]?.edited).toEqual(['to']);
    await expect(messageTimeline(stranger, messageId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('puts an order down to the last message before it alone', async () => {
    const [first, second] = [await launched('First'), await launched('Second')];
    const { id: customerId } = await createCustomer(caller, { email: 'twice@example.com' });
    const row = (at: Date): Partial<MessageDocument> => ({
      customerId: new ObjectId(customerId),
      status: 'DELIVERED',
      sentAt: at,
    });
    const [one = ''] = await addRows(first.id, [row(later(0))]);
    const [two = ''] = await addRows(second.id, [row(later(2 * DAY))]);
    for (const [orderId, at, orderAmount] of [
      ['W1', later(DAY), 10],
      ['W2', later(2 * DAY), 20],
      ['W3', later(9 * DAY), 30],
      ['W4', later(9 * DAY + 1), 40],
      ['W5', later(3 * DAY), -5],
    ] as const)
      await createOrder(caller, {
        orderId,
        customerEmail: 'twice@example.com',
        orderAmount,
        orderDate: at,
      });
    const ordersOf = async (id: string) =>
      (await messageTimeline(caller, id)).events.flatMap(({ order }) => (order ? [order.orderId] : []));
    expect(await ordersOf(one)).toEqual(['W1']);
    // The very moment it was sent and the last of the seven days belong to it.
    expect(await ordersOf(two)).toEqual(['W2', 'W5', 'W3']);
  });

  it('says until when a message is held back, and why one was skipped', async () => {
    const { id } = await launched('Held');
    const [held = '', skipped = ''] = await addRows(id, [
      { status: 'QUEUED', attempts: 0, notBefore: later(DAY) },
      { status: 'SKIPPED', skipReason: 'MISSING_VARIABLE', failureReason: 'customer.city', attempts: 0 },
    ]);
    const events = async (message: string) => (await messageTimeline(caller, message)).events;
    expect(await events(held)).toMatchObject([{ kind: 'QUEUED' }, { kind: 'HELD', until: later(DAY) }]);
    expect(await events(skipped)).toMatchObject([
      { kind: 'QUEUED' },
      { kind: 'SKIPPED', reason: 'customer.city' },
    ]);
  });
});

describe('why or why not', () => {
  const inGermany: RuleGroup = {
    combinator: 'and',
    rules: [{ field: 'country', operator: '=', value: 'Germany' }],
  };

  it('answers with the row, or with the conditions that are missed', async () => {
    const { id, audienceId } = await launched('Why', inGermany);
    const german = await createCustomer(caller, { email: 'hans@example.com', country: 'Germany' });
    const french = await createCustomer(caller, { email: 'jean@example.com', country: 'France' });
    await addRows(id, [
      {
        customerId: new ObjectId(german.id),
        status: 'SKIPPED',
        skipReason: 'HOLDOUT',
        attempts: 0,
      },
    ]);
    const held = await whyRecipient(caller, { id, customerId: german.id });
    expect(held).toMatchObject({ message: { skipReason: 'HOLDOUT' }, audience: null });
    const missed = await whyRecipient(caller, { id, customerId: french.id });
    expect(missed).toMatchObject({
      message: null,
      campaign: { prepared: true },
      audience: {
        id: audienceId,
        inAudience: false,
        explanation: { holds: false, rules: [{ holds: false, value: 'France' }] },
      },
    });
    await expect(whyRecipient(stranger, { id, customerId: french.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const key: Caller = { ...caller, scopes: ['campaigns:read', 'customers:read'] };
    await expect(whyRecipient(key, { id, customerId: french.id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('knows a campaign that goes to those another one did not reach', async () => {
    const [source, again] = [await launched('Source'), await launched('Again')];
    await collection('campaigns').updateOne(
      { _id: new ObjectId(again.id) },
      { $set: { resendOf: new ObjectId(source.id) } },
    );
    const { id: customerId } = await createCustomer(caller, { email: 'not-failed@example.com' });
    expect(await whyRecipient(caller, { id: again.id, customerId })).toMatchObject({
      message: null,
      audience: null,
      resendOf: { id: source.id, name: 'Source' },
    });
  });
});

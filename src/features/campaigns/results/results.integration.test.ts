import { Long, ObjectId } from 'mongodb';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, collection } from '../../../server/db.ts';
import type { Caller } from '../../../server/permissions.ts';
import { closeQueues } from '../../../server/queue.ts';
import { closeRedis } from '../../../server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../../server/testing/workspace.ts';
import { createAudience } from '../../audiences/audiences.service.ts';
import { createCampaign } from '../campaigns.service.ts';
import type { MessageDocument } from '../messages.repository.ts';
import { getResults } from './results.service.ts';
import { exportRecipients, exportResults } from './results-export.service.ts';

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
const LAUNCH = Date.UTC(2026, 4, 4, 9);
const at = (days: number) => new Date(LAUNCH + Math.round(days * DAY));

async function launched(name: string): Promise<string> {
  const { id: audienceId } = await createAudience(caller, {
    name,
    rules: { combinator: 'and', rules: [] },
  });
  const { id } = await createCampaign(caller, {
    name,
    audienceId,
    channel: 'EMAIL',
    template: { subject: 'News', body: 'Hello' },
  });
  await collection('campaigns').updateOne(
    { _id: new ObjectId(id) },
    {
      $set: {
        status: 'COMPLETED',
        launchedAt: at(0),
        completedAt: at(0.1),
        checkpoint: { lastCustomerId: null, batches: 1, done: true },
      },
    },
  );
  return id;
}

interface Person {
  country?: string;
  segment?: string;
  message?: Partial<MessageDocument>;
  /** Minor units and days after the launch. */
  orders?: readonly (readonly [amount: number, days: number])[];
}
let people = 0;
let orders = 0;

/** Writes people, their rows in the campaign and their orders as the engine and imports would. */
async function add(campaignId: string, added: readonly Person[]): Promise<ObjectId[]> {
  const workspaceId = new ObjectId(caller.workspaceId);
  const ids = added.map(() => new ObjectId());
  const idAt = (i: number) => ids[i] ?? new ObjectId();
  await collection('customers').insertMany(
    added.map(({ country, segment }, i) => ({
      _id: idAt(i),
      workspaceId,
      email: `person-${people++}@example.com`,
      name: null,
      phone: null,
      country: country ?? null,
      city: null,
      tags: [],
      attributes: {},
      folded: { name: null, phone: null, country: null, city: null, tags: [], attributes: {} },
      totalSpend: Long.ZERO,
      orderCount: 0,
      averageOrderValue: null,
      firstOrderAt: null,
      lastOrderAt: null,
      ...(segment ? { rfm: { recency: 5, frequency: 5, monetary: 5, segment } } : {}),
      createdAt: at(-100),
      updatedAt: at(-100),
    })),
  );
  await addMessages(
    campaignId,
    added.map(({ message }, i) => ({ customerId: idAt(i), ...message })),
  );
  const placed = added.flatMap(({ orders: own }, i) =>
    (own ?? []).map(([amount, days]) => ({
      workspaceId,
      orderId: `R${orders++}`,
      customerId: idAt(i),
      amount: Long.fromNumber(amount),
      placedAt: at(days),
      createdAt: at(days),
      updatedAt: at(days),
    })),
  );
  if (placed.length > 0) await collection('orders').insertMany(placed);
  return ids;
}

const addMessages = (campaignId: string, rows: readonly Partial<MessageDocument>[]) =>
  collection('messages').insertMany(
    rows.map((row) => ({
      workspaceId: new ObjectId(caller.workspaceId),
      campaignId: new ObjectId(campaignId),
      batch: 0,
      to: 'someone@example.com',
      status: 'DELIVERED',
      attempts: 1,
      queuedAt: at(0),
      sentAt: at(0),
      deliveredAt: at(0),
      updatedAt: at(0),
      ...row,
    })),
  );

const heldOut: Partial<MessageDocument> = {
  status: 'SKIPPED',
  skipReason: 'HOLDOUT',
  attempts: 0,
  sentAt: null,
  deliveredAt: null,
};
const results = (id: string, days: 1 | 3 | 7 | 14 | 30 = 7) => getResults(caller, { id, days });

describe('results', () => {
  it('count orders within the days, the last moment included; refunds lower revenue and are no orders', async () => {
    const id = await launched('Days');
    await add(id, [
      {
        country: 'France',
        segment: 'champions',
        orders: [
          [1_000, 0.5],
          [2_500, 7],
          [400, -0.001],
        ],
      },
      {
        country: 'France',
        orders: [
          [3_333, 2],
          [-1_000, 3],
        ],
      },
      { orders: [[9_900, 7.0001]] },
      { country: 'Spain', orders: [[-500, 1]] },
      { message: { status: 'BOUNCED', deliveredAt: null }, orders: [[7_000, 1]] },
      { message: { status: 'SKIPPED', skipReason: 'SUPPRESSED', sentAt: null, deliveredAt: null } },
    ]);
    const week = await results(id);
    expect(week.total).toEqual({
      people: 5,
      delivered: 4,
      opened: 0,
      clicked: 0,
      unsubscribed: 0,
      buyers: 2,
      orders: 3,
      revenue: 53.33,
      averageOrder: 22.78,
      perPerson: expect.closeTo(10.666, 9),
    });
    expect(week.byDays.map(({ days, buyers, orders: n, revenue }) => [days, buyers, n, revenue])).toEqual([
      [1, 1, 1, 5],
      [3, 2, 2, 28.33],
      [7, 2, 3, 53.33],
      [14, 3, 4, 152.33],
      [30, 3, 4, 152.33],
    ]);
    expect(week.openUntil).toEqual(at(7));
    expect(week.countries.map(({ name, people: n, revenue }) => [name, n, revenue])).toEqual([
      ['France', 2, 58.33],
      [null, 2, 0],
      ['Spain', 1, -5],
    ]);
    expect(week.segments.map(({ name, people: n }) => [name, n])).toEqual([
      [null, 4],
      ['Champions', 1],
    ]);
    expect(week).toMatchObject({ variants: [], lift: null });
    expect((await results(id, 14)).total).toMatchObject({ buyers: 3, orders: 4, revenue: 152.33 });
  });

  it('put an order down to the later of two campaigns', async () => {
    const [first, second] = [await launched('First'), await launched('Second')];
    const [customerId] = await add(first, [
      {
        orders: [
          [1_000, 1],
          [2_000, 3],
          [-300, 3.5],
        ],
      },
    ]);
    if (!customerId) throw new Error('Nobody was added');
    await addMessages(second, [{ customerId, queuedAt: at(2), sentAt: at(2), deliveredAt: at(2) }]);
    expect((await results(first)).total).toMatchObject({ buyers: 1, orders: 1, revenue: 10 });
    expect((await results(second)).total).toMatchObject({ buyers: 1, orders: 1, revenue: 17 });
  });

  it('compare variants, and those written to with those held out, with what the differences are worth', async () => {
    const id = await launched('Experiment');
    const group = (n: number, buyers: number, message: Partial<MessageDocument>): Person[] =>
      Array.from({ length: n }, (_, i) => ({ message, ...(i < buyers ? { orders: [[1_000 + i, 1]] } : {}) }));
    await add(id, [
      ...group(40, 4, { variant: 'A', clickedAt: at(0.2) }),
      ...group(40, 20, { variant: 'B' }),
      ...group(50, 2, heldOut),
      ...group(5, 5, { status: 'SKIPPED', skipReason: 'NO_ADDRESS', sentAt: null, deliveredAt: null }),
    ]);
    const { variants, lift, total } = await results(id);
    expect(total).toMatchObject({ people: 80, buyers: 24 });
    expect(variants).toMatchObject([
      { variant: 'A', people: 40, buyers: 4, tooFew: false, ordered: { share: 0.1, toFirst: null } },
      {
        variant: 'B',
        buyers: 20,
        tooFew: false,
        ordered: { share: 0.5, toFirst: { beyondChance: true } },
        clickedShare: { share: 0, toFirst: { difference: -1, beyondChance: true } },
      },
    ]);
    expect(variants[1]?.ordered.toFirst?.difference).toBeCloseTo(0.4, 10);
    // Newcombe's method 10 for 20/40 − 4/40, worked out apart.
    expect(variants[1]?.ordered.toFirst?.low).toBeCloseTo(0.2027, 4);
    expect(variants[1]?.ordered.toFirst?.high).toBeCloseTo(0.5599, 4);
    expect(lift).toMatchObject({
      written: { people: 80, buyers: 24, ordered: { share: 0.3 } },
      heldOut: { people: 50, buyers: 2, revenue: 20.01, ordered: { share: 0.04 } },
      ordered: { beyondChance: true },
      perPerson: { beyondChance: true },
      tooFew: false,
    });
    expect(lift?.ordered.difference).toBeCloseTo(0.26, 10);
  });

  it('count for the lift what was ordered for whatever reason, and say when people are too few', async () => {
    const [id, other] = [await launched('Few'), await launched('Between')];
    const ids = await add(id, [
      { orders: [[1_000, 3]] },
      {
        message: heldOut,
        orders: [
          [2_000, 3],
          [700, 8],
        ],
      },
    ]);
    // The order of the first counts for another campaign, but it is an order all the same.
    await addMessages(
      other,
      ids.map((customerId) => ({ customerId, queuedAt: at(2), sentAt: at(2), deliveredAt: at(2) })),
    );
    const { total, lift } = await results(id);
    expect(total.orders).toBe(0);
    expect(lift).toMatchObject({
      written: { people: 1, orders: 1, revenue: 10 },
      heldOut: { people: 1, orders: 1, revenue: 20 },
      perPerson: null,
      tooFew: true,
    });
  });

  it('of a campaign without anybody are nothing, and are refused to others', async () => {
    const id = await launched('Nobody');
    expect((await results(id)).total).toMatchObject({
      people: 0,
      revenue: 0,
      averageOrder: null,
      perPerson: 0,
    });
    await expect(getResults(stranger, { id, days: 7 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const key: Caller = { ...caller, scopes: ['campaigns:read', 'customers:read'] };
    await expect(getResults(key, { id, days: 7 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('the files', () => {
  const read = async ({ pieces }: { pieces: AsyncGenerator<string> }) => {
    let text = '';
    for await (const piece of pieces) text += piece;
    return Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
      header: true,
      skipEmptyLines: true,
    }).data;
  };

  it('hold the figures, and everyone with what became of them, safe to open in a spreadsheet', async () => {
    const id = await launched('Files');
    await add(id, [
      {
        country: '=1+1',
        message: { to: '=cmd()@example.com', variant: 'A' },
        orders: [
          [1_050, 1],
          [-50, 2],
        ],
      },
      { message: heldOut },
      { message: { status: 'BOUNCED', failureReason: 'mailbox full', deliveredAt: null, variant: 'B' } },
    ]);
    const file = await exportResults(caller, { id, days: 7 });
    expect(file.fileName).toMatch(/^Files results \d{4}-\d\d-\d\d\.csv$/);
    const lines = await read(file);
    expect(lines.map(({ group, name, people: n }) => [group, name, n])).toEqual([
      ['all', '', '2'],
      ['variant', 'A', '1'],
      ['variant', 'B', '1'],
      ['comparison', 'written to', '2'],
      ['comparison', 'held out', '1'],
      ['country', "'=1+1", '1'],
      ['country', '', '1'],
      ['rfm group', '', '2'],
    ]);
    expect(lines[0]).toMatchObject({ days: '7', orders: '1', revenue: '10.00', averageOrder: '10.50' });
    const recipients = await read(await exportRecipients(caller, { id, days: 7 }));
    expect(recipients).toHaveLength(3);
    expect(recipients.find(({ status }) => status === 'DELIVERED')).toMatchObject({
      address: "'=cmd()@example.com",
      variant: 'A',
      orders: '1',
      revenue: '10.00',
      deliveredAt: at(0).toISOString(),
    });
    expect(recipients.find(({ status }) => status === 'BOUNCED')).toMatchObject({ reason: 'mailbox full' });
    expect(recipients.find(({ status }) => status === 'SKIPPED')).toMatchObject({ skipReason: 'HOLDOUT' });
    await expect(exportRecipients(stranger, { id, days: 7 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

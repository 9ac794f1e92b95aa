import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import * as fc from 'fast-check';
import { Long, ObjectId } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, collection } from '../../server/db.ts';
import type { Caller } from '../../server/permissions.ts';
import { closeQueues } from '../../server/queue.ts';
import { closeRedis } from '../../server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../server/testing/workspace.ts';
import { segmentOf } from '../audiences/rules/rfm-segments.ts';
import { computeRfm, computeRfmOfDay, getRfm } from './rfm.service.ts';

const RUNS = Number(process.env.RFM_PROPERTY_RUNS ?? 60);

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

interface Buyer {
  orderCount: number;
  totalSpend: number;
  lastOrderAt: Date | null;
}
const never = new AbortController().signal;
const compute = () => computeRfm(caller.workspaceId, never);
const DAY = 86_400_000;
const START = Date.UTC(2011, 0, 1);

async function fill(buyers: readonly Buyer[], of: Caller = caller): Promise<void> {
  const workspaceId = new ObjectId(of.workspaceId);
  await collection('customers').deleteMany({ workspaceId });
  if (buyers.length === 0) return;
  await collection('customers').insertMany(
    buyers.map((buyer, i) => ({
      workspaceId,
      email: `buyer-${i}@example.com`,
      name: null,
      phone: null,
      country: null,
      city: null,
      tags: [],
      attributes: {},
      folded: { name: null, phone: null, country: null, city: null, tags: [], attributes: {} },
      averageOrderValue: null,
      firstOrderAt: buyer.lastOrderAt,
      createdAt: new Date(START),
      updatedAt: new Date(START),
      ...buyer,
      totalSpend: Long.fromNumber(buyer.totalSpend),
    })),
  );
}
const scored = async (of: Caller = caller) =>
  (
    await collection('customers')
      .find({ workspaceId: new ObjectId(of.workspaceId) })
      .sort({ _id: 1 })
      .toArray()
  ).map(({ rfm }) => rfm ?? null);

/** By the definition: the fifth in which the middle of those with the same value lies. */
function scoresOf(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const same = values.filter((other) => other === value).length;
    return 1 + Math.floor((5 * (below + same / 2)) / values.length);
  });
}
function expected(all: readonly Buyer[]) {
  const buyers = all.filter(({ orderCount }) => orderCount > 0);
  const recency = scoresOf(buyers.map(({ lastOrderAt }) => lastOrderAt?.getTime() ?? 0));
  const frequency = scoresOf(buyers.map(({ orderCount }) => orderCount));
  const monetary = scoresOf(buyers.map(({ totalSpend }) => totalSpend));
  const scores = new Map(
    buyers.map((buyer, i) => {
      const each = { recency: recency[i] ?? 0, frequency: frequency[i] ?? 0, monetary: monetary[i] ?? 0 };
      return [buyer, { ...each, segment: segmentOf(each) }];
    }),
  );
  return all.map((buyer) => scores.get(buyer) ?? null);
}

const buyerArb = fc
  .record({
    orderCount: fc.integer({ min: 0, max: 6 }),
    totalSpend: fc.oneof(fc.constantFrom(0, 1_000, 1_001), fc.integer({ min: -5_000, max: 90_000 })),
    day: fc.integer({ min: 0, max: 40 }),
  })
  .map(
    ({ orderCount, totalSpend, day }): Buyer => ({
      orderCount,
      totalSpend,
      lastOrderAt: orderCount > 0 ? new Date(START + day * DAY) : null,
    }),
  );

describe('RFM scores', () => {
  it(`are those worked out in memory, for ${RUNS} random shops`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(buyerArb, { maxLength: 60 }), async (buyers) => {
        await fill(buyers);
        await compute();
        expect(await scored()).toEqual(expected(buyers));
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  }, 240_000);

  it('of equal customers, and of one alone, are in the middle', async () => {
    const same = { orderCount: 2, totalSpend: 500, lastOrderAt: new Date(START) };
    const middle = { recency: 3, frequency: 3, monetary: 3, segment: 'need attention' };
    for (const n of [1, 7]) {
      await fill(Array.from({ length: n }, () => ({ ...same })));
      await compute();
      expect(await scored()).toEqual(Array.from({ length: n }, () => middle));
    }
  });

  it('are none without orders, and go when the orders do', async () => {
    await fill([{ orderCount: 0, totalSpend: -100, lastOrderAt: null }]);
    await compute();
    expect(await scored()).toEqual([null]);
    expect(await getRfm(caller)).toMatchObject({ customers: 0, totalSpend: 0 });
    await fill([{ orderCount: 1, totalSpend: 100, lastOrderAt: new Date(START) }]);
    await compute();
    await collection('customers').updateOne(
      { workspaceId: new ObjectId(caller.workspaceId) },
      { $set: { orderCount: 0, lastOrderAt: null } },
    );
    await compute();
    expect(await scored()).toEqual([null]);
  });

  it('are written only where they change, and add up by segment', async () => {
    const buyers = fc.sample(buyerArb, { numRuns: 200, seed: 2 });
    await fill(buyers);
    await compute();
    const first = await getRfm(caller);
    const wanted = expected(buyers);
    for (const { segment, customers, totalSpend } of first.segments) {
      const inIt = buyers.filter((_, i) => wanted[i]?.segment === segment);
      expect({ segment, customers }).toEqual({ segment, customers: inIt.length });
      expect(Math.round(totalSpend * 100)).toBe(inIt.reduce((sum, b) => sum + b.totalSpend, 0));
    }
    expect(first.customers).toBe(buyers.filter(({ orderCount }) => orderCount > 0).length);
    const newest = buyers.reduce((max, b) => Math.max(max, b.lastOrderAt?.getTime() ?? 0), 0);
    for (const { customers, averageRecencyDays } of first.segments)
      if (customers === 0) expect(averageRecencyDays).toBeNull();
      else expect(averageRecencyDays).toBeGreaterThanOrEqual(Math.floor((Date.now() - newest) / DAY));

    const workspaceId = new ObjectId(caller.workspaceId);
    await collection('customers').updateOne(
      { workspaceId, 'rfm.recency': 5 },
      { $set: { 'rfm.recency': 1 } },
    );
    const { scorePage, findTable, endOfPage } = await import('./rfm.repository.ts');
    const [table, end] = await Promise.all([findTable(workspaceId), endOfPage(workspaceId, null, 1_000)]);
    if (!table || !end) throw new Error('There is a table and a page');
    expect(await scorePage(workspaceId, { after: null, end }, table.boundaries)).toBe(1);
    expect(await scorePage(workspaceId, { after: null, end }, table.boundaries)).toBe(0);
  });

  it('have means also where all moments together are more than a number holds exactly', async () => {
    const now = Date.now();
    await fill(
      Array.from({ length: 6_000 }, (_, i) => ({
        orderCount: 1,
        totalSpend: 100,
        lastOrderAt: new Date(now - (i % 2 === 0 ? 10 : 20) * DAY),
      })),
    );
    await compute();
    const { segments } = await getRfm(caller);
    const mean = segments.reduce((sum, s) => sum + s.customers * (s.averageRecencyDays ?? 0), 0) / 6_000;
    expect(mean).toBeCloseTo(15, 1);
  });

  it('tell where the fifths begin', async () => {
    await fill(
      Array.from({ length: 10 }, (_, i) => ({
        orderCount: i < 8 ? 1 : 5,
        totalSpend: (i + 1) * 1_000,
        lastOrderAt: new Date(START + i * DAY),
      })),
    );
    await compute();
    expect((await getRfm(caller)).boundaries).toEqual({
      recency: [2, 4, 6, 8].map((i) => new Date(START + i * DAY)),
      // The middle of the eight with one order lies in the third fifth, that of the other two in the fifth.
      frequency: [1, 1, 5, 5],
      monetary: [30, 50, 70, 90],
    });
  });

  it('are computed once a day, and of no other workspace', async () => {
    await fill([{ orderCount: 1, totalSpend: 1, lastOrderAt: new Date(START) }], stranger);
    await compute();
    expect(await scored(stranger)).toEqual([null]);
    expect(await getRfm(stranger)).toMatchObject({ computedAt: null, boundaries: null, customers: 0 });
    const today = new Date().toISOString().slice(0, 10);
    await computeRfmOfDay(stranger.workspaceId, today, never);
    const { computedAt } = await getRfm(stranger);
    await computeRfmOfDay(stranger.workspaceId, today, never);
    expect((await getRfm(stranger)).computedAt).toEqual(computedAt);
  });
});

it('divides the sample shop into segments that add up', async () => {
  const shop = await createTestWorkspace();
  const workspaceId = new ObjectId(shop.workspaceId);
  const totals = new Map<string, Buyer & { email: string }>();
  const lines = createInterface({ input: createReadStream('public/samples/online-retail-orders.csv') });
  for await (const line of lines) {
    const [, email = '', amount = '', date = ''] = line.split(',');
    if (email === 'customerEmail') continue;
    const minor = Math.round(Number(amount) * 100);
    const buyer = totals.get(email) ?? { email, orderCount: 0, totalSpend: 0, lastOrderAt: null };
    const placedAt = new Date(date);
    const later = minor >= 0 && (buyer.lastOrderAt === null || placedAt > buyer.lastOrderAt);
    totals.set(email, {
      email,
      orderCount: buyer.orderCount + (minor >= 0 ? 1 : 0),
      totalSpend: buyer.totalSpend + minor,
      lastOrderAt: later ? placedAt : buyer.lastOrderAt,
    });
  }
  const buyers = [...totals.values()];
  await fill(buyers, shop);
  await computeRfm(shop.workspaceId, never);
  expect(await scored(shop)).toEqual(expected(buyers));
  const { segments, customers, totalSpend } = await getRfm(shop);
  expect(customers).toBe(buyers.filter(({ orderCount }) => orderCount > 0).length);
  expect(segments.reduce((sum, segment) => sum + segment.customers, 0)).toBe(customers);
  expect(Math.round(totalSpend * 100)).toBe(
    buyers.reduce((sum, b) => (b.orderCount > 0 ? sum + b.totalSpend : sum), 0),
  );
  for (const { segment, customers: inIt } of segments) expect(inIt, segment).toBeGreaterThan(0);
  await collection('customers').deleteMany({ workspaceId });
  await dropTestWorkspace(shop);
}, 60_000);

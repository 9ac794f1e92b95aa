import * as fc from 'fast-check';
import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, collection } from '../../server/db.ts';
import type { Caller } from '../../server/permissions.ts';
import { closeQueues } from '../../server/queue.ts';
import { closeRedis } from '../../server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../server/testing/workspace.ts';
import { countTruths } from './audience-insights.repository.ts';
import { compareAudiences, describeAudience, explainFunnel } from './audience-insights.service.ts';
import { createAudience, previewAudience } from './audiences.service.ts';
import { type EvaluatedCustomer, type EvaluatedOrder, matchesRule, matchesRules } from './rules/evaluate.ts';
import { conditionsOf, funnelOf } from './rules/funnel.ts';
import { customerRow } from './rules/testing/customer-rows.ts';
import { customerArb, NOW, treeArb } from './rules/testing/random-rules.ts';
import { isOrderAggregate, isOrderMatch, type RuleGroup, rulesSchema } from './rules.schema.ts';

const RUNS = Number(process.env.RULES_PROPERTY_RUNS ?? 1_000);

let pool: Caller;
let shop: Caller;
let stranger: Caller;
const people: { customer: EvaluatedCustomer; orders: EvaluatedOrder[] }[] = [];

beforeAll(async () => {
  [pool, shop, stranger] = await Promise.all([
    createTestWorkspace(),
    createTestWorkspace(),
    createTestWorkspace(),
  ]);
  const drawn = fc
    .sample(customerArb, { numRuns: 80, seed: 11 })
    .map((sample, i) => ({ ...sample, email: `person-${i}@example.com` }));
  people.push(...drawn.map(({ orders, ...customer }) => ({ customer, orders })));
  await insert(pool, drawn);
  // Somebody of another workspace with the same values must count nowhere.
  await insert(stranger, drawn.slice(0, 5));
  await insert(shop, [
    person('ann', { country: 'France', totalSpend: 12_050, orderCount: 3, lastOrderAt: daysAgo(10) }),
    person('ben', { country: 'France', totalSpend: 4_000, orderCount: 1, lastOrderAt: daysAgo(45) }),
    person('cat', { country: 'Germany', totalSpend: 250_000, orderCount: 9, lastOrderAt: daysAgo(400) }),
    person('dan', { country: null, totalSpend: 0, orderCount: 0, lastOrderAt: null }),
    person('eve', { country: 'Spain', totalSpend: -1_500, orderCount: 0, lastOrderAt: null }),
    person('fay', { country: 'france', totalSpend: 50, orderCount: 1, lastOrderAt: daysAgo(91) }),
  ]);
});
afterAll(async () => {
  await Promise.all([pool, shop, stranger].map(dropTestWorkspace));
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
const person = (name: string, values: Partial<EvaluatedCustomer>): EvaluatedCustomer => ({
  name,
  email: `${name}@example.com`,
  phone: null,
  country: null,
  city: null,
  tags: [],
  attributes: {},
  totalSpend: 0,
  orderCount: 0,
  averageOrderValue: null,
  firstOrderAt: null,
  lastOrderAt: null,
  createdAt: NOW,
  ...values,
});
async function insert(
  caller: Caller,
  customers: readonly (EvaluatedCustomer & { orders?: EvaluatedOrder[] })[],
): Promise<void> {
  const rows = customers.map((customer) => customerRow(new ObjectId(caller.workspaceId), customer));
  await collection('customers').insertMany(rows.map((row) => row.customer));
  const orders = rows.flatMap((row) => row.orders);
  if (orders.length > 0) await collection('orders').insertMany(orders);
}
const rules = (input: object): RuleGroup => rulesSchema.parse(input);
const everyone = rules({ combinator: 'and', rules: [] });
const inFrance = { field: 'country', operator: '=', value: 'France' };
const spentOver = (amount: number) => ({ field: 'totalSpend', operator: '>', value: amount });

describe('conditions counted together', () => {
  it(`hold for the same customers as in memory, in ${RUNS} random trees`, async () => {
    const workspaceId = new ObjectId(pool.workspaceId);
    let divided = 0;
    await fc.assert(
      fc.asyncProperty(treeArb, async (tree) => {
        const conditions = conditionsOf(rulesSchema.parse(tree)).filter(
          (rule) => !isOrderMatch(rule) && !isOrderAggregate(rule),
        );
        const expected = new Map<number, number>();
        for (const { customer, orders } of people) {
          const mask = conditions.reduce(
            (sum, rule, i) => (matchesRule(rule, customer, orders, NOW) ? sum + 2 ** i : sum),
            0,
          );
          expected.set(mask, (expected.get(mask) ?? 0) + 1);
        }
        if (expected.size > 1) divided += 1;
        const counted = await countTruths(workspaceId, conditions, NOW, {});
        expect(new Map(counted.map(({ mask, n }) => [mask, n]))).toEqual(expected);
      }),
      { numRuns: RUNS, seed: 5, endOnFailure: true },
    );
    expect(divided).toBeGreaterThan(RUNS / 4);
  }, 300_000);
});

describe('a funnel', () => {
  it('says of each condition whom it selects, who is left and whom it keeps out', async () => {
    const { total, count, funnel } = await explainFunnel(shop, {
      rules: rules({
        combinator: 'and',
        rules: [
          inFrance,
          { combinator: 'or', rules: [spentOver(100), { field: 'orderCount', operator: '=', value: 1 }] },
          { field: 'lastOrderAt', operator: 'inLast', value: { amount: 60, unit: 'day' } },
        ],
      }),
    });
    expect({ total, count }).toEqual({ total: 6, count: 2 });
    expect(funnel).toMatchObject({
      combinator: 'and',
      alone: 2,
      rules: [
        // Ann, Ben and Fay, whatever the case of the word.
        { alone: 3, remaining: 3, keptOut: 0, broughtIn: 0 },
        {
          combinator: 'or',
          alone: 4,
          remaining: 3,
          keptOut: 0,
          rules: [
            { alone: 2, remaining: null, keptOut: 0, broughtIn: 1 },
            { alone: 2, remaining: null, keptOut: 0, broughtIn: 1 },
          ],
        },
        // Fay alone fails by the last one.
        { alone: 2, remaining: 2, keptOut: 1, broughtIn: 0 },
      ],
    });
  });

  it('is the same with conditions on single orders, which are counted one by one', async () => {
    const ordered = {
      field: 'orders',
      match: { mode: 'atLeast', threshold: 1 },
      value: { combinator: 'and', rules: [{ field: 'placedAt', operator: '>', value: '2012-01-01' }] },
    };
    const big = { field: 'orders.amount', operator: '>', value: 5, aggregate: 'max' };
    const tree = rules({
      combinator: 'and',
      rules: [{ combinator: 'or', not: true, rules: [inFrance, ordered] }, big],
    });
    const inMemory = (group: RuleGroup) =>
      people.filter(({ customer, orders }) => matchesRules(group, customer, orders, new Date())).length;
    expect(await explainFunnel(pool, { rules: tree })).toEqual(funnelOf(tree, inMemory, { currency: 'GBP' }));
    const many = rules({
      combinator: 'and',
      rules: Array.from({ length: 20 }, (_, i) => ({ ...big, value: i })),
    });
    await expect(explainFunnel(pool, { rules: many })).rejects.toMatchObject({ code: 'UNPROCESSABLE' });
  });

  it('of no conditions is everyone, and of too many is refused with the reason', async () => {
    expect(await explainFunnel(shop, { rules: everyone })).toMatchObject({ total: 6, count: 6 });
    const many = rules({ combinator: 'or', rules: Array.from({ length: 31 }, () => inFrance) });
    await expect(explainFunnel(shop, { rules: many })).rejects.toMatchObject({
      code: 'UNPROCESSABLE',
      message: expect.stringContaining('31 conditions'),
    });
  });

  it('counts no other workspace’s customers', async () => {
    expect(await explainFunnel(stranger, { rules: everyone })).toMatchObject({ total: 5 });
  });
});

describe('what an audience is like', () => {
  it('shows spend in round steps with refunds and nothing apart, countries and the last orders', async () => {
    const found = await describeAudience(shop, { rules: everyone });
    expect(found.count).toBe(6);
    expect(found.spend).toMatchObject({ total: 2_646, negative: 1, none: 1 });
    expect(found.spend.bins.filter(({ count }) => count > 0)).toEqual([
      { from: 0, to: 1, count: 1 },
      { from: 10, to: 100, count: 1 },
      { from: 100, to: 1_000, count: 1 },
      { from: 1_000, to: 10_000, count: 1 },
    ]);
    expect(found.spend.median).toBeGreaterThanOrEqual(0);
    expect(found.spend.median).toBeLessThanOrEqual(40);
    expect(found.countries[0]).toEqual({ country: 'France', count: 2 });
    expect(found.recency).toEqual({
      never: 2,
      bins: [
        { from: 0, to: 30, count: 1 },
        { from: 30, to: 60, count: 1 },
        { from: 60, to: 90, count: 0 },
        { from: 90, to: 180, count: 1 },
        { from: 180, to: 365, count: 0 },
        { from: 365, to: null, count: 1 },
      ],
    });
  });

  it('is the same when customers are walked through for the sake of order conditions', async () => {
    const noOrders = {
      field: 'orders',
      match: { mode: 'atLeast', threshold: 0 },
      value: { combinator: 'and', rules: [{ field: 'amount', operator: '>', value: 1 }] },
    };
    const [walked, grouped] = await Promise.all([
      describeAudience(pool, { rules: rules({ combinator: 'and', rules: [noOrders] }) }),
      describeAudience(pool, { rules: everyone }),
    ]);
    expect({ ...walked, spend: { ...walked.spend, median: null } }).toEqual({
      ...grouped,
      spend: { ...grouped.spend, median: null },
    });
    expect(walked.count).toBe(80);
  });

  it('adds up to the count for any rule, and nobody has no median', async () => {
    const some = await describeAudience(shop, {
      rules: rules({ combinator: 'and', rules: [spentOver(30)] }),
    });
    const bars = some.spend.bins.reduce((sum, { count }) => sum + count, 0);
    expect(bars + some.spend.none + some.spend.negative).toBe(some.count);
    expect(some.count).toBe(3);
    const nobody = await describeAudience(shop, {
      rules: rules({ combinator: 'and', not: true, rules: [] }),
    });
    expect(nobody).toMatchObject({ count: 0, spend: { median: null, bins: [], total: 0 }, countries: [] });
  });
});

describe('two audiences', () => {
  it('are compared by whom they share', async () => {
    const french = await createAudience(shop, {
      name: 'French',
      rules: rules({ combinator: 'and', rules: [inFrance] }),
    });
    const spenders = rules({ combinator: 'and', rules: [spentOver(30)] });
    expect(await compareAudiences(shop, { rules: spenders, audienceId: french.id })).toEqual({
      count: 3,
      other: { id: french.id, name: 'French', count: 3 },
      both: 2,
      total: 6,
    });
    await expect(
      compareAudiences(stranger, { rules: spenders, audienceId: french.id }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a question nobody waits for', () => {
  it('is ended, and said to be cancelled', async () => {
    const left = new AbortController();
    const asked = [
      previewAudience(pool, { rules: everyone }, left.signal),
      describeAudience(pool, { rules: everyone }, left.signal),
      explainFunnel(pool, { rules: everyone }, left.signal),
    ];
    left.abort();
    for (const question of asked) await expect(question).rejects.toThrow(/abort/i);
  });
});

import * as fc from 'fast-check';
import { Long, ObjectId } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fold } from '../../../lib/fold.ts';
import { closeDatabase, collection } from '../../../server/db.ts';
import { previewMatching, walkMatching } from '../matching.repository.ts';
import { type RuleGroup, rulesSchema } from '../rules.schema.ts';
import { type EvaluatedCustomer, type EvaluatedOrder, matchesRules } from './evaluate.ts';
import { customerArb, DAY, NOW, treeArb } from './testing/random-rules.ts';

const RUNS = Number(process.env.RULES_PROPERTY_RUNS ?? 10_000);

describe('compiled rules and the in-memory evaluation', () => {
  const workspaceId = new ObjectId();
  const other = new ObjectId();
  const pool: { id: string; customer: EvaluatedCustomer; orders: EvaluatedOrder[] }[] = [];

  beforeAll(async () => {
    const drawn = fc.sample(customerArb, { numRuns: 120, seed: 7 });
    const rows = [...drawn, ...drawn.slice(0, 5)].map((sample, i) => {
      const { orders, ...rest } = sample;
      return {
        _id: new ObjectId(),
        mine: i < drawn.length,
        email: `person-${i}@example.com`,
        orders,
        ...rest,
      };
    });
    await collection('customers').insertMany(
      rows.map(({ orders: _, mine, ...c }) => ({
        ...c,
        workspaceId: mine ? workspaceId : other,
        folded: {
          ...Object.fromEntries(
            ['name', 'phone', 'country', 'city'].map((key) => [
              key,
              c[key as 'name'] === null ? null : fold(String(c[key as 'name'])),
            ]),
          ),
          tags: c.tags.map(fold),
          attributes: Object.fromEntries(
            Object.entries(c.attributes).map(([k, v]) => [k, typeof v === 'string' ? fold(v) : v]),
          ),
        },
        totalSpend: Long.fromNumber(c.totalSpend),
        averageOrderValue: c.averageOrderValue === null ? null : Long.fromNumber(c.averageOrderValue),
        snapshotIds: c.snapshotIds?.map((id) => new ObjectId(id)),
        updatedAt: c.createdAt,
      })),
    );
    const orders = rows.flatMap((row) =>
      row.orders.map((order, i) => ({
        workspaceId: row.mine ? workspaceId : other,
        orderId: `${row._id.toHexString()}-${i}`,
        customerId: row._id,
        amount: Long.fromNumber(order.amount),
        placedAt: order.placedAt,
        createdAt: NOW,
        updatedAt: NOW,
      })),
    );
    await collection('orders').insertMany(orders);
    pool.push(
      ...rows.filter((r) => r.mine).map((r) => ({ id: r._id.toHexString(), customer: r, orders: r.orders })),
    );
  });

  afterAll(async () => {
    await Promise.all(
      ['customers', 'orders'].map((name) =>
        collection(name).deleteMany({ workspaceId: { $in: [workspaceId, other] } }),
      ),
    );
    await closeDatabase();
  });

  /** By turns with the usual sizes and with such as make many chunks of this small pool. */
  let turn = 0;
  const select = async (rules: RuleGroup): Promise<string[]> => {
    turn += 1;
    const sizes = turn % 2 === 0 ? { sizes: { chunk: 7, few: turn % 4 === 0 ? 0 : 11 } } : {};
    const question = { workspaceId, rules, now: NOW, ...sizes };
    const walk = walkMatching(question, { projection: { _id: 1 } });
    const [rows, preview] = await Promise.all([Array.fromAsync(walk), previewMatching(question, 5)]);
    const ids = (documents: readonly { _id: ObjectId }[]) => documents.map(({ _id }) => _id.toHexString());
    expect(preview.count).toBe(rows.length);
    expect(ids(preview.sample)).toEqual(ids(rows.slice(0, 5)));
    // As they come: a walk is in the order of ids.
    return ids(rows);
  };
  const expected = (rules: RuleGroup) =>
    pool
      .filter((p) => matchesRules(rules, p.customer, p.orders, NOW))
      .map((p) => p.id)
      .sort();

  it(`select the same customers for ${RUNS} random rule trees`, async () => {
    let selective = 0;
    await fc.assert(
      fc.asyncProperty(treeArb, async (tree) => {
        const rules = rulesSchema.parse(tree);
        const wanted = expected(rules);
        if (wanted.length > 0 && wanted.length < pool.length) selective += 1;
        expect(await select(rules)).toEqual(wanted);
      }),
      { numRuns: RUNS, endOnFailure: process.env.RULES_SHRINK !== '1' },
    );
    // The trees must divide the pool, or agreeing on them would mean little.
    expect(selective).toBeGreaterThan(RUNS / 4);
  }, 900_000);

  const orders = (match: unknown, rules: unknown[] = []) => ({
    field: 'orders',
    match,
    value: { combinator: 'and', rules },
  });
  const sum = (operator: string, value: number) => ({
    field: 'orders.amount',
    aggregate: 'sum',
    operator,
    value,
  });
  const and = (...rules: unknown[]) => rulesSchema.parse({ combinator: 'and', rules });

  it.each([
    ['an empty group is everyone', and(), (p: (typeof pool)[number]) => p !== null],
    [
      'refunds are no orders',
      and(orders({ mode: 'exactly', threshold: 0 })),
      (p: (typeof pool)[number]) => p.orders.every((o) => o.amount < 0),
    ],
    [
      'with no orders a sum is 0',
      and(sum('=', 0)),
      (p: (typeof pool)[number]) => p.orders.reduce((s, o) => s + o.amount, 0) === 0,
    ],
    [
      'refunds count in a sum',
      and(sum('<', 0)),
      (p: (typeof pool)[number]) => p.orders.reduce((s, o) => s + o.amount, 0) < 0,
    ],
    [
      'between includes both ends',
      and({ field: 'totalSpend', operator: 'between', value: [10, 100] }),
      (p: (typeof pool)[number]) => p.customer.totalSpend >= 1_000 && p.customer.totalSpend <= 10_000,
    ],
    [
      'a missing date was not in the last week',
      and({ field: 'lastOrderAt', operator: 'notInLast', value: { amount: 1, unit: 'week' } }),
      (p: (typeof pool)[number]) =>
        !p.customer.lastOrderAt ||
        p.customer.lastOrderAt.getTime() < NOW.getTime() - 7 * DAY ||
        p.customer.lastOrderAt > NOW,
    ],
    [
      'text compares without case',
      and({ field: 'country', operator: '=', value: 'FRANCE' }),
      (p: (typeof pool)[number]) => p.customer.country?.toLowerCase() === 'france',
    ],
    [
      'text begins with the last characters there are',
      and({ field: 'city', operator: 'beginsWith', value: '\u{10ffff}' }),
      (p: (typeof pool)[number]) => p.customer.city?.startsWith('\u{10ffff}') ?? false,
    ],
  ])('%s', async (_, rules, holds) => {
    const wanted = pool
      .filter(holds)
      .map((p) => p.id)
      .sort();
    expect(wanted.length).toBeGreaterThan(0);
    expect(await select(rules)).toEqual(wanted);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../server/db.ts';
import type { Caller } from '../../server/permissions.ts';
import { closeRedis } from '../../server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../server/testing/workspace.ts';
import { listOrdersInput, orderSorts } from './orders.schema.ts';
import { createOrder, listOrders } from './orders.service.ts';

let caller: Caller;
const placed = [
  ['A', 10, '2020-01-02'],
  ['B', -5, '2020-01-01'],
  ['C', 10, '2020-01-03'],
  ['D', 99.99, '2020-01-02'],
] as const;

beforeAll(async () => {
  caller = await createTestWorkspace();
  for (const [orderId, orderAmount, day] of placed)
    await createOrder(caller, {
      orderId,
      orderAmount,
      customerEmail: 'ann@example.com',
      orderDate: new Date(day),
    });
});
afterAll(async () => {
  await dropTestWorkspace(caller);
  await Promise.all([closeRedis(), closeDatabase()]);
});

const ask = async (query: Record<string, unknown>) => listOrders(caller, listOrdersInput.parse(query));
const ids = async (query: Record<string, unknown>) =>
  (await ask(query)).items.map(({ orderId }) => orderId).join('');

describe('the list of orders', () => {
  it('is sorted by time or amount, ties by which was added first', async () => {
    expect(await ids({})).toBe('CDAB');
    expect(await ids({ sort: 'placedAt' })).toBe('BADC');
    expect(await ids({ sort: 'amount' })).toBe('BACD');
    expect(await ids({ sort: '-amount' })).toBe('DCAB');
  });

  it('can be narrowed down to amounts, both ends included', async () => {
    expect(await ids({ minAmount: '10' })).toBe('CDA');
    expect(await ids({ maxAmount: '10', sort: 'amount' })).toBe('BAC');
    expect(await ids({ minAmount: '-5', maxAmount: '-0.01' })).toBe('B');
    expect(listOrdersInput.safeParse({ minAmount: 'much' }).success).toBe(false);
  });

  it.each(orderSorts)('shows each once in pages of one, sorted by %s', async (sort) => {
    let seen = '';
    let cursor: string | null = null;
    do {
      const page = await ask({ sort, limit: 1, ...(cursor ? { cursor } : {}) });
      seen += page.items[0]?.orderId ?? '';
      cursor = page.nextCursor;
    } while (cursor && seen.length < 10);
    expect(seen).toBe(await ids({ sort }));
  });

  it('refuses a cursor of another sort', async () => {
    const { nextCursor } = await ask({ limit: 1 });
    await expect(ask({ sort: 'amount', cursor: nextCursor })).rejects.toMatchObject({ code: 'VALIDATION' });
  });
});

import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../server/db.ts';
import type { Caller } from '../../server/permissions.ts';
import { closeRedis } from '../../server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../server/testing/workspace.ts';
import { listCustomers } from '../customers/customer-lists.service.ts';
import type { Customer, CustomerInput } from '../customers/customers.schema.ts';
import { createCustomer } from '../customers/customers.service.ts';
import { createOrder } from '../orders/orders.service.ts';
import { explainAudience, explainForCustomer } from './audience-explain.service.ts';
import { createAudience, listAudienceCustomers } from './audiences.service.ts';
import { rulesSchema } from './rules.schema.ts';

let caller: Caller;
let stranger: Caller;
let customers: Customer[];
const byName = (name: string): string => customers.find((c) => c.name === name)?.id ?? '';

beforeAll(async () => {
  [caller, stranger] = await Promise.all([createTestWorkspace(), createTestWorkspace()]);
  const people: CustomerInput[] = [
    {
      email: 'ann@example.com',
      name: 'Ann',
      country: 'United Kingdom',
      tags: ['VIP'],
      attributes: { points: 12 },
    },
    { email: 'ben@example.com', name: 'Ben', country: 'France', attributes: { points: 'many' } },
    { email: 'cem@example.com', name: 'Cem', tags: ['vip'] },
  ];
  for (const person of people) await createCustomer(caller, person);
  const order = (orderId: string, customerEmail: string, orderAmount: number, daysAgo: number) =>
    createOrder(caller, {
      orderId,
      customerEmail,
      orderAmount,
      orderDate: new Date(Date.now() - daysAgo * 86_400_000),
    });
  await order('1', 'ann@example.com', 300, 2);
  await order('2', 'ann@example.com', 110, 5);
  await order('3', 'ann@example.com', 50, 200);
  await order('4', 'ben@example.com', 10.5, 300);
  customers = (await listCustomers(caller, { limit: 10, sort: 'name' })).items;
});
afterAll(async () => {
  await Promise.all([dropTestWorkspace(caller), dropTestWorkspace(stranger)]);
  await Promise.all([closeRedis(), closeDatabase()]);
});

const recent = {
  combinator: 'and',
  rules: [{ field: 'placedAt', operator: 'inLast', value: { amount: 30, unit: 'day' } }],
};
const recentOrders = { field: 'orders', match: { mode: 'atLeast', threshold: 2 }, value: recent };
const british = { field: 'country', operator: '=', value: 'united kingdom' };

describe('explaining an audience for one customer', () => {
  it('gives each condition with what the customer has', async () => {
    const rules = rulesSchema.parse({ combinator: 'and', rules: [british, recentOrders] });
    const { id } = await createAudience(caller, { name: 'Active Britons', rules });
    expect(await explainAudience(caller, { id, customerId: byName('Ann') })).toEqual({
      customer: { id: byName('Ann'), name: 'Ann', email: 'ann@example.com' },
      inAudience: true,
      explanation: {
        combinator: 'and',
        not: false,
        holds: true,
        rules: [
          { sentence: 'Country is united kingdom', holds: true, value: 'United Kingdom' },
          {
            sentence: 'Placed at least 2 orders in the last 30 days',
            holds: true,
            value: '2 of 3 orders, £410.00 together',
          },
        ],
      },
    });
    expect(await explainAudience(caller, { id, customerId: byName('Cem') })).toMatchObject({
      inAudience: false,
      explanation: { rules: [{ value: 'no value' }, { value: 'no orders' }] },
    });
  });

  it.each([
    [[british]],
    [[recentOrders]],
    [[{ field: 'totalSpend', operator: '<', value: 100 }]],
    [[{ field: 'averageOrderValue', operator: '!=', value: 10.5 }]],
    [[{ field: 'attributes.points', operator: 'between', value: [1, 20] }]],
    [[{ combinator: 'or', not: true, rules: [{ field: 'tags', operator: '=', value: 'vip' }, british] }]],
    [[{ field: 'orders.amount', aggregate: 'max', operator: '>', value: 100 }]],
    [[{ field: 'lastOrderAt', operator: 'null' }]],
  ])('agrees with who the database says is in it: %j', async (conditions) => {
    const rules = rulesSchema.parse({ combinator: 'and', rules: conditions });
    const { id } = await createAudience(caller, { name: 'Some', rules });
    const members = (await listAudienceCustomers(caller, { id, limit: 10 })).items.map((c) => c.id);
    expect([1, 2]).toContain(members.length);
    for (const customer of customers) {
      const { inAudience } = await explainForCustomer(caller, { rules, customerId: customer.id });
      expect([customer.name, inAudience]).toEqual([customer.name, members.includes(customer.id)]);
    }
  });

  it('refuses another workspace, a customer that is not there, and who may not read audiences', async () => {
    const rules = rulesSchema.parse({ combinator: 'and', rules: [] });
    const { id } = await createAudience(caller, { name: 'Everyone', rules });
    const theirs = await createAudience(stranger, { name: 'Theirs', rules });
    const customerId = byName('Ann');
    for (const asked of [
      () => explainAudience(stranger, { id, customerId }),
      () => explainAudience(stranger, { id: theirs.id, customerId }),
      () => explainForCustomer(stranger, { rules, customerId }),
      () => explainForCustomer(caller, { rules, customerId: new ObjectId().toHexString() }),
      () => explainForCustomer(caller, { rules, customerId: 'no-id' }),
    ])
      await expect(asked()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const limited = { ...caller, scopes: ['customers:read'] };
    await expect(explainAudience(limited, { id, customerId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, collection } from '../../server/db.ts';
import type { Caller } from '../../server/permissions.ts';
import { closeQueues } from '../../server/queue.ts';
import { closeRedis } from '../../server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../server/testing/workspace.ts';
import { createAudience } from '../audiences/audiences.service.ts';
import { createOrder } from '../orders/orders.service.ts';
import type { CustomerFilter } from './customer-filter.schema.ts';
import { countRows, listCustomers, listRows } from './customer-lists.service.ts';
import { customerSorts } from './customers.schema.ts';
import { createCustomer } from './customers.service.ts';
import { exportCustomers } from './list-export.service.ts';

let caller: Caller;
let stranger: Caller;
let frequent: string;

const people = [
  { email: 'ann@example.com', name: 'Ann Archer', country: 'France', tags: ['VIP'] },
  { email: 'bob@example.com', name: 'Bob Baker', country: 'france', tags: ['vip', 'wholesale'] },
  { email: 'cleo@example.com', country: 'Spain', tags: ['wholesale'] },
  { email: 'dan@keller.example', name: 'Dan', tags: [] },
  { email: 'eve@example.com', name: 'Eve (50%)', country: 'Iceland', tags: ['newsletter'] },
];

beforeAll(async () => {
  [caller, stranger] = await Promise.all([createTestWorkspace(), createTestWorkspace()]);
  for (const person of people) await createCustomer(caller, person);
  const order = (customerEmail: string, orderAmount: number, day: string) =>
    createOrder(caller, {
      orderId: new ObjectId().toHexString(),
      customerEmail,
      orderAmount,
      orderDate: new Date(day),
    });
  await order('ann@example.com', 100, '2020-01-31T23:30:00Z');
  await order('ann@example.com', 50, new Date(Date.now() - 86_400_000).toISOString());
  await order('bob@example.com', 20, '2020-01-31T23:30:00Z');
  await order('cleo@example.com', 20.5, '2020-02-01T00:00:00Z');
  await collection('customers').updateOne(
    { workspaceId: new ObjectId(caller.workspaceId), email: 'bob@example.com' },
    { $set: { rfm: { recency: 1, frequency: 1, monetary: 1, segment: 'lost' } } },
  );
  const big = {
    field: 'orders',
    match: { mode: 'atLeast' as const, threshold: 1 },
    value: {
      combinator: 'and' as const,
      rules: [{ field: 'amount', operator: '>=' as const, value: 50 }],
    },
  };
  frequent = (
    await createAudience(caller, {
      name: 'Large orders',
      rules: { combinator: 'and', rules: [{ ...big, field: 'orders' as const }] },
    })
  ).id;
});
afterAll(async () => {
  await Promise.all([dropTestWorkspace(caller), dropTestWorkspace(stranger)]);
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

const who = async (filter: CustomerFilter, as = caller) =>
  (await listRows(as, { filter, sort: 'email', limit: 50 })).items.map(({ email }) => email.split('@')[0]);

describe('the table of customers', () => {
  it.each<[string, CustomerFilter, string[]]>([
    ['everyone', {}, ['ann', 'bob', 'cleo', 'dan', 'eve']],
    ['a part of the name', { search: 'ARCH' }, ['ann']],
    ['a part of the address', { search: 'keller' }, ['dan']],
    ['signs that mean something elsewhere', { search: '(50%)' }, ['eve']],
    ['a country in any case', { countries: ['FRANCE'] }, ['ann', 'bob']],
    ['one of several countries', { countries: ['Spain', 'Iceland'] }, ['cleo', 'eve']],
    ['any of the tags', { tags: ['vip', 'newsletter'] }, ['ann', 'bob', 'eve']],
    ['a segment', { segments: ['lost', 'champions'] }, ['bob']],
    ['spend, both ends', { minSpend: 20, maxSpend: 20.5 }, ['bob', 'cleo']],
    ['last order by days, the last one too', { lastOrderTo: '2020-01-31' }, ['bob']],
    ['last order from a day', { lastOrderFrom: '2020-02-01' }, ['ann', 'cleo']],
    ['an order lately', { lastOrderWithin: 30 }, ['ann']],
    ['none lately, those who never ordered too', { lastOrderNotWithin: 30 }, ['bob', 'cleo', 'dan', 'eve']],
    ['several at once', { countries: ['France'], tags: ['wholesale'] }, ['bob']],
    ['nobody', { search: 'nobody of this name' }, []],
  ])('finds %s, and counts as many', async (_what, filter, expected) => {
    expect(await who(filter)).toEqual(expected);
    expect(await countRows(caller, filter)).toEqual({ count: expected.length });
  });

  it('asks an audience that looks at single orders, together with other filters', async () => {
    expect(await who({ audienceId: frequent })).toEqual(['ann']);
    expect(await who({ audienceId: frequent, countries: ['Spain'] })).toEqual([]);
    expect(await countRows(caller, { audienceId: frequent })).toEqual({ count: 1 });
  });

  it('says when the audience of a filter is gone, and keeps another workspace’s to it', async () => {
    await expect(who({ audienceId: new ObjectId().toHexString() })).rejects.toMatchObject({
      code: 'VALIDATION',
    });
    await expect(who({ audienceId: frequent }, stranger)).rejects.toMatchObject({ code: 'VALIDATION' });
    expect(await who({}, stranger)).toEqual([]);
  });

  it.each(customerSorts.flatMap((sort) => [sort, `-${sort}` as const]))(
    'shows everybody once in pages of one, sorted by %s',
    async (sort) => {
      const whole = (await listRows(caller, { filter: {}, sort, limit: 50 })).items.map(({ id }) => id);
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listRows(caller, { filter: {}, sort, limit: 1, ...(cursor ? { cursor } : {}) });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor && seen.length < 20);
      expect(seen).toEqual(whole);
      expect(new Set(seen).size).toBe(people.length);
    },
  );

  it('refuses a cursor of another sort', async () => {
    const { nextCursor } = await listRows(caller, { filter: {}, sort: 'email', limit: 1 });
    await expect(
      listRows(caller, { filter: {}, sort: 'name', limit: 1, cursor: nextCursor ?? '' }),
    ).rejects.toMatchObject({ code: 'VALIDATION' });
  });

  it('tells programs who changed since', async () => {
    const since = new Date();
    await createCustomer(caller, { email: 'late@example.com' });
    const list = { limit: 50, sort: 'updatedAt' as const };
    const { items } = await listCustomers(caller, { ...list, updatedSince: since });
    expect(items.map(({ email }) => email)).toEqual(['late@example.com']);
    expect((await listCustomers(caller, list)).items).toHaveLength(people.length + 1);
  });
});

describe('the file of chosen customers', () => {
  const linesOf = async (input: Parameters<typeof exportCustomers>[1], as = caller) =>
    (await Array.fromAsync((await exportCustomers(as, input)).pieces)).join('').slice(1).trim().split('\r\n');
  const columns = ['name', 'tags'] as const;

  it('has the columns of the page and nothing a spreadsheet would run', async () => {
    const { id } = await createCustomer(caller, {
      email: 'zed@example.com',
      name: '=1+1',
      tags: ['a', '-b'],
    });
    expect(await linesOf({ target: { ids: [id] }, columns: [...columns] })).toEqual([
      'email,name,tags',
      'zed@example.com,"\'=1+1",a;-b',
    ]);
  });

  it('has all that match but those taken out, and nobody of another workspace', async () => {
    const filter = { countries: ['France'] };
    const { items } = await listRows(caller, { filter, sort: 'email', limit: 5 });
    const ann = items[0]?.id ?? '';
    expect(await linesOf({ target: { filter, except: [ann] }, columns: [...columns] })).toEqual([
      'email,name,tags',
      'bob@example.com,Bob Baker,vip;wholesale',
    ]);
    expect(await linesOf({ target: { ids: [ann] }, columns: [...columns] }, stranger)).toHaveLength(1);
    expect((await linesOf({ target: { ids: [ann] } }))[0]).toContain('averageOrderValue');
  });
});

import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { expect, test } from '../fixtures/test.ts';
import { idOf, pageOf, uniqueEmail } from './answers.ts';
import { expectProblem } from './problem.ts';

test.describe('customers, orders and audiences', { tag: '@api' }, () => {
  test('are created, read, changed and deleted', async ({ external }) => {
    const email = uniqueEmail();
    const made = await external.post('/api/customers', {
      data: { email, name: 'Zoë Sample', country: 'France', tags: ['vip'], attributes: { shoeSize: 38 } },
    });
    expect(made.status()).toBe(201);
    const id = await idOf(made);
    const order = {
      orderId: randomUUID(),
      customerEmail: email,
      orderAmount: 19.99,
      orderDate: '2026-01-02',
    };
    expect((await external.post('/api/orders', { data: order })).status()).toBe(201);

    expect(await (await external.get(`/api/customers/${id}`)).json()).toMatchObject({
      id,
      email,
      name: 'Zoë Sample',
      tags: ['vip'],
      attributes: { shoeSize: 38 },
      totalSpend: 19.99,
      orderCount: 1,
      firstOrderAt: '2026-01-02T00:00:00.000Z',
    });
    const changed = await external.patch(`/api/customers/${id}`, { data: { city: 'Lyon', country: null } });
    expect(await changed.json()).toMatchObject({ id, city: 'Lyon', country: null, name: 'Zoë Sample' });
    const orders = await pageOf(await external.get(`/api/orders?customerId=${id}`));
    expect(orders.items).toMatchObject([{ orderId: order.orderId, orderAmount: 19.99 }]);
    expect((await external.delete(`/api/customers/${id}`)).ok()).toBe(true);
    await expectProblem(await external.get(`/api/customers/${id}`), 404, 'NOT_FOUND');
  });

  test('lists go on from their cursor and end with none', async ({ account, api }) => {
    await api.addCustomers(5);
    const seen: string[] = [];
    let cursor: string | null = '';
    let pages = 0;
    while (cursor !== null) {
      const query: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
      const page = await pageOf(await account.request.get(`/api/customers?limit=2${query}`));
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
      pages += 1;
    }
    expect(pages).toBe(3);
    expect(new Set(seen).size).toBe(5);
    expect((await pageOf(await account.request.get('/api/customers?search=customer-3'))).items).toHaveLength(
      1,
    );
  });

  test('an audience counts, shows and keeps whom its rules describe', async ({ api, account }) => {
    await api.importCustomers([
      { email: 'paris@example.com', name: 'Paris', country: 'France', tags: 'vip;new' },
      { email: 'rome@example.com', name: 'Rome', country: 'Italy' },
    ]);
    await api.importOrders([
      { orderId: '1', customerEmail: 'paris@example.com', orderAmount: 300, orderDate: '2026-01-02' },
      { orderId: '2', customerEmail: 'rome@example.com', orderAmount: 10.01, orderDate: '2026-01-03' },
    ]);
    const rules = {
      combinator: 'and' as const,
      rules: [
        { field: 'totalSpend', operator: '>=', value: 250 },
        { combinator: 'or', rules: [{ field: 'country', operator: '=', value: 'france' }] },
      ],
    };
    const preview = await account.request.post('/api/audiences/preview', { data: { rules } });
    expect(await preview.json()).toMatchObject({
      count: 1,
      total: 2,
      sample: [{ email: 'paris@example.com' }],
    });
    const { id } = await api.createAudience('Good customers', rules);
    const members = await pageOf(await account.request.get(`/api/audiences/${id}/customers`));
    expect(members).toMatchObject({ items: [{ email: 'paris@example.com' }], nextCursor: null });
    const rome = await pageOf(await account.request.get('/api/customers?search=rome'));
    const { id: romeId } = z.object({ id: z.string() }).parse(rome.items[0]);
    const explained = await account.request.get(`/api/audiences/${id}/explain?customerId=${romeId}`);
    expect(await explained.json()).toMatchObject({
      customer: { email: 'rome@example.com' },
      inAudience: false,
      explanation: {
        rules: [
          { sentence: 'Total spend is at least £250', holds: false, value: '£10.01' },
          { combinator: 'or', holds: false, rules: [{ value: 'Italy' }] },
        ],
      },
    });
    const renamed = await account.request.patch(`/api/audiences/${id}`, { data: { name: 'Best customers' } });
    expect(await renamed.json()).toMatchObject({ id, name: 'Best customers', rules });
    const listed = await pageOf(await account.request.get('/api/audiences'));
    expect(listed.items).toMatchObject([{ id, name: 'Best customers' }]);
    expect((await account.request.delete(`/api/audiences/${id}`)).ok()).toBe(true);
    await expectProblem(await account.request.get(`/api/audiences/${id}`), 404, 'NOT_FOUND');
  });

  test('words become rules, and an aim becomes drafts', async ({ external }) => {
    const rules = await external.post('/api/ai/generate-segment-rules', {
      data: { prompt: 'customers from France who spent more than 100' },
    });
    const answer = z
      .object({
        rules: z.object({ combinator: z.string(), rules: z.array(z.unknown()) }),
        unmapped: z.array(z.string()),
        explanation: z.string(),
        source: z.enum(['groq', 'offline']),
      })
      .parse(await rules.json());
    expect(answer.rules.rules.length).toBeGreaterThan(0);
    expect((await external.post('/api/audiences/preview', { data: { rules: answer.rules } })).status()).toBe(
      200,
    );
    const drafts = await external.post('/api/ai/suggest-messages', { data: { objective: 'win them back' } });
    const { suggestions } = z
      .object({ suggestions: z.array(z.object({ body: z.string().min(1) })) })
      .parse(await drafts.json());
    expect(suggestions.length).toBeGreaterThan(0);
  });
});

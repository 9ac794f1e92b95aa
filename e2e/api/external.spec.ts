import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { z } from 'zod';
import { EVERYONE, ledgerSum, ShopApi } from '../fixtures/shop-api.ts';
import { expect, test } from '../fixtures/test.ts';
import { expectProblem } from './problem.ts';

const UNKNOWN_ID = '0123456789abcdef01234567';
const uniqueEmail = () => `person-${randomUUID()}@example.com`;
const idOf = async (response: { json(): Promise<unknown> }) =>
  z.object({ id: z.string() }).parse(await response.json()).id;
const pageOf = async (response: { json(): Promise<unknown> }) =>
  z
    .object({ items: z.array(z.object({ id: z.string() }).loose()), nextCursor: z.string().nullable() })
    .parse(await response.json());

test.describe('failures are problem documents', { tag: '@api' }, () => {
  test('400 names each wrong field', async ({ external }) => {
    const wrong = await external.post('/api/customers', { data: { email: 'nobody', tags: 'vip' } });
    const { errors } = await expectProblem(wrong, 400, 'VALIDATION');
    expect(errors?.map((e) => e.path).toSorted()).toEqual(['email', 'tags']);

    const unknownField = await external.post('/api/customers', { data: { email: uniqueEmail(), nmae: 'x' } });
    await expectProblem(unknownField, 400, 'VALIDATION');
    const json = { 'content-type': 'application/json' };
    await expectProblem(
      await external.post('/api/customers', { headers: json, data: Buffer.from('{"email":') }),
      400,
      'VALIDATION',
    );
    await expectProblem(
      await external.post('/api/customers', { headers: json, data: Buffer.from('[]') }),
      400,
      'VALIDATION',
    );
    await expectProblem(await external.get('/api/customers?limit=501'), 400, 'VALIDATION');
    await expectProblem(await external.get('/api/audiences?cursor=nonsense'), 400, 'VALIDATION');
    const rules = { combinator: 'and', rules: [{ field: 'totalSpend', operator: 'beginsWith', value: 1 }] };
    const badRule = await expectProblem(
      await external.post('/api/audiences/preview', { data: { rules } }),
      400,
      'VALIDATION',
    );
    expect(badRule.errors?.[0]?.path).toMatch(/^rules\.rules\.0/);
  });

  test('401 without credentials, with a wrong key and with a malformed header', async ({ request }) => {
    for (const path of [
      '/api/customers',
      '/api/orders',
      '/api/audiences',
      '/api/campaigns',
      '/api/queue/status',
    ])
      await expectProblem(await request.get(path), 401, 'UNAUTHENTICATED');
    await expectProblem(await request.get(`/api/audiences/${UNKNOWN_ID}/export.csv`), 401, 'UNAUTHENTICATED');
    for (const authorization of ['Bearer nf_wrong', 'Basic abc', 'Bearer'])
      await expectProblem(
        await request.get('/api/customers', { headers: { authorization } }),
        401,
        'UNAUTHENTICATED',
      );
    for (const path of ['/api/customers/bulk-upload', '/api/orders/bulk-upload'])
      await expectProblem(
        await request.post(path, { headers: { 'content-type': 'text/csv' }, data: 'email\n' }),
        401,
        'UNAUTHENTICATED',
      );
    await expectProblem(await request.get(`/api/realtime/campaign/${UNKNOWN_ID}`), 401, 'UNAUTHENTICATED');
    await expectProblem(
      await request.post('/api/webhooks/delivery-receipts', { data: { messageId: 'x' } }),
      401,
      'UNAUTHENTICATED',
    );
  });

  test('403 for a key without the scope, and for another site’s page', async ({
    request,
    account,
    integration,
  }) => {
    const headers = { authorization: `Bearer ${await integration.keyFor('customers:read')}` };
    expect((await request.get('/api/customers', { headers })).status()).toBe(200);
    await expectProblem(
      await request.post('/api/customers', { headers, data: { email: uniqueEmail() } }),
      403,
      'FORBIDDEN',
    );
    await expectProblem(await request.get('/api/campaigns', { headers }), 403, 'FORBIDDEN');
    await expectProblem(
      await request.get(`/api/audiences/${UNKNOWN_ID}/export.csv`, { headers }),
      403,
      'FORBIDDEN',
    );

    const forged = { origin: 'https://elsewhere.example' };
    await expectProblem(
      await account.request.post('/api/customers', { headers: forged, data: { email: uniqueEmail() } }),
      403,
      'FORBIDDEN',
    );
  });

  test('404 for unknown addresses and ids, and for another workspace’s things', async ({ external, api }) => {
    await expectProblem(await external.get('/api/nothing-here'), 404, 'NOT_FOUND');
    for (const path of ['customers', 'audiences', 'campaigns', 'imports'])
      for (const id of [UNKNOWN_ID, 'no-id'])
        await expectProblem(await external.get(`/api/${path}/${id}`), 404, 'NOT_FOUND');
    await expectProblem(await external.get(`/api/realtime/campaign/${UNKNOWN_ID}`), 404, 'NOT_FOUND');
    await expectProblem(await external.get(`/api/realtime/delivery/${UNKNOWN_ID}`), 404, 'NOT_FOUND');

    const customer = await api.createCustomer({ email: uniqueEmail() });
    const audience = await api.createAudience('Theirs');
    const campaign = await api.createCampaign({ name: 'Theirs', audienceId: audience.id });
    const imported = await api.importCustomers([{ email: uniqueEmail() }]);
    for (const path of [
      `customers/${customer.id}`,
      `audiences/${audience.id}`,
      `audiences/${audience.id}/customers`,
      `audiences/${audience.id}/export.csv`,
      `audiences/${audience.id}/explain?customerId=${customer.id}`,
      `campaigns/${campaign.id}`,
      `campaigns/${campaign.id}/messages`,
      `imports/${imported.id}`,
      `imports/${imported.id}/errors`,
      `realtime/campaign/${campaign.id}`,
    ])
      await expectProblem(await external.get(`/api/${path}`), 404, 'NOT_FOUND');
    await expectProblem(await external.delete(`/api/customers/${customer.id}`), 404, 'NOT_FOUND');
    await expectProblem(await external.post(`/api/campaigns/${campaign.id}/launch`), 404, 'NOT_FOUND');
    const borrowed = await external.post('/api/campaigns', {
      data: { name: 'Mine', audienceId: audience.id, template: { body: 'Hello' } },
    });
    expect([400, 404]).toContain(borrowed.status());
  });

  test('409 for what exists already', async ({ request, account, external }) => {
    await expectProblem(
      await request.post('/api/auth/register', {
        data: { name: 'Again', email: account.email.toUpperCase(), password: 'another-password' },
      }),
      409,
      'CONFLICT',
    );
    const email = uniqueEmail();
    expect((await external.post('/api/customers', { data: { email } })).status()).toBe(201);
    await expectProblem(
      await external.post('/api/customers', { data: { email: ` ${email.toUpperCase()} ` } }),
      409,
      'CONFLICT',
    );
    const order = { orderId: randomUUID(), customerEmail: email, orderAmount: 12.5, orderDate: '2026-01-02' };
    expect((await external.post('/api/orders', { data: order })).status()).toBe(201);
    await expectProblem(await external.post('/api/orders', { data: order }), 409, 'CONFLICT');
  });

  test('413 for a body that is too large', async ({ external }) => {
    await expectProblem(
      await external.post('/api/customers', { data: { email: uniqueEmail(), name: 'x'.repeat(3_000_000) } }),
      413,
      'PAYLOAD_TOO_LARGE',
    );
  });

  test('415 for a body of the wrong kind', async ({ external }) => {
    await expectProblem(
      await external.post('/api/customers', { headers: { 'content-type': 'text/plain' }, data: 'email=x' }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    );
    await expectProblem(
      await external.post('/api/customers/bulk-upload', { data: { email: uniqueEmail() } }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    );
    await expectProblem(
      await external.post('/api/customers/bulk-upload', {
        multipart: { file: { name: 'book.xlsx', mimeType: 'text/csv', buffer: Buffer.from('PK\x03\x04…') } },
      }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    );
  });

  test('Idempotency-Key: the same request gets the first answer, another one 422', async ({ external }) => {
    const headers = { 'idempotency-key': randomUUID() };
    const data = { email: uniqueEmail() };
    const first = await external.post('/api/customers', { headers, data });
    const again = await external.post('/api/customers', { headers, data });
    expect([first.status(), again.status()]).toEqual([201, 201]);
    expect(await idOf(again)).toBe(await idOf(first));
    await expectProblem(
      await external.post('/api/customers', { headers, data: { email: uniqueEmail() } }),
      422,
      'UNPROCESSABLE',
    );
    const { items } = await pageOf(await external.get(`/api/customers?search=${data.email}`));
    expect(items).toHaveLength(1);
  });
});

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

test.describe('imports', { tag: '@api' }, () => {
  const IMPORT = z.object({ importId: z.string() });

  test('take multipart and text/csv, and give the bad rows back', async ({ external }) => {
    const api = new ShopApi(external);
    const one = uniqueEmail();
    const multipart = await external.post('/api/customers/bulk-upload', {
      multipart: {
        file: {
          name: 'people.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from(`Email,Name,Favourite\n${one},Anna,blue\nnobody,Bad,=1+1\n`),
        },
      },
    });
    expect(multipart.status()).toBe(202);
    const { importId } = IMPORT.parse(await multipart.json());
    expect(await api.importEnd(importId)).toMatchObject({
      status: 'COMPLETED',
      counts: { rows: 2, inserted: 1, updated: 0, unchanged: 0, failed: 1 },
    });

    const errors = await external.get(`/api/imports/${importId}/errors`);
    expect(errors.headers()['content-type']).toMatch(/^text\/csv/);
    expect(errors.headers()['content-disposition']).toContain('attachment');
    const [header, row] = (await errors.text()).split('\r\n');
    // With a byte order mark, which Excel needs to read it as UTF-8.
    expect(header).toBe('\ufeffEmail,Name,Favourite,row,error');
    expect(row).toMatch(/^nobody,Bad,"'=1\+1",3,./);

    const orders = await external.post('/api/orders/bulk-upload', {
      headers: { 'content-type': 'text/csv' },
      data: `orderId,customerEmail,orderAmount,orderDate\n${randomUUID()},${one},5.25,2026-02-01T10:00:00Z\n`,
    });
    expect(orders.status()).toBe(202);
    expect(await api.importEnd(IMPORT.parse(await orders.json()).importId)).toMatchObject({
      status: 'COMPLETED',
      counts: { rows: 1, inserted: 1, failed: 0 },
    });
    const found = await pageOf(await external.get(`/api/customers?search=${one}`));
    expect(found.items).toMatchObject([{ totalSpend: 5.25, attributes: { Favourite: 'blue' } }]);
  });

  test('of the same file again change nothing', async ({ external }) => {
    const api = new ShopApi(external);
    const csv = `orderId,customerEmail,orderAmount,orderDate\n${randomUUID()},${uniqueEmail()},10,2026-01-01\n`;
    expect((await api.importCsv('orders', csv)).counts).toMatchObject({ inserted: 1, unchanged: 0 });
    expect((await api.importCsv('orders', csv)).counts).toMatchObject({ inserted: 0, unchanged: 1 });
  });

  test('without a file, or with an empty one, are refused', async ({ external }) => {
    await expectProblem(
      await external.post('/api/customers/bulk-upload', { multipart: { note: 'no file' } }),
      400,
      'VALIDATION',
    );
    const empty = { name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) };
    await expectProblem(
      await external.post('/api/customers/bulk-upload', { multipart: { file: empty } }),
      400,
      'VALIDATION',
    );
  });
});

test.describe('campaigns', { tag: '@api' }, () => {
  test('launch once, stream their progress, and every recipient is accounted for', async ({
    api,
    account,
    baseURL,
  }) => {
    await api.addCustomers(120);
    await api.createCustomer({ email: 'nameless@example.com' });
    const audience = await api.createAudience('Everyone', EVERYONE);
    const campaign = await api.createCampaign({
      name: 'Spring',
      audienceId: audience.id,
      template: { subject: 'For {{ customer.name }}', body: 'Dear {{ name }}, hello' },
    });
    expect(campaign).toMatchObject({ status: 'DRAFT', stats: { audience: 0 } });
    const path = `/api/campaigns/${campaign.id}`;
    const named = await pageOf(await account.request.get('/api/customers?search=customer-7@'));
    const preview = await account.request.post(`${path}/preview`, {
      data: { customerId: named.items[0]?.id },
    });
    expect(await preview.json()).toMatchObject({
      subject: 'For Customer 7',
      body: expect.stringContaining('Dear Customer 7, hello'),
    });

    const events = streamEvents(account, baseURL, `/api/realtime/campaign/${campaign.id}`);
    const first = await events.next();
    expect(first.value).toMatchObject({ campaignId: campaign.id, status: 'DRAFT' });
    await api.launch(campaign.id);
    await expectProblem(await account.request.post(`${path}/launch`), 409, 'CONFLICT');

    let last: { status: string; stats: Record<string, number> } | undefined;
    let count = 0;
    for await (const data of events) {
      last = z.object({ status: z.string(), stats: z.record(z.string(), z.number()) }).parse(data);
      count += 1;
      if (/^COMPLETED/.test(last.status)) break;
    }
    expect(count).toBeGreaterThan(1);
    expect(last?.status).toBe('COMPLETED');

    const { status, stats } = await api.campaignWhen(campaign.id);
    expect(status).toBe('COMPLETED');
    expect(stats).toMatchObject({ audience: 121, skipped: 1, queued: 0, sending: 0, failed: 0 });
    expect(ledgerSum(stats)).toBe(121);
    expect(last?.stats).toEqual(stats);

    const messages = z
      .object({ items: z.array(z.object({ id: z.string() }).loose()), nextCursor: z.string().nullable() })
      .parse(await (await account.request.get(`${path}/messages?limit=500`)).json());
    expect(messages.items).toHaveLength(121);
    for (const item of messages.items)
      expect(item).toMatchObject({ customerId: expect.any(String), status: expect.any(String) });
    const skipped = await account.request.get(`${path}/messages?status=SKIPPED`);
    expect(await skipped.json()).toMatchObject({ items: [{ skipReason: 'MISSING_VARIABLE' }] });

    const message = messages.items.find((item) => item.status === 'DELIVERED');
    const delivery = await streamEvents(account, baseURL, `/api/realtime/delivery/${message?.id}`).next();
    expect(delivery.value).toMatchObject({ id: message?.id, status: 'DELIVERED' });

    await expectProblem(await account.request.post(`${path}/pause`), 409, 'CONFLICT');
    await expectProblem(await account.request.patch(path, { data: { name: 'Other' } }), 409, 'CONFLICT');
    await expectProblem(await account.request.delete(path), 409, 'CONFLICT');
    await expectProblem(await account.request.delete(`/api/audiences/${audience.id}`), 409, 'CONFLICT');
  });

  test('drafts are changed, tested and deleted; a template that cannot be read is refused', async ({
    api,
    account,
  }) => {
    await api.addCustomers(1);
    const { id: audienceId } = await api.createAudience('Everyone');
    const { id } = await api.createCampaign({ name: 'Draft', audienceId });
    const path = `/api/campaigns/${id}`;
    expect(await (await account.request.patch(path, { data: { name: 'Renamed' } })).json()).toMatchObject({
      id,
      name: 'Renamed',
      status: 'DRAFT',
    });
    const sent = await account.request.post(`${path}/test`, { data: { to: 'me@example.com' } });
    expect(await sent.json()).toMatchObject({ status: 'ACCEPTED' });
    const broken = await account.request.patch(path, { data: { template: { body: 'Hi {{ name' } } });
    const { errors } = await expectProblem(broken, 400, 'VALIDATION');
    expect(errors?.[0]?.path).toBe('template.body');
    expect((await pageOf(await account.request.get('/api/campaigns'))).items).toMatchObject([{ id }]);
    expect((await account.request.delete(path)).ok()).toBe(true);
    await expectProblem(await account.request.get(path), 404, 'NOT_FOUND');
  });
});

test.describe('the vendor simulator', { tag: '@api' }, () => {
  const message = (callbackUrl: string) => ({
    messageId: randomUUID(),
    to: 'somebody@example.com',
    body: 'Hello',
    callbackUrl,
  });

  test('takes one message or many, and the same key only once', async ({ request, baseURL }) => {
    const callback = `${baseURL}/api/webhooks/delivery-receipts`;
    const headers = { 'idempotency-key': randomUUID() };
    const data = message(callback);
    const ANSWER = z.object({
      messageId: z.string(),
      status: z.literal('ACCEPTED'),
      vendorMessageId: z.string(),
    });
    const first = await request.post('/api/dummy-vendor/send', { headers, data });
    expect(first.status(), await first.text()).toBe(202);
    const again = await request.post('/api/dummy-vendor/send', { headers, data });
    expect(ANSWER.parse(await again.json())).toEqual(ANSWER.parse(await first.json()));
    await expectProblem(
      await request.post('/api/dummy-vendor/send', { headers, data: message(callback) }),
      422,
      'UNPROCESSABLE',
    );

    const batch = [message(callback), message(callback)];
    const many = await request.post('/api/dummy-vendor/send', { data: batch });
    const { results } = z.object({ results: z.array(ANSWER) }).parse(await many.json());
    expect(results.map((r) => r.messageId)).toEqual(batch.map((m) => m.messageId));
    const tooMany = Array.from({ length: 1_001 }, () => message(callback));
    await expectProblem(await request.post('/api/dummy-vendor/send', { data: tooMany }), 400, 'VALIDATION');
    await expectProblem(
      await request.post('/api/dummy-vendor/send', { data: { to: 'x' } }),
      400,
      'VALIDATION',
    );
  });

  test('calls back nobody but those it may', async ({ request }) => {
    for (const callback of [
      'http://169.254.169.254/latest/meta-data',
      'http://127.0.0.1:1/x',
      'https://elsewhere.example/hook',
      'file:///etc/passwd',
    ]) {
      const refused = await request.post('/api/dummy-vendor/send', { data: message(callback) });
      const { errors } = await expectProblem(refused, 400, 'VALIDATION');
      expect(errors?.[0]?.path).toBe('callbackUrl');
    }
  });

  test('fails when told to, in a way that may be tried again', async ({ request, baseURL }) => {
    const busy = await request.post('/api/dummy-vendor/send?transientRate=1', {
      data: message(`${baseURL}/api/webhooks/delivery-receipts`),
    });
    expect(busy.status()).toBe(503);
    expect(busy.headers()['retry-after']).toBe('1');
    expect(await busy.json()).toMatchObject({ status: 'REJECTED', retryable: true });
  });
});

test.describe('operations', { tag: '@api' }, () => {
  test('health, readiness and metrics answer', async ({ request }) => {
    expect(await (await request.get('/api/health')).json()).toEqual({ status: 'ok' });
    expect(await (await request.get('/api/ready')).json()).toMatchObject({ status: 'ok' });
    const metrics = await request.get('/api/metrics');
    expect(metrics.headers()['content-type']).toMatch(/^text\/plain/);
    expect(await metrics.text()).toMatch(/^# TYPE nexusflow_queue_jobs gauge$/m);
  });

  test('queues show their jobs and are cleaned', async ({ external }) => {
    const status = await external.get('/api/queue/status');
    const { queues } = z
      .object({
        queues: z.array(
          z.object({
            name: z.string(),
            waiting: z.number(),
            active: z.number(),
            delayed: z.number(),
            completed: z.number(),
            failed: z.number(),
            paused: z.boolean(),
          }),
        ),
      })
      .parse(await status.json());
    expect(queues.length).toBeGreaterThan(2);
    const cleaned = await external.delete('/api/queue/status?action=clean-completed');
    expect(await cleaned.json()).toMatchObject({ removed: expect.any(Number) });
    await expectProblem(await external.delete('/api/queue/status?action=burn'), 400, 'VALIDATION');
    expect(await (await external.get('/api/dead-letters')).json()).toMatchObject({ items: [], groups: [] });
    await expectProblem(await external.post('/api/dead-letters/retry', { data: {} }), 400, 'VALIDATION');
  });

  test('the OpenAPI document describes every fixed path', async ({ request }) => {
    const document = z
      .object({ openapi: z.string(), paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
      .parse(await (await request.get('/api/openapi.json')).json());
    expect(document.openapi).toMatch(/^3\.1/);
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described).toEqual(expect.arrayContaining(FIXED_PATHS));
  });

  test('Swagger UI works without asking anybody else', async ({ page, baseURL }) => {
    const elsewhere: string[] = [];
    const complaints: string[] = [];
    page.on('request', (asked) => {
      if (/^https?:/.test(asked.url()) && !asked.url().startsWith(`${baseURL}/`)) elsewhere.push(asked.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto('/api/swagger');
    const operation = page.locator('.opblock', { hasText: '/campaigns/{id}/launch' });
    await expect(operation).toBeVisible();
    await operation.click();
    await expect(operation.getByRole('button', { name: 'Try it out' })).toBeVisible();
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('Swagger UI tries requests out as whoever is signed in, and with a pasted key', async ({
    signedInPage: page,
    integration,
  }) => {
    await page.goto('/api/swagger#/Customers/customers-list');
    const operation = page.locator('#operations-Customers-customers-list');
    const execute = async () => {
      const answer = page.waitForResponse((response) => response.url().includes('/api/customers'));
      await operation.getByRole('button', { name: 'Execute' }).click();
      return answer;
    };
    await operation.getByRole('button', { name: 'Try it out' }).click();
    const asPerson = await execute();
    expect(asPerson.status()).toBe(200);
    expect(await asPerson.json()).toMatchObject({ items: [], nextCursor: null });

    await page.getByRole('button', { name: 'Authorize' }).first().click();
    const dialog = page.locator('.auth-container', { hasText: 'apiKey' }).first();
    await dialog.getByRole('textbox').fill(integration.key);
    await dialog.getByRole('button', { name: 'Apply credentials' }).click();
    await page.getByRole('button', { name: 'Close' }).first().click();
    const withKey = await execute();
    expect(withKey.status()).toBe(200);
    expect(await withKey.request().headerValue('authorization')).toBe(`Bearer ${integration.key}`);
  });

  test('a WebSocket opens for our own signed-in pages only', async ({ account, baseURL }) => {
    const { cookies } = await account.request.storageState();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const origin = baseURL ?? '';
    expect(await upgrade(origin, { origin: 'https://elsewhere.example', cookie })).toBe(403);
    expect(await upgrade(origin, { cookie })).toBe(403);
    expect(await upgrade(origin, { origin })).toBe(401);
    expect(await upgrade(origin, { origin, cookie: 'next-auth.session-token=forged' })).toBe(401);
    expect(await upgrade(origin, { origin, cookie })).toBe(101);
    expect(await upgrade(origin, { origin, cookie }, '/api/elsewhere')).toBe(404);
  });
});

const FIXED_PATHS = [
  'GET /customers',
  'POST /customers',
  'GET /customers/{id}',
  'PATCH /customers/{id}',
  'DELETE /customers/{id}',
  'POST /customers/bulk-upload',
  'POST /orders/bulk-upload',
  'GET /orders',
  'POST /orders',
  'GET /imports/{id}',
  'GET /imports/{id}/errors',
  'POST /imports/{id}/start',
  'POST /imports/{id}/undo',
  'GET /audiences',
  'POST /audiences',
  'GET /audiences/{id}',
  'PATCH /audiences/{id}',
  'DELETE /audiences/{id}',
  'GET /audiences/{id}/customers',
  'GET /audiences/{id}/export.csv',
  'GET /audiences/{id}/explain',
  'POST /audiences/preview',
  'GET /campaigns',
  'POST /campaigns',
  'GET /campaigns/{id}',
  'PATCH /campaigns/{id}',
  'DELETE /campaigns/{id}',
  'POST /campaigns/{id}/launch',
  'POST /campaigns/{id}/pause',
  'POST /campaigns/{id}/resume',
  'POST /campaigns/{id}/cancel',
  'POST /campaigns/{id}/preview',
  'POST /campaigns/{id}/test',
  'GET /campaigns/{id}/messages',
  'POST /ai/generate-segment-rules',
  'POST /ai/suggest-messages',
  'POST /dummy-vendor/send',
  'POST /webhooks/delivery-receipts',
  'GET /queue/status',
  'DELETE /queue/status',
  'POST /queue/pause',
  'POST /queue/resume',
  'GET /queue/failed',
  'POST /queue/failed/retry',
  'POST /queue/failed/remove',
  'POST /campaigns/{id}/confirm',
  'POST /campaigns/{id}/duplicate',
  'POST /campaigns/{id}/resend-failed',
  'GET /receipts/unmatched',
  'GET /dead-letters',
  'GET /dead-letters/{id}',
  'POST /dead-letters/retry',
  'POST /dead-letters/discard',
  'GET /realtime/campaign/{campaignId}',
  'GET /realtime/delivery/{logId}',
];

/** The data of Server-Sent Events as they come; ending the iteration closes the connection. */
async function* streamEvents(
  account: { request: { storageState(): Promise<{ cookies: { name: string; value: string }[] }> } },
  baseURL: string | undefined,
  path: string,
): AsyncGenerator<unknown> {
  const { cookies } = await account.request.storageState();
  const response = await fetch(`${baseURL}${path}`, {
    headers: { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const data = /^data: (.+)$/m.exec(event)?.[1];
      if (data) yield JSON.parse(data);
    }
  }
}

/** The status a WebSocket handshake is answered with; 101 when it opens. */
function upgrade(baseURL: string, headers: Record<string, string>, path = '/api/live'): Promise<number> {
  return new Promise((resolve, reject) => {
    const handshake = httpRequest(`${baseURL}${path}`, {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': Buffer.from(randomUUID().slice(0, 16)).toString('base64'),
        ...headers,
      },
    });
    handshake.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve(response.statusCode ?? 0);
    });
    handshake.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    handshake.on('error', reject);
    handshake.end();
  });
}

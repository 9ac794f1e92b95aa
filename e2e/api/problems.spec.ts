import { randomUUID } from 'node:crypto';
import { expect, test } from '../fixtures/test.ts';
import { idOf, pageOf, UNKNOWN_ID, uniqueEmail } from './answers.ts';
import { expectProblem } from './problem.ts';

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

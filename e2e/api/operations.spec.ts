import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { z } from 'zod';
import { expect, test } from '../fixtures/test.ts';
import { expectProblem } from './problem.ts';

test.describe('operations', { tag: '@api' }, () => {
  test('health, readiness and metrics answer', { tag: '@smoke' }, async ({ request }) => {
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

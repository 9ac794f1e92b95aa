import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { expect, test } from '../fixtures/test.ts';
import { expectProblem } from './problem.ts';

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

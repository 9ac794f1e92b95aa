import { afterAll, expect, it } from 'vitest';
import { countCall, forgiveCalls } from './rate-limit.ts';
import { closeRedis } from './redis.ts';

afterAll(closeRedis);

it('refuses the call after the last one allowed, says when to come back, and can forgive', async () => {
  const limit = { name: `test-${Date.now()}`, limit: 2, windowSeconds: 30 };
  expect(await countCall(limit, 'ada')).toMatchObject({ 'ratelimit-limit': '2', 'ratelimit-remaining': '1' });
  await countCall(limit, 'ada');
  const refusal = await countCall(limit, 'ada').catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'RATE_LIMITED', headers: { 'ratelimit-remaining': '0' } });
  const { headers } = refusal as { headers: Record<string, string> };
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  expect(Number(headers['retry-after'])).toBeLessThanOrEqual(30);
  await countCall(limit, 'somebody else');
  await forgiveCalls(limit, 'ada');
  await countCall(limit, 'ada');
});

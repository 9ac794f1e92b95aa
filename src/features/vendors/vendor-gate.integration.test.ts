import { randomUUID } from 'node:crypto';
import { afterAll, expect, it } from 'vitest';
import { closeRedis, redis } from '../../server/redis.ts';
import { enterGate, giveBack, noteAnswer, noteOutage, readHealth } from './vendor-gate.ts';

afterAll(closeRedis);

it('lets everything through to a vendor without a limit', async () => {
  expect(await enterGate({ id: randomUUID(), ratePerSecond: null }, 500)).toEqual({
    granted: 500,
    waitMs: 0,
    away: false,
  });
});

it('keeps to the rate whoever asks, and takes back what was not used', async () => {
  const vendor = { id: randomUUID(), ratePerSecond: 1_000 };
  const began = performance.now();
  let granted = 0;
  // Many at once, as batches of several workers are.
  while (performance.now() - began < 1_500) {
    const asked = await Promise.all([1, 2, 3].map(() => enterGate(vendor, 500)));
    granted += asked.reduce((sum, a) => sum + a.granted, 0);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const seconds = (performance.now() - began) / 1_000;
  expect(granted).toBeGreaterThan(seconds * 1_000 * 0.8);
  expect(granted).toBeLessThanOrEqual(seconds * 1_000 + 201);

  const fresh = { id: randomUUID(), ratePerSecond: 100 };
  expect((await enterGate(fresh, 20)).granted).toBe(20);
  await giveBack(fresh, 15);
  expect((await enterGate(fresh, 15)).granted).toBe(15);
});

it('leaves a vendor alone that does not answer, then sends a few to see, then all again', async () => {
  const vendor = { id: randomUUID(), ratePerSecond: null };
  for (let i = 0; i < 4; i += 1) await noteOutage(vendor.id);
  expect(await readHealth(vendor.id)).toMatchObject({ state: 'CLOSED', failures: 4 });
  await noteOutage(vendor.id);
  expect(await readHealth(vendor.id)).toMatchObject({ state: 'OPEN', failures: 5 });
  const closed = await enterGate(vendor, 500);
  expect(closed).toMatchObject({ granted: 0, away: true });
  expect(closed.waitMs).toBeGreaterThan(3_000);

  // As if the time had passed.
  await redis().hset(`nexusflow:vendor:{${vendor.id}}:breaker`, 'openUntil', Date.now() - 1);
  expect(await readHealth(vendor.id)).toMatchObject({ state: 'HALF_OPEN' });
  expect((await enterGate(vendor, 500)).granted).toBe(20);
  expect((await enterGate(vendor, 500)).granted).toBe(0);
  await noteOutage(vendor.id);
  const health = await readHealth(vendor.id);
  expect(health.state).toBe('OPEN');
  expect((health.retryAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(7_000);

  await noteAnswer(vendor.id);
  expect(await readHealth(vendor.id)).toEqual({ state: 'CLOSED', failures: 0, retryAt: null });
  expect((await enterGate(vendor, 500)).granted).toBe(500);
});

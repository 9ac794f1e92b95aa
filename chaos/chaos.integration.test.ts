import { afterAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../src/server/db.ts';
import { closeQueues } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { planOf } from './plan.ts';
import { runRound } from './round.ts';

afterAll(async () => {
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

describe('a campaign of 1,000 while workers are killed and the vendor misbehaves', () => {
  it('loses nobody, sends to nobody twice, and every figure is a count of rows', async () => {
    const { broken } = await runRound(planOf(7, { allowed: ['worker'], hangs: false }), 1_000);
    expect(broken).toEqual([]);
  }, 200_000);
});

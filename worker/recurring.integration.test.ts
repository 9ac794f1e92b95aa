import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../src/server/db.ts';
import { closeQueues, queue } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { keepRecurring, processors } from './processors.ts';

const names = ['audience.daily', 'campaign.sweep', 'privacy.retention'];
const queuesOf = () => [
  ...new Set(processors.filter((p) => names.includes(p.job.name)).map((p) => p.job.queue)),
];
const schedules = async () =>
  (await Promise.all(queuesOf().map((name) => queue(name).getJobSchedulers())))
    .flat()
    .map(({ key, every, next }) => ({ key, every: Number(every), next }))
    .toSorted((a, b) => a.key.localeCompare(b.key));
const forgetAll = async () => {
  for (const name of queuesOf())
    for (const { key } of await queue(name).getJobSchedulers()) await queue(name).removeJobScheduler(key);
};

beforeAll(forgetAll);
afterAll(async () => {
  await forgetAll();
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

describe('keepRecurring', () => {
  it('gives each recurring job its schedule, also after Redis has lost them', async () => {
    await keepRecurring();
    expect((await schedules()).map(({ key }) => key)).toEqual(names);
    await forgetAll();
    expect(await schedules()).toEqual([]);
    await keepRecurring();
    expect((await schedules()).map(({ key }) => key)).toEqual(names);
  });

  it('leaves a schedule that stands as it is, so that looking often puts nothing off', async () => {
    await keepRecurring();
    const before = await schedules();
    await keepRecurring();
    expect(await schedules()).toEqual(before);
  });

  it('replaces one with another interval', async () => {
    await queue('audiences').upsertJobScheduler(
      'audience.daily',
      { every: 5_000 },
      { name: 'audience.daily', data: {} },
    );
    await keepRecurring();
    expect((await schedules()).find(({ key }) => key === 'audience.daily')?.every).toBe(3_600_000);
  });
});

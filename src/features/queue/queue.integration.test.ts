import type { Worker } from 'bullmq';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { closeDatabase } from '../../server/db.ts';
import { AppError } from '../../server/errors.ts';
import type { Caller, Role } from '../../server/permissions.ts';
import {
  closeQueues,
  defineJob,
  defineProcessor,
  enqueue,
  queue,
  startQueueWorker,
} from '../../server/queue.ts';
import { closeRedis } from '../../server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../server/testing/workspace.ts';
import { listFailedJobs, removeFailedJobs, retryFailedJobs } from './failed-jobs.service.ts';
import { watchQueues } from './live.service.ts';
import { cleanInput, type QueueName, type QueueState } from './queue.schema.ts';
import { cleanQueues, getQueueStatus, pauseQueue, resumeQueue } from './queue.service.ts';

// Jobs of our own in the product's queues, which no other worker works meanwhile: the files run one after another.

const NAME: QueueName = 'imports';
const payload = z.object({ workspaceId: z.string().optional(), importId: z.string(), note: z.string() });
const sampleJob = defineJob({ name: 'sample', queue: NAME, schema: payload, attempts: 1, backoffMs: 10 });
const receiptsJob = defineJob({
  name: 'sample.receipts',
  queue: 'receipts',
  schema: z.object({}),
  attempts: 1,
  backoffMs: 10,
});

let admin: Caller;
let stranger: Caller;
const as = (role: Role): Caller => ({ ...admin, role });
const key = (...scopes: string[]): Caller => ({ ...admin, role: 'ADMIN', scopes });

beforeAll(async () => {
  [admin, stranger] = await Promise.all([createTestWorkspace(), createTestWorkspace()]);
  await empty();
});
afterEach(empty);
afterAll(async () => {
  await Promise.all([dropTestWorkspace(admin), dropTestWorkspace(stranger)]);
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

async function empty(): Promise<void> {
  for (const name of [NAME, 'receipts'] as const) {
    await queue(name).resume();
    await queue(name).drain(true);
    for (const state of ['completed', 'failed'] as const) await queue(name).clean(0, 10_000, state);
  }
}

const add = (workspaceId: string | undefined, importId: string, note = 'written by ann@example.com') =>
  enqueue(sampleJob, { workspaceId, importId, note });

async function figures(name: QueueName = NAME): Promise<QueueState> {
  const found = (await getQueueStatus(admin)).queues.find((q) => q.name === name);
  if (!found) throw new Error(`No figures for ${name}`);
  return found;
}

/** Works the queue while `during` runs; `fail` says which jobs fail. */
async function working(fail: (importId: string) => boolean, during: () => Promise<void>): Promise<void> {
  const worker: Worker = startQueueWorker(
    NAME,
    [
      defineProcessor(sampleJob, async ({ importId }) => {
        if (fail(importId))
          throw new AppError('VALIDATION', `No place for ${importId} in { email: "ann@example.com" }`);
        return undefined;
      }),
    ],
    2,
    new AbortController().signal,
  );
  try {
    await during();
  } finally {
    await worker.close();
  }
}

async function until(check: () => Promise<boolean>): Promise<void> {
  for (let i = 0; !(await check()); i += 1) {
    if (i > 200) throw new Error('It did not come to pass within ten seconds');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('the figures of a queue', () => {
  it('count what waits and since when, what is delayed, and what ended in the last minutes', async () => {
    const before = Date.now();
    await add(admin.workspaceId, 'a');
    await new Promise((resolve) => setTimeout(resolve, 20));
    await add(admin.workspaceId, 'b');
    await enqueue(sampleJob, { importId: 'c', note: '' }, { delayMs: 600_000 });
    const waiting = await figures();
    expect(waiting).toMatchObject({ waiting: 2, active: 0, delayed: 1, failed: 0, paused: false });
    const since = waiting.oldestWaitingAt?.getTime() ?? 0;
    expect(since - before).toBeGreaterThanOrEqual(0);
    expect(since - before).toBeLessThan(20);

    const sum = (series: readonly number[]) => series.reduce((total, n) => total + n, 0);
    await working(
      (id) => id === 'b',
      () => until(async () => (await figures()).waiting + (await figures()).active === 0),
    );
    const done = await figures();
    expect(done).toMatchObject({ completed: 1, failed: 1, oldestWaitingAt: null });
    expect(done.completedPerMinute).toHaveLength(60);
    expect(sum(done.completedPerMinute) - sum(waiting.completedPerMinute)).toBe(1);
    expect(sum(done.failedPerMinute) - sum(waiting.failedPerMinute)).toBe(1);
    expect(done.perSecond).toBeGreaterThanOrEqual(0.03);
  });

  it('say how many processes work it', async () => {
    const before = (await figures()).workers;
    await working(
      () => false,
      () => until(async () => (await figures()).workers === before + 1),
    );
  });
});

describe('a paused queue', () => {
  it('keeps what comes until it is resumed', async () => {
    expect(await pauseQueue(admin, NAME)).toMatchObject({ name: NAME, paused: true });
    await pauseQueue(admin, NAME);
    await working(
      () => false,
      async () => {
        await add(admin.workspaceId, 'a');
        await new Promise((resolve) => setTimeout(resolve, 500));
        expect(await figures()).toMatchObject({ paused: true, waiting: 1, active: 0 });
        expect(await resumeQueue(admin, NAME)).toMatchObject({ paused: false });
        await until(async () => (await figures()).completed === 1);
      },
    );
  });
});

describe('cleaning', () => {
  it('takes one action or several, of one queue or all', async () => {
    const parse = (action: string) => cleanInput.safeParse({ action });
    expect(parse('clean-failed').data?.action).toEqual(['clean-failed']);
    expect(parse('clean-completed, drain').data?.action).toEqual(['clean-completed', 'drain']);
    for (const wrong of ['', 'burn', 'drain,', 'drain;clean-failed'])
      expect(parse(wrong).success).toBe(false);

    await add(admin.workspaceId, 'good');
    await add(admin.workspaceId, 'bad');
    await working(
      (id) => id === 'bad',
      () => until(async () => (await figures()).completed + (await figures()).failed === 2),
    );
    await add(admin.workspaceId, 'waits');
    const { removed } = await cleanQueues(admin, { action: ['clean-completed'], queue: NAME });
    expect(removed).toBe(1);
    expect(await figures()).toMatchObject({ completed: 0, failed: 1, waiting: 1 });
    expect(await cleanQueues(admin, { action: ['clean-failed', 'drain'], queue: NAME })).toEqual({
      removed: 2,
    });
    expect(await figures()).toMatchObject({ completed: 0, failed: 0, waiting: 0 });
  });

  it('never drains receipts, which are written down nowhere else', async () => {
    await enqueue(receiptsJob, {});
    await add(admin.workspaceId, 'a');
    await expect(cleanQueues(admin, { action: ['drain'], queue: 'receipts' })).rejects.toMatchObject({
      code: 'UNPROCESSABLE',
    });
    expect((await cleanQueues(admin, { action: ['drain'] })).removed).toBeGreaterThanOrEqual(1);
    expect(await figures()).toMatchObject({ waiting: 0 });
    expect(await figures('receipts')).toMatchObject({ waiting: 1 });
  });

  it('keeps the next run of a recurring job', async () => {
    await queue(NAME).upsertJobScheduler('sample', { every: 600_000 }, { name: 'sample', data: {} });
    try {
      await cleanQueues(admin, { action: ['drain'], queue: NAME });
      const { waiting, delayed } = await figures();
      expect(waiting + delayed).toBe(1);
    } finally {
      await queue(NAME).removeJobScheduler('sample');
    }
  });
});

describe('failed jobs', () => {
  const failThree = async () => {
    for (const [workspaceId, importId] of [
      [admin.workspaceId, 'mine'],
      [stranger.workspaceId, 'theirs'],
      [undefined, 'ours'],
    ] as const)
      await add(workspaceId, importId);
    await working(
      () => true,
      () => until(async () => (await figures()).failed === 3),
    );
  };
  const idsOf = async (caller: Caller) =>
    (await listFailedJobs(caller, { queue: NAME, limit: 50 })).items.map((job) => job.payload.importId);

  it('are shown to their own workspace, with ids alone and no address', async () => {
    await failThree();
    expect((await idsOf(admin)).toSorted()).toEqual(['mine', 'ours']);
    expect((await idsOf(stranger)).toSorted()).toEqual(['ours', 'theirs']);
    const { items } = await listFailedJobs(admin, { queue: NAME, limit: 50 });
    const mine = items.find((job) => job.payload.importId === 'mine');
    expect(mine).toMatchObject({
      name: 'sample',
      attempts: 1,
      reason: 'No place for mine in { email: "(address)" }',
      payload: { workspaceId: admin.workspaceId, importId: 'mine' },
    });
    expect(mine?.failedAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
    expect(JSON.stringify(items)).not.toContain('example.com');
  });

  it('come in pages that leave none out', async () => {
    await failThree();
    const first = await listFailedJobs(admin, { queue: NAME, limit: 1 });
    const rest = await listFailedJobs(admin, { queue: NAME, limit: 10, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...rest.items].map((job) => job.payload.importId).toSorted()).toEqual([
      'mine',
      'ours',
    ]);
    expect(rest.nextCursor).toBeNull();
  });

  it('run again, one or all, but none of another workspace', async () => {
    await failThree();
    const { items } = await listFailedJobs(admin, { queue: NAME, limit: 50 });
    const mine = items.find((job) => job.payload.importId === 'mine')?.id ?? '';
    expect(await retryFailedJobs(stranger, { queue: NAME, ids: [mine] })).toEqual({ retried: 0 });
    expect(await removeFailedJobs(stranger, { queue: NAME, ids: [mine, 'unknown'] })).toEqual({ removed: 0 });
    expect(await retryFailedJobs(admin, { queue: NAME, ids: [mine] })).toEqual({ retried: 1 });
    expect(await figures()).toMatchObject({ failed: 2, waiting: 1 });
    expect(await retryFailedJobs(admin, { queue: NAME, ids: [mine] })).toEqual({ retried: 0 });
    expect(await retryFailedJobs(admin, { queue: NAME })).toEqual({ retried: 1 });
    expect(await idsOf(stranger)).toEqual(['theirs']);
    await working(
      () => false,
      () => until(async () => (await figures()).completed === 2),
    );
  });

  it('are removed, one or all, but none of another workspace', async () => {
    await failThree();
    expect(await removeFailedJobs(admin, { queue: NAME })).toEqual({ removed: 2 });
    expect(await idsOf(admin)).toEqual([]);
    expect(await idsOf(stranger)).toEqual(['theirs']);
  });
});

describe('who may', () => {
  it('see figures: everybody; touch queues and see failed jobs: administrators and keys with the scope', async () => {
    const acts = (caller: Caller) => [
      () => pauseQueue(caller, NAME),
      () => resumeQueue(caller, NAME),
      () => cleanQueues(caller, { action: ['clean-completed'], queue: NAME }),
      () => listFailedJobs(caller, { queue: NAME, limit: 1 }),
      () => retryFailedJobs(caller, { queue: NAME }),
      () => removeFailedJobs(caller, { queue: NAME }),
    ];
    for (const caller of [as('VIEWER'), as('MARKETER'), key('queue:read')]) {
      await expect(getQueueStatus(caller)).resolves.toBeDefined();
      for (const act of acts(caller)) await expect(act()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    for (const caller of [as('ADMIN'), as('OWNER'), key('queue:write'), key('all')])
      for (const act of acts(caller)) await expect(act()).resolves.toBeDefined();
    await expect(getQueueStatus(key('queue:write'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('the live figures', () => {
  it('come at once, then at most once a second when something changed', async () => {
    const stop = new AbortController();
    const events = watchQueues(as('VIEWER'), stop.signal);
    const at = async () => {
      const { value } = await events.next();
      return { now: Date.now(), queue: value?.queues.find((q) => q.name === NAME) };
    };
    const first = await at();
    expect(first.queue).toMatchObject({ waiting: 0, oldestWaitingAt: null });
    await add(admin.workspaceId, 'a');
    let event = await at();
    while (event.queue?.waiting !== 1) event = await at();
    expect(event.queue.oldestWaitingAt).toBeInstanceOf(Date);
    await add(admin.workspaceId, 'b');
    const began = event.now;
    event = await at();
    while (event.queue?.waiting !== 2) event = await at();
    expect(event.now - began).toBeGreaterThan(800);
    expect(event.now - began).toBeLessThan(3_000);
    stop.abort();
    expect(await events.next()).toMatchObject({ done: true });
  });

  it('are read once for many who watch', async () => {
    const stop = new AbortController();
    const watchers = [1, 2, 3].map(() => watchQueues(admin, stop.signal));
    await Promise.all(watchers.map((watcher) => watcher.next()));
    await add(admin.workspaceId, 'a');
    const seen = await Promise.all(
      watchers.map(async (watcher) => {
        for await (const { queues } of watcher)
          if (queues.some((q) => q.name === NAME && q.waiting === 1)) return Date.now();
        return 0;
      }),
    );
    expect(Math.max(...seen) - Math.min(...seen)).toBeLessThan(300);
    stop.abort();
  });
});

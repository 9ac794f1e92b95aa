import { ObjectId } from 'mongodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCaller } from '../src/api/root.ts';
import { openSession } from '../src/features/auth/sessions.service.ts';
import { ledgerAddsUp } from '../src/features/campaigns/messages.schema.ts';
import {
  getFirstSteps,
  hideFirstSteps,
  importSampleShop,
} from '../src/features/onboarding/first-steps.service.ts';
import { createSampleWorkspace, getSample } from '../src/features/onboarding/sample-workspace.service.ts';
import { deleteWorkspace } from '../src/features/workspaces/delete-workspace.service.ts';
import { closeDatabase, collection } from '../src/server/db.ts';
import type { Caller, Session } from '../src/server/permissions.ts';
import { closeQueues } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../src/server/testing/workspace.ts';
import { startWeb } from './testing/shop.ts';
import { startWorker, type WorkerProcess } from './testing/worker-process.ts';

let web: Awaited<ReturnType<typeof startWeb>>;
let worker: WorkerProcess;
let caller: Caller;
/** Workspaces a test has made besides. */
let made: string[];
beforeAll(async () => {
  // The simulator sends its receipts to the application.
  web = await startWeb();
  worker = await startWorker();
});
beforeEach(async () => {
  caller = await createTestWorkspace();
  made = [];
});
afterEach(async () => {
  await dropTestWorkspace(caller);
  for (const workspaceId of made) {
    await dropTestWorkspace({ ...caller, workspaceId });
    await collection('workspaces').deleteOne({ _id: new ObjectId(workspaceId) });
  }
});
afterAll(async () => {
  await worker.stop();
  await web.stop();
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

const countOf = (name: string, workspaceId = caller.workspaceId, filter = {}) =>
  collection(name).countDocuments({ workspaceId: new ObjectId(workspaceId), ...filter });
const SLOW = { timeout: 180_000, interval: 100 };

async function sessionOf({ userId, workspaceId }: Caller): Promise<Session> {
  const id = userId ?? '';
  return { sessionId: await openSession(id, { address: null, userAgent: null }), userId: id, workspaceId };
}

describe('the sample shop in one’s own workspace', () => {
  it('comes in by one click, customers before orders, and two clicks do nothing twice', async () => {
    expect(await getFirstSteps(caller)).toMatchObject({
      customers: false,
      orders: false,
      audience: false,
      campaign: false,
      hidden: false,
      audienceId: null,
      sample: { customers: null, orders: null, moving: false },
    });
    const clicks = await Promise.all([1, 2, 3].map(() => importSampleShop(caller)));
    expect(clicks.some(({ sample }) => sample.moving)).toBe(true);
    const orders = async () => (await getFirstSteps(caller)).sample.orders?.status;
    await expect.poll(orders, SLOW).toBe('COMPLETED');
    await importSampleShop(caller);
    await expect.poll(async () => (await getFirstSteps(caller)).sample.moving, SLOW).toBe(false);
    expect(await countOf('imports')).toBe(2);
    const steps = await getFirstSteps(caller);
    expect(steps).toMatchObject({ customers: true, orders: true, audience: false, campaign: false });
    expect(steps.sample.customers?.counts).toMatchObject({ rows: 4_372, inserted: 4_372, failed: 0 });
    expect(steps.sample.orders?.counts).toMatchObject({
      rows: 22_190,
      inserted: 22_190,
      customersCreated: 0,
    });
    const ended = steps.sample.customers?.finishedAt ?? new Date();
    expect(steps.sample.orders?.createdAt.getTime()).toBeGreaterThanOrEqual(ended.getTime());
  }, 300_000);

  it('begins anew what failed or was stopped, and leaves the rest', async () => {
    await importSampleShop(caller);
    const { sample } = await getFirstSteps(caller);
    await createCaller({ caller, requestId: 'r' })
      .imports.cancel({ id: sample.customers?.id ?? '' })
      // The worker was faster: then there is nothing to begin anew.
      .catch(() => undefined);
    await importSampleShop(caller);
    const orders = async () => (await getFirstSteps(caller)).sample.orders?.status;
    await expect.poll(orders, SLOW).toBe('COMPLETED');
    expect(await countOf('customers')).toBe(4_372);
    expect(await countOf('imports', caller.workspaceId, { kind: 'ORDERS' })).toBe(1);
  }, 300_000);

  it('is not for viewers, and each hides the first steps for themselves', async () => {
    await expect(importSampleShop({ ...caller, role: 'VIEWER' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await countOf('imports')).toBe(0);
    await hideFirstSteps(caller, { hidden: true });
    expect((await getFirstSteps(caller)).hidden).toBe(true);
    const colleague = { ...caller, userId: new ObjectId().toHexString() };
    expect((await getFirstSteps(colleague)).hidden).toBe(false);
    await hideFirstSteps(caller, { hidden: false });
    expect((await getFirstSteps(caller)).hidden).toBe(false);
    const key: Caller = { ...caller, userId: null, actor: 'key:1', scopes: ['all'] };
    await expect(hideFirstSteps(key, { hidden: true })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('a sample workspace', () => {
  it('is filled by the worker, also after it was killed at each step, with nothing twice', async () => {
    const session = await sessionOf(caller);
    const [first, second] = await Promise.all([
      createSampleWorkspace(session),
      createSampleWorkspace(session),
    ]);
    made = [first.id];
    expect(second.id).toBe(first.id);
    const inSample: Caller = { ...caller, workspaceId: first.id };
    const state = () => getSample(inSample);
    for (const step of ['ORDERS', 'FIRST_CAMPAIGN', 'SECOND_CAMPAIGN']) {
      await expect.poll(async () => (await state())?.step, { ...SLOW, interval: 10 }).toBe(step);
      await worker.kill();
      worker = await startWorker();
    }
    await expect
      .poll(async () => (await state())?.doneAt ?? (await state())?.error, SLOW)
      .toBeInstanceOf(Date);

    expect(await countOf('customers', first.id)).toBe(4_372);
    expect(await countOf('orders', first.id)).toBe(22_190);
    expect(await countOf('imports', first.id)).toBe(2);
    expect(await countOf('audiences', first.id)).toBe(3);
    const { items } = await createCaller({ caller: inSample, requestId: 'r' }).campaigns.list({});
    expect(items).toHaveLength(2);
    const day = 86_400_000;
    for (const { status, stats, launchedAt, completedAt } of items) {
      expect(status).toMatch(/^COMPLETED/);
      expect(stats.audience).toBeGreaterThan(300);
      // A tenth of them are held out.
      expect(stats.delivered).toBeGreaterThan(stats.audience * 0.8);
      expect(stats.skipped).toBeGreaterThan(stats.audience * 0.05);
      expect(ledgerAddsUp(stats)).toBe(true);
      expect(launchedAt?.getTime()).toBeLessThan(Date.now() - 8 * day);
      expect(completedAt?.getTime()).toBeLessThan(Date.now() - 8 * day);
    }
    // Every moment of the ledger went back with its campaign, once.
    const recent = { queuedAt: { $gte: new Date(Date.now() - 8 * day) } };
    const older = { queuedAt: { $lt: new Date(Date.now() - 26 * day) } };
    expect(await countOf('messages', first.id, recent)).toBe(0);
    expect(await countOf('messages', first.id, older)).toBe(0);
    const last = await collection('orders').findOne(
      { workspaceId: new ObjectId(first.id) },
      { sort: { placedAt: -1 } },
    );
    const age = Date.now() - Number(last?.placedAt);
    expect(age).toBeGreaterThan(0);
    expect(age).toBeLessThan(2 * day);
    expect((await getFirstSteps(inSample)).campaign).toBe(true);

    // Asked for again, it is the same one, and stays as it is.
    const row = await collection('sessions').findOne({ _id: new ObjectId(session.sessionId) });
    expect(row?.workspaceId).toEqual(new ObjectId(first.id));
    expect((await createSampleWorkspace(session)).id).toBe(first.id);
    expect((await state())?.doneAt).toBeInstanceOf(Date);
  }, 600_000);

  it('says what failed, and goes on from there when asked', async () => {
    await worker.stop();
    const { id } = await createSampleWorkspace(await sessionOf(caller));
    made = [id];
    const inSample: Caller = { ...caller, workspaceId: id };
    const api = createCaller({ caller: inSample, requestId: 'r' });
    await expect(api.onboarding.retrySample()).rejects.toMatchObject({ code: 'CONFLICT' });
    const _id = new ObjectId(id);
    await collection('workspaces').updateOne({ _id }, { $set: { 'sample.error': 'The disk was full.' } });
    worker = await startWorker();
    expect(await api.onboarding.sample()).toMatchObject({ step: 'CUSTOMERS', error: 'The disk was full.' });
    await api.onboarding.retrySample();
    await expect.poll(async () => (await getSample(inSample))?.step, SLOW).not.toBe('CUSTOMERS');
    expect(await getSample(inSample)).toMatchObject({ error: null });
    // Deleted while it is filled: the job ends, nothing is written any more.
    await deleteWorkspace(inSample, { confirmName: 'Sample shop' });
    expect(await getSample(inSample)).toBeNull();
  }, 300_000);

  it('is another one after the first was deleted, and none of somebody else', async () => {
    const session = await sessionOf(caller);
    const first = await createSampleWorkspace(session);
    await deleteWorkspace({ ...caller, workspaceId: first.id }, { confirmName: 'Sample shop' });
    const second = await createSampleWorkspace(session);
    made = [first.id, second.id];
    expect(second.id).not.toBe(first.id);
    expect(await getSample(caller)).toBeNull();
    const api = createCaller({ caller, session, requestId: 'r' });
    await expect(api.onboarding.retrySample()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const mine = await api.workspaces.mine();
    expect(mine.filter(({ isSample }) => isSample).map(({ id }) => id)).toEqual([second.id]);
  });
});

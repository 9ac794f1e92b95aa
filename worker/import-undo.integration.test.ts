import { createReadStream } from 'node:fs';
import { ObjectId } from 'mongodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listCustomers } from '../src/features/customers/customer-lists.service.ts';
import { getCustomer, updateCustomer } from '../src/features/customers/customers.service.ts';
import {
  cancelImport,
  getImport,
  restartLostImports,
  startImport,
} from '../src/features/imports/imports.service.ts';
import { undoImport } from '../src/features/imports/undo-import.service.ts';
import { closeDatabase, collection, toObjectId } from '../src/server/db.ts';
import type { Caller } from '../src/server/permissions.ts';
import { closeQueues } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../src/server/testing/workspace.ts';
import { importEnd, importText, importWhen, shopOf, undoEnd } from './testing/importing.ts';
import { startWorker, type WorkerProcess } from './testing/worker-process.ts';

let caller: Caller;
let worker: WorkerProcess;
beforeAll(async () => {
  worker = await startWorker();
});
beforeEach(async () => {
  caller = await createTestWorkspace();
});
afterEach(() => dropTestWorkspace(caller));
afterAll(async () => {
  await worker.stop();
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

const NOTHING = {
  removed: 0,
  restored: 0,
  keptChanged: 0,
  keptOrders: 0,
  keptMessages: 0,
  gone: 0,
  customersRemoved: 0,
};
async function undo(id: string) {
  await undoImport(caller, id);
  const { undo: state } = await undoEnd(caller, id);
  expect(state).toMatchObject({ status: 'DONE', progress: 1, error: null });
  return state?.counts;
}
const customers = (...lines: string[]) => importText(caller, 'CUSTOMERS', lines.join('\n'));
const orders = (...lines: string[]) =>
  importText(caller, 'ORDERS', ['orderId,customerEmail,orderAmount,orderDate', ...lines].join('\n'));
async function idOf(email: string): Promise<string> {
  const [row] = (await listCustomers(caller, { limit: 1, search: email, sort: '-createdAt' })).items;
  return row?.id ?? '';
}
const find = (email: string) => idOf(email).then((id) => getCustomer(caller, id));
const kept = () =>
  collection('importChanges').countDocuments({ workspaceId: toObjectId(caller.workspaceId) });

describe('undoing an import', () => {
  it('of customers leaves everything as it was, and importing again brings the same in', async () => {
    await customers('email,name,tags,Tier', 'ann@example.com,Ann,vip;new,gold', 'bo@example.com,Bo,,');
    const before = await shopOf(caller);
    // More than a batch, with a row that is there twice: made in one batch, changed in another.
    const lines = Array.from({ length: 1_500 }, (_, i) => `new-${i}@example.com,New ${i},,`);
    const file = [
      'email,name,tags,Tier',
      'ann@example.com,Anna,old,silver',
      'bo@example.com,Bo,x,bronze',
      ...lines,
      'new-0@example.com,Renamed,,',
      'ann@example.com,Annie,,',
    ];
    const first = await customers(...file);
    expect(first.counts).toMatchObject({ inserted: 1_500, updated: 4, failed: 0 });
    expect(await undo(first.id)).toEqual({ ...NOTHING, removed: 1_500, restored: 4 });
    expect(await shopOf(caller)).toEqual(before);
    expect(await kept()).toBe(1);
    const second = await customers(...file);
    expect(second.counts).toEqual(first.counts);
    expect(await undo(second.id)).toMatchObject({ removed: 1_500, restored: 4 });
    expect(await shopOf(caller)).toEqual(before);
  });

  it('of orders takes back what they made of their customers: figures, and customers made for them', async () => {
    await customers('email,name', 'ann@example.com,Ann', 'bo@example.com,Bo');
    await orders('N1,ann@example.com,10.00,2024-01-01', 'N2,bo@example.com,20.00,2024-01-02T10:00:00.123Z');
    const before = await shopOf(caller);
    const state = await orders(
      'N1,bo@example.com,12.50,2024-02-01',
      'N2,bo@example.com,20.00,2024-01-02T10:00:00.124Z',
      'N3,ann@example.com,5.00,2024-03-01',
      'N4,new@example.com,7.00,2024-03-01',
    );
    expect(state.counts).toMatchObject({ inserted: 2, updated: 2, customersCreated: 1 });
    expect(await find('bo@example.com')).toMatchObject({ orderCount: 2, totalSpend: 32.5 });
    expect(await undo(state.id)).toEqual({ ...NOTHING, removed: 2, restored: 2, customersRemoved: 1 });
    expect(await shopOf(caller)).toEqual(before);
  });

  it('keeps what was changed or used since, and says how many and why', async () => {
    const made = await customers(
      'email,name',
      ...['plain', 'edited', 'ordering', 'written', 'again', 'deleted'].map((n) => `${n}@example.com,Name`),
    );
    await updateCustomer(caller, { id: await idOf('edited@example.com'), city: 'Rome' });
    await orders('N1,ordering@example.com,5.00,2024-03-01');
    await collection('messages').insertOne({
      workspaceId: toObjectId(caller.workspaceId),
      campaignId: new ObjectId(),
      customerId: new ObjectId(await idOf('written@example.com')),
      batch: 0,
      to: 'written@example.com',
      status: 'SENT',
      attempts: 1,
      queuedAt: new Date(),
      updatedAt: new Date(),
    });
    const later = await customers('email,name', 'again@example.com,Another name');
    await collection('customers').deleteOne({ _id: new ObjectId(await idOf('deleted@example.com')) });
    expect(await undo(made.id)).toEqual({
      ...NOTHING,
      removed: 1,
      keptChanged: 2,
      keptOrders: 1,
      keptMessages: 1,
      gone: 1,
    });
    const { customers: left } = await shopOf(caller);
    expect(left.map((c) => c.email)).toEqual(
      ['again', 'edited', 'ordering', 'written'].map((n) => `${n}@example.com`),
    );
    expect(await find('again@example.com')).toMatchObject({ name: 'Another name' });
    // What the later import did can still be taken back by itself.
    expect(await undo(later.id)).toMatchObject({ restored: 1 });
    expect(await find('again@example.com')).toMatchObject({ name: 'Name' });
  });

  it('gives fields back one by one: what somebody changed since stays', async () => {
    await customers('email,name,city,Tier,Note', 'ann@example.com,Ann,Paris,gold,');
    const state = await customers('email,name,city,Tier,Note', 'ann@example.com,Anna,Rome,silver,hi');
    await updateCustomer(caller, {
      id: await idOf('ann@example.com'),
      city: 'Oslo',
      attributes: { Tier: 'bronze' },
    });
    expect(await undo(state.id)).toEqual({ ...NOTHING, keptChanged: 1 });
    expect(await find('ann@example.com')).toMatchObject({
      name: 'Ann',
      city: 'Oslo',
      attributes: { Tier: 'bronze' },
    });
    const { customers: rows } = await shopOf(caller);
    expect(rows[0]?.attributes).toEqual({ Tier: 'bronze' });
    expect(rows[0]?.folded).toMatchObject({ name: 'ann', city: 'oslo', attributes: { Tier: 'bronze' } });
  });

  it('leaves an order with its customer when the one of before is gone', async () => {
    await orders('N1,old@example.com,10.00,2024-01-01');
    const state = await orders('N1,new@example.com,12.00,2024-01-01');
    await collection('customers').deleteOne({ _id: new ObjectId(await idOf('old@example.com')) });
    expect(await undo(state.id)).toMatchObject({ keptChanged: 1, keptOrders: 1, customersRemoved: 0 });
    expect(await find('new@example.com')).toMatchObject({ orderCount: 1, totalSpend: 10 });
  });

  it('goes on after a killed worker, as the import did, and nothing is taken back twice', async () => {
    const { importId: id } = await startImport(caller, {
      kind: 'ORDERS',
      fileName: 'orders.csv',
      bytes: createReadStream('public/samples/online-retail-orders.csv'),
    });
    await importWhen(caller, id, ({ counts }) => counts.rows >= 3_000);
    await worker.kill();
    worker = await startWorker();
    const { counts } = await importEnd(caller, id);
    expect(counts).toMatchObject({ inserted: 22_190, updated: 0, unchanged: 0, customersCreated: 4_372 });

    await undoImport(caller, id);
    await importWhen(caller, id, ({ undo: u }) => (u?.progress ?? 0) >= 0.2);
    await worker.kill();
    const killed = await getImport(caller, id);
    expect(killed.undo?.status).toBe('RUNNING');
    expect(killed.undo?.counts.removed).toBe(22_190 - (await shopOf(caller)).orders.length);
    worker = await startWorker();
    const { undo: done } = await undoEnd(caller, id);
    expect(done?.counts).toEqual({ ...NOTHING, removed: 22_190, customersRemoved: 4_372 });
    expect(await shopOf(caller)).toEqual({ customers: [], orders: [] });
  }, 180_000);

  it('is taken up by the sweep when its job was lost', async () => {
    const state = await customers('email', 'ann@example.com');
    await collection('imports').updateOne(
      { _id: new ObjectId(state.id) },
      {
        $set: {
          updatedAt: new Date(Date.now() - 120_000),
          undo: {
            status: 'QUEUED',
            counts: NOTHING,
            batches: 1,
            done: 0,
            error: null,
            startedAt: new Date(),
            finishedAt: null,
          },
        },
      },
    );
    await restartLostImports();
    const { undo: done } = await undoEnd(caller, state.id);
    expect(done).toMatchObject({ status: 'DONE', counts: { removed: 1 } });
  });

  it('of a cancelled one takes what was in out', async () => {
    const { importId } = await startImport(caller, {
      kind: 'ORDERS',
      fileName: 'orders.csv',
      bytes: createReadStream('public/samples/online-retail-orders.csv'),
    });
    await importWhen(caller, importId, ({ counts }) => counts.rows >= 2_000);
    await expect(undoImport(caller, importId)).rejects.toMatchObject({ code: 'CONFLICT' });
    await cancelImport(caller, importId);
    const counts = await undo(importId);
    const { counts: brought } = await getImport(caller, importId);
    expect(brought.inserted).toBeGreaterThan(0);
    expect(counts?.removed).toBe(brought.inserted);
    expect(await shopOf(caller)).toEqual({ customers: [], orders: [] });
  }, 120_000);

  it('is refused twice, where nothing came in, and to another workspace', async () => {
    const state = await customers('email', 'ann@example.com');
    const stranger = await createTestWorkspace();
    await expect(undoImport(stranger, state.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await dropTestWorkspace(stranger);
    await undo(state.id);
    await expect(undoImport(caller, state.id)).rejects.toThrow(/undone already/);
    const empty = await customers('email', 'nobody');
    await expect(undoImport(caller, empty.id)).rejects.toThrow(/nothing to undo/);
    const viewer = { ...caller, role: 'VIEWER' as const };
    await expect(undoImport(viewer, empty.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

it('keeps the changes of a batch whatever its size, in documents the database takes', async () => {
  const columns = Array.from({ length: 5 }, (_, i) => `a${i}`);
  const rows = (text: string) =>
    Array.from({ length: 1_000 }, (_, i) => `c${i}@example.com,${columns.map(() => text).join(',')}`);
  const header = `email,${columns.join(',')}`;
  await customers(header, ...rows('y'.repeat(900)));
  const before = await shopOf(caller);
  // Short rows make one batch of a thousand; what they replace is more than one document's share.
  const state = await customers(header, ...rows('x'));
  expect(state).toMatchObject({ status: 'COMPLETED', counts: { updated: 1_000 } });
  expect(await kept()).toBeGreaterThanOrEqual(1 + 2);
  expect(await undo(state.id)).toEqual({ ...NOTHING, restored: 1_000 });
  expect(await shopOf(caller)).toEqual(before);
}, 180_000);

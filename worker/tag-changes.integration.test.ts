import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deleteCustomer, updateCustomer } from '../src/features/customers/customers.service.ts';
import { runTagChange, runTagUndo } from '../src/features/customers/tags/run-tag-change.ts';
import type { TagChange } from '../src/features/customers/tags/tag-changes.schema.ts';
import {
  cancelTagChange,
  getTagChange,
  listTagChanges,
  startTagChange,
  undoTagChange,
} from '../src/features/customers/tags/tag-changes.service.ts';
import { closeDatabase, collection } from '../src/server/db.ts';
import type { Caller } from '../src/server/permissions.ts';
import { closeQueues, queue } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../src/server/testing/workspace.ts';
import { addCustomers } from './testing/shop.ts';
import { startWorker } from './testing/worker-process.ts';

let caller: Caller;
let stranger: Caller;
const customers = () =>
  collection<{ email: string; tags: string[]; folded: { tags: string[] } }>('customers');
const mine = () => ({ workspaceId: new ObjectId(caller.workspaceId) });
const tagsOf = async () =>
  Object.fromEntries(
    (await customers().find(mine()).sort({ email: 1 }).toArray()).map((row) => {
      // What rules and search look at says the same.
      expect(row.folded.tags).toEqual(row.tags.map((tag) => tag.toLowerCase()));
      return [row.email.split('@')[0], row.tags];
    }),
  );
const idOf = async (name: string) =>
  String((await customers().findOne({ ...mine(), email: `${name}@example.com` }))?._id);
const setTags = (name: string, tags: string[]) =>
  customers().updateOne(
    { ...mine(), email: `${name}@example.com` },
    { $set: { tags, 'folded.tags': tags.map((tag) => tag.toLowerCase()) } },
  );
const signal = new AbortController().signal;
const run = async ({ id }: TagChange) => {
  expect(await runTagChange({ workspaceId: caller.workspaceId, changeId: id, signal })).toBeNull();
  return getTagChange(caller, id);
};
const undo = async ({ id }: TagChange) => {
  await undoTagChange(caller, id);
  expect(await runTagUndo({ workspaceId: caller.workspaceId, changeId: id, signal })).toBeNull();
  return getTagChange(caller, id);
};
const everyone = { filter: {}, except: [] };

beforeAll(async () => {
  [caller, stranger] = await Promise.all([createTestWorkspace(), createTestWorkspace()]);
  await addCustomers(stranger, 1);
});
beforeEach(async () => {
  await customers().deleteMany(mine());
  await addCustomers(caller, 4);
});
afterAll(async () => {
  await Promise.all([dropTestWorkspace(caller), dropTestWorkspace(stranger)]);
  await queue('imports').obliterate({ force: true });
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

describe('tags of many customers', () => {
  it('are put on and taken off, and come back exactly as they were', async () => {
    await setTags('customer-1', ['Old', 'VIP']);
    await setTags('customer-2', ['vip']);
    const before = await tagsOf();
    const change = await startTagChange(caller, { target: everyone, add: ['Vip'], remove: ['old'] });
    expect(change).toMatchObject({ status: 'QUEUED', total: 4, changed: 0 });
    expect(await run(change)).toMatchObject({ status: 'DONE', looked: 4, changed: 3, full: 0 });
    expect(await tagsOf()).toEqual({
      'customer-1': ['VIP'],
      'customer-2': ['vip'],
      'customer-3': ['Vip'],
      'customer-4': ['Vip'],
    });
    expect((await undo(change)).undo).toEqual({ status: 'DONE', restored: 3, kept: 0 });
    expect(await tagsOf()).toEqual(before);
    expect((await listTagChanges(caller)).map(({ id }) => id)).toContain(change.id);
  });

  it('concern those who were chosen, or all that match but a few', async () => {
    const [first, last] = [await idOf('customer-1'), await idOf('customer-4')];
    await run(
      await startTagChange(caller, { target: { ids: [last, first, first] }, add: ['a'], remove: [] }),
    );
    await run(
      await startTagChange(caller, {
        target: { filter: { tags: ['A'] }, except: [first] },
        add: ['b'],
        remove: ['a'],
      }),
    );
    expect(await tagsOf()).toEqual({
      'customer-1': ['a'],
      'customer-2': [],
      'customer-3': [],
      'customer-4': ['b'],
    });
  });

  it('keep what somebody did since when a change is taken back', async () => {
    const change = await startTagChange(caller, { target: everyone, add: ['new'], remove: [] });
    await run(change);
    await updateCustomer(caller, { id: await idOf('customer-1'), tags: ['new', 'mine'] });
    await updateCustomer(caller, { id: await idOf('customer-2'), tags: [] });
    await deleteCustomer(caller, { id: await idOf('customer-3') });
    expect((await undo(change)).undo).toEqual({ status: 'DONE', restored: 2, kept: 2 });
    expect(await tagsOf()).toEqual({ 'customer-1': ['mine'], 'customer-2': [], 'customer-4': [] });
  });

  it('are never more than a customer may have', async () => {
    const many = Array.from({ length: 50 }, (_, i) => `t${i}`);
    await setTags('customer-2', many);
    const change = await startTagChange(caller, { target: everyone, add: ['one more'], remove: [] });
    expect(await run(change)).toMatchObject({ changed: 3, full: 1 });
    expect((await tagsOf())['customer-2']).toEqual(many);
  });

  it('raise the version, so that an edit begun before is told', async () => {
    const row = await collection('customers').findOne({ ...mine(), email: 'customer-1@example.com' });
    await run(await startTagChange(caller, { target: everyone, add: ['x'], remove: [] }));
    await expect(
      updateCustomer(caller, { id: String(row?._id), ifUpdatedAt: row?.updatedAt, name: 'Late' }),
    ).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' });
  });

  it('can be stopped, and not be undone twice or before', async () => {
    const change = await startTagChange(caller, { target: everyone, add: ['x'], remove: [] });
    await expect(undoTagChange(caller, change.id)).rejects.toMatchObject({ code: 'CONFLICT' });
    await cancelTagChange(caller, change.id);
    expect(await run(change)).toMatchObject({ status: 'CANCELLED', changed: 0 });
    await expect(cancelTagChange(caller, change.id)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(undoTagChange(caller, change.id)).rejects.toThrow('nothing to undo');
    const other = await startTagChange(caller, { target: everyone, add: ['x'], remove: [] });
    await run(other);
    await undo(other);
    await expect(undoTagChange(caller, other.id)).rejects.toThrow('undone already');
  });

  it('say what is wrong with what is asked', async () => {
    const wrong = { target: everyone, add: ['x'], remove: ['X'] };
    await expect(startTagChange(caller, wrong)).rejects.toMatchObject({ code: 'VALIDATION' });
    const viewer: Caller = { ...caller, role: 'VIEWER' };
    await expect(startTagChange(viewer, { ...wrong, remove: [] })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const ids = [await idOf('customer-1')];
    const theirs = await startTagChange(stranger, { target: { ids }, add: ['x'], remove: [] });
    await runTagChange({ workspaceId: stranger.workspaceId, changeId: theirs.id, signal });
    expect(await getTagChange(stranger, theirs.id)).toMatchObject({ status: 'DONE', changed: 0 });
    await expect(getTagChange(caller, theirs.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are changed once each, though the worker is killed in the middle', { timeout: 300_000 }, async () => {
    await addCustomers(caller, 8_000);
    const change = await startTagChange(caller, { target: everyone, add: ['survivor'], remove: [] });
    const when = async (holds: (state: TagChange) => boolean) => {
      // A transaction the killed worker was in the middle of holds its rows until the database ends it, after 60 s.
      const deadline = Date.now() + 100_000;
      for (;;) {
        const state = await getTagChange(caller, change.id);
        if (holds(state)) return state;
        if (Date.now() > deadline) throw new Error(`Still ${JSON.stringify(state)}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const first = await startWorker();
    const killedAt = await when(({ looked }) => looked > 0).finally(() => first.kill());
    expect(killedAt.status).toBe('RUNNING');
    const second = await startWorker();
    try {
      expect(await when(({ status }) => status === 'DONE')).toMatchObject({
        total: 8_000,
        looked: 8_000,
        changed: 8_000,
      });
      expect(await customers().countDocuments({ ...mine(), tags: ['survivor'] })).toBe(8_000);
      await undoTagChange(caller, change.id);
      expect((await when(({ undo }) => undo?.status === 'DONE')).undo).toMatchObject({ restored: 8_000 });
      expect(await customers().countDocuments({ ...mine(), tags: [] })).toBe(8_000);
    } finally {
      await second.stop();
    }
  });
});

import { setTimeout as wait } from 'node:timers/promises';
import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaller } from '../src/api/root.ts';
import { countWorkspaceDay, recordCount } from '../src/features/audiences/audience-counts.service.ts';
import { insertSnapshot } from '../src/features/audiences/audiences.repository.ts';
import { changeOver, dayOf, daysBefore } from '../src/features/audiences/history.ts';
import { unmarkOrphans } from '../src/features/audiences/snapshots.service.ts';
import { upsertCustomersBulk } from '../src/features/customers/customers.service.ts';
import { startImport } from '../src/features/imports/imports.service.ts';
import { closeDatabase, collection } from '../src/server/db.ts';
import type { Caller } from '../src/server/permissions.ts';
import { closeQueues } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../src/server/testing/workspace.ts';
import { addCustomers } from './testing/shop.ts';
import { startWorker, type WorkerProcess } from './testing/worker-process.ts';

// What is kept of audiences over time, with a real worker.

let caller: Caller;
let worker: WorkerProcess;
type Api = ReturnType<typeof createCaller>;
let api: Api;
const workspaces: Caller[] = [];
const newWorkspace = async (): Promise<{ caller: Caller; api: Api }> => {
  const made = await createTestWorkspace();
  workspaces.push(made);
  return { caller: made, api: createCaller({ caller: made, requestId: 'test' }) };
};

beforeAll(async () => {
  ({ caller, api } = await newWorkspace());
  await addCustomers(caller, 30);
  await upsertCustomersBulk(new ObjectId(caller.workspaceId), [
    { email: 'ann@example.com', name: 'Ann', country: 'France' },
    { email: 'ben@example.com', name: 'Ben', country: 'France' },
    { email: 'cat@example.com', name: 'Cat', country: 'Spain' },
  ]);
  worker = await startWorker();
});
afterAll(async () => {
  await worker.stop();
  await Promise.all(workspaces.map(dropTestWorkspace));
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

const french = { combinator: 'and', rules: [{ field: 'country', operator: '=', value: 'France' }] };
const everyone = { combinator: 'and', rules: [] };
const until = async <T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> => {
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    await wait(30);
  }
};
const finished = (id: string, of: Api = api) =>
  until(
    () => of.audiences.get({ id }),
    ({ snapshot }) => snapshot?.done === true,
  );
const emailsOf = async (id: string) =>
  (await api.audiences.customers({ id })).items.map(({ email }) => email).toSorted();
const template = { subject: 'News', body: 'Hello' };

describe('a snapshot', () => {
  it('keeps who was in the audience, whatever happens to them afterwards', async () => {
    const source = await api.audiences.create({ name: 'French', rules: french });
    const taken = await api.audiences.takeSnapshot({ id: source.id });
    expect(taken.name).toMatch(/^French, \d{1,2} \w{3,4} \d{4}, \d{2}:\d{2}$/);
    const snapshot = await finished(taken.id);
    expect(snapshot.snapshot).toMatchObject({ audienceId: source.id, count: 2, done: true });
    expect(snapshot.rules).toEqual({
      combinator: 'and',
      rules: [{ field: 'snapshots', operator: 'in', value: [taken.id] }],
    });

    await upsertCustomersBulk(new ObjectId(caller.workspaceId), [
      { email: 'ann@example.com', country: 'Spain' },
      { email: 'dan@example.com', name: 'Dan', country: 'France' },
    ]);
    expect(await emailsOf(source.id)).toEqual(['ben@example.com', 'dan@example.com']);
    expect(await emailsOf(taken.id)).toEqual(['ann@example.com', 'ben@example.com']);
    expect(await api.audiences.preview({ rules: { ...snapshot.rules } })).toMatchObject({ count: 2 });
    const [ann] = (await api.customers.list({ search: 'ann@' })).items;
    const why = await api.audiences.explain({ id: taken.id, customerId: ann?.id ?? '' });
    expect(why.inAudience).toBe(true);
    expect(why.explanation.rules[0]).toMatchObject({ sentence: expect.stringContaining(`“${taken.name}”`) });

    // By hand too, and by a file.
    await api.customers.update({ id: ann?.id ?? '', name: 'Anna' });
    const bytes = (async function* () {
      yield Buffer.from('email,city\nann@example.com,Madrid\n');
    })();
    const { importId } = await startImport(caller, { kind: 'CUSTOMERS', fileName: 'a.csv', bytes });
    await until(
      () => api.imports.get({ id: importId }),
      ({ status }) => status === 'COMPLETED',
    );
    expect(await emailsOf(taken.id)).toEqual(['ann@example.com', 'ben@example.com']);
    await api.imports.undo({ id: importId });
    await until(
      () => api.imports.get({ id: importId }),
      ({ undo }) => undo?.status === 'DONE',
    );
    expect(await api.customers.get({ id: ann?.id ?? '' })).toMatchObject({ city: null, name: 'Anna' });
    expect(await emailsOf(taken.id)).toEqual(['ann@example.com', 'ben@example.com']);
  });

  it('is used as any audience, but only once it is finished', async () => {
    // As it stands while nobody has marked its members yet; no job is asked for.
    const unfinished = await insertSnapshot(new ObjectId(caller.workspaceId), {
      name: 'Being made',
      sourceId: new ObjectId(),
      rules: { combinator: 'and', rules: [] },
      takenAt: new Date(),
    });
    const refused = {
      code: 'CONFLICT',
      message: expect.stringContaining('“Being made” is still being made'),
    };
    await expect(
      api.campaigns.create({ name: 'Early', audienceId: unfinished.id, template }),
    ).rejects.toMatchObject(refused);
    await expect(api.audiences.takeSnapshot({ id: unfinished.id })).rejects.toMatchObject(refused);
    const naming = await api.audiences.create({
      name: 'Names it',
      rules: {
        combinator: 'or',
        rules: [{ field: 'snapshots', operator: 'notIn', value: [unfinished.id] }],
      },
    });
    await expect(
      api.campaigns.create({ name: 'Early', audienceId: naming.id, template }),
    ).rejects.toMatchObject(refused);
    await api.audiences.delete({ id: naming.id });
    await api.audiences.delete({ id: unfinished.id });

    const source = await api.audiences.create({ name: 'Spanish', rules: everyone });
    const { id } = await api.audiences.takeSnapshot({ id: source.id, name: 'All of them' });
    await finished(id);
    const campaign = await api.campaigns.create({ name: 'On time', audienceId: id, template });
    expect(campaign.audienceId).toBe(id);
  });

  it('may be renamed, but its members stay', async () => {
    const source = await api.audiences.create({ name: 'Any', rules: everyone });
    const { id } = await api.audiences.takeSnapshot({ id: source.id });
    const { rules } = await finished(id);
    expect(await api.audiences.update({ id, name: 'Renamed', rules: { ...rules } })).toMatchObject({
      name: 'Renamed',
    });
    await expect(api.audiences.update({ id, rules: french })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('is gone on with by another worker when the first is killed, and nobody is left out', async () => {
    const { caller: large, api: largeApi } = await newWorkspace();
    await addCustomers(large, 9_500);
    const source = await largeApi.audiences.create({ name: 'Everyone', rules: everyone });
    const { id } = await largeApi.audiences.takeSnapshot({ id: source.id });
    await until(
      () => largeApi.audiences.get({ id }),
      ({ snapshot }) => (snapshot?.count ?? 0) >= 1_000,
    );
    await worker.kill();
    const broken = await largeApi.audiences.get({ id });
    expect(broken.snapshot).toMatchObject({ done: false });
    expect(broken.snapshot?.count).toBeLessThan(9_500);
    worker = await startWorker();
    const { snapshot } = await finished(id, largeApi);
    expect(snapshot?.count).toBe(9_500);
    const marks = await collection('customers')
      .aggregate([
        { $match: { workspaceId: new ObjectId(large.workspaceId) } },
        { $group: { _id: { $size: '$snapshotIds' }, n: { $sum: 1 } } },
      ])
      .toArray();
    expect(marks).toEqual([{ _id: 1, n: 9_500 }]);

    await largeApi.audiences.delete({ id });
    await until(
      () => collection('customers').countDocuments({ snapshotIds: new ObjectId(id) }),
      (n) => n === 0,
    );
  }, 120_000);

  it('that is gone leaves no marks, whatever died on the way', async () => {
    const mark = new ObjectId();
    const workspaceId = new ObjectId(caller.workspaceId);
    await collection('customers').updateMany({ workspaceId, country: 'Spain' }, [
      { $set: { snapshotIds: { $concatArrays: [{ $ifNull: ['$snapshotIds', []] }, [mark]] } } },
    ]);
    await unmarkOrphans(caller.workspaceId);
    await until(
      () => collection('customers').countDocuments({ workspaceId, snapshotIds: mark }),
      (n) => n === 0,
    );
  });

  it('is one of a hundred at most', async () => {
    const { caller: full, api: fullApi } = await newWorkspace();
    const source = await fullApi.audiences.create({ name: 'Everyone', rules: everyone });
    const { rules } = await fullApi.audiences.get({ id: source.id });
    for (let i = 0; i < 100; i++)
      await insertSnapshot(new ObjectId(full.workspaceId), {
        name: `S${i}`,
        sourceId: new ObjectId(source.id),
        rules,
        takenAt: new Date(),
      });
    await expect(fullApi.audiences.takeSnapshot({ id: source.id })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('100 snapshots'),
    });
  });
});

describe('what uses an audience', () => {
  it('is listed, and keeps it from being deleted with the names in the reason', async () => {
    const source = await api.audiences.create({ name: 'Used', rules: french });
    const { id } = await api.audiences.takeSnapshot({ id: source.id, name: 'Used then' });
    await finished(id);
    const campaign = await api.campaigns.create({ name: 'Spring', audienceId: id, template });
    const naming = await api.audiences.create({
      name: 'All but those',
      rules: {
        combinator: 'and',
        rules: [{ combinator: 'or', rules: [{ field: 'snapshots', operator: 'notIn', value: [id] }] }],
      },
    });
    expect(await api.audiences.usage({ id })).toEqual({
      campaigns: [{ id: campaign.id, name: 'Spring', status: 'DRAFT' }],
      campaignCount: 1,
      audiences: [{ id: naming.id, name: 'All but those' }],
    });
    await expect(api.audiences.delete({ id })).rejects.toMatchObject({
      code: 'CONFLICT',
      message:
        'The campaign “Spring” uses this audience, and the audience “All but those” refers to it, so it cannot be deleted.',
    });
    await api.campaigns.delete({ id: campaign.id });
    await expect(api.audiences.delete({ id })).rejects.toMatchObject({
      message: 'The audience “All but those” refers to it, so it cannot be deleted.',
    });
    await api.audiences.delete({ id: naming.id });
    expect(await api.audiences.usage({ id })).toEqual({ campaigns: [], campaignCount: 0, audiences: [] });
    // The audience it was taken of may go: the snapshot stands by itself.
    await api.audiences.delete({ id: source.id });
    expect(await emailsOf(id)).toHaveLength(2);
    await api.audiences.delete({ id });
  });
});

describe('counts by day', () => {
  it('are written when an audience is saved, once a day, and the last of a day stays', async () => {
    const { id } = await api.audiences.create({ name: 'Counted', rules: french });
    const today = dayOf(new Date());
    const first = await until(
      () => api.audiences.history({ id }),
      ({ items }) => items.length === 1,
    );
    expect(first).toEqual({ items: [{ day: today, count: 2 }], change7: null, change30: null });

    const target = { workspaceId: caller.workspaceId, audienceId: id };
    await recordCount(target, daysBefore(today, 8));
    await upsertCustomersBulk(new ObjectId(caller.workspaceId), [
      { email: 'eve@example.com', country: 'France' },
    ]);
    await recordCount(target);
    await recordCount(target);
    expect(await api.audiences.history({ id })).toEqual({
      items: [
        { day: daysBefore(today, 8), count: 2 },
        { day: today, count: 3 },
      ],
      change7: 1,
      change30: null,
    });
    expect(await api.audiences.trends({ ids: [id] })).toMatchObject([
      { id, items: [{ count: 2 }, { count: 3 }] },
    ]);
    await api.audiences.delete({ id });
    expect(await collection('audienceCounts').countDocuments({ audienceId: new ObjectId(id) })).toBe(0);
  });

  it('are written of every audience of a workspace, leave those that are there, and forget what is old', async () => {
    const { caller: other, api: otherApi } = await newWorkspace();
    const { signal } = new AbortController();
    const made = [];
    for (let i = 0; i < 60; i++)
      made.push(await otherApi.audiences.create({ name: `A${i}`, rules: everyone }));
    const workspaceId = new ObjectId(other.workspaceId);
    const counts = () => collection('audienceCounts').find({ workspaceId });
    await until(
      () => counts().toArray(),
      (rows) => rows.length === 60,
    );
    await collection('audienceCounts').deleteMany({ workspaceId });
    const today = dayOf(new Date());
    const [kept] = made;
    await collection('audienceCounts').insertMany([
      { workspaceId, audienceId: new ObjectId(kept?.id), day: today, count: 77, updatedAt: today },
      {
        workspaceId,
        audienceId: new ObjectId(kept?.id),
        day: daysBefore(today, 401),
        count: 1,
        updatedAt: today,
      },
    ]);
    const day = today.toISOString().slice(0, 10);
    for (let run = 0; run < 2; run++)
      await countWorkspaceDay({ workspaceId: other.workspaceId, day }, signal);
    const rows = await counts().toArray();
    expect(rows).toHaveLength(60);
    expect(
      rows
        .map(({ count }) => count)
        .toSorted((a, b) => b - a)
        .slice(0, 2),
    ).toEqual([77, 0]);
    // A job of yesterday that comes late writes nothing.
    await collection('audienceCounts').deleteMany({ workspaceId });
    const yesterday = daysBefore(today, 1).toISOString().slice(0, 10);
    await countWorkspaceDay({ workspaceId: other.workspaceId, day: yesterday }, signal);
    expect(await counts().toArray()).toEqual([]);
  }, 60_000);

  it('change against the nearest day so far back', () => {
    const day = (n: number) => new Date(Date.UTC(2026, 0, n));
    const items = [
      { day: day(1), count: 10 },
      { day: day(3), count: 12 },
      { day: day(12), count: 5 },
    ];
    expect(changeOver(items, 7)).toBe(-7);
    expect(changeOver(items, 10)).toBe(-5);
    expect(changeOver(items, 30)).toBeNull();
    expect(changeOver([], 7)).toBeNull();
  });
});

it('RFM scores are computed after an import, and when somebody asks', async () => {
  const { caller: shop, api: shopApi } = await newWorkspace();
  const bytes = (async function* () {
    yield Buffer.from('orderId,customerEmail,orderAmount,orderDate\n1,ann@example.com,10,2011-12-01\n');
  })();
  await startImport(shop, { kind: 'ORDERS', fileName: 'orders.csv', bytes });
  const first = await until(
    () => shopApi.rfm.get(),
    ({ computedAt }) => computedAt !== null,
  );
  expect(first).toMatchObject({ customers: 1, totalSpend: 10 });
  await shopApi.rfm.recompute();
  await until(
    () => shopApi.rfm.get(),
    ({ computedAt }) => computedAt !== null && first.computedAt !== null && computedAt > first.computedAt,
  );
}, 90_000);

import { ObjectId } from 'mongodb';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createCaller } from '../src/api/root.ts';
import { callerFromApiKey, issueApiKey } from '../src/features/api-keys/api-keys.service.ts';
import { whoAsks } from '../src/features/auth/caller.ts';
import { hashPassword } from '../src/features/auth/passwords.ts';
import { openSession } from '../src/features/auth/sessions.service.ts';
import { startImport } from '../src/features/imports/imports.service.ts';
import { deleteWorkspace, purgeWorkspace } from '../src/features/workspaces/delete-workspace.service.ts';
import { listMyWorkspaces } from '../src/features/workspaces/my-workspaces.service.ts';
import { closeDatabase, collection, database } from '../src/server/db.ts';
import type { Caller } from '../src/server/permissions.ts';
import { closeQueues } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { tenantCollections } from '../src/server/tenant-collections.ts';
import { createTestWorkspace, dropTestWorkspace } from '../src/server/testing/workspace.ts';
import { bytesOf } from './testing/importing.ts';
import { draftCampaign } from './testing/shop.ts';
import { startWorker } from './testing/worker-process.ts';

let owner: Caller;
let other: Caller;

beforeEach(async () => {
  [owner, other] = await Promise.all([createTestWorkspace(), createTestWorkspace()]);
  return async () => {
    await Promise.all([dropTestWorkspace(owner), dropTestWorkspace(other)]);
  };
});
afterAll(async () => {
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

const confirmName = 'Sample workspace';
const signal = new AbortController().signal;
const later = () => new Date(Date.now() + 10 * 60_000);
const of = ({ workspaceId }: Caller) => ({ workspaceId: new ObjectId(workspaceId) });

/** What indexes want to be told apart by. */
const UNIQUE = ['hash', 'tokenHash', 'email', 'address', 'key', 'userId', 'messageId'];

/** A row in every collection that has a workspace's rows: whatever it holds, it is one of theirs. */
async function fill(caller: Caller): Promise<void> {
  await openSession(caller.userId ?? '', { address: null, userAgent: null });
  for (const name of tenantCollections.filter((one) => one !== 'sessions'))
    await collection(name).insertOne(
      { ...of(caller), ...Object.fromEntries(UNIQUE.map((field) => [field, new ObjectId()])) },
      // Any shape will do, and most of these are not for one file to know.
      { bypassDocumentValidation: true },
    );
  const upload = {
    kind: 'CUSTOMERS' as const,
    fileName: 'people.csv',
    bytes: bytesOf('email\na@example.com\n'),
  };
  await startImport(caller, upload);
}
/** How many rows of the workspace each collection has, and files. */
async function left(caller: Caller): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { name } of await database().listCollections({}, { nameOnly: true }).toArray())
    counts[name] = await collection(name).countDocuments(of(caller));
  counts['importFiles.files'] = await collection('importFiles.files').countDocuments({
    'metadata.workspaceId': of(caller).workspaceId,
  });
  return Object.fromEntries(Object.entries(counts).filter(([, n]) => n > 0));
}

describe('deleting a workspace', () => {
  it('is for an owner who types its name', async () => {
    await expect(deleteWorkspace({ ...owner, role: 'ADMIN' }, { confirmName })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(
      deleteWorkspace({ ...owner, role: 'ADMIN', scopes: ['all'] }, { confirmName }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await collection('users').updateOne(
      { _id: new ObjectId(owner.userId ?? '') },
      { $set: { passwordHash: await hashPassword('the right one') } },
    );
    for (const password of [undefined, 'a wrong one'])
      await expect(deleteWorkspace(owner, { confirmName, password })).rejects.toMatchObject({
        code: 'VALIDATION',
        errors: [{ path: 'password' }],
      });
    await expect(deleteWorkspace(owner, { confirmName: 'sample' })).rejects.toMatchObject({
      code: 'VALIDATION',
    });
  });

  it('shuts it at once: for people, keys, and jobs of its campaigns', async () => {
    const { key } = await issueApiKey(owner.workspaceId, { name: 'Till', scopes: ['all'] });
    const { id } = await draftCampaign(owner);
    await createCaller({ caller: owner, requestId: 'r' }).campaigns.launch({ id });
    const before = await collection('campaigns').findOne({ _id: new ObjectId(id) });
    expect(before?.status).toBe('PREPARING');
    await deleteWorkspace(owner, { confirmName });
    await expect(callerFromApiKey(key)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(
      whoAsks({ cookie: null, authorization: `Bearer ${key}` }, { address: null, userAgent: null }),
    ).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    const userId = owner.userId ?? '';
    expect(await listMyWorkspaces({ userId, sessionId: '', workspaceId: owner.workspaceId })).toEqual([]);
    const campaign = await collection('campaigns').findOne({ _id: new ObjectId(id) });
    expect(campaign).toMatchObject({ status: 'CANCELLED', epoch: (before?.epoch ?? 0) + 1 });
    await expect(createCaller({ caller: owner, requestId: 'r' }).workspaces.current()).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(deleteWorkspace(owner, { confirmName })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('leaves none of its rows and files, and all of another workspace’s', async () => {
    await Promise.all([fill(owner), fill(other)]);
    expect(tenantCollections).toEqual(
      expect.arrayContaining(['messages', 'auditEvents', 'webhookEndpoints']),
    );
    const others = await left(other);
    expect(Object.keys(others)).toEqual(expect.arrayContaining([...tenantCollections, 'importFiles.files']));
    await deleteWorkspace(owner, { confirmName });
    expect(await purgeWorkspace(owner, { signal, now: later() })).toBeNull();
    expect(await left(owner)).toEqual({});
    expect(await collection('workspaces').countDocuments({ _id: of(owner).workspaceId })).toBe(0);
    expect(await left(other)).toEqual(others);
    const chunks = await collection('importFiles.chunks').distinct('files_id');
    const files = await collection('importFiles.files').distinct('_id');
    expect(chunks.map(String).filter((id) => !files.map(String).includes(id))).toEqual([]);
  });

  it('goes on after it was broken off, and waits for what may still come', async () => {
    await fill(owner);
    const many = Array.from({ length: 2_500 }, () => ({ ...of(owner), campaignId: new ObjectId() }));
    await collection('messages').insertMany(many, { bypassDocumentValidation: true });
    await deleteWorkspace(owner, { confirmName });
    const abort = new AbortController();
    abort.abort();
    expect(await purgeWorkspace(owner, { signal: abort.signal })).toBe(0);
    expect((await left(owner)).messages).toBe(2_501);
    expect(await purgeWorkspace(owner, { signal })).toBeGreaterThan(0);
    expect(await left(owner)).toEqual({});
    // A batch that was under way.
    await collection('orders').insertOne(
      { ...of(owner), orderId: 'late' },
      { bypassDocumentValidation: true },
    );
    expect(await purgeWorkspace(owner, { signal, now: later() })).toBeNull();
    expect(await left(owner)).toEqual({});
    expect(await purgeWorkspace(owner, { signal })).toBeNull();
  });

  it('is done by workers, also by another one after the first was killed', async () => {
    const first = await startWorker();
    const rows = Array.from({ length: 40_000 }, () => ({ ...of(owner), campaignId: new ObjectId() }));
    await collection('messages').insertMany(rows, { bypassDocumentValidation: true });
    const messages = () => collection('messages').countDocuments(of(owner));
    await deleteWorkspace(owner, { confirmName });
    await expect.poll(messages, { timeout: 30_000, interval: 10 }).toBeLessThan(40_000);
    await first.kill();
    expect(await messages()).toBeGreaterThan(0);
    // As if the two minutes were over.
    await collection('workspaces').updateOne(
      { _id: of(owner).workspaceId },
      { $set: { deletedAt: new Date(Date.now() - 10 * 60_000) } },
    );
    const second = await startWorker();
    const gone = () => collection('workspaces').countDocuments({ _id: of(owner).workspaceId });
    await expect.poll(gone, { timeout: 120_000, interval: 200 }).toBe(0);
    expect(await left(owner)).toEqual({});
    await second.stop();
  }, 200_000);

  it('does nothing to a workspace that was not deleted', async () => {
    await fill(other);
    const before = await left(other);
    expect(await purgeWorkspace(other, { signal, now: later() })).toBeNull();
    expect(await left(other)).toEqual(before);
  });
});

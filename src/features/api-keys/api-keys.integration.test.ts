import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, collection } from '../../server/db.ts';
import type { Caller } from '../../server/permissions.ts';
import { closeQueues } from '../../server/queue.ts';
import { closeRedis } from '../../server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../server/testing/workspace.ts';
import { createApiKeyInput, MAX_KEYS } from './api-keys.schema.ts';
import {
  callerFromApiKey,
  createApiKey,
  issueApiKey,
  listApiKeys,
  revokeApiKey,
} from './api-keys.service.ts';

let owner: Caller;
beforeAll(async () => {
  owner = await createTestWorkspace();
});
afterAll(async () => {
  await dropTestWorkspace(owner);
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const asKey = async (input: Parameters<typeof issueApiKey>[1]) =>
  callerFromApiKey((await issueApiKey(owner.workspaceId, input)).key);

describe('a key', () => {
  it('is kept as a hash, says who made it, and is refused once it has expired or was revoked', async () => {
    const made = await createApiKey(owner, { name: 'Till', scopes: ['orders:write'], expiresAt: inDays(30) });
    const rows = await collection('apiKeys')
      .find({ workspaceId: new ObjectId(owner.workspaceId) })
      .toArray();
    expect(JSON.stringify(rows)).not.toContain(made.key);
    const [listed] = await listApiKeys(owner);
    expect(listed).toMatchObject({ name: 'Till', expiresAt: made.expiresAt, lastUsedAt: null });
    expect(await callerFromApiKey(made.key)).toMatchObject({ scopes: ['orders:write'] });
    expect((await listApiKeys(owner))[0]?.lastUsedAt).toBeInstanceOf(Date);

    await collection('apiKeys').updateOne(
      { _id: new ObjectId(made.id) },
      { $set: { expiresAt: inDays(-1) } },
    );
    await expect(callerFromApiKey(made.key)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await collection('apiKeys').updateOne({ _id: new ObjectId(made.id) }, { $set: { expiresAt: null } });
    await revokeApiKey(owner, made.id);
    await expect(callerFromApiKey(made.key)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('may do no more than who makes it', async () => {
    const limited = await asKey({ name: 'Maker', scopes: ['api-keys:write', 'customers:read'] });
    await expect(createApiKey(limited, { name: 'x', scopes: ['customers:read'] })).resolves.toMatchObject({
      scopes: ['customers:read'],
    });
    for (const scope of ['customers:write', 'all'] as const)
      await expect(
        createApiKey(limited, { name: 'x', scopes: ['customers:read', scope] }),
      ).rejects.toMatchObject({
        code: 'FORBIDDEN',
        errors: [{ path: 'scopes' }],
      });
    await expect(
      createApiKey(await asKey({ name: 'All', scopes: ['all'] }), { name: 'x', scopes: ['all'] }),
    ).resolves.toBeTruthy();
    const marketer: Caller = { ...owner, role: 'MARKETER' };
    await expect(createApiKey(marketer, { name: 'x', scopes: ['customers:read'] })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('made by one that expires is good no longer than that one', async () => {
    const passing = await asKey({ name: 'Passing', scopes: ['all'], expiresAt: inDays(10) });
    const make = (expiresAt: Date | null) => createApiKey(passing, { name: 'x', scopes: ['all'], expiresAt });
    await expect(make(inDays(9))).resolves.toBeTruthy();
    for (const wrong of [inDays(11), null])
      await expect(make(wrong)).rejects.toMatchObject({ code: 'FORBIDDEN', errors: [{ path: 'expiresAt' }] });
  });

  it('expires at a moment to come', () => {
    const input = { name: 'x', scopes: ['all'], expiresAt: inDays(-1) };
    expect(createApiKeyInput.safeParse(input).success).toBe(false);
    expect(createApiKeyInput.safeParse({ ...input, expiresAt: null }).success).toBe(true);
  });

  it(`is one of ${MAX_KEYS} in use at most; revoked and expired ones do not count`, async () => {
    const crowded = await createTestWorkspace();
    try {
      const keys = await Promise.all(
        Array.from({ length: MAX_KEYS }, () =>
          issueApiKey(crowded.workspaceId, { name: 'k', scopes: ['all'] }),
        ),
      );
      await issueApiKey(crowded.workspaceId, { name: 'old', scopes: ['all'], expiresAt: inDays(-1) });
      const one = { name: 'One more', scopes: ['all' as const] };
      await expect(createApiKey(crowded, one)).rejects.toMatchObject({ code: 'CONFLICT' });
      await revokeApiKey(crowded, keys[0]?.id ?? '');
      await expect(createApiKey(crowded, one)).resolves.toMatchObject({ name: 'One more' });
    } finally {
      await dropTestWorkspace(crowded);
    }
  });
});

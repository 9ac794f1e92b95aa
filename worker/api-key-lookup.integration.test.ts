import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callerFromApiKey, issueApiKey } from '../src/features/api-keys/api-keys.service.ts';
import { closeDatabase, collection } from '../src/server/db.ts';
import type { Caller } from '../src/server/permissions.ts';
import { closeRedis } from '../src/server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../src/server/testing/workspace.ts';

// No key is compared with another: a key is looked up by its hash in an index. How long that takes depends on the hash,
// which somebody who guesses cannot choose, so that the time says nothing of how much of a guess was right.

let caller: Caller;
beforeAll(async () => {
  caller = await createTestWorkspace();
});
afterAll(async () => {
  await dropTestWorkspace(caller);
  await Promise.all([closeRedis(), closeDatabase()]);
});

it('a key is found by its whole hash, with nothing of the key beside it', async () => {
  const { key } = await issueApiKey(caller.workspaceId, { name: 'Sample', scopes: ['customers:read'] });
  expect(await callerFromApiKey(key)).toMatchObject({ workspaceId: caller.workspaceId });
  const hash = createHash('sha256').update(key).digest('hex');
  const row = await collection('apiKeys').findOne({ hash });
  // The first characters are shown to tell keys apart: 8 of the 43 that are by chance.
  expect(row?.prefix).toBe(key.slice(0, 11));
  expect(JSON.stringify(row)).not.toContain(key.slice(0, 12));
});

it('a guess that is right but for one character is as wrong as any other', async () => {
  const { key } = await issueApiKey(caller.workspaceId, { name: 'Sample', scopes: ['customers:read'] });
  const last = key.endsWith('A') ? 'B' : 'A';
  const guesses = [
    key.slice(0, -1) + last,
    key.slice(0, -1),
    `${key}A`,
    key.toLowerCase(),
    `nf_${'A'.repeat(43)}`,
  ];
  for (const guess of guesses)
    await expect(callerFromApiKey(guess)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  // Their hashes have nothing in common with the key's.
  const hashes = [key, ...guesses].map((text) => createHash('sha256').update(text).digest('hex').slice(0, 6));
  expect(new Set(hashes).size).toBe(hashes.length);
});

it('the lookup goes by the unique index of hashes, not through the keys', async () => {
  const plan = await collection('apiKeys').find({ hash: 'x' }).explain('queryPlanner');
  expect(JSON.stringify(plan.queryPlanner)).toContain('hash');
  expect(JSON.stringify(plan.queryPlanner.winningPlan)).toContain('IXSCAN');
});

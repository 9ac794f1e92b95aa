import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getEnv } from '../src/env.ts';
import { createUser } from '../src/features/auth/auth.service.ts';
import { addMember, createWorkspace } from '../src/features/workspaces/workspaces.service.ts';
import { closeDatabase } from '../src/server/db.ts';
import { closeQueues } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { PASSWORD } from './testing/accounts.ts';
import { Browser } from './testing/browser.ts';
import { startDoor } from './testing/door.ts';
import { startWeb } from './testing/shop.ts';

// Redis goes away while the web runs: nobody can guess passwords uncounted, and whoever is signed in works on.

let web: Awaited<ReturnType<typeof startWeb>>;
let door: Awaited<ReturnType<typeof startDoor>>;
beforeAll(async () => {
  const redis = new URL(getEnv().redisUrl);
  door = await startDoor({ host: redis.hostname, port: Number(redis.port || 6379) });
  const through = new URL(redis);
  through.host = `127.0.0.1:${door.port}`;
  web = await startWeb({ REDIS_URL: through.href });
});
afterAll(async () => {
  await web.stop();
  door.shut();
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

it('signing in, signing up and asking for letters are closed; a session goes on; all of it comes back', async () => {
  const email = `person-${randomUUID()}@example.com`;
  const [user, workspace] = await Promise.all([
    createUser({ name: 'Sample', email, password: PASSWORD }),
    createWorkspace({ name: 'Sample', slug: `sample-${randomUUID()}` }),
  ]);
  await addMember(workspace.id, user.id, 'OWNER');
  const [inside, outside] = [new Browser(web.url), new Browser(web.url)];
  expect((await inside.signIn(email, PASSWORD)).status).toBe(200);

  door.shut();
  const refused = await outside.signIn(email, PASSWORD);
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).not.toBeNull();
  expect((await outside.call('account.get')).status).toBe(401);
  expect((await outside.signIn(email, 'a wrong one')).status).toBe(503);
  expect((await outside.call('account.requestPasswordReset', { email })).status).toBe(503);
  const signUp = { name: 'Sample', email: `other-${email}`, password: PASSWORD };
  const answer = await outside.ask('/api/auth/register', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(signUp),
  });
  expect(answer.status).toBe(503);
  expect((await inside.call('account.get')).data).toMatchObject({ email });
  expect((await inside.ask('/api/customers')).status).toBe(200);

  await door.reopen();
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await outside.signIn(email, PASSWORD)).status === 200) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect((await outside.call('account.get')).data).toMatchObject({ email });
});

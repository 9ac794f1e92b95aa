import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { getEnv } from '../src/env.ts';
import { issueApiKey } from '../src/features/api-keys/api-keys.service.ts';
import { closeDatabase } from '../src/server/db.ts';
import type { Caller } from '../src/server/permissions.ts';
import { closeQueues } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../src/server/testing/workspace.ts';
import { addCustomers, startWeb } from './testing/shop.ts';

// Whether a count that nobody waits for any more really ends, seen from where the database is: a proxy before it holds
// the answers of counts back, so that they take as long as they must, and sees what becomes of the connection. MongoDB
// ends an operation whose client has closed its connection.

interface Held {
  ended: Promise<void>;
}

let proxy: Server;
let web: Awaited<ReturnType<typeof startWeb>>;
let caller: Caller;
let key: string;
/** What a command must hold for its answer to be kept back. */
let keepBack: string | null = null;
let held: Held[] = [];
const sockets = new Set<Socket>();

beforeAll(async () => {
  caller = await createTestWorkspace();
  await addCustomers(caller, 5);
  ({ key } = await issueApiKey(caller.workspaceId, { name: 'Sample', scopes: ['all'] }));
  const database = new URL(getEnv().databaseUrl.replace(/^mongodb:/, 'http:'));
  proxy = createServer((client) => {
    const server = connect(Number(database.port || 27_017), database.hostname);
    let holding = false;
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => undefined);
    }
    client.on('data', (bytes) => {
      if (keepBack !== null && bytes.includes(keepBack)) {
        holding = true;
        held.push({ ended: once(client, 'close').then(() => undefined) });
      }
      server.write(bytes);
    });
    server.on('data', (bytes) => {
      if (!holding) client.write(bytes);
    });
    client.on('close', () => server.destroy());
    server.on('close', () => client.destroy());
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  const direct = process.env.DATABASE_URL;
  process.env.DATABASE_URL = getEnv().databaseUrl.replace(database.host, `127.0.0.1:${address.port}`);
  web = await startWeb({ LOG_LEVEL: 'error' });
  process.env.DATABASE_URL = direct;
});
afterEach(() => {
  keepBack = null;
  held = [];
});
afterAll(async () => {
  await web.stop();
  for (const socket of sockets) socket.destroy();
  proxy.close();
  await dropTestWorkspace(caller);
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

const ask = (path: string, body: unknown, signal?: AbortSignal): Promise<Response> =>
  fetch(`${web.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
};
const rules = (name: string) => ({
  combinator: 'and',
  rules: [{ field: 'name', operator: 'contains', value: name }],
});

describe('a count whose asker has gone', () => {
  it.each([
    ['preview', '/api/audiences/preview', (body: object) => body],
    ['insights', '/api/audiences/insights', (body: object) => body],
    ['funnel', '/api/audiences/funnel', (body: object) => body],
    ['preview by tRPC', '/api/trpc/audiences.preview', (body: object) => ({ json: body })],
  ])(
    'is ended at the database: %s',
    async (name, path, wrap) => {
      const mark = `nobody-waits-for-${name.replace(/\W/g, '-').toLowerCase()}`;
      const body = wrap({ rules: rules(mark) });
      // The way there is open: nothing of this is about a request that fails by itself.
      expect((await ask(path, body)).status).toBe(200);

      keepBack = mark;
      const gone = new AbortController();
      const asked = ask(path, body, gone.signal).catch((error: Error) => error.name);
      await until(() => held.length > 0);
      await new Promise((resolve) => setTimeout(resolve, 100));
      gone.abort();
      expect(await asked).toBe('AbortError');
      await Promise.all(held.map(({ ended }) => ended));
      expect(held.length).toBeGreaterThan(0);

      // And the process goes on answering as before.
      keepBack = null;
      expect((await ask(path, body)).status).toBe(200);
    },
    15_000,
  );

  it('is answered in plain words when it takes too long', async () => {
    keepBack = 'nobody-has-that-long';
    const answer = await ask('/api/audiences/preview', { rules: rules('nobody-has-that-long') });
    expect(answer.status).toBe(504);
    expect(await answer.json()).toMatchObject({
      code: 'TIMED_OUT',
      detail: expect.stringContaining('longer than 15 seconds'),
    });
  }, 40_000);
});

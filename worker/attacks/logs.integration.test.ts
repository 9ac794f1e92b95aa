import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { z } from 'zod';
import { getEnv } from '../../src/env.ts';
import { issueApiKey } from '../../src/features/api-keys/api-keys.service.ts';
import { closeDatabase } from '../../src/server/db.ts';
import { closeQueues } from '../../src/server/queue.ts';
import { closeRedis } from '../../src/server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../src/server/testing/workspace.ts';
import { Browser } from '../testing/browser.ts';
import { freePort } from '../testing/worker-process.ts';

// All that the real web process writes, while it is used with things that belong in no log, and while Redis is away.

afterAll(async () => {
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

const lineSchema = z.looseObject({ level: z.number(), msg: z.string(), requestId: z.string().optional() });

it('says what was asked and how it went, and nothing of whom it was about', { timeout: 90_000 }, async () => {
  const redis = new URL(getEnv().redisUrl);
  const open = new Set<Socket>();
  const door = createServer((socket) => {
    const behind = connect(Number(redis.port || 6379), redis.hostname);
    for (const end of [socket, behind]) {
      open.add(end);
      end.on('error', () => undefined);
    }
    socket.pipe(behind).pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(door, 'listening');
  const address = door.address();
  const doorPort = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const through = new URL(redis);
  through.host = `127.0.0.1:${doorPort}`;

  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const web = spawn(process.execPath, ['web/main.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'debug',
      REDIS_URL: through.href,
      PORT: String(port),
      NEXT_PUBLIC_APP_URL: url,
      NEXTAUTH_SECRET: 'the-secret-of-the-integration-tests',
    },
  });
  let written = '';
  for (const stream of [web.stdout, web.stderr])
    stream.on('data', (part) => {
      written += part;
    });
  const caller = await createTestWorkspace();
  try {
    await expect
      .poll(
        () =>
          fetch(`${url}/api/ready`).then(
            (r) => r.ok,
            () => false,
          ),
        { timeout: 40_000 },
      )
      .toBe(true);
    const { key } = await issueApiKey(caller.workspaceId, { name: 'Quokka key', scopes: ['all'] });
    const browser = new Browser(url);
    const person = {
      name: 'Quokka Person',
      email: `quokka.${port}@example.com`,
      password: 'quokka-password-quokka',
    };
    await browser.ask('/api/auth/register', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify(person),
    });
    await browser.signIn(person.email, person.password);
    await browser.signIn(person.email, 'quokka-wrong-password');
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const create = (body: unknown) =>
      fetch(`${url}/api/customers`, { method: 'POST', headers, body: JSON.stringify(body) });
    const made = await create({ email: 'quokka.customer@example.com', name: 'Quokka Customer' });
    expect(made.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    await create({ email: 'quokka.customer@example.com', name: 'Quokka Customer' });
    await create({ email: 'quokka not an address' });
    await fetch(`${url}/api/customers?search=quokka`, { headers });
    await fetch(`${url}/unsubscribe/quokka-token-1234567890abcdefghijklmnop`);
    await fetch(`${url}/api/customers/bulk-upload`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'text/csv' },
      body: 'email,name\nquokka.row@example.com,Quokka Row\n',
    });
    await fetch(`${url}/api/customers`, { headers: { authorization: 'Bearer nf_quokkaquokkaquokkaquokka' } });

    const before = written.length;
    door.close();
    for (const end of open) end.destroy();
    await wait(4_000);
    const outage = written.slice(before);
    door.listen(doorPort, '127.0.0.1');
    await expect.poll(() => written.includes('Redis is reachable again'), { timeout: 20_000 }).toBe(true);

    const lines = written.split('\n').filter(Boolean);
    const parsed = lines.flatMap((line) => {
      try {
        return [lineSchema.parse(JSON.parse(line))];
      } catch {
        return [];
      }
    });
    expect(lines.filter((line) => /quokka/i.test(line))).toEqual([]);
    expect(written).not.toContain(key);
    expect(written).not.toMatch(/eyJ[\w-]+\.\./);
    const asked = parsed.filter(({ msg }) => msg === 'Request');
    expect(asked.length).toBeGreaterThan(8);
    expect(asked.every(({ requestId }) => requestId !== undefined)).toBe(true);
    expect(asked).toContainEqual(
      expect.objectContaining({
        method: 'POST',
        path: '/api/customers',
        status: 201,
        actor: expect.stringMatching(/^key:/),
        requestId: made.headers.get('x-request-id'),
      }),
    );
    // One line for the outage, however many connections there are and however often they try.
    const complaints = outage
      .split('\n')
      .filter(Boolean)
      .filter((line) => !line.startsWith('{') || JSON.parse(line).level >= 40);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain('Redis is not reachable');
  } finally {
    web.kill('SIGKILL');
    door.close();
    for (const end of open) end.destroy();
    await dropTestWorkspace(caller);
  }
});

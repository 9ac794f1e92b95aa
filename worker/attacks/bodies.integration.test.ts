import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { issueApiKey } from '../../src/features/api-keys/api-keys.service.ts';
import { closeDatabase, collection, toObjectId } from '../../src/server/db.ts';
import type { Caller } from '../../src/server/permissions.ts';
import { closeQueues } from '../../src/server/queue.ts';
import { closeRedis } from '../../src/server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../src/server/testing/workspace.ts';
import { startWeb } from '../testing/shop.ts';

// Requests that are too much, too slow, or not what they say.

let web: Awaited<ReturnType<typeof startWeb>>;
let caller: Caller;
let key: string;

beforeAll(async () => {
  web = await startWeb();
  caller = await createTestWorkspace();
  ({ key } = await issueApiKey(caller.workspaceId, { name: 'Sample', scopes: ['all'] }));
});
afterAll(async () => {
  await web.stop();
  await dropTestWorkspace(caller);
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

const MEGABYTE = 1_048_576;
async function post(
  path: string,
  body: string | Uint8Array<ArrayBuffer> | ReadableStream,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string }> {
  const init: RequestInit = {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    body,
  };
  // What Node wants for a stream, and its types do not know.
  const response = await fetch(`${web.url}${path}`, Object.assign(init, { duplex: 'half' }));
  return { status: response.status, body: await response.text() };
}

/** What is answered to exactly these bytes. */
function raw(bytes: string): Promise<string> {
  const socket = connect(Number(new URL(web.url).port), '127.0.0.1');
  socket.write(bytes);
  return answerOn(socket);
}

/** All that comes until the connection is over. */
async function answerOn(socket: Socket): Promise<string> {
  let answer = '';
  socket.on('data', (part) => {
    answer += part;
  });
  // A server that hangs up while we still send has answered all the same.
  socket.on('error', () => undefined);
  // Not by `once`, which an error would end.
  await new Promise((resolve) => socket.on('close', resolve));
  return answer;
}
const request = (headers: string, body = '') =>
  `POST /api/customers HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\nConnection: close\r\n${headers}\r\n\r\n${body}`;

describe('too much', () => {
  it('of a body is refused with 413, said beforehand or not', async () => {
    expect((await post('/api/customers', `{"name":"${'x'.repeat(3 * MEGABYTE)}"}`)).status).toBe(413);
    const endless = new ReadableStream({
      pull(controller) {
        controller.enqueue(Buffer.alloc(MEGABYTE / 4, 'x'));
        sent += MEGABYTE / 4;
        if (sent >= 8 * MEGABYTE) controller.close();
      },
    });
    let sent = 0;
    expect((await post('/api/customers', endless)).status).toBe(413);
    expect((await post('/api/trpc/customers.create', `{"json":"${'x'.repeat(20 * MEGABYTE)}"}`)).status).toBe(
      413,
    );
  });

  it('of headers, of an address, or none at all is refused, and the server goes on', async () => {
    const many = Array.from({ length: 3_000 }, (_, i) => `X-${i}: ${'y'.repeat(20)}`).join('\r\n');
    expect(await raw(request(many))).toMatch(/^HTTP\/1\.1 431 /);
    expect(await raw(`GET /${'a'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 (414|431) /,
    );
    expect(await raw('GET / HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    // Two lengths, or both ways to say one: how a request is smuggled past a proxy.
    expect(await raw(request('Content-Length: 2\r\nTransfer-Encoding: chunked', '{}'))).toMatch(
      /^HTTP\/1\.1 400 /,
    );
    expect(await raw(request('Content-Length: 2\r\nContent-Length: 3', '{}'))).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('nested or repeated is refused with words, not with a full stack', async () => {
    const deep = `${'{"rules":[{"combinator":"and","rules":['.repeat(1)}${'['.repeat(200_000)}${']'.repeat(200_000)}]}]}`;
    expect((await post('/api/audiences', deep)).status).toBe(400);
    expect((await post('/api/trpc/audiences.preview', deep)).status).toBe(400);
    const groups = (depth: number): string =>
      depth === 0 ? '[]' : `[{"combinator":"and","rules":${groups(depth - 1)}}]`;
    const rules = `{"name":"x","rules":{"combinator":"and","rules":${groups(2_000)}}}`;
    expect((await post('/api/audiences', rules)).status).toBe(400);
    const many = `{"name":"x","rules":{"combinator":"and","rules":[${'{},'.repeat(300_000)}{}]}}`;
    expect((await post('/api/audiences', many)).status).toBe(400);
    const tags = JSON.stringify({
      email: 'a@example.com',
      tags: Array.from({ length: 100_000 }, (_, i) => `${i}`),
    });
    expect((await post('/api/customers', tags)).status).toBe(400);
  });
});

describe('what is not what it says', () => {
  it('is refused: other types, compressed, broken letters, no JSON', async () => {
    const body = '{"email":"form@example.com"}';
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      expect((await post('/api/customers', body, { 'content-type': type })).status, type).toBe(415);
    expect(
      (await post('/api/customers', new Uint8Array(gzipSync(body)), { 'content-encoding': 'gzip' })).status,
    ).toBe(400);
    expect((await post('/api/customers', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]))).status).toBe(400);
    expect((await post('/api/customers', '{"email":"a@example.com",}')).status).toBe(400);
    expect((await post('/api/customers', '[]')).status).toBe(400);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded'])
      expect(
        (await post('/api/trpc/customers.create', `{"json":${body}}`, { 'content-type': type })).status,
        type,
      ).toBeGreaterThanOrEqual(400);
    expect(
      await collection('customers').countDocuments({ workspaceId: toObjectId(caller.workspaceId) }),
    ).toBe(0);
  });

  it('changes nothing for anybody else: prototypes in a body or a query', async () => {
    for (const body of [
      '{"email":"p@example.com","__proto__":{"isAdmin":true}}',
      '{"email":"p@example.com","constructor":{"prototype":{"isAdmin":true}}}',
      '{"__proto__":{"email":"p@example.com"}}',
    ])
      expect((await post('/api/customers', body)).status, body).toBe(400);
    const attribute = '{"email":"p@example.com","attributes":{"__proto__":{"isAdmin":true}}}';
    expect((await post('/api/customers', attribute)).body).not.toContain('isAdmin');
    const list = (query: string) =>
      fetch(`${web.url}/api/customers?${query}`, { headers: { authorization: `Bearer ${key}` } });
    for (const query of ['__proto__[isAdmin]=1', 'constructor.prototype.isAdmin=1', '__proto__=1'])
      expect([200, 400], query).toContain((await list(query)).status);
    const after = await (await list('limit=1')).text();
    expect(after).not.toContain('isAdmin');
  });
});

describe('somebody else’s page', () => {
  const send = (path: string, headers: Record<string, string>) =>
    fetch(`${web.url}${path}`, {
      method: 'POST',
      headers: { cookie: 'next-auth.session-token=x', 'content-type': 'application/json', ...headers },
      body: '{}',
    });

  it.each([
    '/api/customers',
    '/api/trpc/customers.create',
    '/api/auth/register',
    '/api/customers/bulk-upload',
    '/api/orders/bulk-upload',
  ])('changes nothing through %s', async (path) => {
    const pages: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `${web.url}.evil.example` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of pages)
      expect((await send(path, headers)).status, JSON.stringify(headers)).toBe(403);
  });

  it('gets no WebSocket', async () => {
    for (const origin of ['https://evil.example', 'null', `${web.url}.evil.example`, undefined]) {
      const socket = new WebSocket(`${web.url.replace('http', 'ws')}/api/live`, {
        ...(origin ? { origin } : {}),
        headers: { cookie: 'next-auth.session-token=x' },
      });
      const status = await new Promise((resolve) => {
        socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
        socket.on('open', () => resolve('open'));
        socket.on('error', () => undefined);
      });
      expect(status, origin).toBe(403);
    }
  });

  it('cannot read an answer: no header allows it, and no frame shows one', async () => {
    const response = await fetch(`${web.url}/api/customers`, { headers: { origin: 'https://evil.example' } });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.headers.get('x-frame-options')).toBe('DENY');
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'",
    );
    expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });
});

describe('too slow', () => {
  it('a body that trickles is given up with 408, and others are served meanwhile', {
    timeout: 60_000,
  }, async () => {
    const socket = connect(Number(new URL(web.url).port), '127.0.0.1');
    socket.write(request('Content-Type: application/json\r\nContent-Length: 100000', '{"name":"'));
    const drip = setInterval(() => socket.write('x'), 500);
    const began = Date.now();
    const answered = answerOn(socket);
    expect((await fetch(`${web.url}/api/health`)).status).toBe(200);
    expect(await answered).toMatch(/^HTTP\/1\.1 408 [\s\S]*application\/problem\+json/);
    clearInterval(drip);
    expect(Date.now() - began).toBeLessThan(25_000);
  });
});

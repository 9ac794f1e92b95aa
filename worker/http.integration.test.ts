import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { ObjectId } from 'mongodb';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { getEnv } from '../src/env.ts';
import { issueApiKey } from '../src/features/api-keys/api-keys.service.ts';
import { closeDatabase, collection } from '../src/server/db.ts';
import type { Caller } from '../src/server/permissions.ts';
import { closeQueues, queue } from '../src/server/queue.ts';
import { closeRedis, redis } from '../src/server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../src/server/testing/workspace.ts';
import { startWeb } from './testing/shop.ts';

// The outer surface of DESIGN §6, asked over HTTP as other systems do.

let web: Awaited<ReturnType<typeof startWeb>>;
let receiver: Server;
let callback: string;
let received: { headers: IncomingMessage['headers']; body: string; path: string }[] = [];
let caller: Caller;
let key: string;
let keyId: string;

beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    received.push({ headers: request.headers, body: await text(request), path: request.url ?? '' });
    if (request.url === '/moved') response.writeHead(307, { location: '/elsewhere' }).end();
    else response.writeHead(204).end();
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const address = receiver.address();
  const host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  callback = `http://${host}/receipts`;
  web = await startWeb({
    VENDOR_CALLBACK_HOSTS: host,
    UPLOAD_MAX_MB: '1',
    // A name that from here leads nowhere, as a server's own often does behind a firewall.
    NEXT_PUBLIC_APP_URL: 'https://shop.invalid',
  });
  caller = await createTestWorkspace();
  ({ key, id: keyId } = await issueApiKey(caller.workspaceId, { name: 'Sample', scopes: ['all'] }));
});
beforeEach(() => {
  received = [];
});
afterAll(async () => {
  await web.stop();
  receiver.closeAllConnections();
  receiver.close();
  await dropTestWorkspace(caller);
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

type Json = Record<string, unknown>;
interface Answer {
  status: number;
  type: string;
  body: Json;
  headers: Headers;
}
async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`${web.url}${path}`, init);
  const raw = await response.text();
  const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
  return {
    status: response.status,
    type,
    body: type.endsWith('json') ? JSON.parse(raw) : { raw },
    headers: response.headers,
  };
}
const asKey = (extra: Record<string, string> = {}) => ({ authorization: `Bearer ${key}`, ...extra });
const json = { 'content-type': 'application/json' };
const post = (path: string, body: unknown, headers: Record<string, string> = asKey()) =>
  ask(path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
};

it('keeps a quiet connection longer than proxies keep theirs to reuse', async () => {
  const { status, headers } = await ask('/api/health');
  expect(status).toBe(200);
  expect(headers.get('keep-alive')).toBe('timeout=125');
});

describe('the vendor simulator', () => {
  const message = (extra: Json = {}) => ({
    messageId: `sample-${new ObjectId()}`,
    to: 'ann@example.com',
    body: 'Hello',
    callbackUrl: callback,
    ...extra,
  });
  const send = (body: unknown, query = '?delayMs=0', headers = {}) =>
    post(`/api/dummy-vendor/send${query}`, body, headers);

  it('takes one message and posts a signed receipt', async () => {
    const sent = message();
    const answer = await send(sent, '?delayMs=0&deliveryRate=1');
    expect(answer).toMatchObject({ status: 202, body: { messageId: sent.messageId, status: 'ACCEPTED' } });
    await until(() => received.length === 1);
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    const receipts = new Webhook(getEnv().webhookSecret).verify(body, headers as Record<string, string>);
    expect(receipts).toEqual([
      {
        messageId: sent.messageId,
        vendorMessageId: answer.body.vendorMessageId,
        status: 'DELIVERED',
        timestamp: expect.any(String),
      },
    ]);
  });

  it('takes up to 1,000, delivers nine in ten by default, and refuses more', async () => {
    const many = Array.from({ length: 1_000 }, () => message());
    const { status, body } = await send(many);
    expect(status).toBe(202);
    expect(body.results).toHaveLength(1_000);
    await until(() => received.flatMap((r) => JSON.parse(r.body)).length === 1_000);
    const statuses = received.flatMap((r) => JSON.parse(r.body) as { status: string }[]).map((r) => r.status);
    const delivered = statuses.filter((s) => s === 'DELIVERED').length;
    // Six standard deviations around 900.
    expect(delivered).toBeGreaterThan(843);
    expect(delivered).toBeLessThan(957);
    expect(await send([...many, message()])).toMatchObject({ status: 400, type: 'application/problem+json' });
    expect((await send([])).status).toBe(400);
  });

  it('gives a repeat the first answer and no second delivery; a key belongs to one message', async () => {
    const first = message();
    const header = { 'idempotency-key': `key-${new ObjectId()}` };
    const answers = [await send(first, '?delayMs=0', header), await send(first, '?delayMs=0', header)];
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect((await send(message(), '?delayMs=0', header)).status).toBe(422);
    const plain = message();
    const bare = [await send(plain), await send([plain])];
    expect(bare[1]?.body.results).toEqual([bare[0]?.body]);
    await until(() => received.length === 2);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(received).toHaveLength(2);
  });

  it('waits, bounces, fails, repeats, reorders and is busy as it is told', async () => {
    const statusesOf = async (query: string, wanted: number) => {
      received = [];
      await send(message(), query);
      const all = () => received.flatMap((r) => JSON.parse(r.body) as { status: string }[]);
      await until(() => all().length === wanted);
      return all().map((r) => r.status);
    };
    expect(await statusesOf('?delayMs=0&deliveryRate=0&bounceRate=1', 1)).toEqual(['BOUNCED']);
    expect(await statusesOf('?delayMs=0&deliveryRate=0&bounceRate=0', 1)).toEqual(['FAILED']);
    expect(await statusesOf('?delayMs=0&deliveryRate=1&duplicateRate=1&reorderRate=1', 3)).toEqual([
      'DELIVERED',
      'SENT',
      'DELIVERED',
    ]);
    const began = Date.now();
    await statusesOf('?delayMs=400', 1);
    expect(Date.now() - began).toBeGreaterThanOrEqual(400);
    const busy = await send(message(), '?transientRate=1');
    expect(busy).toMatchObject({ status: 503, body: { status: 'REJECTED', retryable: true } });
    expect((await send(message(), '?deliveryRate=2')).body).toMatchObject({
      errors: [{ path: 'deliveryRate' }],
    });
  });

  it('calls nobody back who is not on the list, whatever the address pretends', async () => {
    const own = new URL(web.url).host;
    for (const callbackUrl of [
      'http://169.254.169.254/latest/meta-data',
      'http://example.com/receipts',
      `http://${own}@example.com/receipts`,
      `http://example.com\\@${own}/receipts`,
      `http://someone:secret@${own}/receipts`,
      `http://${own}.example.com/receipts`,
      'http://127.0.0.1:1/receipts',
      'ftp://localhost/receipts',
      'nonsense',
    ]) {
      const { status, body } = await send(message({ callbackUrl }));
      expect([callbackUrl, status]).toEqual([callbackUrl, 400]);
      expect(body).toMatchObject({ errors: [{ path: 'callbackUrl' }] });
    }
    await send(message({ callbackUrl: callback.replace('/receipts', '/moved') }));
    await until(() => received.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(received.map((r) => r.path)).not.toContain('/elsewhere');
  });

  it('brings the application its receipts also where its public address does not lead back to it', async () => {
    const sent = message({ callbackUrl: getEnv().callbackUrl });
    await send(sent);
    const arrived = async () => (await queue('receipts').getJobs()).map((job) => JSON.stringify(job.data));
    await vi.waitFor(async () => expect((await arrived()).join()).toContain(sent.messageId), 10_000);
  });
});

describe('delivery receipts', () => {
  const deliver = (
    body: string,
    { id = `msg_${new ObjectId()}`, at = new Date(), secret = getEnv().webhookSecret } = {},
  ) =>
    ask('/api/webhooks/delivery-receipts', {
      method: 'POST',
      headers: {
        ...json,
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
        'webhook-signature': new Webhook(secret).sign(id, at, body),
      },
      body,
    });
  const receipt = (extra: Json = {}) => ({
    messageId: new ObjectId().toHexString(),
    vendorMessageId: 'v1',
    status: 'DELIVERED',
    timestamp: new Date().toISOString(),
    ...extra,
  });

  it('are taken with 202, also of messages nobody knows, and a second time', async () => {
    const body = JSON.stringify([receipt(), receipt({ messageId: 'any text at all' })]);
    const id = `msg_${new ObjectId()}`;
    expect(await deliver(body, { id })).toMatchObject({ status: 202, body: { accepted: 2 } });
    expect((await deliver(body, { id })).status).toBe(202);
    expect((await deliver(JSON.stringify(receipt()))).status).toBe(202);
  });

  it('are refused with 401 when the signature is missing, another’s or old', async () => {
    const body = JSON.stringify(receipt());
    const bare = await ask('/api/webhooks/delivery-receipts', { method: 'POST', headers: json, body });
    const other = await deliver(body, { secret: `whsec_${Buffer.alloc(32, 1).toString('base64')}` });
    const old = await deliver(body, { at: new Date(Date.now() - 10 * 60_000) });
    for (const answer of [bare, other, old])
      expect(answer).toMatchObject({ status: 401, type: 'application/problem+json' });
  });

  it('are refused with 400 that names the place', async () => {
    expect(await deliver(JSON.stringify(receipt({ status: 'LOST' })))).toMatchObject({
      status: 400,
      body: { errors: [{ path: '0.status', message: 'must be SENT, DELIVERED, BOUNCED or FAILED' }] },
    });
    expect(await deliver(JSON.stringify([receipt(), receipt({ timestamp: 'today' })]))).toMatchObject({
      body: { errors: [{ path: '1.timestamp' }], detail: expect.stringContaining('1.timestamp') },
    });
    expect((await deliver('{')).status).toBe(400);
    expect((await deliver('[]')).status).toBe(400);
    const tooMany = JSON.stringify(Array.from({ length: 1_001 }, () => receipt()));
    expect((await deliver(tooMany)).status).toBe(400);
  });
});

describe('failures are problem documents', () => {
  const problem = (status: number) => ({ status, type: 'application/problem+json', body: { status } });

  it('401, 404, 400, 415, 413 as they are due', async () => {
    expect(await ask('/api/customers')).toMatchObject(problem(401));
    expect(await ask('/api/customers', { headers: { authorization: 'Bearer nf_wrong' } })).toMatchObject(
      problem(401),
    );
    expect(await ask('/api/nothing', { headers: asKey() })).toMatchObject(problem(404));
    expect(await ask('/api/campaigns/not-an-id', { headers: asKey() })).toMatchObject(problem(404));
    const broken = { method: 'POST', headers: asKey(json), body: '{' };
    expect(await ask('/api/customers', broken)).toMatchObject(problem(400));
    const plain = { method: 'POST', headers: asKey({ 'content-type': 'text/plain' }), body: '{"a":1}' };
    expect(await ask('/api/customers', plain)).toMatchObject(problem(415));
    expect(
      await post('/api/customers', { email: 'a@example.com', name: 'x'.repeat(3_000_000) }),
    ).toMatchObject(problem(413));
    expect((await ask('/api/customers?limit=501', { headers: asKey() })).status).toBe(400);
  });

  it('name the path of what is wrong', async () => {
    const rules = {
      combinator: 'and',
      rules: [{ combinator: 'or', rules: [{ field: 'totalSpend', operator: '>', value: 'much' }] }],
    };
    const { status, body } = await post('/api/audiences/preview', { rules });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      code: 'VALIDATION',
      errors: [{ path: 'rules.rules.0.rules.0.value', message: expect.stringContaining('totalSpend') }],
      detail: expect.stringContaining('rules.rules.0.rules.0.value'),
    });
  });

  it('403 for an API key without the scope and for another site’s page', async () => {
    const limited = await issueApiKey(caller.workspaceId, { name: 'Reader', scopes: ['customers:read'] });
    const headers = { authorization: `Bearer ${limited.key}` };
    expect((await ask('/api/customers', { headers })).status).toBe(200);
    expect(await post('/api/customers', { email: 'x@example.com' }, headers)).toMatchObject(problem(403));
    const foreign = { cookie: 'next-auth.session-token=x', origin: 'https://example.com' };
    expect(await post('/api/customers', { email: 'x@example.com' }, foreign)).toMatchObject(problem(403));
  });
});

it('counts calls, and says when there were too many', async () => {
  const other = await issueApiKey(caller.workspaceId, { name: 'Busy', scopes: ['customers:read'] });
  const headers = { authorization: `Bearer ${other.key}` };
  const first = await ask('/api/customers', { headers });
  expect(first.headers.get('ratelimit-limit')).toBe('6000');
  expect(first.headers.get('ratelimit-remaining')).toBe('5999');
  await redis().incrby(`nexusflow:limit:api:key:${other.id}`, 6_000);
  const refused = await ask('/api/customers', { headers });
  expect(refused).toMatchObject({ status: 429, type: 'application/problem+json' });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused.headers.get('ratelimit-remaining')).toBe('0');
});

describe('Idempotency-Key', () => {
  const create = (idempotencyKey: string, email: string) =>
    post('/api/customers', { email }, asKey({ 'idempotency-key': idempotencyKey }));

  it('gives the same request its first answer, refuses another one, and one that is still at work', async () => {
    const name = `k-${new ObjectId()}`;
    const first = await create(name, `${name}@example.com`);
    expect(first.status).toBe(201);
    const again = await create(name, `${name}@example.com`);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await create(name, 'other@example.com')).toMatchObject({ status: 422 });

    const hash = createHash('sha256').update(`key:${keyId}\n${name}`).digest('hex');
    const identity = { workspaceId: new ObjectId(caller.workspaceId), key: hash };
    await collection('idempotencyRecords').updateOne(identity, { $set: { status: null, body: null } });
    expect(await create(name, `${name}@example.com`)).toMatchObject({ status: 409 });
    // Its process died: after two minutes the request may be made again.
    await collection('idempotencyRecords').updateOne(identity, {
      $set: { createdAt: new Date(Date.now() - 180_000) },
    });
    expect((await create(name, `${name}@example.com`)).body.detail).toMatch(/already/);
  });

  it('makes ten requests at once one customer', async () => {
    const name = `k-${new ObjectId()}`;
    const answers = await Promise.all(Array.from({ length: 10 }, () => create(name, `${name}@example.com`)));
    const made = answers.filter((a) => a.status === 201);
    expect(made.length).toBeGreaterThan(0);
    expect(new Set(made.map((a) => a.body.id)).size).toBe(1);
    expect(answers.every((a) => a.status === 201 || a.status === 409)).toBe(true);
  });

  it('makes one import of a file uploaded twice', async () => {
    const name = `k-${new ObjectId()}`;
    const upload = (csv: string) =>
      ask('/api/customers/bulk-upload', {
        method: 'POST',
        headers: asKey({ 'content-type': 'text/csv', 'idempotency-key': name }),
        body: csv,
      });
    const first = await upload('email\nann@example.com\n');
    expect(first.status).toBe(202);
    expect((await upload('email\nann@example.com\n')).body).toEqual(first.body);
    expect((await upload('email\nbob@example.com\n')).status).toBe(422);
  });
});

describe('uploads', () => {
  const MEGABYTE = 1_048_576;
  const multipart = (bytes: string, field = 'file') => {
    const form = new FormData();
    form.append(field, new Blob([bytes], { type: 'text/csv' }), 'sample.csv');
    return form;
  };
  const upload = (body: RequestInit['body'], headers: Record<string, string> = {}) =>
    ask('/api/customers/bulk-upload', {
      method: 'POST',
      headers: asKey(headers),
      body: body ?? null,
      ...(body instanceof ReadableStream ? { duplex: 'half' as const } : {}),
    });

  it('come as a form or as a body; anything else is refused', async () => {
    expect(await upload(multipart('email\na@example.com\n'))).toMatchObject({
      status: 202,
      body: { importId: expect.stringMatching(/^[0-9a-f]{24}$/) },
    });
    expect((await upload('email\na@example.com\n', { 'content-type': 'text/csv' })).status).toBe(202);
    expect((await upload(multipart('email\n', 'other'))).status).toBe(400);
    expect((await upload('', { 'content-type': 'text/csv' })).status).toBe(400);
    expect((await upload('{}', { 'content-type': 'application/json' })).status).toBe(415);
    expect((await upload('PK\x03\x04 a workbook', { 'content-type': 'text/csv' })).status).toBe(415);
    expect((await upload('nonsense', { 'content-type': 'multipart/form-data' })).status).toBe(400);
    const cut = { 'content-type': 'multipart/form-data; boundary=x' };
    expect(
      (await upload('--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\na', cut)).status,
    ).toBe(400);
  });

  it('say how they are to be read in fields before or behind the file', async () => {
    const form = (fields: Record<string, string>, after = false) => {
      const made = new FormData();
      const append = () => {
        for (const [name, value] of Object.entries(fields)) made.append(name, value);
      };
      if (!after) append();
      made.append('file', new Blob(['Mail,x\na@example.com,1\n'], { type: 'text/csv' }), 'sample.csv');
      if (after) append();
      return made;
    };
    const mapping = JSON.stringify([{ column: 'Mail', target: 'email' }]);
    for (const after of [false, true]) {
      const answer = await upload(form({ mapping, dryRun: 'true' }, after));
      expect(answer.status).toBe(202);
      expect((await ask(`/api/imports/${answer.body.importId}`, { headers: asKey() })).body).toMatchObject({
        dryRun: true,
        status: 'QUEUED',
        undo: null,
      });
      expect((await post(`/api/imports/${answer.body.importId}/start`, {})).status).toBe(409);
    }
    const refused = async (fields: Record<string, string>) => {
      const { status, body } = await upload(form(fields));
      return {
        status,
        detail: body.detail,
        path: (body.errors as { path: string }[] | undefined)?.[0]?.path,
      };
    };
    expect(await refused({ mapping: 'nonsense' })).toMatchObject({ status: 400, path: 'mapping' });
    expect(await refused({ mapping: '[{"column":"Mail","target":"mail"}]' })).toMatchObject({
      status: 400,
      path: 'mapping.0.target',
      detail: expect.stringContaining('Mail: target must be one of email'),
    });
    expect(await refused({ mapping: '[{"column":"Post","target":"email"}]' })).toMatchObject({
      status: 400,
      path: 'mapping.0.column',
      detail: expect.stringContaining('no column “Post”. Found: Mail, x'),
    });
    expect(await refused({ mapping: '[{"column":"x","target":"city"}]' })).toMatchObject({
      status: 400,
      path: 'mapping',
      detail: expect.stringContaining('holds: Email'),
    });
    expect(await refused({ dryRun: 'perhaps' })).toMatchObject({ status: 400, path: 'dryRun' });
    expect(await refused({ mapping: 'x'.repeat(260_000) })).toMatchObject({
      status: 413,
      detail: 'The field “mapping” may have at most 250 kB.',
    });
  });

  it('under one key are one import only when they are read alike', async () => {
    const key = `k-${new ObjectId()}`;
    const send = (dryRun: string) => {
      const made = multipart('email\na@example.com\n');
      made.append('dryRun', dryRun);
      return upload(made, { 'idempotency-key': key });
    };
    const first = await send('true');
    expect((await send('true')).body).toEqual(first.body);
    expect((await send('false')).status).toBe(422);
  });

  it('of more bytes than allowed are refused with 413, declared or not, and nothing of them stays', async () => {
    const files = () => collection('importFiles.chunks').countDocuments();
    const before = await files();
    const large = 'x'.repeat(MEGABYTE + 100_000);
    expect(await upload(large, { 'content-type': 'text/csv' })).toMatchObject({ status: 413 });
    expect((await upload(multipart(large))).status).toBe(413);
    const stream = () =>
      new ReadableStream<Uint8Array>({
        start(controller) {
          for (let i = 0; i < 20; i += 1) controller.enqueue(new TextEncoder().encode('y'.repeat(100_000)));
          controller.close();
        },
      });
    expect((await upload(stream(), { 'content-type': 'text/csv' })).status).toBe(413);
    expect(await files()).toBe(before);
  });
});

describe('campaigns over HTTP', () => {
  it('are created with 201, launched once, told of by events', async () => {
    const audience = await post('/api/audiences', { name: 'All', rules: { combinator: 'and', rules: [] } });
    expect(audience.status).toBe(201);
    const draft = { name: 'News', audienceId: audience.body.id, template: { body: 'Hello' } };
    const created = await post('/api/campaigns', draft);
    expect(created).toMatchObject({
      status: 201,
      body: { status: 'DRAFT', stats: { audience: 0, dead: 0 } },
    });
    const path = `/api/campaigns/${created.body.id}`;
    const launches = await Promise.all([post(`${path}/launch`, {}), post(`${path}/launch`, {})]);
    expect(launches.map((l) => l.status).toSorted()).toEqual([200, 409]);

    const events = await fetch(`${web.url}/api/realtime/campaign/${created.body.id}`, { headers: asKey() });
    expect(events.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const reader = events.body?.getReader();
    const first = new TextDecoder().decode((await reader?.read())?.value);
    await reader?.cancel();
    expect(first).toMatch(/^id: \d+\nevent: progress\ndata: \{/);
  });
});

it('no odd request line ends the server', async () => {
  for (const line of [
    'GET // HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    'GET http://[ HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    'GET /api/live HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    'GET // HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    'GET /%ff%fe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    'NONSENSE\r\n\r\n',
  ]) {
    const socket = connect(Number(new URL(web.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.end(line);
    socket.resume();
    await once(socket, 'close');
  }
  expect((await ask('/api/health')).status).toBe(200);
});

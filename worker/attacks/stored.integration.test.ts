import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { issueApiKey } from '../../src/features/api-keys/api-keys.service.ts';
import { closeDatabase, collection, toObjectId } from '../../src/server/db.ts';
import type { Caller } from '../../src/server/permissions.ts';
import { closeQueues } from '../../src/server/queue.ts';
import { closeRedis } from '../../src/server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../src/server/testing/workspace.ts';
import { importEnd } from '../testing/importing.ts';
import { startWeb } from '../testing/shop.ts';
import { startWorker, type WorkerProcess } from '../testing/worker-process.ts';

// What is put into the database to do harm later: fields that are not the caller's to set, and texts that are code to
// whoever reads them next.

let web: Awaited<ReturnType<typeof startWeb>>;
let worker: WorkerProcess;
let caller: Caller;
let other: Caller;
let key: string;

beforeAll(async () => {
  web = await startWeb();
  worker = await startWorker();
  [caller, other] = await Promise.all([createTestWorkspace(), createTestWorkspace()]);
  ({ key } = await issueApiKey(caller.workspaceId, { name: 'Sample', scopes: ['all'] }));
});
afterAll(async () => {
  await Promise.all([web.stop(), worker.stop()]);
  await Promise.all([dropTestWorkspace(caller), dropTestWorkspace(other)]);
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

const answerSchema = z.record(z.string(), z.unknown());
async function ask(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; text: string; body: Record<string, unknown>; headers: Headers; ms: number }> {
  const began = Date.now();
  const response = await fetch(`${web.url}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = (response.headers.get('content-type') ?? '').includes('json');
  return {
    status: response.status,
    text,
    body: json ? answerSchema.parse(JSON.parse(text)) : {},
    headers: response.headers,
    ms: Date.now() - began,
  };
}
async function made(path: string, body: unknown): Promise<string> {
  const answer = await ask('POST', path, body);
  expect(answer.status, answer.text).toBe(201);
  return String(answer.body.id);
}
async function upload(file: string): Promise<{ importId: string }> {
  const response = await fetch(`${web.url}/api/customers/bulk-upload`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'text/csv' },
    body: file,
  });
  expect(response.status).toBe(202);
  return z.object({ importId: z.string() }).parse(await response.json());
}
const EVERYONE = { combinator: 'and', rules: [] };

describe('fields that are not the caller’s', () => {
  const stolen = () => ({
    workspaceId: other.workspaceId,
    id: '0123456789abcdef01234567',
    _id: '0123456789abcdef01234567',
    role: 'OWNER',
    status: 'COMPLETED',
    createdAt: '2001-01-01T00:00:00Z',
    createdById: other.userId,
    totalSpend: 1_000_000,
    orderCount: 99,
  });
  const rowsOf = async (name: string) => {
    const workspaceId = toObjectId(other.workspaceId);
    return collection(name).countDocuments({ workspaceId });
  };

  it.each([
    ['customers', '/customers', { email: 'mass@example.com' }],
    [
      'orders',
      '/orders',
      { orderId: 'M1', customerEmail: 'mass@example.com', orderAmount: 1, orderDate: '2020-01-01' },
    ],
    ['audiences', '/audiences', { name: 'Mass', rules: EVERYONE }],
    ['suppressions', '/suppressions', { address: 'mass-list@example.com' }],
  ])('are refused or left out when %s are made', async (name, path, body) => {
    const before = await rowsOf(name);
    for (const [field, value] of Object.entries(stolen())) {
      const answer = await ask('POST', path, { ...body, [field]: value });
      expect([201, 400, 409], `${field}: ${answer.text}`).toContain(answer.status);
      if (answer.status !== 201) continue;
      const row = await collection(name).findOne({ _id: toObjectId(String(answer.body.id)) });
      expect(row?.workspaceId.toString(), field).toBe(caller.workspaceId);
      expect(String(row?._id), field).not.toBe('0123456789abcdef01234567');
      expect(row?.createdAt.getFullYear() ?? 2026, field).toBeGreaterThan(2020);
      expect(row?.status ?? 'none', field).not.toBe('COMPLETED');
      expect(Number(row?.totalSpend ?? 0), field).toBe(0);
    }
    expect(await rowsOf(name)).toBe(before);
  });

  it('are refused or left out when things are changed', async () => {
    const customer = await made('/customers', { email: 'change@example.com' });
    const audience = await made('/audiences', { name: 'Change', rules: EVERYONE });
    const campaign = await made('/campaigns', {
      name: 'Change',
      audienceId: audience,
      template: { body: 'Hello' },
    });
    for (const [name, id] of Object.entries({
      customers: customer,
      audiences: audience,
      campaigns: campaign,
    }))
      for (const [field, value] of Object.entries(stolen())) {
        const answer = await ask('PATCH', `/${name}/${id}`, { name: 'Changed', [field]: value });
        expect([200, 400, 404], `${name} ${field}: ${answer.text}`).toContain(answer.status);
        const row = await collection(name).findOne({ _id: toObjectId(id) });
        expect(row?.workspaceId.toString(), field).toBe(caller.workspaceId);
        expect(row?.createdAt.getFullYear(), field).toBeGreaterThan(2020);
        expect(row?.status ?? 'DRAFT', field).toBe('DRAFT');
        expect(Number(row?.totalSpend ?? 0), field).toBe(0);
      }
  });
});

describe('a text that is a pattern', () => {
  const BOMB = '(a+)+$';

  it('is looked for as it is, and quickly', async () => {
    await made('/customers', { email: 'bomb@example.com', name: `${'a'.repeat(60)}!` });
    await made('/customers', { email: 'literal@example.com', name: `x ${BOMB} y` });
    for (const operator of ['contains', 'beginsWith', 'endsWith', 'doesNotContain', '=']) {
      const rules = { combinator: 'and', rules: [{ field: 'name', operator, value: BOMB }] };
      const { status, ms, body } = await ask('POST', '/audiences/preview', { rules });
      expect(status, operator).toBe(200);
      expect(ms, operator).toBeLessThan(2_000);
      if (operator === 'contains') expect(body.count).toBe(1);
    }
    for (const search of [BOMB, '.*', '[', '\\', '^(?=a)(a|aa)+$']) {
      const found = await ask('GET', `/customers?search=${encodeURIComponent(search)}`);
      expect(found.status, search).toBe(200);
      expect(found.ms, search).toBeLessThan(2_000);
      expect(found.text, search).not.toContain('bomb@example.com');
    }
  });
});

describe('a text that is a header', () => {
  it('gets into none: subjects, names of files, ids of requests', async () => {
    const audience = await made('/audiences', { name: 'Line\r\nSet-Cookie: stolen=1', rules: EVERYONE });
    const file = await ask('GET', `/audiences/${audience}/export.csv`);
    expect(file.status).toBe(200);
    expect(file.headers.get('set-cookie')).toBeNull();
    expect(file.headers.get('content-disposition')).not.toMatch(/[\r\n]/);

    const template = { subject: 'News\r\nBcc: everybody@example.com', body: 'Hello' };
    const campaign = await ask('POST', '/campaigns', {
      name: 'x',
      audienceId: audience,
      channel: 'EMAIL',
      template,
    });
    expect([201, 400]).toContain(campaign.status);
    if (campaign.status === 201) {
      const preview = await ask('POST', `/campaigns/${campaign.body.id}/preview`, {});
      expect(String(preview.body.subject)).not.toMatch(/[\r\n]/);
    }

    const response = await fetch(`${web.url}/api/health`, {
      headers: { 'x-request-id': 'chosen-by-somebody' },
    });
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

/** No cell begins with what a spreadsheet takes for a formula; a plain number may have a sign. */
function expectNoFormula(csv: string, of: string): void {
  for (const cell of Papa.parse<string[]>(csv).data.flat())
    if (!/^[+-]?[\d.,]+$/.test(cell)) expect(cell, of).not.toMatch(/^[=+\-@\t\r\n]/);
}

describe('a text that is a formula', () => {
  const FORMULAS = ['=HYPERLINK("http://evil.example")', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1'];

  it('is none in any file that is downloaded', async () => {
    for (const [i, formula] of FORMULAS.entries()) {
      await ask('POST', '/customers', { email: `formula-${i}@example.com`, name: formula, city: formula });
      await ask('POST', '/suppressions', { address: `formula-list-${i}@example.com`, note: formula });
    }
    const audience = await made('/audiences', { name: '=1+1', rules: EVERYONE });
    for (const path of [
      `/audiences/${audience}/export.csv`,
      '/suppressions/export',
      '/audit-events/export',
    ]) {
      const { status, text } = await ask('GET', path);
      expect(status, path).toBe(200);
      expect(text.length, path).toBeGreaterThan(50);
      expectNoFormula(text, path);
    }
  });

  it('is none in the bad rows of a file that was uploaded, given back', async () => {
    const cells = (formula: string) => `"${formula.replaceAll('"', '""')}"`;
    const rows = FORMULAS.map((formula) => `${cells(formula)},${cells(formula)},${cells(formula)}`);
    const { importId } = await upload(['email,name,"=1+1"', ...rows].join('\n'));
    const { status } = await importEnd(caller, importId);
    expect(status).toBe('COMPLETED');
    const answer = await ask('GET', `/imports/${importId}/errors`);
    expect(answer.status).toBe(200);
    expect(answer.text.trimEnd().split('\n').length).toBeGreaterThan(FORMULAS.length);
    expect(answer.text).toContain('HYPERLINK');
    expectNoFormula(answer.text, 'bad rows');
  });
});

describe('an address that leads inside', () => {
  it.each([
    'http://127.0.0.1/send',
    'http://2130706433/send',
    'http://0x7f000001/send',
    'http://0177.0.0.1/send',
    'http://127.1/send',
    'http://localhost./send',
    'http://[::1]/send',
    'http://[::ffff:127.0.0.1]/send',
    'http://[::ffff:a9fe:a9fe]/send',
    'http://169.254.169.254/latest/meta-data',
    'http://user:secret@127.0.0.1/send',
    'http://example.com@127.0.0.1/send',
    'file:///etc/passwd',
    'gopher://127.0.0.1:6379/_FLUSHALL',
  ])('is no vendor’s: %s', async (url) => {
    const answer = await ask('POST', '/vendors', { kind: 'HTTP', name: 'Inside', settings: { url } });
    expect(answer.status, answer.text).toBe(400);
  });

  it.each([
    'http://169.254.169.254/',
    'http://[::1]:6379/',
    'http://2130706433:27017/',
    'file:///etc/passwd',
  ])('is not called back by the simulator: %s', async (callbackUrl) => {
    const answer = await ask('POST', '/dummy-vendor/send', {
      messageId: 'm',
      to: 'a@example.com',
      body: 'x',
      callbackUrl,
    });
    expect(answer.status, answer.text).toBe(400);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueApiKey } from '../../features/api-keys/api-keys.service.ts';
import { closeDatabase } from '../../server/db.ts';
import type { Caller } from '../../server/permissions.ts';
import { closeQueues } from '../../server/queue.ts';
import { closeRedis } from '../../server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../server/testing/workspace.ts';
import { handleRest } from './handle.ts';

let caller: Caller;
let key: string;
let n = 0;

beforeAll(async () => {
  caller = await createTestWorkspace();
  ({ key } = await issueApiKey(caller.workspaceId, { name: 'Sample', scopes: ['all'] }));
});
afterAll(async () => {
  await dropTestWorkspace(caller);
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

interface Asked {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  as?: string;
}
async function ask(path: string, { method, body, headers, as = key }: Asked = {}) {
  const response = await handleRest(
    new Request(`http://localhost/api${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: { authorization: `Bearer ${as}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }),
  );
  const text = await response.text();
  const json: Record<string, unknown> = text ? JSON.parse(text) : {};
  return { status: response.status, json, text, headers: response.headers };
}
const etagOf = (answer: { headers: Headers }): string => answer.headers.get('etag') ?? '';
const address = () => {
  n += 1;
  return `person-${n}@example.com`;
};
const everyone = { combinator: 'and', rules: [] };

/** One new thing of each kind that can be guarded, by its path. */
const made: [string, () => Promise<{ path: string; change: object; etag: string }>][] = [
  ['customers', () => make('/customers', { email: address() }, { name: 'Ann' })],
  ['audiences', () => make('/audiences', { name: 'All', rules: everyone }, { name: 'Everybody' })],
  [
    'campaigns',
    async () => {
      const audience = await ask('/audiences', { body: { name: 'All', rules: everyone } });
      const draft = { name: 'News', audienceId: audience.json.id, template: { body: 'Hello' } };
      return make('/campaigns', draft, { name: 'Old news' });
    },
  ],
  [
    'vendors',
    () => {
      const settings = { url: 'https://vendor.example.com/send' };
      return make('/vendors', { kind: 'HTTP', name: 'Post', settings }, { name: 'Other post' });
    },
  ],
  [
    'webhook endpoints',
    () => {
      const events = ['campaign.completed'];
      return make(
        '/webhook-endpoints',
        { url: 'https://hooks.example.com/', events },
        { description: 'Ours' },
      );
    },
  ],
];
/** What If-Match asks for. The rest of a tag is of the whole answer: a new vendor's says nothing yet of its health. */
const versionOf = (answer: { headers: Headers }): string => etagOf(answer).split('-')[0] ?? '';
async function make(path: string, body: object, change: object) {
  const answer = await ask(path, { body });
  expect(answer.status, answer.text).toBe(201);
  const place = answer.headers.get('location');
  expect(place).toBe(`/api${path}/${answer.json.id}`);
  return { path: `${path}/${answer.json.id}`, change, etag: etagOf(answer) };
}

describe.each(made)('versions of %s', (_, create) => {
  it('are told by a strong ETag, and an answer that is known is not sent again', async () => {
    const { path, etag: first } = await create();
    const seen = await ask(path);
    const etag = etagOf(seen);
    expect(etagOf(seen)).toMatch(/^"[0-9a-z]+-[0-9a-f]{16}"$/);
    expect(versionOf(seen)).toBe(first.split('-')[0]);
    const again = await ask(path, { headers: { 'if-none-match': `"other", W/${etag}` } });
    expect(again).toMatchObject({ status: 304, text: '' });
    expect(etagOf(again)).toBe(etag);
    expect((await ask(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  it('guard a change: the second of two who read the same is refused', async () => {
    const { path, change, etag } = await create();
    const guarded = { method: 'PATCH', body: change, headers: { 'if-match': etag } };
    const [first, second] = [await ask(path, guarded), await ask(path, guarded)];
    expect(first.status, first.text).toBe(200);
    expect(second).toMatchObject({ status: 412, json: { code: 'PRECONDITION_FAILED' } });
    expect(etagOf(first)).not.toBe(etag);
    expect(versionOf(await ask(path))).toBe(versionOf(first));
    expect((await ask(path, { ...guarded, headers: { 'if-match': etagOf(first) } })).status).toBe(200);
    for (const tag of [etag, '"nonsense"', `W/${etagOf(first)}`])
      expect((await ask(path, { method: 'DELETE', headers: { 'if-match': tag } })).status).toBe(412);
    expect((await ask(path, { ...guarded, headers: { 'if-match': '"a", "b"' } })).status).toBe(400);
    expect((await ask(path, { ...guarded, headers: { 'if-match': '*' } })).status).toBe(200);
    const last = etagOf(await ask(path));
    expect((await ask(path, { method: 'DELETE', headers: { 'if-match': last } })).status).toBe(200);
    expect((await ask(path, { ...guarded, headers: { 'if-match': last } })).status).toBe(404);
  });

  it('let one of ten who change it at once through, and all of them without a guard', async () => {
    const { path, change, etag } = await create();
    const ten = (headers: Record<string, string>) =>
      Promise.all(Array.from({ length: 10 }, () => ask(path, { method: 'PATCH', body: change, headers })));
    const statuses = (await ten({ 'if-match': etag })).map(({ status }) => status).toSorted();
    expect(statuses).toEqual([200, ...Array(9).fill(412)]);
    const tags = (await ten({})).map((answer) => {
      expect(answer.status, answer.text).toBe(200);
      return versionOf(answer);
    });
    expect(new Set(tags).size).toBe(10);
  });
});

it('refuses If-Match where nothing would keep it, and the guard where it is no header', async () => {
  const { path } = await make('/customers', { email: address() }, {});
  expect(
    (await ask('/customers', { body: { email: address() }, headers: { 'if-match': '"a"' } })).status,
  ).toBe(400);
  const body = { name: 'Ann', ifUpdatedAt: new Date().toISOString() };
  expect((await ask(path, { method: 'PATCH', body })).status).toBe(400);
});

it('loses no attribute when several are set at once', async () => {
  const { path } = await make('/customers', { email: address() }, {});
  const names = Array.from({ length: 8 }, (_, i) => `a${i}`);
  await Promise.all(names.map((name) => ask(path, { method: 'PATCH', body: { attributes: { [name]: 1 } } })));
  expect(Object.keys((await ask(path)).json.attributes as object).toSorted()).toEqual(names);
});

describe('fields', () => {
  it('are all an answer holds, of one thing and of each item of a list', async () => {
    const { path } = await make('/customers', { email: address(), name: 'Ann' }, {});
    expect((await ask(`${path}?fields=name,id`)).json).toEqual({ name: 'Ann', id: path.split('/')[2] });
    const { json } = await ask('/customers?limit=2&fields=email');
    expect(json).toHaveProperty('nextCursor');
    for (const item of json.items as object[]) expect(Object.keys(item)).toEqual(['email']);
  });

  it('must be some of those there are', async () => {
    for (const fields of ['secret', '', 'id,', '__proto__', 'workspaceId'])
      expect(await ask(`/customers?fields=${fields}`), fields).toMatchObject({
        status: 400,
        json: { errors: [{ path: 'fields' }] },
      });
    expect((await ask(`/campaigns/${'0'.repeat(24)}?fields=template,stats`)).status).toBe(404);
  });
});

describe('lists', () => {
  const emails = async (query: string) => {
    const answer = await ask(`/customers?sort=email&${query}`);
    expect(answer.status, answer.text).toBe(200);
    return (answer.json.items as { email: string }[]).map(({ email }) => email);
  };

  it('of customers are those of a country, a tag, a span of time, page by page', async () => {
    const before = new Date().toISOString();
    for (const [email, country, tag] of [
      ['a@filter.example', 'Norway', 'VIP'],
      ['b@filter.example', 'norway', 'new'],
      ['c@filter.example', 'Sweden', 'vip'],
    ])
      await make('/customers', { email, country, tags: [tag] }, {});
    expect(await emails('country=NORWAY')).toEqual(['a@filter.example', 'b@filter.example']);
    expect(await emails('tag=vip')).toEqual(['a@filter.example', 'c@filter.example']);
    expect(await emails('tag=vip&country=Sweden')).toEqual(['c@filter.example']);
    expect(await emails(`search=filter.example&createdFrom=${before}`)).toHaveLength(3);
    expect(await emails(`search=filter.example&createdTo=${before}`)).toEqual([]);
    const first = await ask('/customers?sort=email&country=norway&limit=1');
    expect(await emails(`country=norway&limit=1&cursor=${first.json.nextCursor}`)).toEqual([
      'b@filter.example',
    ]);
    expect((await ask('/customers?createdFrom=yesterday')).status).toBe(400);
  });

  it('of orders are those of a span of time; of campaigns those of a status and an audience', async () => {
    for (const day of ['2020-01-01', '2020-01-02', '2020-01-03'])
      await ask('/orders', {
        body: { orderId: `span-${day}`, customerEmail: 'a@filter.example', orderAmount: 1, orderDate: day },
      });
    const orders = (await ask('/orders?placedFrom=2020-01-02&placedTo=2020-01-03')).json.items;
    expect(orders).toMatchObject([{ orderId: 'span-2020-01-02' }]);

    const audience = await ask('/audiences', { body: { name: 'All', rules: everyone } });
    const draft = { name: 'Listed', audienceId: audience.json.id, template: { body: 'Hello' } };
    expect((await ask('/campaigns', { body: draft })).status).toBe(201);
    const listed = async (query: string) => (await ask(`/campaigns?${query}`)).json.items;
    expect(await listed(`audienceId=${audience.json.id}&status=DRAFT`)).toMatchObject([{ name: 'Listed' }]);
    expect(await listed(`audienceId=${audience.json.id}&status=SENDING`)).toEqual([]);
    expect((await ask('/campaigns?status=NONE')).status).toBe(400);
  });
});

describe('addresses', () => {
  it('that are none are 404; other methods are 405 and say which there are', async () => {
    expect((await ask('/nowhere')).status).toBe(404);
    const answer = await ask('/customers', { method: 'DELETE' });
    expect(answer).toMatchObject({ status: 405, json: { code: 'METHOD_NOT_ALLOWED' } });
    expect(answer.headers.get('allow')).toBe('GET, POST');
    expect((await ask('/customers', { method: 'HEAD' })).status).toBe(200);
    expect((await ask('/customers/', {})).status).toBe(200);
  });
});

describe('Idempotency-Key', () => {
  it('gives a repeat the same status, body, Location and ETag', async () => {
    const asked = { body: { email: address() }, headers: { 'idempotency-key': 'first' } };
    const [first, again] = [await ask('/customers', asked), await ask('/customers', asked)];
    expect(again).toMatchObject({ status: 201, text: first.text });
    for (const name of ['location', 'etag', 'content-type'])
      expect(again.headers.get(name)).toBe(first.headers.get(name));
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(first.headers.get('idempotency-replayed')).toBeNull();
  });

  it('means nothing to another caller of the same workspace', async () => {
    const other = await issueApiKey(caller.workspaceId, { name: 'Other', scopes: ['all'] });
    const headers = { 'idempotency-key': 'shared' };
    expect((await ask('/customers', { body: { email: address() }, headers })).status).toBe(201);
    const theirs = await ask('/customers', { body: { email: address() }, headers, as: other.key });
    expect(theirs.status).toBe(201);
    expect(theirs.headers.get('idempotency-replayed')).toBeNull();
  });

  it('is free again after a refusal, and must be printable', async () => {
    const headers = { 'idempotency-key': 'mended' };
    expect((await ask('/customers', { body: { email: 'wrong' }, headers })).status).toBe(400);
    expect((await ask('/customers', { body: { email: address() }, headers })).status).toBe(201);
    for (const wrong of ['', 'x'.repeat(256)])
      expect(
        (await ask('/customers', { body: { email: address() }, headers: { 'idempotency-key': wrong } }))
          .status,
      ).toBe(400);
  });
});

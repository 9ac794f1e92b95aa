import { ObjectId } from 'mongodb';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueApiKey } from '../features/api-keys/api-keys.service.ts';
import { createAudience, listAudienceCustomers } from '../features/audiences/audiences.service.ts';
import { type RuleGroup, rulesSchema } from '../features/audiences/rules.schema.ts';
import type { CustomerDocument } from '../features/customers/customer-document.ts';
import type { Customer } from '../features/customers/customers.schema.ts';
import { recomputeAggregates, upsertCustomersBulk } from '../features/customers/customers.service.ts';
import { upsertOrdersBulk } from '../features/orders/orders.service.ts';
import { closeDatabase, collection, database, mongoClient } from '../server/db.ts';
import type { Caller } from '../server/permissions.ts';
import { closeRedis } from '../server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../server/testing/workspace.ts';
import { audienceDownload } from './audience-download.ts';

const SIZE = 5_000;
const LONG = 'x'.repeat(900);
const everyone: RuleGroup = rulesSchema.parse({ combinator: 'and', rules: [] });

let caller: Caller;
let stranger: Caller;
let audienceId: string;
const workspaceOf = ({ workspaceId }: Caller) => new ObjectId(workspaceId);

beforeAll(async () => {
  [caller, stranger] = [await createTestWorkspace(), await createTestWorkspace()];
  const rows = Array.from({ length: SIZE }, (_, i) => ({
    email: `customer-${i}@example.com`,
    name: i % 3 === 0 ? `Zoë “${i}”, "Köln"\nSecond line` : null,
    phone: i % 5 === 0 ? '+44 20 7946 0000' : null,
    country: 'Germany',
    tags: i % 2 === 0 ? ['vip', '=new'] : [],
    attributes: {
      note: LONG,
      ...(i % 2 === 0 ? { visits: -i, member: i % 4 === 0 } : {}),
      ...(i === 7 ? { formula: '=HYPERLINK("https://example.com")' } : {}),
    },
  }));
  await mongoClient().withSession(async (session) => {
    await upsertCustomersBulk(workspaceOf(caller), rows, session);
    const orders = rows.slice(0, 300).flatMap(({ email }, i) =>
      [10.5, i % 2 === 0 ? -30 : 0.05].map((orderAmount, n) => ({
        orderId: `O-${i}-${n}`,
        customerEmail: email,
        orderAmount,
        orderDate: new Date(Date.UTC(2026, 0, 1 + n, 12, 30)),
      })),
    );
    const { touched } = await upsertOrdersBulk(workspaceOf(caller), orders, session);
    await recomputeAggregates(workspaceOf(caller), touched, session);
  });
  await upsertOne(stranger);
  audienceId = (await createAudience(caller, { name: 'Köln / “Everyone”', rules: everyone })).id;
});
const upsertOne = (whose: Caller) =>
  mongoClient().withSession((session) =>
    upsertCustomersBulk(workspaceOf(whose), [{ email: 'stranger@example.com' }], session),
  );

afterAll(async () => {
  await Promise.all([caller, stranger].map(dropTestWorkspace));
  await Promise.all([closeRedis(), closeDatabase()]);
});

async function ask(id: string, whose?: Caller, scopes = ['audiences:read', 'customers:read']) {
  const key = whose && (await issueApiKey(whose.workspaceId, { name: 'Export', scopes })).key;
  const headers = new Headers(key ? { authorization: `Bearer ${key}` } : {});
  return audienceDownload(new Request(`http://localhost/api/audiences/${id}/export.csv`, { headers }), id);
}
const read = (csv: string) =>
  Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true, newline: '\r\n' });

/** Cursors the database holds open, for whomever. */
async function openCursors(): Promise<number> {
  const { metrics } = await database().admin().serverStatus();
  return metrics.cursor.open.total;
}
const cursorsBecome = (n: number) => expect.poll(openCursors, { timeout: 10_000 }).toBe(n);

/** What the export says of a customer, as the API has it. */
const asRow = (customer: Customer): Record<string, string> => ({
  email: customer.email,
  name: customer.name ?? '',
  phone: customer.phone ? `'${customer.phone}` : '',
  country: customer.country ?? '',
  city: customer.city ?? '',
  tags: customer.tags.join(';'),
  totalSpend: customer.totalSpend.toFixed(2),
  orderCount: String(customer.orderCount),
  averageOrderValue: customer.averageOrderValue?.toFixed(2) ?? '',
  firstOrderAt: customer.firstOrderAt?.toISOString() ?? '',
  lastOrderAt: customer.lastOrderAt?.toISOString() ?? '',
  'attributes.formula': customer.attributes.formula ? `'${customer.attributes.formula}` : '',
  'attributes.member': String(customer.attributes.member ?? ''),
  'attributes.note': LONG,
  'attributes.visits': String(customer.attributes.visits ?? ''),
});

async function allOf(id: string): Promise<Customer[]> {
  const all: Customer[] = [];
  let cursor: string | undefined;
  do {
    const page = await listAudienceCustomers(caller, { id, limit: 500, cursor });
    all.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return all;
}

describe('an audience as a file', () => {
  it('holds everybody who is in it and nobody else', async () => {
    const response = await ask(audienceId, caller);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const day = new Date().toISOString().slice(0, 10);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="Koln _ _Everyone_ ${day}.csv"; filename*=UTF-8''K%C3%B6ln%20_%20%E2%80%9CEveryone%E2%80%9D%20${day}.csv`,
    );
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const { data, errors } = read(bytes.toString('utf8').slice(1));
    expect(errors).toEqual([]);
    expect(data).toHaveLength(SIZE);
    expect(data).toEqual((await allOf(audienceId)).map(asRow));
  });

  it('follows the rules, over orders too, and has columns for those in it only', async () => {
    const rules = rulesSchema.parse({
      combinator: 'and',
      rules: [{ field: 'totalSpend', operator: '<', value: 0 }],
    });
    const { id } = await createAudience(caller, { name: 'Refunded', rules });
    const { data, meta } = read((await (await ask(id, caller)).text()).trimStart());
    expect(data).toHaveLength(150);
    expect(data[0]).toMatchObject({
      totalSpend: '-19.50',
      orderCount: '1',
      averageOrderValue: '10.50',
      firstOrderAt: '2026-01-01T12:30:00.000Z',
    });
    expect(meta.fields).not.toContain('attributes.formula');
  });

  it('loses no attribute of people who have more of them than a file has columns', async () => {
    const row = await collection<CustomerDocument>('customers').findOne({
      workspaceId: workspaceOf(stranger),
    });
    const many = Object.fromEntries(Array.from({ length: 1_002 }, (_, i) => [`a${10_000 + i}`, i]));
    await collection<CustomerDocument>('customers').updateOne(
      { _id: row?._id },
      { $set: { attributes: many } },
    );
    const { id } = await createAudience(stranger, { name: 'Many', rules: everyone });
    const { data, meta } = read((await (await ask(id, stranger)).text()).trimStart());
    expect(meta.fields).toHaveLength(11 + 1_000 + 1);
    expect(data[0]).toMatchObject({ 'attributes.a10000': '0', attributes: '{"a11000":1000,"a11001":1001}' });
  });
});

describe('a download', () => {
  it('reads no further than its reader, and an abandoned one ends its query', async () => {
    const response = await ask(audienceId, caller);
    const before = await openCursors();
    const reader = response.body?.getReader();
    const first = await reader?.read();
    expect(first?.value?.byteLength).toBeLessThan(100_000);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await cursorsBecome(before + 1);
    await reader?.cancel();
    await cursorsBecome(before);
  });

  it('is for those who may read audiences and customers, of their own workspace', async () => {
    await expect(ask(audienceId)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(ask(audienceId, caller, ['audiences:read'])).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(ask(audienceId, caller, ['customers:read'])).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(ask(audienceId, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(ask('no-id', caller)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

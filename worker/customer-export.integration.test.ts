import { Long, ObjectId } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customerDownload } from '../src/api/customer-download.ts';
import { openApiDocument } from '../src/api/openapi/document.ts';
import { createApiKey } from '../src/features/api-keys/api-keys.service.ts';
import { createAudience } from '../src/features/audiences/audiences.service.ts';
import { type MessageDocument, markDead } from '../src/features/campaigns/messages.repository.ts';
import { createCustomer, updateCustomer } from '../src/features/customers/customers.service.ts';
import { createOrder } from '../src/features/orders/orders.service.ts';
import { eraseCustomer } from '../src/features/privacy/erasure/erasures.service.ts';
import { customerExportSchema } from '../src/features/privacy/export/customer-export.schema.ts';
import { addSuppressions } from '../src/features/suppressions/suppressions.service.ts';
import { closeDatabase, collection } from '../src/server/db.ts';
import type { Caller } from '../src/server/permissions.ts';
import { closeQueues } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../src/server/testing/workspace.ts';
import { draftCampaign } from './testing/shop.ts';

const EMAIL = 'ann@export.example';
let caller: Caller;
let workspaceId: ObjectId;
let customerId: string;
let keys: Record<'mine' | 'narrow' | 'stranger', string>;
let stranger: Caller;

beforeAll(async () => {
  [caller, stranger] = await Promise.all([createTestWorkspace(), createTestWorkspace()]);
  workspaceId = new ObjectId(caller.workspaceId);
  const keyOf = async (of: Caller, scope: 'privacy:read' | 'customers:read') =>
    (await createApiKey(of, { name: 'Key', scopes: [scope] })).key;
  keys = {
    mine: await keyOf(caller, 'privacy:read'),
    narrow: await keyOf(caller, 'customers:read'),
    stranger: await keyOf(stranger, 'privacy:read'),
  };
  const { id } = await createCustomer(caller, {
    email: EMAIL,
    name: 'Ann Export',
    phone: '+44 20 5550 1234',
    tags: ['vip'],
  });
  customerId = id;
  await createCustomer(caller, { email: 'bob@export.example', name: 'Bob Other' });
  await updateCustomer(caller, { id, attributes: { size: 'M' } });
  await createOrder(caller, {
    orderId: 'E-1',
    customerEmail: EMAIL,
    orderAmount: 12.5,
    orderDate: new Date('2026-01-02'),
  });
  await createOrder(caller, {
    orderId: 'E-2',
    customerEmail: 'bob@export.example',
    orderAmount: 99,
    orderDate: new Date('2026-01-02'),
  });
  const { id: campaignId } = await draftCampaign(
    caller,
    'Hello {{ customer.name }}, size {{ customer.attributes.size }}',
  );
  await createAudience(caller, {
    name: 'Spenders',
    rules: {
      combinator: 'and',
      rules: [
        {
          field: 'orders',
          match: { mode: 'atLeast', threshold: 1 },
          value: { combinator: 'and', rules: [{ field: 'amount', operator: '<', value: 50 }] },
        },
      ],
    },
  });
  await createAudience(caller, {
    name: 'Big spenders',
    rules: { combinator: 'and', rules: [{ field: 'totalSpend', operator: '>', value: 50 }] },
  });
  await addSuppressions(caller, { addresses: [EMAIL], note: 'asked' });
  const now = new Date();
  const message = (
    status: MessageDocument['status'],
    ownCampaign: string,
    more: Partial<MessageDocument> = {},
  ): MessageDocument => ({
    _id: new ObjectId(),
    workspaceId,
    campaignId: new ObjectId(ownCampaign),
    customerId: new ObjectId(id),
    batch: 0,
    to: EMAIL,
    status,
    attempts: 1,
    queuedAt: now,
    sentAt: now,
    updatedAt: now,
    ...more,
  });
  const dead = message('SENT', new ObjectId().toHexString());
  await collection<MessageDocument>('messages').insertMany([
    message('DELIVERED', campaignId, { deliveredAt: now }),
    message('SKIPPED', new ObjectId().toHexString(), { attempts: 0, sentAt: null, skipReason: 'SUPPRESSED' }),
    dead,
  ]);
  await markDead([
    { message: dead, reason: 'refused', payload: { to: EMAIL, subject: 'Hi', body: 'As it was sent' } },
  ]);
  const importId = new ObjectId();
  await collection('importRowErrors').insertMany([
    { workspaceId, importId, row: 3, cells: [EMAIL, 'x'], error: 'wrong' },
    { workspaceId, importId, row: 4, cells: ['bob@export.example', 'x'], error: 'wrong' },
  ]);
  await collection('importChanges').insertOne({
    workspaceId,
    importId,
    batch: 2,
    createdAt: now,
    changes: {
      customers: {
        at: now,
        inserted: [],
        updated: [
          { id: new ObjectId(id), was: { city: null }, set: { city: 'Hull' }, touchedAt: now },
          { id: new ObjectId(), was: { city: 'Rome' }, set: { city: 'Oslo' }, touchedAt: now },
        ],
      },
    },
  });
  await collection('auditEvents').insertMany([
    {
      workspaceId,
      actor: 'cli',
      actorName: 'Mo',
      action: 'customers.update',
      targetId: id,
      targetName: EMAIL,
      before: { city: null },
      after: { city: 'Hull' },
      createdAt: now,
    },
    {
      workspaceId,
      actor: 'cli',
      actorName: 'Mo',
      action: 'customers.update',
      targetId: 'other',
      targetName: 'bob@export.example',
      before: null,
      after: { city: 'Hull' },
      createdAt: now,
    },
  ]);
});
afterAll(async () => {
  await Promise.all([dropTestWorkspace(caller), dropTestWorkspace(stranger)]);
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

const ask = (key: string, id = customerId) =>
  customerDownload(
    new Request(`http://localhost/api/customers/${id}/export`, {
      headers: { authorization: `Bearer ${key}` },
    }),
    id,
  );

/** A moment is text in JSON. */
const datesRead = (key: string, value: unknown): unknown =>
  typeof value === 'string' && /^(\w*At|at|orderDate)$/.test(key) && !Number.isNaN(Date.parse(value))
    ? new Date(value)
    : value;

describe('the export of one customer', () => {
  it('is one JSON document of the documented shape with all there is of them, and of nobody else', async () => {
    const response = await ask(keys.mine);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="Data of ann@export\.example \d{4}-\d\d-\d\d\.json"/,
      ),
      'cache-control': 'no-store',
    });
    const text = await response.text();
    const data = customerExportSchema.strict().parse(JSON.parse(text, datesRead));
    expect(data).toMatchObject({
      version: 1,
      workspace: 'Sample workspace',
      customer: { id: customerId, email: EMAIL, tags: ['vip'], attributes: { size: 'M' }, totalSpend: 12.5 },
      audiences: expect.arrayContaining([
        expect.objectContaining({ name: 'Everyone' }),
        expect.objectContaining({ name: 'Spenders' }),
      ]),
      suppressions: [{ address: EMAIL, reason: 'MANUAL', note: 'asked' }],
      orders: [{ orderId: 'E-1', orderAmount: 12.5, orderDate: new Date('2026-01-02') }],
      importRows: [{ row: 3, cells: [EMAIL, 'x'] }],
      importChanges: [{ was: { city: null }, set: { city: 'Hull' } }],
      events: [
        { by: 'Mo', action: 'customers.update', inWords: 'changed the customer', after: { city: 'Hull' } },
        { by: 'Key', action: 'customers.export' },
      ],
    });
    expect(data.audiences).toHaveLength(2);
    const [delivered, skipped, dead] = data.messages;
    expect(delivered).toMatchObject({
      status: 'DELIVERED',
      campaignName: 'Sample',
      text: { subject: 'News', body: 'Hello Ann Export, size M', basis: 'RENDERED_AGAIN' },
      deadLetter: null,
    });
    expect(skipped).toMatchObject({ status: 'SKIPPED', skipReason: 'SUPPRESSED', text: null });
    expect(dead).toMatchObject({
      status: 'DEAD',
      campaignName: null,
      text: { subject: 'Hi', body: 'As it was sent', basis: 'KEPT' },
      deadLetter: { reason: 'refused', payload: { to: EMAIL } },
    });
    expect(text).not.toMatch(/bob@|Oslo|Rome|E-2/);
  });

  it('stands in the audit log, with who asked', async () => {
    await ask(keys.mine);
    expect(
      await collection('auditEvents').findOne({ workspaceId, action: 'customers.export' }),
    ).toMatchObject({
      targetId: customerId,
      targetName: EMAIL,
      actor: expect.stringMatching(/^key:/),
    });
  });

  it('is refused to a key without the scope, to another workspace, and of somebody erased', async () => {
    await expect(ask(keys.narrow)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(ask(keys.stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(ask('nf_nobody')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(ask(keys.mine, 'not-an-id')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { id } = await createCustomer(caller, { email: 'gone@export.example' });
    await eraseCustomer(caller, id);
    await expect(ask(keys.mine, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of very many orders comes in pieces, each small', async () => {
    const { id } = await createCustomer(caller, { email: 'many@export.example' });
    const now = new Date();
    const n = 30_000;
    await collection('orders').insertMany(
      Array.from({ length: n }, (_, i) => ({
        workspaceId,
        orderId: `M-${i}`,
        customerId: new ObjectId(id),
        amount: Long.fromNumber(100),
        placedAt: now,
        createdAt: now,
        updatedAt: now,
      })),
    );
    const response = await ask(keys.mine, id);
    let [text, largest] = ['', 0];
    for await (const chunk of response.body ?? []) {
      largest = Math.max(largest, chunk.length);
      text += Buffer.from(chunk).toString();
    }
    expect(largest).toBeLessThan(80_000);
    expect(JSON.parse(text).orders).toHaveLength(n);
  });

  it('is described in the OpenAPI document', () => {
    const { paths } = openApiDocument() as {
      paths: Record<string, { get?: { responses: Record<string, unknown> } }>;
    };
    expect(JSON.stringify(paths['/customers/{id}/export']?.get?.responses[200])).toContain('RENDERED_AGAIN');
  });
});

import { ObjectId } from 'mongodb';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getEnv } from '../../env.ts';
import { closeDatabase, collection } from '../../server/db.ts';
import type { Caller } from '../../server/permissions.ts';
import { closeQueues, queue } from '../../server/queue.ts';
import { closeRedis } from '../../server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../server/testing/workspace.ts';
import { createCustomer, deleteCustomer, updateCustomer } from '../customers/customers.service.ts';
import { addSuppressions, suppressAddress } from '../suppressions/suppressions.service.ts';
import { type Asked, startHttpVendor } from '../vendors/testing/http-server.ts';
import type { DeliveryDocument } from './deliveries.repository.ts';
import {
  getDelivery,
  listDeliveries,
  redeliver,
  redeliverFailed,
  testEndpoint,
} from './deliveries.service.ts';
import { changeAndTell } from './outbox.service.ts';
import { sendWebhooks, sweepWebhooks } from './send-webhooks.ts';
import { type WebhookEventType, webhookEventTypes } from './webhook-events.schema.ts';
import { createEndpointInput } from './webhooks.schema.ts';
import {
  createEndpoint,
  deleteEndpoint,
  getEndpoint,
  rotateEndpointSecret,
  updateEndpoint,
} from './webhooks.service.ts';

let receiver: Awaited<ReturnType<typeof startHttpVendor>>;
let caller: Caller;
const workspaces: Caller[] = [];
beforeAll(async () => {
  receiver = await startHttpVendor();
});
beforeEach(async () => {
  receiver.reset();
  await queue('webhooks').obliterate({ force: true });
  caller = await createTestWorkspace();
  workspaces.push(caller);
});
afterAll(async () => {
  await Promise.all([...workspaces.map(dropTestWorkspace), receiver.close()]);
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

const newEndpoint = (events: WebhookEventType[] = webhookEventTypes, path = '/in') =>
  createEndpoint(caller, { url: new URL(path, receiver.url).href, events });
const signal = new AbortController().signal;
const send = (endpointId: string) => sendWebhooks({ workspaceId: caller.workspaceId, endpointId }, signal);
const customer = (n = 1) => createCustomer(caller, { email: `person-${n}@example.com`, name: 'Ann' });
const rowsOf = (endpointId: string) =>
  collection<DeliveryDocument>('webhookDeliveries')
    .find({ endpointId: new ObjectId(endpointId) })
    .sort({ _id: 1 })
    .toArray();
const makeDue = (endpointId: string) =>
  collection('webhookDeliveries').updateMany(
    { endpointId: new ObjectId(endpointId), status: 'PENDING' },
    { $set: { nextAttemptAt: new Date() } },
  );
const verify = (secret: string, { raw, headers }: Asked) =>
  new Webhook(secret).verify(raw, headers as Record<string, string>);

describe('an event', () => {
  it('reaches whoever subscribed to it, signed, and nobody else', async () => {
    const [all, few] = [await newEndpoint(), await newEndpoint(['customer.deleted'], '/few')];
    const { id } = await customer();
    await updateCustomer(caller, { id, city: 'Oslo' });
    await deleteCustomer(caller, { id });
    await Promise.all([send(all.id), send(few.id)]);
    const told = receiver.asked.filter(({ path }) => path === '/in');
    expect(told.map(({ raw }) => JSON.parse(raw).type).toSorted()).toEqual([
      'customer.created',
      'customer.deleted',
      'customer.updated',
    ]);
    for (const asked of told) {
      expect(verify(all.secret, asked)).toMatchObject({ data: { customerId: id } });
      expect(() => verify(few.secret, asked)).toThrow();
    }
    const deleted = receiver.asked.filter(({ raw }) => raw.includes('customer.deleted'));
    expect(deleted.map(({ path }) => path).toSorted()).toEqual(['/few', '/in']);
    expect(new Set(deleted.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(receiver.asked.filter(({ path }) => path === '/few')).toHaveLength(1);
    const { items } = await listDeliveries(caller, { id: all.id, limit: 25 });
    expect(items).toMatchObject([{ status: 'DELIVERED', attempts: [{ status: 200, error: null }] }, {}, {}]);
    expect(await send(all.id)).toBeNull();
    expect(receiver.asked).toHaveLength(4);
  });

  it('is kept with its change, or not at all', async () => {
    const { id } = await newEndpoint();
    const attempt = changeAndTell(caller.workspaceId, ['customer.deleted'], async (tell, session) => {
      await collection('suppressions').insertOne(
        {
          workspaceId: new ObjectId(caller.workspaceId),
          address: 'a@example.com',
          reason: 'MANUAL',
          note: null,
          messageId: null,
          createdAt: new Date(),
        },
        { ...(session ? { session } : {}) },
      );
      tell({ type: 'customer.deleted', data: { customerId: '1', email: 'a@example.com' } });
      throw new Error('The process dies here');
    });
    await expect(attempt).rejects.toThrow('dies here');
    expect(await rowsOf(id)).toEqual([]);
    const own = { workspaceId: new ObjectId(caller.workspaceId) };
    expect(await collection('suppressions').countDocuments(own)).toBe(0);
    // A change that is refused tells nothing.
    await customer();
    await expect(customer()).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await rowsOf(id)).toHaveLength(1);
  });

  it('of addresses is told once, in parts of five hundred, and a person’s own word also as theirs', async () => {
    const { id } = await newEndpoint(['suppression.created', 'customer.unsubscribed']);
    const addresses = Array.from({ length: 1_100 }, (_, i) => `a${i}@example.com`);
    expect(await addSuppressions(caller, { addresses: addresses.slice(0, 600), note: undefined })).toEqual({
      added: 600,
      already: 0,
    });
    expect(await addSuppressions(caller, { addresses, note: undefined })).toEqual({
      added: 500,
      already: 600,
    });
    await suppressAddress(caller.workspaceId, 'A1@example.com', 'UNSUBSCRIBED');
    await suppressAddress(caller.workspaceId, 'a1@example.com', 'UNSUBSCRIBED');
    await suppressAddress(caller.workspaceId, 'new@example.com', 'UNSUBSCRIBED');
    const payloads = (await rowsOf(id)).map(({ payload }) => payload);
    const listed = payloads.flatMap(({ data }) => data.suppressions ?? []);
    expect(listed.map(({ address }: { address: string }) => address).toSorted()).toEqual(
      [...addresses, 'new@example.com'].toSorted(),
    );
    for (const { data } of payloads) expect((data.suppressions ?? []).length).toBeLessThanOrEqual(500);
    expect(payloads.flatMap(({ data }) => data.unsubscribed ?? []).map(({ address }) => address)).toEqual([
      'a1@example.com',
      'new@example.com',
    ]);
  });

  it('that two add at once is told by one of them', async () => {
    const { id } = await newEndpoint(['suppression.created']);
    await Promise.all(
      Array.from({ length: 5 }, () => suppressAddress(caller.workspaceId, 'x@example.com', 'BOUNCED')),
    );
    expect(await rowsOf(id)).toHaveLength(1);
  });

  it('without an endpoint leaves no trace', async () => {
    await customer();
    const own = { workspaceId: new ObjectId(caller.workspaceId) };
    expect(await collection('webhookDeliveries').countDocuments(own)).toBe(0);
  });
});

describe('a delivery', () => {
  it('is tried again, under the same id, until the other side takes it', async () => {
    const { id } = await newEndpoint();
    await customer();
    receiver.answer = () => ({ status: 500, body: 'x'.repeat(5_000) });
    expect(await send(id)).toBeGreaterThanOrEqual(5_000);
    const [failed] = await rowsOf(id);
    expect(failed).toMatchObject({ status: 'PENDING', attempts: { tries: [{ status: 500, round: 1 }] } });
    expect(failed?.attempts.tries[0]?.answer).toHaveLength(1_000);
    const wait = (failed?.nextAttemptAt?.getTime() ?? 0) - Date.now();
    expect(wait).toBeGreaterThan(3_000);
    expect(wait).toBeLessThan(6_100);
    expect(await getEndpoint(caller, id)).toMatchObject({ failingSince: expect.any(Date) });
    // Not due yet.
    await send(id);
    expect(receiver.asked).toHaveLength(1);
    receiver.reset();
    await makeDue(id);
    await send(id);
    expect(receiver.asked[0]?.headers['webhook-id']).toBe(failed?.eventId);
    expect((await rowsOf(id))[0]).toMatchObject({ status: 'DELIVERED', nextAttemptAt: null });
    expect(await getEndpoint(caller, id)).toMatchObject({ failingSince: null });
  });

  it('waits as long as the other side asks', async () => {
    const { id } = await newEndpoint();
    await customer();
    receiver.answer = () => ({ status: 429, headers: { 'retry-after': '3600' } });
    await send(id);
    const [row] = await rowsOf(id);
    expect((row?.nextAttemptAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(3_590_000);
  });

  it('is given up after its last try', async () => {
    const { id } = await newEndpoint();
    await customer();
    receiver.answer = () => ({ status: 404 });
    for (let i = 0; i < 11; i += 1) {
      expect((await rowsOf(id))[0]?.status).toBe('PENDING');
      await makeDue(id);
      await send(id);
    }
    expect((await rowsOf(id))[0]).toMatchObject({ status: 'FAILED', nextAttemptAt: null });
    await makeDue(id);
    await send(id);
    expect(receiver.asked).toHaveLength(11);
  });

  it('follows no redirect, and reads no endless answer', async () => {
    const { id } = await newEndpoint();
    await customer();
    receiver.answer = ({ path }) =>
      path === '/in' ? { status: 302, headers: { location: new URL('/away', receiver.url).href } } : {};
    await send(id);
    expect(receiver.asked.map(({ path }) => path)).toEqual(['/in']);
    expect((await rowsOf(id))[0]?.attempts.tries[0]?.error).toMatch(/redirects are not followed/);
    receiver.answer = () => ({ body: 'x'.repeat(100_000) });
    await makeDue(id);
    await send(id);
    expect((await rowsOf(id))[0]?.attempts.tries[1]).toMatchObject({ error: 'The answer is too long' });
  });

  it('ends a turn when the other side is away: the rest waits', async () => {
    const { id } = await newEndpoint();
    for (let i = 0; i < 30; i += 1) await customer(i);
    receiver.answer = () => ({ hangUp: true });
    const pause = await send(id);
    expect(pause).toBeGreaterThanOrEqual(5_000);
    // One request each; on a kept connection that broke, once more.
    expect(receiver.asked.length).toBeLessThanOrEqual(8);
    const rows = await rowsOf(id);
    expect(rows.filter(({ attempts }) => attempts.tries.length === 0).length).toBeGreaterThanOrEqual(26);
    expect(rows.every(({ status }) => status === 'PENDING')).toBe(true);
  });

  it('that nobody sends is found by the sweep', async () => {
    const { id } = await newEndpoint();
    await customer();
    await queue('webhooks').drain();
    await sweepWebhooks(Date.now() + 60_000);
    expect(await queue('webhooks').getJob(`webhooks-${id}`)).toMatchObject({
      data: { workspaceId: caller.workspaceId, endpointId: id },
    });
  });
});

describe('an endpoint', () => {
  it('that answers 410 is off at once; on again, what failed can be sent again', async () => {
    const { id } = await newEndpoint();
    for (let i = 0; i < 6; i += 1) await customer(i);
    receiver.answer = () => ({ status: 410 });
    await send(id);
    expect(await getEndpoint(caller, id)).toMatchObject({
      disabledAt: expect.any(Date),
      disabledReason: expect.stringMatching(/410/),
    });
    expect((await rowsOf(id)).map(({ status }) => status)).toEqual(Array(6).fill('FAILED'));
    await customer(10);
    expect(await rowsOf(id)).toHaveLength(6);
    await expect(redeliverFailed(caller, { id })).rejects.toMatchObject({ code: 'CONFLICT' });

    expect(await updateEndpoint(caller, { id, enabled: true })).toMatchObject({
      disabledAt: null,
      disabledReason: null,
    });
    receiver.reset();
    expect(await redeliverFailed(caller, { id, since: new Date(Date.now() + 1_000) })).toEqual({
      redelivered: 0,
    });
    expect(await redeliverFailed(caller, { id })).toEqual({ redelivered: 6 });
    await send(id);
    expect((await rowsOf(id)).map(({ status }) => status)).toEqual(Array(6).fill('DELIVERED'));
    expect((await rowsOf(id))[0]?.attempts).toMatchObject({ round: 2 });
  });

  it('that takes nothing for three days is turned off, with the reason', async () => {
    const { id } = await newEndpoint();
    await customer();
    receiver.answer = () => ({ status: 500 });
    await send(id);
    expect(await getEndpoint(caller, id)).toMatchObject({ disabledAt: null });
    await collection('webhookEndpoints').updateOne(
      { _id: new ObjectId(id) },
      { $set: { failingSince: new Date(Date.now() - 3 * 86_400_000) } },
    );
    await makeDue(id);
    expect(await send(id)).toBeNull();
    expect(await getEndpoint(caller, id)).toMatchObject({
      disabledReason: expect.stringMatching(
        /^Nothing got through since \d{4}-\d\d-\d\d\. The last try: It answered 500\.$/,
      ),
    });
    expect((await rowsOf(id))[0]?.status).toBe('FAILED');
  });

  it('is signed with both secrets while one takes the place of the other', async () => {
    const { id, secret } = await newEndpoint();
    const second = await rotateEndpointSecret(caller, { id, overlapHours: 1 });
    await customer();
    await send(id);
    const [asked] = receiver.asked;
    if (!asked) throw new Error('Nothing came');
    for (const one of [secret, second.secret])
      expect(verify(one, asked)).toMatchObject({ type: 'customer.created' });
    const third = await rotateEndpointSecret(caller, { id, overlapHours: 0 });
    receiver.reset();
    await customer(2);
    await send(id);
    const [after] = receiver.asked;
    if (!after) throw new Error('Nothing came');
    expect(verify(third.secret, after)).toMatchObject({ type: 'customer.created' });
    for (const one of [secret, second.secret]) expect(() => verify(one, after)).toThrow();
  });

  it('can be tested, and one event sent again', async () => {
    const { id, secret } = await newEndpoint();
    receiver.answer = () => ({ body: 'thanks' });
    expect(await testEndpoint(caller, id)).toEqual({
      status: 200,
      ms: expect.any(Number),
      answer: 'thanks',
      error: null,
    });
    const [asked] = receiver.asked;
    if (!asked) throw new Error('Nothing came');
    expect(verify(secret, asked)).toMatchObject({ type: 'webhook.test' });
    const [test] = (await listDeliveries(caller, { id, limit: 25 })).items;
    const again = await redeliver(caller, test?.id ?? '');
    expect(again).toMatchObject({ status: 'PENDING', payload: { type: 'webhook.test' } });
    await expect(redeliver(caller, again.id)).rejects.toMatchObject({ code: 'CONFLICT' });
    await send(id);
    expect(await getDelivery(caller, again.id)).toMatchObject({
      status: 'DELIVERED',
      attempts: [{ round: 1 }, { round: 2 }],
    });
    expect(receiver.asked.map(({ headers }) => headers['webhook-id'])).toEqual(Array(2).fill(test?.eventId));
    receiver.answer = () => ({ status: 503, body: 'no' });
    expect(await testEndpoint(caller, id)).toMatchObject({ status: 503, error: 'It answered 503' });
  });

  it('keeps its secret to itself, and is deleted with its log', async () => {
    const { id, secret } = await newEndpoint();
    await customer();
    const raw = secret.slice(6);
    expect(JSON.stringify(await getEndpoint(caller, id))).not.toContain(raw);
    expect(
      JSON.stringify(await collection('webhookEndpoints').findOne({ _id: new ObjectId(id) })),
    ).not.toContain(raw);
    await deleteEndpoint(caller, { id });
    expect(await rowsOf(id)).toEqual([]);
    await customer(2);
    expect(await rowsOf(id)).toEqual([]);
  });

  it('may not lead behind the wall, unencrypted, or name a password', async () => {
    const at = (url: string) => createEndpoint(caller, { url, events: ['customer.created'] });
    for (const url of [
      'https://127.0.0.1/x',
      'https://169.254.169.254/',
      'https://[::1]/',
      'https://10.0.0.1:444',
    ])
      await expect(at(url)).rejects.toMatchObject({ code: 'VALIDATION', errors: [{ path: 'url' }] });
    const events = ['customer.created'];
    for (const url of [
      'ftp://a.example',
      'javascript:alert(1)',
      'https://me:pw@a.example',
      'https://me@a.example',
      'nowhere',
    ])
      expect(createEndpointInput.safeParse({ url, events }).success).toBe(false);
    for (const wrong of [[], ['nothing.happened'], ['webhook.test']])
      expect(createEndpointInput.safeParse({ url: 'https://a.example', events: wrong }).success).toBe(false);
    const env = getEnv();
    const before = env.production;
    env.production = true;
    try {
      await expect(at('http://hooks.invalid/')).rejects.toMatchObject({ errors: [{ path: 'url' }] });
      expect(await at(receiver.url)).toMatchObject({ url: receiver.url });
    } finally {
      env.production = before;
    }
  });

  it('is for administrators, twenty to a workspace', async () => {
    const marketer: Caller = { ...caller, role: 'MARKETER' };
    const { id } = await newEndpoint();
    for (const attempt of [
      getEndpoint(marketer, id),
      testEndpoint(marketer, id),
      createEndpoint(marketer, { url: receiver.url, events: ['customer.created'] }),
    ])
      await expect(attempt).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (let i = 1; i < 20; i += 1) await newEndpoint();
    await expect(newEndpoint()).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

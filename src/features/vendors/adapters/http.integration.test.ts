import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getEnv } from '../../../env.ts';
import { readRetryAfter } from '../../../server/retry-after.ts';
import { startHttpVendor } from '../testing/http-server.ts';
import { type HttpSecrets, type HttpSettings, httpSettingsSchema } from '../vendor-settings.schema.ts';
import type { VendorMessage } from '../vendors.schema.ts';
import { httpAdapter } from './http.ts';

let vendor: Awaited<ReturnType<typeof startHttpVendor>>;
beforeAll(async () => {
  vendor = await startHttpVendor();
});
beforeEach(() => vendor.reset());
afterAll(() => vendor.close());

const message = (n: number, more: Partial<VendorMessage> = {}): VendorMessage => ({
  messageId: `m${n}`,
  to: `customer-${n}@example.com`,
  subject: 'News',
  body: `Hello "${n}"\n{{to}}`,
  callbackUrl: 'https://crm.example/receipts',
  ...more,
});
const messages = (n: number) => Array.from({ length: n }, (_, i) => message(i + 1));

/** Sends through an adapter with the settings; a short time limit unless named. */
function send(
  batch: VendorMessage[],
  settings: Partial<HttpSettings> = {},
  { secrets = { headers: {} }, timeoutMs = 5_000 }: { secrets?: HttpSecrets; timeoutMs?: number } = {},
) {
  const whole = httpSettingsSchema.parse({ url: vendor.url, ...settings });
  return httpAdapter(whole, secrets, (id) => `https://crm.example/u/${id}`, timeoutMs).send(batch);
}
const batched = (settings: Partial<HttpSettings> = {}): Partial<HttpSettings> => ({
  mode: 'BATCH',
  messageIdPath: 'ref',
  errorPath: 'error',
  retryablePath: 'again',
  ...settings,
});

describe('a vendor with an HTTP API', () => {
  it('is asked for each message under its key, in the words of the template, and names its own id', async () => {
    vendor.answer = () => ({ status: 201, body: { data: { id: 77 } } });
    const template = JSON.stringify({
      from: 'shop@example.com',
      personalizations: [{ to: [{ email: '{{ to }}' }] }],
      content: { text: '{{body}}', title: '{{subject}}' },
      note: 'for {{to}}, {{subject}}',
      headers: { unsubscribe: '<{{unsubscribeUrl}}>' },
      callback: '{{callbackUrl}}',
      track: false,
    });
    const answers = await send([message(1, { subject: undefined, idempotencyKey: 'm1-again' })], {
      template,
      idPath: 'data.id',
    });
    expect(answers).toEqual([{ messageId: 'm1', status: 'ACCEPTED', vendorMessageId: '77' }]);
    expect(vendor.asked).toMatchObject([
      {
        path: '/messages',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'm1-again' },
        body: {
          from: 'shop@example.com',
          personalizations: [{ to: [{ email: 'customer-1@example.com' }] }],
          // What stands in a message is text, whatever it looks like; a field without a value is left out.
          content: { text: 'Hello "1"\n{{to}}' },
          note: 'for customer-1@example.com, ',
          headers: { unsubscribe: '<https://crm.example/u/m1>' },
          callback: 'https://crm.example/receipts',
          track: false,
        },
      },
    ]);
    expect(JSON.stringify(vendor.asked[0]?.body)).not.toContain('title');
  });

  it('gets the secret headers and a Standard Webhooks signature over the bytes', async () => {
    const signingSecret = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;
    await send(
      [message(1)],
      { headers: { 'x-shop': 'sample' } },
      { secrets: { signingSecret, headers: { authorization: 'Bearer hidden' } } },
    );
    const [asked] = vendor.asked;
    expect(asked?.headers).toMatchObject({ 'x-shop': 'sample', authorization: 'Bearer hidden' });
    const headers = {
      'webhook-id': String(asked?.headers['webhook-id']),
      'webhook-timestamp': String(asked?.headers['webhook-timestamp']),
      'webhook-signature': String(asked?.headers['webhook-signature']),
    };
    expect(headers['webhook-id']).toBe('m1');
    expect(new Webhook(signingSecret).verify(asked?.raw ?? '', headers)).toEqual(asked?.body);
    expect(() => new Webhook(signingSecret).verify(`${asked?.raw} `, headers)).toThrow();
  });

  it('that names no id is known by our key, and may say OK in plain text', async () => {
    vendor.answer = () => ({ status: 202, body: 'OK' });
    expect(await send([message(1)])).toEqual([
      { messageId: 'm1', status: 'ACCEPTED', vendorMessageId: 'm1' },
    ]);
  });

  it('takes batches of the size set, wrapped as it likes, and the same batch has the same key', async () => {
    vendor.answer = ({ body }) => ({
      body: {
        out: (body as { in: { list: { messageId: string }[] } }).in.list.map(({ messageId }) => ({
          ref: messageId,
          id: `v-${messageId}`,
        })),
      },
    });
    const settings = batched({ batchSize: 3, itemsPath: 'in.list', resultsPath: 'out' });
    const answers = await send(messages(7), settings);
    expect(answers.map((a) => (a.status === 'ACCEPTED' ? a.vendorMessageId : a.reason)).toSorted()).toEqual(
      messages(7).map(({ messageId }) => `v-${messageId}`),
    );
    const sizes = vendor.asked.map(({ body }) => (body as { in: { list: [] } }).in.list.length);
    expect(sizes.toSorted()).toEqual([1, 3, 3]);
    const keys = () => vendor.asked.map(({ headers }) => headers['idempotency-key']).toSorted();
    const before = keys();
    expect(new Set(before).size).toBe(3);
    vendor.asked = [];
    await send(messages(7), settings);
    expect(keys()).toEqual(before);
  });

  it('may take a part of a batch: each message has its own answer, one left out has none', async () => {
    vendor.answer = () => ({
      status: 207,
      body: [
        { ref: 'm3', error: { message: 'Mailbox full' }, again: true },
        { ref: 'm1', id: 'a' },
        { ref: 'm2', error: 'No such mailbox' },
        { ref: 'somebody-else', id: 'b' },
      ],
    });
    expect(await send(messages(4), batched())).toEqual([
      { messageId: 'm1', status: 'ACCEPTED', vendorMessageId: 'a' },
      { messageId: 'm2', status: 'REJECTED', reason: 'No such mailbox', retryable: false },
      { messageId: 'm3', status: 'REJECTED', reason: 'Mailbox full', retryable: true },
    ]);
  });

  it('that answers by position must answer all; by one word for all, nobody is told apart', async () => {
    vendor.answer = () => ({ body: [{ id: 'a' }] });
    expect(await send(messages(2), batched({ messageIdPath: '' }))).toMatchObject([
      { messageId: 'm1', status: 'REJECTED', retryable: true },
      { messageId: 'm2', status: 'REJECTED', retryable: true },
    ]);
    vendor.answer = ({ body }) => ({ body: (body as []).map((_, i) => ({ id: `p${i}` })) });
    expect(await send(messages(2), batched({ messageIdPath: '' }))).toMatchObject([
      { messageId: 'm1', vendorMessageId: 'p0' },
      { messageId: 'm2', vendorMessageId: 'p1' },
    ]);
    vendor.answer = () => ({ status: 202, body: '' });
    expect(await send(messages(2), batched({ resultsPath: null }))).toMatchObject([
      { messageId: 'm1', status: 'ACCEPTED', vendorMessageId: 'm1' },
      { messageId: 'm2', status: 'ACCEPTED', vendorMessageId: 'm2' },
    ]);
    expect(await send(messages(2), batched())).toMatchObject([
      { status: 'REJECTED', retryable: true },
      { status: 'REJECTED', retryable: true },
    ]);
  });
});

describe('a vendor that fails', () => {
  it('with 429 is left alone for the rest of the batch, for as long as it asks', async () => {
    vendor.answer = () => ({ status: 429, headers: { 'retry-after': '7' }, body: { detail: 'Slow down' } });
    const answers = await send(messages(200));
    expect(answers).toHaveLength(200);
    for (const answer of answers)
      expect(answer).toMatchObject({
        status: 'REJECTED',
        reason: 'The vendor answered 429: Slow down',
        retryable: true,
        retryAfterMs: 7_000,
        outage: true,
      });
    expect(vendor.asked.length).toBeLessThanOrEqual(20);
  });

  it.each([
    [500, true, { error: { message: 'boom' } }, 'The vendor answered 500: boom'],
    [503, true, '', 'The vendor answered 503'],
    [408, true, '', 'The vendor answered 408'],
    [400, false, { detail: 'to: not an address' }, 'The vendor answered 400: to: not an address'],
    [401, false, 'Bad key\n', 'The vendor answered 401: Bad key'],
    [422, false, { errors: [{ message: 'No  such\nsender' }] }, 'The vendor answered 422: No such sender'],
    [307, false, '', 'The vendor answered 307 and points to another address; set that one'],
  ])('with %i is asked again: %s', async (status, retryable, body, reason) => {
    vendor.answer = () => ({ status, body, headers: { location: '/elsewhere' } });
    expect(await send([message(1)])).toMatchObject([{ status: 'REJECTED', retryable, reason }]);
    expect(vendor.asked).toHaveLength(1);
  });

  it('for one message does so for that one alone', async () => {
    vendor.answer = ({ body }) =>
      (body as { messageId: string }).messageId === 'm2' ? { status: 500 } : { body: { id: 'ok' } };
    const answers = await send(messages(3));
    expect(answers.toSorted((a, b) => a.messageId.localeCompare(b.messageId))).toMatchObject([
      { status: 'ACCEPTED' },
      { status: 'REJECTED', retryable: true },
      { status: 'ACCEPTED' },
    ]);
  });

  it('to answer in time, hangs up, or says far too much is asked again later, without a wait per message', async () => {
    vendor.answer = () => ({ delayMs: 3_000 });
    const began = performance.now();
    const late = await send(messages(100), {}, { timeoutMs: 300 });
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(late).toHaveLength(100);
    for (const answer of late)
      expect(answer).toMatchObject({
        reason: 'The vendor did not answer in time',
        retryable: true,
        outage: true,
      });

    vendor.answer = () => ({ hangUp: true });
    expect(await send([message(1)])).toMatchObject([{ retryable: true, outage: true }]);
    vendor.answer = () => ({ body: 'x'.repeat(5_000_000) });
    expect(await send([message(1)])).toMatchObject([
      { reason: 'The vendor’s answer was too long to be read', retryable: true },
    ]);
  });

  it('behind the wall is never asked', async () => {
    const allowed = getEnv().privateHosts;
    getEnv().privateHosts = [];
    try {
      for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]']) {
        const url = vendor.url.replace('127.0.0.1', host);
        expect(await send(messages(2), { url })).toMatchObject([
          { status: 'REJECTED', retryable: false, reason: expect.stringContaining('private network') },
          { status: 'REJECTED', retryable: false },
        ]);
      }
    } finally {
      getEnv().privateHosts = allowed;
    }
    expect(vendor.asked).toEqual([]);
  });
});

it('reads Retry-After as seconds and as a date, within bounds', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  expect(readRetryAfter('120', 3_600_000, now)).toBe(120_000);
  expect(readRetryAfter('Thu, 01 Jan 2026 00:00:05 GMT', 3_600_000, now)).toBe(5_000);
  expect(readRetryAfter('Wed, 31 Dec 2025 00:00:00 GMT', 3_600_000, now)).toBe(0);
  expect(readRetryAfter('999999999', 3_600_000, now)).toBe(3_600_000);
  expect(readRetryAfter('soon', 3_600_000, now)).toBeUndefined();
  expect(readRetryAfter(undefined, 3_600_000, now)).toBeUndefined();
});

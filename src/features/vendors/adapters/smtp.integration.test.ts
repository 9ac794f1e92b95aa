import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getEnv } from '../../../env.ts';
import { startMailServer } from '../testing/mail-server.ts';
import { type SmtpSecrets, type SmtpSettings, smtpSettingsSchema } from '../vendor-settings.schema.ts';
import type { VendorMessage } from '../vendors.schema.ts';
import { closeMailTransports } from './mail-transports.ts';
import { smtpAdapter } from './smtp.ts';

let mail: Awaited<ReturnType<typeof startMailServer>>;
beforeAll(async () => {
  mail = await startMailServer();
});
beforeEach(() => mail.reset());
afterAll(async () => {
  closeMailTransports();
  await mail.close();
});

const message = (n: number, more: Partial<VendorMessage> = {}): VendorMessage => ({
  messageId: `0123456789abcdef0123${String(n).padStart(4, '0')}`,
  to: `customer-${n}@example.com`,
  subject: 'Grüße & news',
  body: `Hello ${n}`,
  callbackUrl: 'https://crm.example/receipts',
  ...more,
});
const messages = (n: number) => Array.from({ length: n }, (_, i) => message(i + 1));

function send(batch: VendorMessage[], settings: Partial<SmtpSettings> = {}, secrets: SmtpSecrets = {}) {
  const whole = smtpSettingsSchema.parse({
    host: '127.0.0.1',
    port: mail.port,
    security: 'NONE',
    fromAddress: 'shop@sender.example',
    fromName: 'Sample Shop',
    maxConnections: 3,
    ...settings,
  });
  const config = { settings: whole, secrets };
  return smtpAdapter('the-vendor', config, (id) => `https://crm.example/unsubscribe/${id}/confirm`).send(
    batch,
  );
}

describe('a mail server', () => {
  it('gets a mail with one-click unsubscribe and an id that follows from the message', async () => {
    const answers = await send([message(1)], { replyTo: 'help@sender.example' });
    const id = '<0123456789abcdef01230001@sender.example>';
    expect(answers).toEqual([{ messageId: message(1).messageId, status: 'ACCEPTED', vendorMessageId: id }]);
    expect(mail.received).toMatchObject([
      {
        from: 'shop@sender.example',
        to: ['customer-1@example.com'],
        headers: {
          from: 'Sample Shop <shop@sender.example>',
          to: 'customer-1@example.com',
          'reply-to': 'help@sender.example',
          subject: '=?UTF-8?Q?Gr=C3=BC=C3=9Fe_=26_news?=',
          'message-id': id,
          'list-unsubscribe': '<https://crm.example/unsubscribe/0123456789abcdef01230001/confirm>',
          'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
          'content-type': 'text/plain; charset=utf-8',
        },
        body: 'Hello 1',
      },
    ]);
    await send([message(1)]);
    expect(mail.received[1]?.headers['message-id']).toBe(id);
    await send([message(1, { idempotencyKey: `again-after-${id}` })]);
    const again = mail.received[2]?.headers['message-id'] ?? '';
    expect(again).toMatch(/^<0123456789abcdef01230001\.[0-9a-f]{16}@sender\.example>$/);
  });

  it('gets many over a few connections that stay open, until the settings change', async () => {
    expect((await send(messages(60))).filter(({ status }) => status === 'ACCEPTED')).toHaveLength(60);
    await send(messages(5));
    expect(mail.received).toHaveLength(65);
    expect(new Set(mail.received.map(({ headers }) => headers['message-id'])).size).toBe(60);
    // Those of the test before may be used on.
    expect(mail.connections).toBeLessThanOrEqual(3);
    const before = mail.connections;
    await send([message(1)], { fromName: 'Other Shop' });
    expect(mail.connections).toBe(before + 1);
    expect(mail.received.at(-1)?.headers.from).toContain('Other Shop');
  });

  it('sends HTML as HTML, and nothing that is written in a message becomes a header or a second reader', async () => {
    await send([message(1, { body: '<!doctype html><p>Hello</p>' })]);
    await send([message(2, { subject: 'Hi\r\nBcc: spy@example.com' })]);
    expect(mail.received[0]?.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(mail.received[1]?.to).toEqual(['customer-2@example.com']);
    expect(mail.received[1]?.headers).not.toHaveProperty('bcc');
    const refused = ['+441234567', 'a@example.com, b@example.com', 'Ann <a@example.com>'];
    for (const to of refused)
      expect(await send([message(3, { to })])).toMatchObject([{ status: 'REJECTED', retryable: false }]);
    expect(mail.received).toHaveLength(2);
  });

  it('signs in with what it is given', async () => {
    expect(await send([message(1)], { user: 'shop' }, { password: 'secret' })).toMatchObject([
      { status: 'ACCEPTED' },
    ]);
    expect(await send(messages(40), { user: 'shop' }, { password: 'wrong' })).toSatisfy((answers) =>
      answers.every(
        (answer: { reason?: string; retryable?: boolean }) =>
          answer.retryable === true &&
          answer.reason?.startsWith('The mail server refused the user name or password: 535') === true,
      ),
    );
  });
});

describe('a mail server that refuses', () => {
  it('for good is believed, for now is asked again; the reason does not name the reader', async () => {
    mail.refuse = (to) => {
      if (to.startsWith('customer-1@')) return { code: 550, words: `5.1.1 <${to}>: no such user` };
      if (to.startsWith('customer-2@')) return { code: 451, words: '4.7.1 Greylisted' };
      return null;
    };
    const answers = await send(messages(3));
    expect(answers.toSorted((a, b) => a.messageId.localeCompare(b.messageId))).toMatchObject([
      { status: 'REJECTED', retryable: false, reason: 'Hard bounce: 550 5.1.1 <…>: no such user' },
      { status: 'REJECTED', retryable: true, reason: 'The mail server refused it: 451 4.7.1 Greylisted' },
      { status: 'ACCEPTED' },
    ]);
    expect(mail.received).toHaveLength(1);
  });

  it('to be reached costs one wait, not one per message', async () => {
    const gone = await startMailServer();
    await gone.close();
    const began = performance.now();
    const answers = await send(messages(300), { port: gone.port });
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(answers).toHaveLength(300);
    for (const answer of answers)
      expect(answer).toMatchObject({
        status: 'REJECTED',
        retryable: true,
        outage: true,
        reason: `The mail server could not be reached: 127.0.0.1:${gone.port} could not be reached`,
      });
  });

  it('TLS, or shows a certificate nobody vouches for, gets nothing', async () => {
    expect(await send([message(1)], { security: 'STARTTLS' })).toMatchObject([
      { status: 'REJECTED', outage: true },
    ]);
    const secure = await startMailServer({ secure: true });
    try {
      expect(await send([message(1)], { security: 'TLS', port: secure.port })).toMatchObject([
        { status: 'REJECTED', retryable: true, outage: true },
      ]);
      expect(secure.received).toEqual([]);
    } finally {
      closeMailTransports();
      await secure.close();
    }
    expect(mail.received).toEqual([]);
  });

  it('behind the wall is never connected to', async () => {
    const allowed = getEnv().privateHosts;
    getEnv().privateHosts = [];
    closeMailTransports();
    try {
      expect(await send(messages(2), { host: 'localhost' })).toMatchObject([
        { status: 'REJECTED', retryable: false, reason: expect.stringContaining('private network') },
        { status: 'REJECTED', retryable: false },
      ]);
    } finally {
      getEnv().privateHosts = allowed;
    }
    expect(mail.connections).toBe(0);
  });
});

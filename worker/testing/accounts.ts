import { randomInt, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { startMailServer } from '../../src/features/vendors/testing/mail-server.ts';
import { Browser } from './browser.ts';
import { startWeb } from './shop.ts';
import { startWorker } from './worker-process.ts';

export const PASSWORD = 'correct horse battery';

/**
 * Some address (of those for trying networks out, RFC 2544), so that limits by address do not reach from test to test,
 * nor from one run to the next.
 */
export const newAddress = (): string => `198.18.${randomInt(256)}.${randomInt(256)}`;

/**
 * Test support: web, worker and a real mail server, for tests of accounts. The web believes one proxy, so that a browser
 * can come from any address.
 */
export async function startAccounts(env: Record<string, string> = {}) {
  const mail = await startMailServer();
  const web = await startWeb({ SMTP_URL: `smtp://127.0.0.1:${mail.port}`, TRUSTED_PROXIES: '1', ...env });
  const worker = await startWorker();
  return {
    web,
    mail,
    /** A browser somewhere. */
    browser: (address = newAddress(), userAgent = 'Sample Browser') =>
      new Browser(web.url, { 'x-forwarded-for': address, 'user-agent': userAgent }),

    /** Signs up; the address is not confirmed yet. */
    async register(browser: Browser, name = 'Ann Example'): Promise<{ id: string; email: string }> {
      const email = `person-${randomUUID()}@example.com`;
      const answer = await browser.ask('/api/auth/register', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name, email, password: PASSWORD }),
      });
      return z.object({ id: z.string(), email: z.literal(email) }).parse(await answer.json());
    },

    /** The newest letter to an address whose subject has these words, waited for. */
    async letter(to: string, subject: string): Promise<{ text: string; token: string }> {
      for (let waited = 0; waited < 10_000; waited += 50) {
        const found = mail.received.findLast(
          (letter) => letter.to.includes(to) && letter.headers.subject?.includes(subject),
        );
        if (found) {
          const text = found.body.replace(/=\r\n/g, '').replace(/=3D/g, '=');
          return { text, token: /\?token=([\w.-]+)/.exec(text)?.[1] ?? '' };
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`No letter “${subject}” came`);
    },

    async stop(): Promise<void> {
      await Promise.all([web.stop(), worker.stop()]);
      await mail.close();
    },
  };
}
export type Accounts = Awaited<ReturnType<typeof startAccounts>>;

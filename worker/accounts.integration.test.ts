import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { closeDatabase, collection } from '../src/server/db.ts';
import { closeQueues } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { type Accounts, newAddress, PASSWORD, startAccounts } from './testing/accounts.ts';
import type { Browser } from './testing/browser.ts';

// Passwords and addresses of accounts, as people and attackers ask for them over HTTP; letters by a real mail server.

let accounts: Accounts;
beforeAll(async () => {
  accounts = await startAccounts();
});
beforeEach(() => accounts.mail.reset());
afterAll(async () => {
  await accounts.stop();
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

const isIn = async (browser: Browser) => (await browser.call('account.get')).status === 200;
async function openSocket(browser: Browser): Promise<WebSocket> {
  const { url } = accounts.web;
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/live`, {
    headers: { cookie: browser.cookie, origin: url },
  });
  await once(socket, 'open');
  return socket;
}
const NEW_PASSWORD = 'staple of another kind';

describe('an address', () => {
  it('is confirmed by the link of a letter, once', async () => {
    const browser = accounts.browser();
    const { email } = await accounts.register(browser);
    await browser.signIn(email, PASSWORD);
    expect((await browser.call('account.get')).data).toMatchObject({ email, emailVerified: false });
    const { token, text } = await accounts.letter(email, 'Confirm your address');
    // Whoever follows it in a letter has a page before them; nothing happens until they say so.
    expect(text).toContain('/verify-email?token=');
    expect((await browser.ask(`/verify-email?token=${token}`)).status).toBe(200);
    expect((await browser.call('account.get')).data).toMatchObject({ emailVerified: false });
    const anybody = accounts.browser();
    expect(await anybody.call('account.confirmEmail', { token })).toEqual({ status: 200, data: { email } });
    expect((await browser.call('account.get')).data).toMatchObject({ emailVerified: true });
    expect(await anybody.call('account.confirmEmail', { token })).toMatchObject({
      status: 422,
      data: { detail: expect.stringContaining('has been used or has run out') },
    });
    expect((await browser.call('account.sendVerification')).status).toBe(409);
  });

  it('changes once its new owner confirms it; the old one is told, and links to it open nothing', async () => {
    const browser = accounts.browser();
    const { email } = await accounts.register(browser);
    await browser.signIn(email, PASSWORD);
    const next = `new-${email}`;
    expect((await browser.call('account.changeEmail', { email: next, password: 'wrong' })).status).toBe(400);
    await browser.call('account.requestPasswordReset', { email });
    const reset = await accounts.letter(email, 'Choose a new password');
    expect((await browser.call('account.changeEmail', { email: next, password: PASSWORD })).status).toBe(200);
    expect((await browser.call('account.get')).data).toMatchObject({ email });
    const { token } = await accounts.letter(next, 'Confirm your address');
    expect((await browser.call('account.confirmEmail', { token })).data).toEqual({ email: next });
    expect((await browser.call('account.get')).data).toMatchObject({ email: next, emailVerified: true });
    expect((await accounts.letter(email, 'account was changed')).text).toContain('changed to another one');
    const late = { token: reset.token, password: NEW_PASSWORD };
    expect((await browser.call('account.resetPassword', late)).status).toBe(422);
  });

  it('of somebody else is not given away: its owner is told, whoever typed it is not', async () => {
    const [mine, theirs] = [accounts.browser(), accounts.browser()];
    const [me, them] = [await accounts.register(mine), await accounts.register(theirs)];
    await mine.signIn(me.email, PASSWORD);
    const free = await mine.call('account.changeEmail', { email: `free-${me.email}`, password: PASSWORD });
    const used = await mine.call('account.changeEmail', { email: them.email, password: PASSWORD });
    expect(used).toEqual(free);
    const letter = await accounts.letter(them.email, 'in use already');
    expect(letter.token).toBe('');
  });
});

describe('a forgotten password', () => {
  it('is replaced by the link of a letter, once; every session ends', async () => {
    const browser = accounts.browser();
    const { email } = await accounts.register(browser);
    await browser.signIn(email, PASSWORD);
    const anywhere = accounts.browser();
    await anywhere.call('account.requestPasswordReset', { email: email.toUpperCase() });
    const { token, text } = await accounts.letter(email, 'Choose a new password');
    expect(text).toContain('holds for one hour and works once');
    const reset = (password: string) => anywhere.call('account.resetPassword', { token, password });
    // A password that is refused leaves the link.
    for (const weak of ['Password123', 'short', email])
      expect(await reset(weak)).toMatchObject({ status: 400, data: { code: 'VALIDATION' } });
    expect(await isIn(browser)).toBe(true);
    expect(await reset(NEW_PASSWORD)).toEqual({ status: 200, data: { email } });
    expect((await reset('yet another password')).status).toBe(422);
    expect(await isIn(browser)).toBe(false);
    expect((await browser.signIn(email, PASSWORD)).status).toBe(401);
    expect((await browser.signIn(email, NEW_PASSWORD)).status).toBe(200);
    // Whoever reads the mailbox owns the address.
    expect((await browser.call('account.get')).data).toMatchObject({ emailVerified: true });
    expect((await accounts.letter(email, 'account was changed')).text).toContain('password');
  });

  it('has links that run out, that another purpose does not take, and whose hash alone is stored', async () => {
    const browser = accounts.browser();
    const { email, id } = await accounts.register(browser);
    const verify = await accounts.letter(email, 'Confirm your address');
    await browser.call('account.requestPasswordReset', { email });
    const { token } = await accounts.letter(email, 'Choose a new password');
    const use = (given: string) =>
      browser.call('account.resetPassword', { token: given, password: NEW_PASSWORD });
    const rows = await collection('verificationTokens')
      .find({ identifier: { $regex: id } })
      .toArray();
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain(token.split('.')[1]);
    for (const wrong of [verify.token, token.slice(0, -1), `${token}x`, rows[0]?.token, '', '{"$ne":null}'])
      expect((await use(wrong)).status).toBe(422);
    await collection('verificationTokens').updateMany(
      { identifier: { $regex: id } },
      { $set: { expires: new Date(Date.now() - 1) } },
    );
    expect((await use(token)).status).toBe(422);
    expect((await browser.signIn(email, PASSWORD)).status).toBe(200);
  });

  it('is asked for without learning whether the address has an account, and not without end', async () => {
    const { email } = await accounts.register(accounts.browser());
    const ask = (address: string) =>
      accounts.browser().call('account.requestPasswordReset', { email: address });
    const unknown = `nobody-${email}`;
    expect(await ask(email)).toEqual(await ask(unknown));
    for (let i = 0; i < 5; i += 1) await Promise.all([ask(email), ask(unknown)]);
    const refused = await Promise.all([ask(email), ask(unknown)]);
    expect(refused.map(({ status }) => status)).toEqual([429, 429]);
    expect(await accounts.letter(email, 'Choose a new password')).toBeTruthy();
    expect(accounts.mail.received.filter(({ to }) => to.includes(unknown))).toEqual([]);
  });
});

describe('changing the password', () => {
  it('ends every other session at once: a stolen cookie is refused for calls, pages and sockets', async () => {
    const browser = accounts.browser();
    const { email } = await accounts.register(browser);
    await browser.signIn(email, PASSWORD);
    const thief = accounts.browser();
    await thief.signIn(email, PASSWORD);
    const socket = await openSocket(thief);
    const closed = once(socket, 'close');
    const change = (currentPassword: string, newPassword: string) =>
      browser.call('account.changePassword', { currentPassword, newPassword });
    expect(await change('wrong-password', NEW_PASSWORD)).toMatchObject({
      status: 400,
      data: { errors: [{ path: 'currentPassword' }] },
    });
    expect(await change(PASSWORD, 'iloveyou2024')).toMatchObject({
      status: 400,
      data: { errors: [{ path: 'newPassword' }] },
    });
    expect(await isIn(thief)).toBe(true);
    expect((await change(PASSWORD, NEW_PASSWORD)).data).toEqual({ ended: 1 });
    expect((await closed)[0]).toBe(4401);
    expect(await isIn(thief)).toBe(false);
    expect((await thief.ask('/api/customers')).status).toBe(401);
    expect((await thief.ask('/settings/account')).headers.get('location')).toContain('/sign-in?');
    await expect(openSocket(thief)).rejects.toThrow('401');
    expect(await isIn(browser)).toBe(true);
    expect((await thief.signIn(email, PASSWORD)).status).toBe(401);
  });
});

describe('signing up', () => {
  it('refuses the most common passwords and one’s own name, with words at the field', async () => {
    for (const password of ['Password123', 'ann example!', 'qwertyuiop'])
      expect(
        await (
          await accounts.browser().ask('/api/auth/register', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ name: 'Ann Example', email: 'ann@example.com', password }),
          })
        ).json(),
      ).toMatchObject({ status: 400, code: 'VALIDATION', errors: [{ path: 'password' }] });
  });

  it('takes no more than a name, an address and a password: nobody makes themselves more', async () => {
    const answer = await accounts.browser().ask('/api/auth/register', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        name: 'Ann',
        email: 'mass-assigned@example.com',
        password: PASSWORD,
        emailVerified: '2026-01-01',
        workspaceId: '0123456789abcdef01234567',
      }),
    });
    expect(answer.status).toBe(400);
  });
});

describe('guessing passwords', () => {
  it('is stopped for the account, with the time to wait; not for an address it is signed in at', async () => {
    const home = newAddress();
    const owner = accounts.browser(home);
    const { email } = await accounts.register(owner);
    await owner.signIn(email, PASSWORD);
    for (let i = 0; i < 20; i += 1)
      expect((await accounts.browser().signIn(email, `guess number ${i}`)).status).toBe(401);
    const locked = await accounts.browser().signIn(email, PASSWORD);
    expect(locked.status).toBe(429);
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await locked.json()).toMatchObject({ url: expect.stringContaining('error=TooMany') });
    // At home the stranger's guesses do not count.
    expect((await accounts.browser(home).signIn(email, PASSWORD)).status).toBe(200);
    // And a new password by mail begins the count anew, wherever the owner is.
    await owner.call('account.requestPasswordReset', { email });
    const { token } = await accounts.letter(email, 'Choose a new password');
    await owner.call('account.resetPassword', { token, password: NEW_PASSWORD });
    expect((await accounts.browser().signIn(email, NEW_PASSWORD)).status).toBe(200);
  });

  it('is stopped for an address that tries many accounts, and for as many that do not exist', async () => {
    const address = newAddress();
    const { email } = await accounts.register(accounts.browser());
    const statuses = new Set<number>();
    for (let i = 0; i < 10; i += 1)
      for (const answer of await Promise.all(
        Array.from({ length: 10 }, (_, j) =>
          accounts.browser(address).signIn(`n${i}-${j}-${email}`, 'a guess at it'),
        ),
      ))
        statuses.add(answer.status);
    expect([...statuses]).toEqual([401]);
    expect((await accounts.browser(address).signIn(email, PASSWORD)).status).toBe(429);
    expect((await accounts.browser().signIn(email, PASSWORD)).status).toBe(200);
  });

  it('says the same of an unknown address as of a wrong password', async () => {
    const { email } = await accounts.register(accounts.browser());
    const answers = await Promise.all(
      [email, `nobody-${email}`].map(async (address) => {
        const response = await accounts.browser().signIn(address, 'a guess at it');
        return [response.status, await response.text()];
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
  });
});

describe('signing in', () => {
  it('needs NextAuth’s token, and no page of another site may ask for it', async () => {
    const { email } = await accounts.register(accounts.browser());
    const forged = accounts.browser();
    await forged.ask('/api/auth/csrf');
    const post = (csrfToken: string, headers: Record<string, string> = {}) =>
      forged.ask('/api/auth/callback/credentials', {
        method: 'POST',
        headers,
        body: new URLSearchParams({ csrfToken, email, password: PASSWORD, json: 'true' }),
      });
    for (const token of ['', 'guessed']) await post(token);
    expect(await isIn(forged)).toBe(false);
    expect((await post('', { origin: 'https://evil.example' })).status).toBe(403);
    expect(await isIn(forged)).toBe(false);
  });

  it.each([
    '//evil.example',
    'https://evil.example/',
    '/\\evil.example',
    'javascript:alert(1)',
    '/.//evil.example',
  ])('leads nowhere but to pages of ours: %s', async (callbackUrl) => {
    const browser = accounts.browser();
    const { email } = await accounts.register(browser);
    const answer = await browser.postForm('/api/auth/callback/credentials', {
      email,
      password: PASSWORD,
      callbackUrl,
    });
    const { url } = (await answer.json()) as { url: string };
    expect(new URL(url).origin).toBe(new URL(accounts.web.url.replace('127.0.0.1', 'localhost')).origin);
    expect(new URL(url).pathname).toBe('/dashboard');
  });
});

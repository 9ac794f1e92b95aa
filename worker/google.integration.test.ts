import { randomUUID } from 'node:crypto';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type OidcPerson, startOidcServer } from '../src/features/auth/testing/oidc-server.ts';
import { closeDatabase, collection } from '../src/server/db.ts';
import { closeQueues } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { type Accounts, PASSWORD, startAccounts } from './testing/accounts.ts';
import type { Browser } from './testing/browser.ts';
import { freePort } from './testing/worker-process.ts';

// Google sign-in through NextAuth's real flow, with a real OpenID provider in Google's place.

let accounts: Accounts;
let google: Awaited<ReturnType<typeof startOidcServer>>;
beforeAll(async () => {
  const [id, secret, port] = ['our-client', 'our-secret-at-google', await freePort()] as const;
  accounts = await startAccounts({
    AUTH_GOOGLE_ID: id,
    AUTH_GOOGLE_SECRET: secret,
    AUTH_GOOGLE_ISSUER: `http://127.0.0.1:${port}`,
  });
  const redirectUri = `${process.env.NEXT_PUBLIC_APP_URL}/api/auth/callback/google`;
  google = await startOidcServer({ id, secret, port, redirectUri });
});
beforeEach(() => accounts.mail.reset());
afterAll(async () => {
  await Promise.all([accounts.stop(), google.close()]);
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

const somebody = (more: Partial<OidcPerson> = {}): OidcPerson => ({
  sub: randomUUID(),
  email: `person-${randomUUID()}@example.com`,
  email_verified: true,
  name: 'Ann Example',
  ...more,
});

/** The address at Google that “Continue with Google” leads to. */
async function atGoogle(browser: Browser, callbackUrl = '/dashboard'): Promise<URL> {
  const answer = await browser.postForm('/api/auth/signin/google', { callbackUrl });
  return new URL(z.object({ url: z.string() }).parse(await answer.json()).url);
}

/** Continues with Google as `person`. @returns the path one arrives at in the end */
async function continueWithGoogle(
  browser: Browser,
  person: OidcPerson,
  callbackUrl?: string,
): Promise<string> {
  google.person = person;
  // Whoever was signed in at Google in this browser before is not any more.
  for (const name of browser.cookies.keys()) if (name.startsWith('_')) browser.cookies.delete(name);
  const began = await browser.ask((await atGoogle(browser, callbackUrl)).href);
  const { page, way } = await browser.follow(began);
  expect(page.status, way.join(' → ')).toBe(200);
  const { pathname, search } = new URL(way.at(-1) ?? '');
  return pathname + search;
}

const accountOf = async (browser: Browser) => (await browser.call('account.get')).data;
async function registered(browser: Browser, { confirmed }: { confirmed: boolean }): Promise<string> {
  const { email } = await accounts.register(browser);
  if (confirmed) {
    const { token } = await accounts.letter(email, 'Confirm your address');
    await browser.call('account.confirmEmail', { token });
  }
  return email;
}

describe('Google', () => {
  it('makes an account with a workspace the first time, and knows it by Google’s id from then on', async () => {
    const browser = accounts.browser();
    const person = somebody();
    expect(await continueWithGoogle(browser, person, '/campaigns?status=DRAFT')).toBe(
      '/campaigns?status=DRAFT',
    );
    expect(await accountOf(browser)).toMatchObject({
      email: person.email,
      name: 'Ann Example',
      emailVerified: true,
      hasPassword: false,
      google: { offered: true, linkedAt: expect.any(String) },
    });
    expect((await browser.call('workspaces.current')).data).toMatchObject({ role: 'OWNER' });
    const again = accounts.browser();
    await continueWithGoogle(again, { ...person, email: `moved-${person.email}`, email_verified: false });
    expect(await accountOf(again)).toMatchObject({ email: person.email });
    expect(await collection('users').countDocuments({ email: person.email })).toBe(1);
  });

  it('is asked with state, nonce and PKCE, and an answer without them signs nobody in', async () => {
    const browser = accounts.browser();
    const address = await atGoogle(browser);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.any(String),
      nonce: expect.any(String),
    });
    google.person = somebody();
    let step = await browser.ask(address.href);
    while (!step.headers.get('location')?.includes('/api/auth/callback/google'))
      step = await browser.ask(new URL(step.headers.get('location') ?? '', step.url).href);
    const back = new URL(step.headers.get('location') ?? '');
    // Another browser has none of the secrets, though it has the whole answer: login CSRF.
    const victim = accounts.browser();
    expect((await victim.follow(await victim.ask(back.href))).way.at(-1)).toContain('error=OAuthCallback');
    expect((await victim.call('account.get')).status).toBe(401);
    back.searchParams.set('state', 'guessed');
    await browser.follow(await browser.ask(back.href));
    expect((await browser.call('account.get')).status).toBe(401);
  });

  it('signs nobody in by an address that it does not vouch for', async () => {
    const browser = accounts.browser();
    const email = await registered(browser, { confirmed: true });
    for (const person of [somebody({ email_verified: false }), somebody({ email, email_verified: false })])
      expect(await continueWithGoogle(accounts.browser(), person)).toBe('/sign-in?error=GoogleUnverified');
    expect(await collection('users').countDocuments({ email })).toBe(1);
  });

  it('opens an account of the same address only when its owner has confirmed it here', async () => {
    const squatter = accounts.browser();
    const email = await registered(squatter, { confirmed: false });
    const person = somebody({ email });
    const owner = accounts.browser();
    expect(await continueWithGoogle(owner, person)).toBe('/sign-in?error=GoogleVerifyFirst');
    expect((await owner.call('account.get')).status).toBe(401);
    const { token } = await accounts.letter(email, 'Confirm your address');
    await owner.call('account.confirmEmail', { token });
    expect(await continueWithGoogle(owner, person)).toBe('/dashboard');
    expect(await accountOf(owner)).toMatchObject({ email, hasPassword: true });
    expect((await accounts.letter(email, 'account was changed')).text).toContain(
      'Google account was connected',
    );
  });
});

describe('connecting Google on the account page', () => {
  async function signedIn({ confirmed }: { confirmed: boolean }) {
    const browser = accounts.browser();
    const email = await registered(browser, { confirmed });
    await browser.signIn(email, PASSWORD);
    return { browser, email };
  }

  it('waits until the address is confirmed, and then takes a Google account of any address', async () => {
    const { browser, email } = await signedIn({ confirmed: false });
    expect(await browser.call('account.prepareGoogleLink')).toMatchObject({
      status: 403,
      data: { detail: expect.stringContaining('Confirm your email address first') },
    });
    const { token } = await accounts.letter(email, 'Confirm your address');
    await browser.call('account.confirmEmail', { token });
    expect((await browser.call('account.prepareGoogleLink')).status).toBe(200);
    const person = somebody();
    expect(await continueWithGoogle(browser, person)).toBe('/settings/account?google=connected');
    expect(await accountOf(browser)).toMatchObject({ email, google: { linkedAt: expect.any(String) } });
    const elsewhere = accounts.browser();
    expect(await continueWithGoogle(elsewhere, person)).toBe('/dashboard');
    expect(await accountOf(elsewhere)).toMatchObject({ email });
    // Disconnected, it is a stranger's again.
    expect((await browser.call('account.unlinkGoogle')).status).toBe(200);
    await continueWithGoogle(elsewhere, person);
    expect(await accountOf(elsewhere)).toMatchObject({ email: person.email });
  });

  it('needs to be asked for: coming back from Google while signed in means signing in', async () => {
    const { browser, email } = await signedIn({ confirmed: true });
    const attacker = somebody();
    await continueWithGoogle(browser, attacker);
    const theirs = accounts.browser();
    await continueWithGoogle(theirs, attacker);
    expect(await accountOf(theirs)).toMatchObject({ email: attacker.email });
    await browser.signIn(email, PASSWORD);
    expect(await accountOf(browser)).toMatchObject({ google: { linkedAt: null } });
  });

  it('refuses a Google account of another person, and to take the last way in away', async () => {
    const theirs = accounts.browser();
    const person = somebody();
    await continueWithGoogle(theirs, person);
    expect(await theirs.call('account.unlinkGoogle')).toMatchObject({
      status: 409,
      data: { detail: expect.stringContaining('Set a password first') },
    });
    const { browser } = await signedIn({ confirmed: true });
    await browser.call('account.prepareGoogleLink');
    expect(await continueWithGoogle(browser, person)).toBe('/settings/account?google=GoogleTaken');
    await browser.call('account.prepareGoogleLink');
    expect(await continueWithGoogle(browser, somebody({ email_verified: false }))).toBe(
      '/settings/account?google=GoogleUnverified',
    );
  });
});

describe('a second factor', () => {
  const codesSchema = z.object({ codes: z.array(z.string()) });
  /** The code of an app that many steps of 30 s from now. */
  const codeOf = (secret: string, steps = 0) =>
    new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 });
  async function withTwoFactor() {
    const browser = accounts.browser();
    const email = await registered(browser, { confirmed: true });
    await browser.signIn(email, PASSWORD);
    // The code before is used to begin, this one by the test: not when it is about to change.
    const left = 30_000 - (Date.now() % 30_000);
    if (left < 4_000) await new Promise((resolve) => setTimeout(resolve, left));
    const { data } = await browser.call('account.startTwoFactor');
    const { secret, uri } = z.object({ secret: z.string(), uri: z.string() }).parse(data);
    expect(uri).toContain(`otpauth://totp/NexusFlow:${encodeURIComponent(email)}?`);
    expect((await browser.call('account.confirmTwoFactor', { code: '000000' })).status).toBe(400);
    const confirmed = await browser.call('account.confirmTwoFactor', { code: codeOf(secret, -1) });
    return { browser, email, secret, codes: codesSchema.parse(confirmed.data).codes };
  }
  const giveCode = async (browser: Browser, code: string) =>
    (await browser.postForm('/api/auth/callback/second-factor', { code })).status;
  const isIn = async (browser: Browser) => (await browser.call('account.get')).status === 200;

  it('does not count before a code of it was seen; then nothing opens without one', async () => {
    const browser = accounts.browser();
    const email = await registered(browser, { confirmed: true });
    await browser.signIn(email, PASSWORD);
    await browser.call('account.startTwoFactor');
    await browser.signIn(email, PASSWORD);
    expect(await isIn(browser)).toBe(true);

    const { email: theirs, secret } = await withTwoFactor();
    const next = accounts.browser();
    expect((await next.signIn(theirs, PASSWORD)).status).toBe(200);
    expect(await isIn(next)).toBe(false);
    expect((await next.ask('/api/customers')).status).toBe(401);
    const page = await next.ask('/campaigns');
    expect(page.headers.get('location')).toBe('/sign-in/code?callbackUrl=%2Fcampaigns');
    expect(await giveCode(next, '123456')).toBe(401);
    expect(await isIn(next)).toBe(false);
    expect(await giveCode(next, codeOf(secret))).toBe(200);
    expect(await isIn(next)).toBe(true);
  });

  it('waits until the address is confirmed: nobody locks its owner out of an account made in their name', async () => {
    const squatter = accounts.browser();
    const email = await registered(squatter, { confirmed: false });
    await squatter.signIn(email, PASSWORD);
    expect(await squatter.call('account.startTwoFactor')).toMatchObject({
      status: 403,
      data: { detail: expect.stringContaining('Confirm your email address first') },
    });
  });

  it('takes each code once, of the app and of the recovery codes', async () => {
    const { email, secret, codes } = await withTwoFactor();
    const code = codeOf(secret);
    const [one, two, three] = [accounts.browser(), accounts.browser(), accounts.browser()];
    for (const browser of [one, two, three]) await browser.signIn(email, PASSWORD);
    // Two at the same moment: one gets in.
    expect((await Promise.all([giveCode(one, code), giveCode(two, code)])).toSorted()).toEqual([200, 401]);
    expect(await giveCode(three, code)).toBe(401);
    const recovery = codes[0] ?? '';
    expect(await giveCode(three, recovery.toUpperCase().replaceAll('-', ' '))).toBe(200);
    const four = accounts.browser();
    await four.signIn(email, PASSWORD);
    expect(await giveCode(four, recovery)).toBe(401);
    expect((await three.call('account.get')).data).toMatchObject({ twoFactor: { recoveryCodesLeft: 9 } });
  });

  it('is kept so that nobody reads it in the database', async () => {
    const { email, secret, codes } = await withTwoFactor();
    const row = JSON.stringify(await collection('users').findOne({ email }));
    for (const text of [secret, ...codes]) expect(row).not.toContain(text);
  });

  it('ends the other sessions when it begins, and goes with the password or a code alone', async () => {
    const { browser, email, secret, codes } = await withTwoFactor();
    expect((await browser.call('account.startTwoFactor')).status).toBe(409);
    expect((await browser.call('account.disableTwoFactor', {})).status).toBe(400);
    expect((await browser.call('account.disableTwoFactor', { password: 'wrong' })).status).toBe(400);
    const renewed = await browser.call('account.renewRecoveryCodes', { code: codes[1] });
    expect(codesSchema.parse(renewed.data).codes).toHaveLength(10);
    expect((await browser.call('account.disableTwoFactor', { code: codes[2] })).status).toBe(400);
    expect((await browser.call('account.disableTwoFactor', { code: codeOf(secret) })).status).toBe(200);
    const next = accounts.browser();
    await next.signIn(email, PASSWORD);
    expect(await isIn(next)).toBe(true);
  });

  it('is asked for after Google as well', async () => {
    const { email, secret } = await withTwoFactor();
    const person = somebody({ email });
    const browser = accounts.browser();
    expect(await continueWithGoogle(browser, person)).toBe('/sign-in/code?callbackUrl=%2Fdashboard');
    expect(await isIn(browser)).toBe(false);
    expect(await giveCode(browser, codeOf(secret))).toBe(200);
    expect(await isIn(browser)).toBe(true);
  });

  it('is not guessed: after ten wrong codes one waits, whatever address they came from', async () => {
    const { email, codes } = await withTwoFactor();
    for (let i = 0; i < 10; i += 1) {
      const guesser = accounts.browser();
      await guesser.signIn(email, PASSWORD);
      expect(await giveCode(guesser, String(100_000 + i))).toBe(401);
    }
    const late = accounts.browser();
    await late.signIn(email, PASSWORD);
    expect(await giveCode(late, codes[0] ?? '')).toBe(429);
  });

  it('is asked for within ten minutes of the first', async () => {
    const nobody = accounts.browser();
    const answer = await nobody.postForm('/api/auth/callback/second-factor', { code: '123456' });
    expect(await answer.json()).toMatchObject({ url: expect.stringContaining('error=CodeTooLate') });
  });
});

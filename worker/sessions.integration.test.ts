import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { createUser } from '../src/features/auth/auth.service.ts';
import { endSessions, setSessionWorkspace } from '../src/features/auth/sessions.service.ts';
import { addMember, createWorkspace } from '../src/features/workspaces/workspaces.service.ts';
import { closeDatabase, collection, toObjectId } from '../src/server/db.ts';
import { closeQueues } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { Browser } from './testing/browser.ts';
import { draftCampaign, startWeb } from './testing/shop.ts';

// Sessions as a browser has them, over HTTP, WebSocket and event streams.

const PASSWORD = 'correct horse battery';
let web: Awaited<ReturnType<typeof startWeb>>;

beforeAll(async () => {
  web = await startWeb();
});
afterAll(async () => {
  await web.stop();
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

interface Person {
  id: string;
  email: string;
  workspaceId: string;
}
async function newPerson(): Promise<Person> {
  const email = `person-${randomUUID()}@example.com`;
  const [user, workspace] = await Promise.all([
    createUser({ name: 'Sample', email, password: PASSWORD }),
    createWorkspace({ name: 'Sample', slug: `sample-${randomUUID()}` }),
  ]);
  await addMember(workspace.id, user.id, 'OWNER');
  return { id: user.id, email, workspaceId: workspace.id };
}

async function signedIn(person: Person, headers: Record<string, string> = {}): Promise<Browser> {
  const browser = new Browser(web.url, headers);
  expect((await browser.signIn(person.email, PASSWORD)).status).toBe(200);
  return browser;
}

const sessionsSchema = z.array(
  z.object({ id: z.string(), isThis: z.boolean(), userAgent: z.string().nullable(), address: z.string() }),
);
async function sessionsOf(browser: Browser) {
  const { status, data } = await browser.call('account.sessions');
  expect(status).toBe(200);
  return sessionsSchema.parse(data);
}

/** Opens a WebSocket as a page of ours does. */
async function openSocket(browser: Browser): Promise<WebSocket> {
  const socket = new WebSocket(`${web.url.replace('http', 'ws')}/api/live`, {
    headers: { cookie: browser.cookie, origin: web.url },
  });
  await once(socket, 'open');
  return socket;
}
const whoami = async (browser: Browser) => (await browser.call('workspaces.current')).status;

describe('a session', () => {
  it('is listed with where it began, and ends for one device alone', async () => {
    const person = await newPerson();
    const [laptop, phone] = [
      await signedIn(person, { 'user-agent': 'Laptop' }),
      await signedIn(person, { 'user-agent': 'Phone' }),
    ];
    const sessions = await sessionsOf(laptop);
    expect(sessions).toHaveLength(2);
    expect(sessions.find(({ isThis }) => isThis)).toMatchObject({
      userAgent: 'Laptop',
      address: '127.0.0.1',
    });
    const other = sessions.find(({ isThis }) => !isThis);
    expect(other).toMatchObject({ userAgent: 'Phone' });
    expect((await laptop.call('account.endSession', { id: other?.id })).status).toBe(200);
    expect(await whoami(phone)).toBe(401);
    expect(await whoami(laptop)).toBe(200);
    expect(await sessionsOf(laptop)).toHaveLength(1);
  });

  it('of another person is not found, and stays', async () => {
    const [mine, theirs] = [await signedIn(await newPerson()), await signedIn(await newPerson())];
    const [session] = await sessionsOf(theirs);
    expect((await mine.call('account.endSession', { id: session?.id })).status).toBe(404);
    expect((await mine.call('account.endOtherSessions')).data).toEqual({ ended: 0 });
    expect(await whoami(theirs)).toBe(200);
  });

  it('ends with signing out: a copy of its cookie is worth nothing, for pages, calls and sockets', async () => {
    const person = await newPerson();
    const browser = await signedIn(person);
    const thief = new Browser(web.url);
    for (const [name, value] of browser.cookies) thief.cookies.set(name, value);
    expect(await whoami(thief)).toBe(200);
    expect((await browser.signOut()).status).toBe(200);
    expect(browser.cookie).not.toContain('session-token');
    expect(await whoami(thief)).toBe(401);
    expect((await thief.ask('/api/customers')).status).toBe(401);
    const page = await thief.ask('/dashboard');
    expect([page.status, page.headers.get('location')]).toEqual([307, '/sign-in?callbackUrl=%2Fdashboard']);
    await expect(openSocket(thief)).rejects.toThrow('401');
    // NextAuth's own endpoint gives it no fresh cookie either.
    expect(await (await thief.ask('/api/auth/session')).json()).toEqual({});
    expect(thief.cookie).not.toContain('session-token');
  });

  it('that has run out is nobody’s', async () => {
    const person = await newPerson();
    const browser = await signedIn(person);
    await collection('sessions').updateMany(
      { userId: toObjectId(person.id) },
      { $set: { expiresAt: new Date(Date.now() - 1) } },
    );
    expect(await whoami(browser)).toBe(401);
  });

  it('closes its open socket and event stream within a second of its end; another one’s stay', async () => {
    const person = await newPerson();
    const [here, there] = [await signedIn(person), await signedIn(person)];
    const [kept, closed] = [await openSocket(here), await openSocket(there)];
    const campaign = await draftCampaign({
      workspaceId: person.workspaceId,
      userId: person.id,
      actor: `user:${person.id}`,
      sessionId: null,
      role: 'OWNER',
      scopes: null,
    });
    const stream = await there.ask(`/api/realtime/campaign/${campaign.id}`);
    expect(stream.status).toBe(200);
    const streamEnded = stream.text();
    const socketEnded = once(closed, 'close');
    const began = Date.now();
    expect((await here.call('account.endOtherSessions')).data).toEqual({ ended: 1 });
    expect((await socketEnded)[0]).toBe(4401);
    expect(await streamEnded).toContain('event: progress');
    expect(Date.now() - began).toBeLessThan(1_000);
    expect(kept.readyState).toBe(WebSocket.OPEN);
    kept.close();
  });

  it('is in one workspace, moves to another of the person’s, and speaks for nobody in a foreign one', async () => {
    const [person, stranger] = [await newPerson(), await newPerson()];
    const browser = await signedIn(person);
    const [session] = await sessionsOf(browser);
    const other = await createWorkspace({ name: 'Second', slug: `second-${randomUUID()}` });
    await addMember(other.id, person.id, 'VIEWER');
    const where = { userId: person.id, sessionId: session?.id ?? '' };
    await setSessionWorkspace(where, other.id);
    expect((await browser.call('workspaces.current')).data).toMatchObject({ name: 'Second', role: 'VIEWER' });
    await setSessionWorkspace(where, stranger.workspaceId);
    expect(await whoami(browser)).toBe(401);
    expect(await sessionsOf(browser)).toHaveLength(1);
    // Opening a page goes on in a workspace of their own.
    expect((await browser.ask('/dashboard')).status).toBe(200);
    expect((await browser.call('workspaces.current')).data).toMatchObject({ id: person.workspaceId });
  });

  it('made by signing in at one address says when it was last seen, at most once a minute', async () => {
    const person = await newPerson();
    const browser = await signedIn(person);
    const seen = async () =>
      (await collection('sessions').findOne({ userId: toObjectId(person.id) }))?.lastSeenAt.getTime();
    const before = await seen();
    await whoami(browser);
    expect(await seen()).toBe(before);
    await collection('sessions').updateMany(
      { userId: toObjectId(person.id) },
      { $set: { lastSeenAt: new Date(Date.now() - 61_000) } },
    );
    await whoami(browser);
    expect(await seen()).toBeGreaterThanOrEqual(before ?? 0);
  });

  it('ends with all others when everything is ended', async () => {
    const person = await newPerson();
    const browsers = [await signedIn(person), await signedIn(person)];
    expect(await endSessions(person.id, null)).toBe(2);
    for (const browser of browsers) expect(await whoami(browser)).toBe(401);
  });
});

import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBatchToSend, insertQueued } from '../src/features/campaigns/messages.repository.ts';
import { readUnsubscribeLink } from '../src/features/campaigns/messages.service.ts';
import { oneClickUnsubscribeUrl } from '../src/features/campaigns/recipients.ts';
import { closeDatabase } from '../src/server/db.ts';
import type { Caller } from '../src/server/permissions.ts';
import { createTestWorkspace, dropTestWorkspace } from '../src/server/testing/workspace.ts';
import { startWeb } from './testing/shop.ts';

// The address in List-Unsubscribe, asked as mail programs ask it (RFC 8058).

let web: Awaited<ReturnType<typeof startWeb>>;
let caller: Caller;
beforeAll(async () => {
  web = await startWeb();
  caller = await createTestWorkspace();
});
afterAll(async () => {
  await Promise.all([web.stop(), dropTestWorkspace(caller)]);
  await closeDatabase();
});

/** The one-click address in a message to `to`, as this web process serves it, and whether its reader is out by now. */
async function linkTo(to: string) {
  const [workspaceId, campaignId] = [new ObjectId(caller.workspaceId), new ObjectId()];
  await insertQueued(workspaceId, campaignId, 0, [{ customerId: new ObjectId(), to }]);
  const [row] = await findBatchToSend(workspaceId, campaignId, 0);
  const path = new URL(oneClickUnsubscribeUrl(row?._id.toHexString() ?? '')).pathname;
  const token = path.split('/')[2] ?? '';
  return {
    url: web.url + path,
    page: `/unsubscribe/${token}`,
    isOut: async () => (await readUnsubscribeLink(token)).unsubscribed,
  };
}

const form = 'application/x-www-form-urlencoded';
const multipart = () => {
  const body = new FormData();
  body.set('List-Unsubscribe', 'One-Click');
  return { body };
};

it.each([
  ['a form', () => ({ body: 'List-Unsubscribe=One-Click', headers: { 'content-type': form } })],
  ['a multipart form', multipart],
])('one click as %s unsubscribes, without a redirect, and may come twice', async (name, body) => {
  const { url, isOut } = await linkTo(`${name.replaceAll(' ', '-')}@example.com`);
  for (const _ of [1, 2]) {
    const response = await fetch(url, { method: 'POST', redirect: 'manual', ...body() });
    expect(response.status).toBe(200);
    expect(await isOut()).toBe(true);
  }
});

it('opening the address changes nothing and leads to the page that asks', async () => {
  const { url, page, isOut } = await linkTo('opener@example.com');
  const response = await fetch(url, { redirect: 'manual' });
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe(page);
  expect(await isOut()).toBe(false);
});

it('the page’s own form is led back to the page', async () => {
  const { url, page, isOut } = await linkTo('form@example.com');
  const response = await fetch(url, { method: 'POST', redirect: 'manual' });
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe(page);
  expect(await isOut()).toBe(true);
});

it('an address that is not ours unsubscribes nobody', async () => {
  const { url, isOut } = await linkTo('safe@example.com');
  const response = await fetch(url.replace('/confirm', 'x/confirm'), {
    method: 'POST',
    body: 'List-Unsubscribe=One-Click',
  });
  expect(response.status).toBe(404);
  expect(await isOut()).toBe(false);
});

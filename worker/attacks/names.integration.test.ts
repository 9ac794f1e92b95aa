import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createVendor } from '../../src/features/vendors/vendor-changes.service.ts';
import { createVendorInput } from '../../src/features/vendors/vendors.schema.ts';
import { sendThroughVendor } from '../../src/features/vendors/vendors.service.ts';
import { createEndpoint } from '../../src/features/webhooks/webhooks.service.ts';
import { closeDatabase } from '../../src/server/db.ts';
import type { Caller } from '../../src/server/permissions.ts';
import { closeRedis } from '../../src/server/redis.ts';
import { startNameServer } from '../../src/server/testing/name-server.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../src/server/testing/workspace.ts';

// Names that an attacker owns: their own name server may say that they are an address in here, or say so later.

const PUBLIC = '93.184.216.34';
let names: Awaited<ReturnType<typeof startNameServer>>;
let caller: Caller;
let rebound = PUBLIC;
/** Something in here that must never be asked. */
const inside = createServer((request, response) => {
  visits.push(request.url ?? '');
  response.end('{}');
});
const visits: string[] = [];
let port = 0;

beforeAll(async () => {
  names = await startNameServer({
    'inside.attacker.example': () => ['127.0.0.1'],
    'metadata.attacker.example': () => ['169.254.169.254'],
    'lan.attacker.example': () => ['10.0.0.8'],
    'both.attacker.example': () => [PUBLIC, '192.168.1.1'],
    'rebound.attacker.example': () => [rebound],
    'honest.example': () => [PUBLIC],
  });
  caller = await createTestWorkspace();
  inside.listen(0, '127.0.0.1');
  await once(inside, 'listening');
  const address = inside.address();
  port = typeof address === 'object' ? (address?.port ?? 0) : 0;
});
afterAll(async () => {
  names.stop();
  inside.close();
  await dropTestWorkspace(caller);
  await Promise.all([closeRedis(), closeDatabase()]);
});

const vendorAt = (host: string) =>
  createVendor(
    caller,
    createVendorInput.parse({ kind: 'HTTP', name: host, settings: { url: `http://${host}:${port}/send` } }),
  );
const mailAt = (host: string) =>
  createVendor(
    caller,
    createVendorInput.parse({
      kind: 'SMTP',
      name: host,
      settings: { host, port: 25, security: 'NONE', fromAddress: 'shop@example.com' },
    }),
  );
const webhookAt = (host: string) =>
  createEndpoint(caller, { url: `https://${host}:${port}/`, events: ['campaign.completed'] });

it.each([
  'inside.attacker.example',
  'metadata.attacker.example',
  'lan.attacker.example',
  'both.attacker.example',
])('%s, which its name server says is in here, is no vendor, mail server or webhook', async (host) => {
  for (const make of [vendorAt, mailAt, webhookAt])
    await expect(make(host)).rejects.toMatchObject({
      code: 'VALIDATION',
      message: expect.stringContaining('is on a private network'),
    });
  expect(names.asked).toContain(host);
});

it('a name that is outside may be used', async () => {
  await expect(vendorAt('honest.example')).resolves.toMatchObject({ kind: 'HTTP' });
  await expect(webhookAt('honest.example')).resolves.toMatchObject({ disabledAt: null });
});

it('a name that was outside when it was saved, and is in here when it is sent to, is refused then', async () => {
  rebound = PUBLIC;
  const vendor = await vendorAt('rebound.attacker.example');
  rebound = '127.0.0.1';
  const [answer] = await sendThroughVendor(caller.workspaceId, vendor.id, [
    { messageId: 'm', to: 'a@example.com', body: 'Hello', callbackUrl: 'https://shop.example.com/receipts' },
  ]);
  expect(answer).toMatchObject({ status: 'REJECTED', reason: expect.stringContaining('private network') });
  expect(visits).toEqual([]);
});

it('the server in here would have answered', async () => {
  expect((await fetch(`http://127.0.0.1:${port}/proof`)).status).toBe(200);
  expect(visits).toEqual(['/proof']);
});

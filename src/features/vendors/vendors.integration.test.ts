import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getEnv } from '../../env.ts';
import { closeDatabase, collection } from '../../server/db.ts';
import type { Caller, Role } from '../../server/permissions.ts';
import { closeRedis, redis } from '../../server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../server/testing/workspace.ts';
import { createAudience } from '../audiences/audiences.service.ts';
import { createCampaign, deleteCampaign } from '../campaigns/campaigns.service.ts';
import { closeMailTransports } from './adapters/mail-transports.ts';
import { startHttpVendor } from './testing/http-server.ts';
import { startMailServer } from './testing/mail-server.ts';
import {
  createVendor,
  deleteVendor,
  getVendorUsage,
  patchVendor,
  updateVendor,
} from './vendor-changes.service.ts';
import { takeVendorRoom } from './vendor-room.ts';
import { testVendor } from './vendor-test.service.ts';
import {
  createVendorInput,
  updateVendorInput,
  vendorSchema,
  vendorWithHealthSchema,
} from './vendors.schema.ts';
import {
  getVendor,
  listVendors,
  resolveVendor,
  sendThroughVendor,
  updateSimulator,
  vendorSendsReceipts,
} from './vendors.service.ts';

let caller: Caller;
let http: Awaited<ReturnType<typeof startHttpVendor>>;
let mail: Awaited<ReturnType<typeof startMailServer>>;
beforeAll(async () => {
  [caller, http, mail] = await Promise.all([createTestWorkspace(), startHttpVendor(), startMailServer()]);
});
beforeEach(() => {
  http.reset();
  mail.reset();
});
afterAll(async () => {
  closeMailTransports();
  await Promise.all([http.close(), mail.close(), dropTestWorkspace(caller)]);
  await Promise.all([closeRedis(), closeDatabase()]);
});

const SIGNING = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;
const as = (role: Role): Caller => ({ ...caller, role });
const httpInput = (more: object = {}) =>
  createVendorInput.parse({
    kind: 'HTTP',
    name: 'Texts Ltd',
    settings: { url: http.url },
    secrets: { signingSecret: SIGNING, headers: { Authorization: 'Bearer hidden-token' } },
    ...more,
  });
const smtpInput = (more: object = {}, settings: object = {}) =>
  createVendorInput.parse({
    kind: 'SMTP',
    name: 'Mail',
    settings: {
      host: '127.0.0.1',
      port: mail.port,
      security: 'NONE',
      user: 'shop',
      fromAddress: 'shop@sender.example',
      ...settings,
    },
    secrets: { password: 'secret' },
    ...more,
  });
const change = (id: string, input: object) => updateVendor(caller, updateVendorInput.parse({ ...input, id }));
const stored = (id: string) => collection('vendors').findOne({ _id: new ObjectId(id) });
const message = {
  messageId: new ObjectId().toHexString(),
  to: 'ann@example.com',
  body: 'Hello',
  callbackUrl: 'https://crm.example/receipts',
};
const send = (id: string) => sendThroughVendor(caller.workspaceId, id, [message]);

describe('a vendor’s secrets', () => {
  it('are encrypted in the database, never come back, and reach the vendor', async () => {
    const vendor = await createVendor(caller, httpInput());
    expect(vendor).toMatchObject({ hasSigningSecret: true, secretHeaders: ['authorization'] });
    const row = JSON.stringify(await stored(vendor.id));
    const outside = JSON.stringify([
      vendor,
      await getVendor(caller, vendor.id),
      await listVendors(caller),
      await resolveVendor(caller.workspaceId, vendor.id),
    ]);
    for (const secret of ['hidden-token', SIGNING, SIGNING.slice(6)]) {
      expect(row).not.toContain(secret);
      expect(outside).not.toContain(secret);
    }
    expect(outside).not.toContain('"secrets"');
    expect((await stored(vendor.id))?.secrets).toMatch(/^v1\./);
    // Nothing but what the schema names.
    expect(vendorSchema.parse(vendor)).toEqual(vendor);

    expect(await send(vendor.id)).toMatchObject([{ status: 'ACCEPTED' }]);
    expect(http.asked[0]?.headers).toMatchObject({ authorization: 'Bearer hidden-token' });
    expect(http.asked[0]?.headers['webhook-signature']).toMatch(/^v1,/);
  });

  it('stay when a change leaves them out, change one by one, and go by null', async () => {
    const { id } = await createVendor(caller, httpInput());
    await change(id, httpInput({ secrets: { headers: { 'X-Key': 'two' } } }));
    await send(id);
    expect(http.asked[0]?.headers).toMatchObject({ authorization: 'Bearer hidden-token', 'x-key': 'two' });
    const changed = await change(
      id,
      httpInput({ secrets: { signingSecret: null, headers: { authorization: null } } }),
    );
    expect(changed).toMatchObject({ hasSigningSecret: false, secretHeaders: ['x-key'] });
    await send(id);
    expect(http.asked[1]?.headers).toMatchObject({ 'x-key': 'two' });
    expect(http.asked[1]?.headers).not.toHaveProperty('authorization');
    await change(id, httpInput({ secrets: { headers: { 'x-key': null } } }));
    expect((await stored(id))?.secrets).toBeNull();
  });

  it('are not handed to another server than the one they were given for', async () => {
    const { id } = await createVendor(caller, httpInput());
    const elsewhere = { settings: { url: 'https://elsewhere.example/send' }, secrets: {} };
    await expect(change(id, httpInput(elsewhere))).rejects.toMatchObject({
      code: 'VALIDATION',
      errors: [{ path: 'secrets.headers.authorization' }],
    });
    // Another path of the same server is no other place.
    await change(id, httpInput({ settings: { url: `${http.url}/v2` }, secrets: {} }));
    await change(id, httpInput({ ...elsewhere, secrets: { headers: { authorization: 'Bearer new' } } }));

    const mailer = await createVendor(caller, smtpInput());
    for (const settings of [{ host: 'smtp.example.com' }, { port: 2525 }])
      await expect(
        change(mailer.id, {
          ...smtpInput({ secrets: {} }),
          settings: { ...smtpInput().settings, ...settings, security: 'STARTTLS' },
        }),
      ).rejects.toMatchObject({ code: 'VALIDATION' });
  });

  it('that cannot be read any more are said to be missing, refuse to send, and may be given anew', async () => {
    const { id } = await createVendor(caller, smtpInput());
    const env = getEnv();
    const key = env.encryptionKey;
    env.encryptionKey = Buffer.alloc(32, 9);
    try {
      expect(await getVendor(caller, id)).toMatchObject({ hasPassword: false });
      expect(await send(id)).toMatchObject([
        { status: 'REJECTED', retryable: false, reason: expect.stringContaining('encryption key changed') },
      ]);
      expect(await testVendor(caller, { id })).toMatchObject({ ok: false });
      expect(await change(id, smtpInput())).toMatchObject({ hasPassword: true });
      expect(await send(id)).toMatchObject([{ status: 'ACCEPTED' }]);
    } finally {
      env.encryptionKey = key;
    }
  });

  it('of one vendor cannot be read by another', async () => {
    const [one, other] = [await createVendor(caller, httpInput()), await createVendor(caller, httpInput())];
    const secrets = (await stored(one.id))?.secrets;
    await collection('vendors').updateOne({ _id: new ObjectId(other.id) }, { $set: { secrets } });
    expect(await getVendor(caller, other.id)).toMatchObject({ hasSigningSecret: false });
  });
});

describe('vendors', () => {
  it('are read by marketers and changed by administrators', async () => {
    const vendor = await createVendor(as('ADMIN'), smtpInput({ ratePerSecond: 5 }));
    expect(await getVendor(as('MARKETER'), vendor.id)).toMatchObject({ name: 'Mail', ratePerSecond: 5 });
    const denied = { code: 'FORBIDDEN' };
    await expect(getVendor(as('VIEWER'), vendor.id)).rejects.toMatchObject(denied);
    await expect(createVendor(as('MARKETER'), smtpInput())).rejects.toMatchObject(denied);
    await expect(deleteVendor(as('MARKETER'), { id: vendor.id })).rejects.toMatchObject(denied);
    await expect(testVendor(as('MARKETER'), { id: vendor.id })).rejects.toMatchObject(denied);
  });

  it('that a campaign uses stay, and so does the simulator', async () => {
    const vendor = await createVendor(caller, httpInput());
    const everyone = { combinator: 'and' as const, rules: [] };
    const audience = await createAudience(caller, { name: 'Everyone', rules: everyone });
    const campaign = await createCampaign(caller, {
      name: 'Spring',
      audienceId: audience.id,
      channel: 'EMAIL',
      vendorId: vendor.id,
      template: { body: 'Hello' },
    });
    expect(await getVendorUsage(caller, vendor.id)).toEqual({
      campaigns: [{ id: campaign.id, name: 'Spring' }],
      ended: 0,
    });
    await expect(deleteVendor(caller, { id: vendor.id })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('Spring'),
    });
    await deleteCampaign(caller, { id: campaign.id });
    expect(await getVendorUsage(caller, vendor.id)).toEqual({ campaigns: [], ended: 0 });
    expect(await deleteVendor(caller, { id: vendor.id })).toEqual({ id: vendor.id });
    await expect(getVendor(caller, vendor.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await send(vendor.id)).toMatchObject([{ status: 'REJECTED', retryable: false }]);

    const simulator = await resolveVendor(caller.workspaceId, null);
    expect(simulator.kind).toBe('SIMULATOR');
    await expect(deleteVendor(caller, { id: simulator.id })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(change(simulator.id, smtpInput())).rejects.toMatchObject({ code: 'CONFLICT' });
    await updateSimulator(caller, { id: simulator.id, settings: { deliveryRate: 0, bounceRate: 1 } });
    const changed = await patchVendor(caller, { id: simulator.id, settings: { transientRate: 0.5 } });
    // What was not named keeps its value, and does not go back to its default.
    expect(changed.settings).toMatchObject({ deliveryRate: 0, bounceRate: 1, transientRate: 0.5 });
    const quicker = await updateSimulator(caller, { id: simulator.id, settings: {}, ratePerSecond: 50 });
    expect(quicker.ratePerSecond).toBe(50);
    expect((await listVendors(caller)).filter(({ kind }) => kind === 'SIMULATOR')).toHaveLength(1);
  });

  it('behind the wall are refused when they are saved', async () => {
    for (const url of [
      'http://169.254.169.254/latest',
      'http://localhost:6379/',
      'https://[::1]/',
      'http://10.0.0.1',
    ])
      await expect(createVendor(caller, httpInput({ settings: { url } }))).rejects.toMatchObject({
        code: 'VALIDATION',
        errors: [{ path: 'settings.url' }],
      });
    await expect(createVendor(caller, smtpInput({}, { host: 'localhost', port: 25 }))).rejects.toMatchObject({
      errors: [{ path: 'settings.host' }],
    });
  });

  it('can be tried out: the connection alone, or a message', async () => {
    const mailer = await createVendor(caller, smtpInput());
    expect(await testVendor(caller, { id: mailer.id })).toMatchObject({
      ok: true,
      detail: 'The mail server answered and took the user name and password.',
    });
    expect(mail.received).toEqual([]);
    expect(await testVendor(caller, { id: mailer.id, to: 'me@example.com' })).toMatchObject({ ok: true });
    expect(mail.received).toMatchObject([
      { to: ['me@example.com'], headers: { 'list-unsubscribe-post': 'List-Unsubscribe=One-Click' } },
    ]);
    await change(mailer.id, smtpInput({ secrets: { password: 'wrong' } }));
    expect(await testVendor(caller, { id: mailer.id })).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/user name or password: 535/),
    });

    const texts = await createVendor(caller, httpInput());
    expect(await testVendor(caller, { id: texts.id })).toMatchObject({ ok: true });
    expect(http.asked).toEqual([]);
    http.answer = () => ({ status: 401, body: { detail: 'Unknown key' } });
    expect(await testVendor(caller, { id: texts.id, to: '+441234' })).toMatchObject({
      ok: false,
      detail: 'The vendor answered 401: Unknown key',
    });
  });

  it('show how they are doing: left alone after five requests without an answer, until one comes', async () => {
    const [vendor, other] = [
      await createVendor(caller, httpInput()),
      await createVendor(caller, httpInput()),
    ];
    const ask = async () => {
      const room = await takeVendorRoom(caller.workspaceId, vendor.id, 1);
      await room.leave(room.granted > 0 ? await send(vendor.id) : []);
    };
    const healthOf = async ({ id }: { id: string }) => {
      const listed = (await listVendors(caller)).find((v) => v.id === id);
      expect(vendorWithHealthSchema.parse(listed)).toEqual(listed);
      return listed?.health;
    };
    const well = { state: 'CLOSED', failures: 0, retryAt: null };
    expect(await healthOf(vendor)).toEqual(well);

    http.answer = () => ({ status: 503, body: {} });
    for (let i = 0; i < 4; i += 1) await ask();
    expect(await healthOf(vendor)).toEqual({ ...well, failures: 4 });
    const before = new Date();
    await ask();
    const open = await healthOf(vendor);
    expect(open).toEqual({ state: 'OPEN', failures: 5, retryAt: expect.any(Date) });
    expect(open?.retryAt?.getTime()).toBeGreaterThan(before.getTime());
    expect((await getVendor(caller, vendor.id)).health).toEqual(open);
    expect(await healthOf(other)).toEqual(well);

    http.reset();
    await ask();
    expect(http.asked).toEqual([]);
    // As if the time had passed.
    await redis().hset(`nexusflow:vendor:{${vendor.id}}:breaker`, 'openUntil', Date.now() - 1);
    expect(await healthOf(vendor)).toEqual({ state: 'HALF_OPEN', failures: 5, retryAt: null });
    await ask();
    expect(http.asked).toHaveLength(1);
    expect(await healthOf(vendor)).toEqual(well);
  });

  it('say whether they send receipts', async () => {
    const receipts = async (id?: string) => vendorSendsReceipts(caller.workspaceId, id);
    const quiet = httpInput({ settings: { url: http.url, receipts: false } });
    expect(await receipts()).toBe(true);
    expect(await receipts((await createVendor(caller, httpInput())).id)).toBe(true);
    expect(await receipts((await createVendor(caller, quiet)).id)).toBe(false);
    expect(await receipts((await createVendor(caller, smtpInput())).id)).toBe(false);
  });
});

describe('what is no vendor', () => {
  it.each([
    ['a template that is no JSON', { template: '{{to}} {{body}}' }, 'settings.template'],
    ['a field nobody knows', { template: '{"a":"{{to}}{{body}}{{name}}"}' }, 'settings.template'],
    ['a template that sends nothing', { template: '{"to":"{{to}}"}' }, 'settings.template'],
    ['an address with a password', { url: 'https://a:b@vendor.example/' }, 'settings.url'],
    ['another protocol', { url: 'file:///etc/passwd' }, 'settings.url'],
    ['a header that breaks the request', { headers: { 'x-a': 'b\r\nhost: c' } }, 'settings.headers.x-a'],
    ['a header of ours', { headers: { Host: 'c' } }, 'settings.headers.Host'],
    ['a path of another kind', { idPath: '$..id' }, 'settings.idPath'],
  ])('is %s', (_, settings, path) => {
    const input = { kind: 'HTTP', name: 'x', settings: { url: 'https://vendor.example/', ...settings } };
    expect(createVendorInput.safeParse(input).error?.issues.map((issue) => issue.path.join('.'))).toEqual([
      path,
    ]);
  });
});

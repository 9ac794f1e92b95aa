import { randomUUID } from 'node:crypto';
import { ObjectId } from 'mongodb';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyReceiptsProcessor } from '../../../worker/processors/apply-receipts.ts';
import { addCustomers, draftCampaign } from '../../../worker/testing/shop.ts';
import { getEnv } from '../../env.ts';
import { closeDatabase, collection } from '../../server/db.ts';
import type { Caller } from '../../server/permissions.ts';
import { closeQueues, queue } from '../../server/queue.ts';
import { closeRedis } from '../../server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../server/testing/workspace.ts';
import { retireReceiptSecrets, rotateReceiptSecret } from '../vendors/receipt-secrets.service.ts';
import { createVendor } from '../vendors/vendor-changes.service.ts';
import { createVendorInput } from '../vendors/vendors.schema.ts';
import { getVendor, listVendors } from '../vendors/vendors.service.ts';
import { updateCampaign } from './campaigns.service.ts';
import { flushProgress } from './engine/progress.ts';
import { receiveReceipts } from './receipts.service.ts';

let owner: Caller;
let stranger: Caller;
beforeAll(async () => {
  [owner, stranger] = await Promise.all([createTestWorkspace(), createTestWorkspace()]);
  await Promise.all([addCustomers(owner, 1), addCustomers(stranger, 1)]);
  await queue('receipts').obliterate({ force: true });
});
afterAll(async () => {
  await flushProgress();
  await Promise.all([dropTestWorkspace(owner), dropTestWorkspace(stranger)]);
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

const newVendor = (caller: Caller) =>
  createVendor(
    caller,
    createVendorInput.parse({
      kind: 'HTTP',
      name: 'Texts Ltd',
      settings: { url: 'https://texts.invalid/send' },
    }),
  );

/** A message that is with its vendor; `vendorId` null: with the simulator. */
async function sentMessage(caller: Caller, vendorId: string | null): Promise<string> {
  const { id } = await draftCampaign(caller);
  if (vendorId) await updateCampaign(caller, { id, vendorId });
  const messageId = new ObjectId();
  await collection('messages').insertOne({
    _id: messageId,
    workspaceId: new ObjectId(caller.workspaceId),
    campaignId: new ObjectId(id),
    customerId: new ObjectId(),
    batch: 0,
    to: 'a@example.com',
    status: 'SENT',
    vendorMessageId: 'v1',
    attempts: 1,
    queuedAt: new Date(),
    sentAt: new Date(),
    updatedAt: new Date(),
  });
  return messageId.toHexString();
}

const delivered = (messageId: string) =>
  JSON.stringify({
    messageId,
    vendorMessageId: 'v1',
    status: 'DELIVERED',
    timestamp: '2011-12-09T12:50:00Z',
  });

interface Posting {
  secret?: string;
  vendorId?: string | null;
  id?: string;
  at?: Date;
  caller?: Caller | null;
  signatures?: (own: string) => string;
}
function post(body: string, posting: Posting = {}) {
  const { secret, vendorId = null, id = `msg_${randomUUID()}`, at = new Date(), caller = null } = posting;
  const own = secret ? new Webhook(secret).sign(id, at, body) : '';
  const headers = new Headers({
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': posting.signatures?.(own) ?? own,
  });
  return receiveReceipts({ body: Buffer.from(body), headers, vendorId, caller });
}

/** Works off what was queued, as a worker does; returns how many jobs there were. */
async function work(): Promise<number> {
  const jobs = await queue('receipts').getJobs(['waiting']);
  for (const job of jobs) {
    const payload = applyReceiptsProcessor.job.schema.parse(job.data);
    await applyReceiptsProcessor.run(payload, { attempt: 1, signal: new AbortController().signal });
    await job.remove();
  }
  return jobs.length;
}
const statusOf = async (messageId: string) =>
  (await collection('messages').findOne({ _id: new ObjectId(messageId) }))?.status;
const refused = { code: 'UNAUTHENTICATED' };
const shared = () => getEnv().webhookSecret;

describe('a vendor’s own secret', () => {
  it('is shown once, and moves messages that went through this vendor', async () => {
    const vendor = await newVendor(owner);
    expect(vendor).toMatchObject({ receiptSecrets: [], callbackUrl: getEnv().callbackUrl });
    const { secret, callbackUrl } = await rotateReceiptSecret(owner, { id: vendor.id, overlapHours: 24 });
    expect(callbackUrl).toBe(`${getEnv().callbackUrl}?vendor=${vendor.id}`);
    const shown = await getVendor(owner, vendor.id);
    expect(shown).toMatchObject({ callbackUrl, receiptSecrets: [{ retiresAt: null }] });
    expect(JSON.stringify(shown)).not.toContain(secret.slice(6));

    const message = await sentMessage(owner, vendor.id);
    expect(await post(delivered(message), { secret, vendorId: vendor.id })).toEqual({ accepted: 1 });
    await work();
    expect(await statusOf(message)).toBe('DELIVERED');
  });

  it('says nothing of other vendors’ messages or another workspace’s: such receipts are kept as unmatched', async () => {
    const [vendor, another, foreign] = await Promise.all([
      newVendor(owner),
      newVendor(owner),
      newVendor(stranger),
    ]);
    const { secret } = await rotateReceiptSecret(owner, { id: vendor.id, overlapHours: 24 });
    const others = [
      await sentMessage(owner, another.id),
      await sentMessage(owner, null),
      await sentMessage(stranger, foreign.id),
    ];
    for (const message of others) {
      await post(delivered(message), { secret, vendorId: vendor.id });
      await work();
      expect(await statusOf(message)).toBe('SENT');
      expect(await collection('unmatchedReceipts').countDocuments({ messageId: message })).toBe(1);
    }
  });

  it('takes the place of the server-wide one, at its address and for its messages', async () => {
    const vendor = await newVendor(owner);
    const message = await sentMessage(owner, vendor.id);
    const simulated = await sentMessage(owner, null);
    // Without one of its own the server-wide secret speaks, at either address.
    await post(delivered(simulated), { secret: shared(), vendorId: vendor.id });
    const { secret } = await rotateReceiptSecret(owner, { id: vendor.id, overlapHours: 24 });
    await expect(post(delivered(message), { secret: shared(), vendorId: vendor.id })).rejects.toMatchObject(
      refused,
    );
    await expect(post(delivered(message), { secret })).rejects.toMatchObject(refused);
    await post(delivered(message), { secret: shared() });
    await work();
    expect([await statusOf(message), await statusOf(simulated)]).toEqual(['SENT', 'DELIVERED']);

    await retireReceiptSecrets(owner, { id: vendor.id, which: 'ALL' });
    await post(delivered(message), { secret: shared() });
    await work();
    expect(await statusOf(message)).toBe('DELIVERED');
  });

  it('is changed with an overlap that can be cut short', async () => {
    const vendor = await newVendor(owner);
    const vendorId = vendor.id;
    const old = (await rotateReceiptSecret(owner, { id: vendorId, overlapHours: 24 })).secret;
    const body = delivered(await sentMessage(owner, vendorId));
    await post(body, { secret: old, vendorId });
    const { secret, receiptSecrets } = await rotateReceiptSecret(owner, { id: vendorId, overlapHours: 24 });
    expect(receiptSecrets.map(({ retiresAt }) => retiresAt === null)).toEqual([true, false]);
    await post(body, { secret: old, vendorId });
    await post(body, { secret, vendorId });
    const retired = await retireReceiptSecrets(owner, { id: vendorId, which: 'EARLIER' });
    expect(retired).toMatchObject({ receiptSecrets: [{ retiresAt: null }] });
    await expect(post(body, { secret: old, vendorId })).rejects.toMatchObject(refused);
    await post(body, { secret, vendorId });
    const last = await rotateReceiptSecret(owner, { id: vendorId, overlapHours: 0 });
    await expect(post(body, { secret, vendorId })).rejects.toMatchObject(refused);
    await post(body, { secret: last.secret, vendorId });
    await work();
  });

  it('belongs to vendors that send receipts, and to administrators', async () => {
    const [simulator] = await listVendors(owner);
    const input = { id: simulator?.id ?? '', overlapHours: 24 };
    await expect(rotateReceiptSecret(owner, input)).rejects.toMatchObject({ code: 'CONFLICT' });
    const vendor = await newVendor(owner);
    const marketer: Caller = { ...owner, role: 'MARKETER' };
    for (const attempt of [
      rotateReceiptSecret(marketer, { ...input, id: vendor.id }),
      retireReceiptSecrets(marketer, { id: vendor.id, which: 'ALL' }),
    ])
      await expect(attempt).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(rotateReceiptSecret(stranger, { ...input, id: vendor.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('receipts', () => {
  it('are refused with the same words whatever did not fit', async () => {
    const vendor = await newVendor(owner);
    const { secret } = await rotateReceiptSecret(owner, { id: vendor.id, overlapHours: 24 });
    const body = delivered(await sentMessage(owner, vendor.id));
    const minutes = (n: number) => new Date(Date.now() + n * 60_000);
    const words = new Set<string>();
    for (const posting of [
      {},
      { vendorId: vendor.id },
      { vendorId: vendor.id, secret, at: minutes(-6) },
      { vendorId: vendor.id, secret, at: minutes(6) },
      { vendorId: vendor.id, secret, id: '' },
      { vendorId: vendor.id, secret, signatures: (own: string) => own.replace(/.$/, 'A') },
      { vendorId: new ObjectId().toHexString(), secret },
      { vendorId: new ObjectId().toHexString(), secret: shared() },
      { vendorId: '', secret: shared() },
      { vendorId: '{"$ne":1}', secret: shared() },
    ] satisfies Posting[])
      await post(body, posting).then(
        () => expect.unreachable(JSON.stringify(posting)),
        (error) => {
          expect(error).toMatchObject(refused);
          words.add(error.message);
        },
      );
    expect(words.size).toBe(1);
    await post(body, { vendorId: vendor.id, secret, at: minutes(-4) });
    await post(body, { vendorId: vendor.id, secret, at: minutes(4) });
    await post(body, { vendorId: vendor.id, secret, signatures: (own) => `v1,AAAA ${own}` });
    await work();
  });

  it('of a repeated request are taken and change nothing; another body under its id is refused', async () => {
    const message = await sentMessage(owner, null);
    const id = `msg_${randomUUID()}`;
    const posting = { secret: shared(), id };
    await post(delivered(message), posting);
    expect(await work()).toBe(1);
    const before = await collection('messages').findOne({ _id: new ObjectId(message) });
    expect(await post(delivered(message), { ...posting, at: new Date(Date.now() + 1_000) })).toEqual({
      accepted: 1,
    });
    expect(await work()).toBe(0);
    expect(await collection('messages').findOne({ _id: new ObjectId(message) })).toEqual(before);
    await expect(post(delivered(new ObjectId().toHexString()), posting)).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    // Another speaker's id is another one.
    const vendor = await newVendor(owner);
    const own = await rotateReceiptSecret(owner, { id: vendor.id, overlapHours: 24 });
    await post(delivered(await sentMessage(owner, vendor.id)), {
      id,
      secret: own.secret,
      vendorId: vendor.id,
    });
    expect(await work()).toBe(1);
  });

  it('of one request lost before it was queued get in when it is repeated', async () => {
    const message = await sentMessage(owner, null);
    const posting = { secret: shared(), id: `msg_${randomUUID()}` };
    await post(delivered(message), posting);
    await queue('receipts').drain();
    await post(delivered(message), posting);
    expect(await work()).toBe(1);
    expect(await statusOf(message)).toBe('DELIVERED');
  });

  it('by an API key with the scope are about its own workspace alone', async () => {
    const key = (scopes: string[]): Caller => ({ ...owner, userId: null, actor: 'key:1', scopes });
    const vendor = await newVendor(owner);
    await rotateReceiptSecret(owner, { id: vendor.id, overlapHours: 24 });
    const mine = await sentMessage(owner, vendor.id);
    const foreign = await sentMessage(stranger, null);
    await expect(post(delivered(mine), { caller: key(['campaigns:read']) })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    for (const message of [mine, foreign])
      await post(delivered(message), { id: '', caller: key(['receipts:write']) });
    await work();
    expect([await statusOf(mine), await statusOf(foreign)]).toEqual(['DELIVERED', 'SENT']);
  });

  it('of several vendors in one job each speak for their own', async () => {
    const vendors = await Promise.all([newVendor(owner), newVendor(owner)]);
    const secrets = await Promise.all(
      vendors.map(({ id }) => rotateReceiptSecret(owner, { id, overlapHours: 24 })),
    );
    const messages = await Promise.all(vendors.map(({ id }) => sentMessage(owner, id)));
    await Promise.all(
      vendors.map(({ id }, i) => {
        const wrong = JSON.parse(delivered(messages[1 - i] ?? ''));
        const right = JSON.parse(delivered(messages[i] ?? ''));
        const body = JSON.stringify([{ ...wrong, status: 'BOUNCED' }, right]);
        return post(body, { secret: secrets[i]?.secret ?? '', vendorId: id });
      }),
    );
    expect(await work()).toBe(1);
    expect(await Promise.all(messages.map(statusOf))).toEqual(['DELIVERED', 'DELIVERED']);
  });
});

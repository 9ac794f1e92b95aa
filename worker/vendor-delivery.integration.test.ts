import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getCampaign, launchCampaign, updateCampaign } from '../src/features/campaigns/campaigns.service.ts';
import { deliverBatch } from '../src/features/campaigns/engine/deliver.ts';
import { prepareCampaign } from '../src/features/campaigns/engine/prepare.ts';
import { flushProgress } from '../src/features/campaigns/engine/progress.ts';
import { ledgerAddsUp } from '../src/features/campaigns/messages.schema.ts';
import { readUnsubscribeLink, unsubscribe } from '../src/features/campaigns/messages.service.ts';
import { preflightCampaign } from '../src/features/campaigns/preflight.service.ts';
import { closeMailTransports } from '../src/features/vendors/adapters/mail-transports.ts';
import { startHttpVendor } from '../src/features/vendors/testing/http-server.ts';
import { startMailServer } from '../src/features/vendors/testing/mail-server.ts';
import { createVendor } from '../src/features/vendors/vendor-changes.service.ts';
import { type CreateVendorInput, createVendorInput } from '../src/features/vendors/vendors.schema.ts';
import { closeDatabase, collection } from '../src/server/db.ts';
import type { Caller } from '../src/server/permissions.ts';
import { closeQueues } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../src/server/testing/workspace.ts';
import { addCustomers, draftCampaign, ledgerRows } from './testing/shop.ts';

// Campaigns through vendors that are not the simulator, the engine in this process.

let mail: Awaited<ReturnType<typeof startMailServer>>;
let http: Awaited<ReturnType<typeof startHttpVendor>>;
const workspaces: Caller[] = [];
beforeAll(async () => {
  [mail, http] = await Promise.all([startMailServer(), startHttpVendor()]);
});
afterAll(async () => {
  await flushProgress();
  closeMailTransports();
  await Promise.all([...workspaces.map(dropTestWorkspace), mail.close(), http.close()]);
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

/** A campaign to `n` customers through a new vendor, launched and sent until nothing is due any more. */
async function sendThrough(vendorInput: CreateVendorInput, n: number) {
  const caller = await createTestWorkspace();
  workspaces.push(caller);
  await addCustomers(caller, n);
  const vendor = await createVendor(caller, vendorInput);
  const { id } = await draftCampaign(caller, 'Hello {{ customer.name }}, {{ unsubscribe_url }}');
  await updateCampaign(caller, { id, vendorId: vendor.id });
  await launchCampaign(caller, id);
  const payload = { workspaceId: caller.workspaceId, campaignId: id, epoch: 0 };
  await prepareCampaign(payload, new AbortController().signal);
  for (let wait: number | null = 0; wait !== null; ) {
    await new Promise((resolve) => setTimeout(resolve, wait ?? 0));
    wait = await deliverBatch({ ...payload, batch: 0 });
  }
  await flushProgress();
  return { campaign: await getCampaign(caller, id), rows: await ledgerRows(id) };
}

describe('a campaign by e-mail', () => {
  it('ends when the mail server has taken or refused everything, and each mail unsubscribes its reader', async () => {
    mail.refuse = (to) =>
      to === 'customer-7@example.com' ? { code: 550, words: '5.1.1 No such user' } : null;
    const { campaign, rows } = await sendThrough(
      createVendorInput.parse({
        kind: 'SMTP',
        name: 'Mail',
        settings: {
          host: '127.0.0.1',
          port: mail.port,
          security: 'NONE',
          fromAddress: 'shop@sender.example',
        },
      }),
      30,
    );
    expect(campaign.status).toBe('COMPLETED_WITH_FAILURES');
    expect(campaign.stats).toMatchObject({ audience: 30, sent: 29, dead: 1 });
    expect(ledgerAddsUp(campaign.stats)).toBe(true);
    expect(rows.find(({ status }) => status === 'DEAD')?.failureReason).toMatch(/^Hard bounce: 550 5\.1\.1/);
    expect(mail.received).toHaveLength(29);

    const [first] = mail.received;
    const link = /^<(.*\/unsubscribe\/([^/]+)\/confirm)>$/.exec(first?.headers['list-unsubscribe'] ?? '');
    const token = link?.[2] ?? '';
    expect(await readUnsubscribeLink(token)).toMatchObject({ address: first?.to[0], unsubscribed: false });
    await unsubscribe(token);
    expect(await readUnsubscribeLink(token)).toMatchObject({ unsubscribed: true });
    expect(new ObjectId(token.slice(0, 24)).equals(rows.find(({ to }) => to === first?.to[0])?._id)).toBe(
      true,
    );
  });
});

it('of text messages does not go to a mail server: said when it is chosen, not for each message', async () => {
  const caller = await createTestWorkspace();
  workspaces.push(caller);
  await addCustomers(caller, 1);
  const settings = {
    host: '127.0.0.1',
    port: mail.port,
    security: 'NONE',
    fromAddress: 'shop@sender.example',
  };
  const vendor = await createVendor(
    caller,
    createVendorInput.parse({ kind: 'SMTP', name: 'Mail', settings }),
  );
  const { id } = await draftCampaign(caller);
  await updateCampaign(caller, { id, vendorId: vendor.id });
  const refusal = { code: 'VALIDATION', errors: [{ path: 'vendorId' }] };
  await expect(updateCampaign(caller, { id, channel: 'SMS' })).rejects.toMatchObject(refusal);
  await updateCampaign(caller, { id, vendorId: null, channel: 'SMS' });
  await expect(updateCampaign(caller, { id, vendorId: vendor.id })).rejects.toMatchObject(refusal);
  expect((await getCampaign(caller, id)).vendorId).toBeNull();

  // One that was written before this was refused, or by other means.
  const problem = `${vendor.name} is a mail server and cannot send text messages. Choose another vendor.`;
  const setVendor = (vendorId: ObjectId) =>
    collection('campaigns').updateOne({ _id: new ObjectId(id) }, { $set: { vendorId } });
  await setVendor(new ObjectId(vendor.id));
  expect((await preflightCampaign(caller, id)).problems).toContain(problem);
  await expect(launchCampaign(caller, id)).rejects.toMatchObject(refusal);
  await setVendor(new ObjectId());
  expect((await preflightCampaign(caller, id)).problems).toEqual([
    'The vendor of this campaign does not exist any more. Choose another.',
    'Everybody in this audience would be skipped.',
  ]);
});

describe('a campaign through an HTTP vendor', () => {
  const input = (settings: object) =>
    createVendorInput.parse({
      kind: 'HTTP',
      name: 'Texts Ltd',
      settings: { url: http.url, mode: 'BATCH', messageIdPath: 'ref', errorPath: 'error', ...settings },
    });
  /** Takes everything under ids of its own, except that the first request is too early. */
  const takeAll = () => {
    let early = true;
    http.reset();
    http.answer = ({ body }) => {
      if (early) {
        early = false;
        return { status: 503 };
      }
      const items = body as { messageId: string }[];
      return { body: items.map(({ messageId }) => ({ ref: messageId, id: `v-${messageId}` })) };
    };
  };

  it('without receipts ends once the vendor took everything, after a second try where needed', async () => {
    takeAll();
    const { campaign, rows } = await sendThrough(input({ receipts: false, batchSize: 40 }), 60);
    expect(campaign).toMatchObject({ status: 'COMPLETED', stats: { audience: 60, sent: 60, failed: 0 } });
    for (const row of rows) expect(row.vendorMessageId).toBe(`v-${row._id.toHexString()}`);
  });

  it('with receipts waits for them', async () => {
    takeAll();
    const { campaign } = await sendThrough(input({}), 3);
    expect(campaign).toMatchObject({ status: 'SENDING', stats: { sent: 3 } });
  });
});

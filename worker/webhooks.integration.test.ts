import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  launchCampaign,
  pauseCampaign,
  resumeCampaign,
  updateCampaign,
} from '../src/features/campaigns/campaigns.service.ts';
import { deliverBatch } from '../src/features/campaigns/engine/deliver.ts';
import { prepareCampaign } from '../src/features/campaigns/engine/prepare.ts';
import { flushProgress } from '../src/features/campaigns/engine/progress.ts';
import { applyReceipts } from '../src/features/campaigns/engine/receipts.ts';
import type { Receipt } from '../src/features/campaigns/receipts.schema.ts';
import { type Asked, startHttpVendor } from '../src/features/vendors/testing/http-server.ts';
import { createVendor } from '../src/features/vendors/vendor-changes.service.ts';
import { createVendorInput } from '../src/features/vendors/vendors.schema.ts';
import { sendWebhooks } from '../src/features/webhooks/send-webhooks.ts';
import { webhookEventTypes } from '../src/features/webhooks/webhook-events.schema.ts';
import { createEndpoint } from '../src/features/webhooks/webhooks.service.ts';
import { closeDatabase, collection } from '../src/server/db.ts';
import type { Caller } from '../src/server/permissions.ts';
import { closeQueues } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../src/server/testing/workspace.ts';
import { importText } from './testing/importing.ts';
import { addCustomers, campaignWhen, draftCampaign, isFinal, ledgerRows } from './testing/shop.ts';
import { startWorker } from './testing/worker-process.ts';

let vendor: Awaited<ReturnType<typeof startHttpVendor>>;
let receiver: Awaited<ReturnType<typeof startHttpVendor>>;
const workspaces: Caller[] = [];
beforeAll(async () => {
  [vendor, receiver] = await Promise.all([startHttpVendor(), startHttpVendor()]);
});
afterAll(async () => {
  await flushProgress();
  await Promise.all([...workspaces.map(dropTestWorkspace), vendor.close(), receiver.close()]);
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

async function newWorkspace(): Promise<Caller> {
  const caller = await createTestWorkspace();
  workspaces.push(caller);
  return caller;
}

/** Everything that was told, as messages by event. */
const toldMessages = (asked: readonly Asked[]) =>
  asked
    .map(({ raw }) => JSON.parse(raw) as { type: string; data: { messages?: { messageId: string }[] } })
    .flatMap(({ type, data }) => (data.messages ?? []).map(({ messageId }) => `${type} ${messageId}`));

const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
};

describe('other systems', () => {
  it('are told of every message of a campaign exactly once for each thing that became of it', async () => {
    const caller = await newWorkspace();
    await addCustomers(caller, 40);
    const endpoint = await createEndpoint(caller, { url: receiver.url, events: webhookEventTypes });
    const sender = await createVendor(
      caller,
      createVendorInput.parse({
        kind: 'HTTP',
        name: 'Texts Ltd',
        settings: { url: vendor.url, mode: 'BATCH', messageIdPath: 'ref', errorPath: 'error' },
      }),
    );
    vendor.answer = ({ body }) => ({
      body: (body as { messageId: string; to: string }[]).map(({ messageId, to }) =>
        to.startsWith('customer-7@')
          ? { ref: messageId, error: 'no such number' }
          : { ref: messageId, id: `v-${messageId}` },
      ),
    });
    const { id } = await draftCampaign(caller, 'Hello {{ customer.name }} {{ customer.city }}');
    await updateCampaign(caller, { id, vendorId: sender.id });
    await collection('customers').updateMany(
      { workspaceId: new ObjectId(caller.workspaceId), email: { $ne: 'customer-3@example.com' } },
      { $set: { city: 'Oslo' } },
    );
    await launchCampaign(caller, id);
    const payload = { workspaceId: caller.workspaceId, campaignId: id, epoch: 0 };
    await prepareCampaign(payload, new AbortController().signal);
    await pauseCampaign(caller, id);
    await resumeCampaign(caller, id);
    // One receipt is faster than the answer, by more than the second a receipt waits for it.
    const answer = vendor.answer;
    let early = '';
    vendor.answer = (asked) => {
      early =
        (asked.body as { messageId: string; to: string }[]).find(({ to }) => to.startsWith('customer-9@'))
          ?.messageId ?? early;
      return { ...answer(asked), delayMs: 2_000 };
    };
    const delivering = deliverBatch({ ...payload, epoch: 2, batch: 0 });
    await until(() => early !== '');
    await applyReceipts([
      {
        messageId: early,
        vendorMessageId: `v-${early}`,
        status: 'DELIVERED',
        timestamp: '2026-01-02T03:04:05Z',
      },
    ]);
    await delivering;

    const rows = await ledgerRows(id);
    const sent = rows.filter(({ status }) => status === 'SENT').map(({ _id }) => _id.toHexString());
    expect(sent).toHaveLength(37);
    const receipt = (messageId: string, status: Receipt['status'], event?: Receipt['event']): Receipt => ({
      messageId,
      vendorMessageId: `v-${messageId}`,
      status,
      timestamp: '2026-01-02T03:04:05Z',
      ...(status === 'BOUNCED' ? { reason: 'unknown user' } : {}),
      ...(event ? { event } : {}),
    });
    const [bounced = '', opened = '', gone = '', failed = '', ...others] = sent;
    const told = [
      receipt(bounced, 'BOUNCED'),
      receipt(opened, 'DELIVERED', 'OPENED'),
      receipt(gone, 'DELIVERED', 'UNSUBSCRIBED'),
      receipt(failed, 'FAILED'),
      ...others.map((messageId) => receipt(messageId, 'DELIVERED')),
    ];
    // Twice, at the same time, and out of order.
    await Promise.all([applyReceipts(told), applyReceipts([...told].reverse()), applyReceipts(told)]);
    await applyReceipts([receipt(bounced, 'DELIVERED'), receipt(opened, 'SENT')]);
    await flushProgress();
    const done = await campaignWhen(caller, id, isFinal);
    expect(done.status).toBe('COMPLETED_WITH_FAILURES');

    await until(
      async () =>
        (await sendWebhooks(
          { workspaceId: caller.workspaceId, endpointId: endpoint.id },
          new AbortController().signal,
        )) === null,
    );
    const after = await ledgerRows(id);
    const idsOf = (status: string) =>
      after.filter((row) => row.status === status).map((row) => row._id.toHexString());
    const expected = [
      ...[...sent, early].map((messageId) => `message.sent ${messageId}`),
      ...idsOf('DELIVERED').map((messageId) => `message.delivered ${messageId}`),
      ...idsOf('SKIPPED').map((messageId) => `message.skipped ${messageId}`),
      ...idsOf('DEAD').map((messageId) => `message.failed ${messageId}`),
      `message.bounced ${bounced}`,
      `message.opened ${opened}`,
    ];
    expect(idsOf('SKIPPED')).toHaveLength(1);
    expect(idsOf('DEAD')).toHaveLength(2);
    expect(toldMessages(receiver.asked).toSorted()).toEqual(expected.toSorted());
    const types = receiver.asked.map(({ raw }) => JSON.parse(raw).type as string);
    for (const type of [
      'campaign.launched',
      'campaign.paused',
      'campaign.resumed',
      'campaign.completed',
      'customer.unsubscribed',
    ])
      expect(types.filter((told) => told === type)).toHaveLength(1);
    const completed = receiver.asked
      .map(({ raw }) => JSON.parse(raw))
      .find(({ type }) => type === 'campaign.completed');
    expect(completed.data).toMatchObject({
      campaignId: id,
      status: 'COMPLETED_WITH_FAILURES',
      stats: { audience: 40, dead: 2 },
    });
  });
});

describe('a worker', () => {
  it('sends what it is woken for, an import’s end too; killed while it sends, another sends it again', async () => {
    const caller = await newWorkspace();
    receiver.reset();
    const endpoint = await createEndpoint(caller, {
      url: receiver.url,
      events: ['import.completed', 'import.failed'],
    });
    const privateHosts = { VENDOR_PRIVATE_HOSTS: new URL(receiver.url).host };
    receiver.answer = () => ({ delayMs: 60_000 });
    const first = await startWorker(privateHosts);
    await importText(caller, 'CUSTOMERS', 'email\nann@example.com\n');
    await until(() => receiver.asked.length === 1);
    await first.kill();
    receiver.answer = () => ({});
    const second = await startWorker(privateHosts);
    try {
      await until(() => receiver.asked.length === 2);
      const [one, two] = receiver.asked;
      expect(two?.headers['webhook-id']).toBe(one?.headers['webhook-id']);
      expect(two?.raw).toBe(one?.raw);
      expect(JSON.parse(two?.raw ?? '')).toMatchObject({
        type: 'import.completed',
        data: { kind: 'CUSTOMERS', counts: { rows: 1, inserted: 1 } },
      });
      const log = collection('webhookDeliveries');
      const mine = { endpointId: new ObjectId(endpoint.id) };
      await until(async () => (await log.findOne(mine))?.status === 'DELIVERED');
    } finally {
      await second.stop();
    }
  });

  it('is not held up by an endpoint that does not answer', async () => {
    const caller = await newWorkspace();
    receiver.reset();
    const at = (path: string) =>
      createEndpoint(caller, { url: new URL(path, receiver.url).href, events: ['import.completed'] });
    const slow = await Promise.all(Array.from({ length: 8 }, (_, i) => at(`/slow-${i}`)));
    await at('/quick');
    receiver.answer = ({ path }) => (path.startsWith('/slow') ? { delayMs: 60_000 } : {});
    const worker = await startWorker({ VENDOR_PRIVATE_HOSTS: new URL(receiver.url).host });
    try {
      const began = Date.now();
      await importText(caller, 'CUSTOMERS', 'email\nbob@example.com\n');
      await until(() => receiver.asked.some(({ path }) => path === '/quick'));
      expect(Date.now() - began).toBeLessThan(10_000);
      expect(slow).toHaveLength(8);
    } finally {
      await worker.kill();
    }
  });
});

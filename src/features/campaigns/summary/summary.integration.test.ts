import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDatabase, collection } from '../../../server/db.ts';
import type { Caller } from '../../../server/permissions.ts';
import { closeQueues, queue } from '../../../server/queue.ts';
import { closeRedis } from '../../../server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../../server/testing/workspace.ts';
import { type GroqServer, startGroqServer } from '../../ai/testing/groq-server.ts';
import { createAudience } from '../../audiences/audiences.service.ts';
import { upsertCustomersBulk } from '../../customers/customers.service.ts';
import { createOrder } from '../../orders/orders.service.ts';
import { findCampaign } from '../campaigns.repository.ts';
import { createCampaign, getCampaign } from '../campaigns.service.ts';
import { publishSnapshot, reconcile } from '../engine/progress.ts';
import { touchTally } from '../engine/tally.ts';
import type { MessageDocument } from '../messages.repository.ts';
import { summariseCampaign, writeSummary } from './summary.service.ts';

let server: GroqServer;
let caller: Caller;
let stranger: Caller;
let campaignId: string;

const LAUNCHED = new Date(Date.now() - 86_400_000);
const PEOPLE = 100;
const VIPS = 40;

beforeAll(async () => {
  server = await startGroqServer();
  Object.assign(process.env, {
    GROQ_API_KEY: 'gsk_sample',
    GROQ_BASE_URL: server.url,
    GROQ_TIMEOUT_MS: '2000',
  });
  [caller, stranger] = await Promise.all([createTestWorkspace(), createTestWorkspace()]);
  const workspaceId = new ObjectId(caller.workspaceId);
  await upsertCustomersBulk(
    workspaceId,
    Array.from({ length: PEOPLE }, (_, i) => ({
      email: `someone-${i}@example.com`,
      tags: i < VIPS ? ['vip'] : [],
    })),
  );
  const audience = await createAudience(caller, {
    name: 'Everyone',
    rules: { combinator: 'and', rules: [] },
  });
  ({ id: campaignId } = await createCampaign(caller, {
    name: 'Sample',
    audienceId: audience.id,
    channel: 'EMAIL',
    template: { subject: 'News', body: 'Hello' },
  }));
  await collection('campaigns').updateOne(
    { _id: new ObjectId(campaignId) },
    {
      $set: {
        status: 'COMPLETED',
        launchedAt: LAUNCHED,
        completedAt: new Date(LAUNCHED.getTime() + 42_000),
        checkpoint: { lastCustomerId: null, batches: 1, done: true },
      },
    },
  );
  const customers = await collection('customers').find({ workspaceId }).sort({ email: 1 }).toArray();
  const isVip = (tags: unknown) => Array.isArray(tags) && tags.includes('vip');
  // Every VIP gets it; of the others every third bounces, and two are left out.
  const rows = customers.map((customer, i): MessageDocument => {
    const bounced = !isVip(customer.tags) && i % 3 === 0;
    return {
      _id: new ObjectId(),
      workspaceId,
      campaignId: new ObjectId(campaignId),
      customerId: customer._id,
      batch: 0,
      to: String(customer.email),
      status: bounced ? 'BOUNCED' : 'DELIVERED',
      failureReason: bounced ? `550 <${customer.email}> unknown` : null,
      bounceKind: bounced ? 'HARD' : null,
      attempts: 1,
      queuedAt: LAUNCHED,
      deliveredAt: bounced ? null : LAUNCHED,
      updatedAt: LAUNCHED,
    };
  });
  await collection<MessageDocument>('messages').insertMany(rows);
  await touchTally(campaignId, 'all');
  const orderOf = (email: string, orderId: string, orderAmount: number, orderDate: Date) =>
    createOrder(caller, { customerEmail: email, orderId, orderAmount, orderDate });
  const [vip] = customers;
  await orderOf(String(vip?.email), 'A1', 12.5, new Date(LAUNCHED.getTime() + 3_600_000));
  await orderOf(String(vip?.email), 'A2', 1_000, new Date(LAUNCHED.getTime() + 7_200_000));
  await orderOf(String(vip?.email), 'A3', 99, new Date(LAUNCHED.getTime() - 3_600_000));
  await orderOf(String(vip?.email), 'A4', -5, new Date(LAUNCHED.getTime() + 7_300_000));
  await orderOf('somebody-else@example.com', 'A5', 77, new Date(LAUNCHED.getTime() + 7_200_000));
});
beforeEach(() => server.script());
afterAll(async () => {
  await queue('words').remove(`summarise-${campaignId}`);
  await Promise.all([dropTestWorkspace(caller), dropTestWorkspace(stranger)]);
  await server.stop();
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

const target = () => ({ workspaceId: caller.workspaceId, campaignId });
const campaign = () => getCampaign(caller, campaignId);
const summaryJob = async () => {
  const job = await queue('words').getJob(`summarise-${campaignId}`);
  return job ? { data: job.data, delay: job.delay } : null;
};
const OFFLINE =
  /^(\d+) of 100 people were reached \(\d+%\)\. It took 42 s from the launch to the end\. Of the customers tagged “vip” 100% \(40 of 40\) were reached, of the others \d+%\. (\d+) bounced, because of “550 … unknown”\. So far, 1 person it reached placed 2 orders worth £1,007\.50\.$/;

describe('a campaign’s summary', () => {
  it('is asked for when it completes, and says what its rows say', async () => {
    await publishSnapshot(caller.workspaceId, campaignId);
    expect((await summaryJob())?.data).toEqual(target());
    server.script({ status: 401 });
    expect(await summariseCampaign(target())).toEqual({ outdated: false });
    const { summary, stats } = await campaign();
    expect(summary).toMatchObject({
      source: 'offline',
      outdated: false,
      text: expect.stringMatching(OFFLINE),
    });
    const [, delivered, bounced] = OFFLINE.exec(summary?.text ?? '') ?? [];
    expect([Number(delivered), Number(bounced)]).toEqual([stats.delivered, stats.bounced]);
    // Only the sentences go out: no address of anybody.
    expect(JSON.stringify(server.received)).not.toContain('@example.com');
  });

  it('may be phrased by the AI service with the figures of the facts', async () => {
    const { delivered } = (await campaign()).stats;
    const text = `Well done: ${delivered} of 100 people were reached. VIPs did best, with 100%.`;
    server.script({ say: { text } });
    expect((await writeSummary(caller, campaignId)).summary).toMatchObject({ text, source: 'groq' });
  });

  it('is sent back when a figure is not in the facts, and built in when it is so again', async () => {
    const wrong = { text: 'Well done: 99 of 100 people were reached, nearly twice as many as usual.' };
    server.script({ say: wrong }, { say: wrong });
    expect((await writeSummary(caller, campaignId)).summary).toMatchObject({
      source: 'offline',
      text: expect.stringMatching(OFFLINE),
    });
    const repair = server.received[1]?.messages[3]?.content;
    expect(repair).toContain('“99” is not in the facts.');
    expect(repair).toContain('“twice” is not in the facts.');
  });

  it('is written anew, later, when a late receipt changes a figure', async () => {
    await queue('words').remove(`summarise-${campaignId}`);
    await publishSnapshot(caller.workspaceId, campaignId);
    expect(await summaryJob()).toBeNull();
    const before = (await campaign()).stats;
    await collection('messages').updateOne(
      { campaignId: new ObjectId(campaignId), status: 'DELIVERED' },
      { $set: { status: 'BOUNCED' } },
    );
    const row = await findCampaign(new ObjectId(caller.workspaceId), new ObjectId(campaignId));
    if (row) await reconcile(row);
    expect((await summaryJob())?.delay).toBeGreaterThan(60_000);
    expect((await campaign()).summary).toMatchObject({ outdated: true });
    server.script({ status: 401 });
    await summariseCampaign(target());
    expect((await campaign()).summary?.text).toContain(`${before.delivered - 1} of 100`);
  });

  it('is nobody else’s, and not there before the end', async () => {
    await expect(writeSummary(stranger, campaignId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(writeSummary({ ...caller, role: 'VIEWER' }, campaignId)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const draft = await createCampaign(caller, {
      name: 'Draft',
      audienceId: (await campaign()).audienceId,
      channel: 'EMAIL',
      template: { subject: 'News', body: 'Hello' },
    });
    await expect(writeSummary(caller, draft.id)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await summariseCampaign({ ...target(), campaignId: draft.id })).toEqual({ outdated: false });
    expect((await getCampaign(caller, draft.id)).summary).toBeNull();
    expect(server.received).toEqual([]);
  });
});

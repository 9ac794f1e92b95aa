import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDatabase, collection } from '../../server/db.ts';
import type { Caller } from '../../server/permissions.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../server/testing/workspace.ts';
import { createAudience } from '../audiences/audiences.service.ts';
import { createCampaign } from '../campaigns/campaigns.service.ts';
import { ledgerAddsUp, type MessageStatus } from '../campaigns/messages.schema.ts';
import { createCustomer } from '../customers/customers.service.ts';
import { createOrder } from '../orders/orders.service.ts';
import { getOverview } from './analytics.service.ts';

let caller: Caller;
let stranger: Caller;
beforeAll(async () => {
  [caller, stranger] = await Promise.all([createTestWorkspace(), createTestWorkspace()]);
});
afterAll(async () => {
  await Promise.all([dropTestWorkspace(caller), dropTestWorkspace(stranger)]);
  await closeDatabase();
});

/** A campaign launched so many days ago, with one row per status given. */
async function launched(
  audienceId: string,
  daysAgo: number,
  statuses: readonly MessageStatus[],
): Promise<void> {
  const { id } = await createCampaign(caller, {
    name: 'Sample',
    audienceId,
    channel: 'EMAIL',
    template: { subject: 'News', body: 'Hello' },
  });
  const [workspaceId, campaignId] = [new ObjectId(caller.workspaceId), new ObjectId(id)];
  const at = new Date(Date.now() - daysAgo * 86_400_000);
  await collection('campaigns').updateOne(
    { _id: campaignId, workspaceId },
    { $set: { status: 'COMPLETED', launchedAt: at } },
  );
  await collection('messages').insertMany(
    statuses.map((status) => ({
      workspaceId,
      campaignId,
      customerId: new ObjectId(),
      batch: 0,
      to: 'someone@example.com',
      status,
      attempts: 1,
      queuedAt: at,
      updatedAt: at,
    })),
  );
}

const NOTHING = {
  customers: 0,
  campaigns: 0,
  openFailures: 0,
};

it('adds up the campaigns of the last 30 days alone', async () => {
  expect(await getOverview(caller)).toMatchObject({ ...NOTHING, messages: { audience: 0, delivered: 0 } });

  await createCustomer(caller, { email: 'first@example.com' });
  await createOrder(caller, {
    orderId: 'A1',
    customerEmail: 'first@example.com',
    orderAmount: 5,
    orderDate: new Date(),
  });
  const rules = { combinator: 'and' as const, rules: [] };
  const { id: audienceId } = await createAudience(caller, { name: 'Everyone', rules });
  await launched(audienceId, 1, ['DELIVERED', 'DELIVERED', 'BOUNCED', 'DEAD', 'SENT', 'SKIPPED']);
  await launched(audienceId, 29, ['DELIVERED', 'FAILED', 'QUEUED', 'QUEUED', 'CANCELLED']);
  await launched(audienceId, 31, ['DELIVERED', 'DELIVERED']);
  const overview = await getOverview(caller);
  expect(overview).toMatchObject({
    customers: 1,
    campaigns: 2,
    messages: {
      audience: 11,
      queued: 2,
      sending: 0,
      sent: 1,
      delivered: 3,
      bounced: 1,
      failed: 2,
      dead: 1,
      skipped: 1,
      cancelled: 1,
    },
  });
  expect(ledgerAddsUp(overview.messages)).toBe(true);
  expect(await getOverview(stranger)).toMatchObject(NOTHING);
});

it('needs both permissions of an API key', async () => {
  const key: Caller = { ...caller, scopes: ['campaigns:read'] };
  await expect(getOverview(key)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { closeDatabase, collection } from '../../../server/db.ts';
import type { Caller } from '../../../server/permissions.ts';
import { closeRedis, redis } from '../../../server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../../server/testing/workspace.ts';
import { type CampaignDocument, insertCampaign } from '../campaigns.repository.ts';
import { setDispatched } from '../dispatches.repository.ts';
import { insertQueued } from '../messages.repository.ts';
import { type LedgerStats, ledgerAddsUp } from '../messages.schema.ts';
import { openInTally, recount, tallyOf, touchTally } from './tally.ts';

let caller: Caller;
let campaign: CampaignDocument;
const idOf = () => campaign._id.toHexString();
const messages = () => collection('messages');

beforeAll(async () => {
  caller = await createTestWorkspace();
});
beforeEach(async () => {
  campaign = await insertCampaign(caller.workspaceId, {
    name: 'Sample',
    audienceId: new ObjectId().toHexString(),
    channel: 'EMAIL',
    template: { subject: 'Hello', body: 'Hello' },
  });
});
afterAll(async () => {
  await dropTestWorkspace(caller);
  await closeRedis();
  await closeDatabase();
});

async function addBatch(batch: number, n: number): Promise<void> {
  const recipients = Array.from({ length: n }, () => ({ customerId: new ObjectId(), to: 'a@example.com' }));
  await insertQueued(campaign.workspaceId, campaign._id, batch, recipients);
}
const move = (batch: number, status: string) =>
  messages().updateMany({ campaignId: campaign._id, batch }, { $set: { status } });
async function figures(): Promise<Partial<LedgerStats>> {
  const stats = await tallyOf(campaign);
  expect(ledgerAddsUp(stats)).toBe(true);
  return Object.fromEntries(Object.entries(stats).filter(([, n]) => n > 0));
}

it('counts everything at first, and afterwards what was touched', async () => {
  await addBatch(0, 3);
  await addBatch(1, 2);
  expect(await figures()).toEqual({ audience: 5, queued: 5 });
  await move(0, 'SENT');
  await move(1, 'DELIVERED');
  await touchTally(idOf(), [1]);
  // Batch 0 was not named, so what is known of it stands.
  expect(await figures()).toEqual({ audience: 5, queued: 3, delivered: 2 });
  await touchTally(idOf(), [0, 1]);
  expect(await figures()).toEqual({ audience: 5, sent: 3, delivered: 2 });
  await move(0, 'DEAD');
  expect(await recount(campaign)).toMatchObject({ failed: 3, dead: 3, delivered: 2 });
});

it('takes a fresh batch as it is said to be, but never over what was counted', async () => {
  expect(await figures()).toEqual({});
  await addBatch(0, 2);
  await openInTally(idOf(), 0, 2);
  expect(await figures()).toEqual({ audience: 2, queued: 2 });
  await move(0, 'SENT');
  await touchTally(idOf(), [0]);
  expect(await figures()).toEqual({ audience: 2, sent: 2 });
  await openInTally(idOf(), 0, 2);
  expect(await figures()).toEqual({ audience: 2, sent: 2 });
});

it('counts again what was touched while it counted', async () => {
  await addBatch(0, 1);
  await tallyOf(campaign);
  await touchTally(idOf(), [0]);
  // The touch comes after the count has begun and before it ends, at every point in turn.
  for (let i = 0; i < 20; i += 1) {
    const counting = tallyOf(campaign);
    const changed = move(0, i % 2 === 0 ? 'SENT' : 'QUEUED').then(() => touchTally(idOf(), [0]));
    await Promise.all([counting, changed]);
    expect(await figures()).toEqual(i % 2 === 0 ? { audience: 1, sent: 1 } : { audience: 1, queued: 1 });
  }
});

it('is not thrown back by a count that began earlier and ends later', async () => {
  await addBatch(0, 1);
  await tallyOf(campaign);
  const key = `nexusflow:tally:{${idOf()}}`;
  await move(0, 'DELIVERED');
  await touchTally(idOf(), [0]);
  expect(await figures()).toEqual({ audience: 1, delivered: 1 });
  const counted = await redis().hget(key, '0');
  // What a slow process would write now: an earlier turn, an older state.
  await openInTally(idOf(), 0, 1);
  expect(await redis().hget(key, '0')).toBe(counted);
});

it('counts anew when Redis has lost it', async () => {
  await addBatch(0, 4);
  await tallyOf(campaign);
  await move(0, 'DELIVERED');
  await redis().del(`nexusflow:tally:{${idOf()}}`, `nexusflow:tally:{${idOf()}}:touched`);
  expect(await figures()).toEqual({ audience: 4, delivered: 4 });
});

it('tells what is with the vendor from what waits', async () => {
  await addBatch(0, 3);
  const ids = await messages().distinct('_id', { campaignId: campaign._id });
  const name = { workspaceId: campaign.workspaceId, campaignId: campaign._id, batch: 0 };
  await setDispatched(name, ids.slice(0, 2));
  expect(await figures()).toEqual({ audience: 3, queued: 1, sending: 2 });
  await setDispatched(name, []);
  expect(await figures()).toEqual({ audience: 3, queued: 3 });
});

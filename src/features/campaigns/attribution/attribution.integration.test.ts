import { Long, ObjectId } from 'mongodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDatabase, collection } from '../../../server/db.ts';
import type { Caller } from '../../../server/permissions.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../../server/testing/workspace.ts';
import type { StoredStatus } from '../messages.schema.ts';
import { type AttributedOrder, attributeOrders, ordersOfCampaign } from './attribution.service.ts';

const DAY = 86_400_000;
const BEGIN = Date.UTC(2026, 2, 1);
const at = (days: number) => new Date(BEGIN + days * DAY);
const [first, second] = [new ObjectId(), new ObjectId()];
const people = Array.from({ length: 4 }, () => new ObjectId());
const [ann, ben, cat, dan] = people as [ObjectId, ObjectId, ObjectId, ObjectId];

let caller: Caller;
let stranger: Caller;
const idOf = (who: Caller) => new ObjectId(who.workspaceId);
let orders = 0;

async function message(
  who: Caller,
  campaignId: ObjectId,
  customerId: ObjectId,
  status: StoredStatus,
  sent: number,
  delivered: number | null = null,
): Promise<void> {
  await collection('messages').insertOne({
    workspaceId: idOf(who),
    campaignId,
    customerId,
    batch: 0,
    to: null,
    status,
    attempts: 1,
    queuedAt: at(sent),
    sentAt: at(sent),
    deliveredAt: delivered === null ? null : at(delivered),
    updatedAt: at(sent),
  });
}
async function order(who: Caller, customerId: ObjectId, amount: number, days: number): Promise<void> {
  orders += 1;
  await collection('orders').insertOne({
    workspaceId: idOf(who),
    orderId: `A${orders}`,
    customerId,
    amount: Long.fromNumber(amount),
    placedAt: at(days),
    createdAt: at(days),
    updatedAt: at(days),
  });
}

beforeAll(async () => {
  [caller, stranger] = await Promise.all([createTestWorkspace(), createTestWorkspace()]);
  // Ann got both, Ben the first alone; to Cat the second bounced; Dan's was sent and never spoken of again.
  await message(caller, first, ann, 'DELIVERED', 0, 1);
  await message(caller, second, ann, 'DELIVERED', 3, 3);
  await message(caller, first, ben, 'DELIVERED', 0, 0);
  await message(caller, first, cat, 'DELIVERED', 0, 0);
  await message(caller, second, cat, 'BOUNCED', 3);
  await message(caller, second, dan, 'SENT', 3);
  await order(caller, ann, 1, 0.5);
  await order(caller, ann, 2, 2);
  await order(caller, ann, 4, 4);
  await order(caller, ann, -1, 5);
  await order(caller, ben, 8, 7);
  await order(caller, ben, 16, 7.5);
  await order(caller, cat, 32, 4);
  await order(caller, dan, 64, 9);
  await message(stranger, first, ann, 'DELIVERED', 0, 0);
  await order(stranger, ann, 1_000, 1);
});
afterAll(async () => {
  await Promise.all([dropTestWorkspace(caller), dropTestWorkspace(stranger)]);
  await closeDatabase();
});

async function all<T>(pages: AsyncIterable<T[]>): Promise<T[]> {
  const found: T[] = [];
  for await (const page of pages) found.push(...page);
  return found;
}
const sum = (some: readonly Pick<AttributedOrder, 'amount'>[]) =>
  Number(some.reduce((total, { amount }) => total + amount, 0n));

it('counts each order for the last message that reached its customer, by time and by campaign alike', async () => {
  const range = { from: at(0), to: at(9), days: 7 };
  expect(sum(await all(attributeOrders(idOf(caller), range)))).toBe(1 + 2 + 4 - 1 + 8 + 16 + 32);
  const found = await all(attributeOrders(idOf(caller), { ...range, to: at(10) }));
  const ofCampaign = (id: ObjectId | null) =>
    found.filter(({ message: m }) => (id ? m?.campaignId.equals(id) : m === null));
  expect(sum(ofCampaign(first))).toBe(2 + 8 + 32);
  expect(sum(ofCampaign(second))).toBe(4 - 1 + 64);
  expect(sum(ofCampaign(null))).toBe(1 + 16);
  for (const [id, earned] of [
    [first, 42],
    [second, 67],
  ] as const)
    expect(sum(await all(ordersOfCampaign(idOf(caller), id, { days: 7 })))).toBe(earned);
  expect(sum(await all(ordersOfCampaign(idOf(caller), first, { days: 2 })))).toBe(2);
});

it('stops when it is told to', async () => {
  const stopped = AbortSignal.abort(new Error('Stopped'));
  const range = { from: at(0), to: at(9), days: 7 };
  await expect(all(attributeOrders(idOf(caller), range, stopped))).rejects.toThrow('Stopped');
});

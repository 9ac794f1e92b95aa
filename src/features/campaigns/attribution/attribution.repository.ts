import type { ObjectId } from 'mongodb';
import { messages } from '../messages.repository.ts';
import { type ReachedMessage, toReached } from './last-message.ts';

const projection = {
  campaignId: 1,
  customerId: 1,
  variant: 1,
  status: 1,
  queuedAt: 1,
  sentAt: 1,
  deliveredAt: 1,
};

/** Whom a campaign reached, in the order of an index. */
export async function* walkReached(
  workspaceId: ObjectId,
  campaignId: ObjectId,
): AsyncGenerator<ReachedMessage> {
  const rows = messages().find(
    { workspaceId, campaignId },
    { projection, sort: { customerId: 1 }, batchSize: 2_000 },
  );
  for await (const row of rows) {
    const reached = toReached(row);
    if (reached) yield reached;
  }
}

/** All that reached these customers, of any campaign; by customer. */
export async function findReachedOf(
  workspaceId: ObjectId,
  customerIds: readonly ObjectId[],
): Promise<Map<string, ReachedMessage[]>> {
  // By equality alone, and the rest in memory: with a condition more the embedded server looks at every row for it (1.5 s
  // instead of 8 ms among a quarter of a million).
  const rows = await messages()
    .find({ workspaceId, customerId: { $in: [...customerIds] } }, { projection, batchSize: 10_000 })
    .toArray();
  const reached = rows.flatMap((row) => {
    const message = toReached(row);
    return message ? [message] : [];
  });
  return Map.groupBy(reached, ({ customerId }) => customerId.toHexString());
}

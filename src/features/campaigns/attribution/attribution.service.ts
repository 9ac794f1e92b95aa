import { ObjectId } from 'mongodb';
import { inPages } from '../../../lib/in-pages.ts';
import { ordersOfCustomers, type PlacedOrder, walkPlacedOrders } from '../../orders/order-aggregates.ts';
import { findReachedOf, walkReached } from './attribution.repository.ts';
import { lastMessageBefore, type ReachedMessage } from './last-message.ts';

/**
 * Which orders campaigns earned. There is one rule (`last-message.ts`) and two ways to go through orders by it, which
 * agree: by the time they were placed, for the whole workspace, and by whom one campaign reached. Refunds follow the same
 * rule: their negative amounts lower what is earned, and they are no orders.
 */
export interface AttributedOrder extends PlacedOrder {
  /** What it is counted for; null when no message came within the days before it. */
  message: ReachedMessage | null;
}

const PAGE = 2_000;
const DAY_MS = 86_400_000;

/**
 * Orders and refunds placed from one moment until before another, in pages, each with the message it is counted for.
 * @throws the signal's reason when it aborts on the way
 */
export async function* attributeOrders(
  workspaceId: ObjectId,
  { from, to, days }: { from: Date; to: Date; days: number },
  signal?: AbortSignal,
): AsyncGenerator<AttributedOrder[]> {
  for await (const page of inPages(walkPlacedOrders(workspaceId, from, to), PAGE)) {
    signal?.throwIfAborted();
    if (page.length > 0) yield attributed(workspaceId, page, days);
  }
}

/** An order counted for a campaign. */
export type EarnedOrder = PlacedOrder & { message: ReachedMessage };

/**
 * Orders and refunds that are counted for one campaign, in pages. It goes through those the campaign reached, so it costs
 * the same however many orders the workspace has.
 * @throws the signal's reason when it aborts on the way
 */
export async function* ordersOfCampaign(
  workspaceId: ObjectId,
  campaignId: ObjectId,
  { days }: { days: number },
  signal?: AbortSignal,
): AsyncGenerator<EarnedOrder[]> {
  for await (const page of inPages(walkReached(workspaceId, campaignId), PAGE)) {
    signal?.throwIfAborted();
    const moments = page.map(({ at }) => at.getTime());
    if (moments.length === 0) return;
    const placed = await ordersOfCustomers(
      workspaceId,
      page.map(({ customerId }) => customerId),
      new Date(Math.min(...moments)),
      new Date(Math.max(...moments) + days * DAY_MS + 1),
    );
    if (placed.length === 0) continue;
    const orders = await attributed(workspaceId, placed, days);
    yield orders.flatMap(({ message, ...order }) =>
      message?.campaignId.equals(campaignId) ? [{ ...order, message }] : [],
    );
  }
}

async function attributed(
  workspaceId: ObjectId,
  placed: readonly PlacedOrder[],
  days: number,
): Promise<AttributedOrder[]> {
  const buyers = [...new Set(placed.map(({ customerId }) => customerId.toHexString()))];
  const reached = await findReachedOf(
    workspaceId,
    buyers.map((id) => new ObjectId(id)),
  );
  return placed.map((order) => {
    const messages = reached.get(order.customerId.toHexString()) ?? [];
    return { ...order, message: lastMessageBefore(messages, order.placedAt, days) };
  });
}

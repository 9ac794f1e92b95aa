import { ObjectId } from 'mongodb';
import { inPages } from '../../../lib/in-pages.ts';
import { findGroupsOf } from '../../customers/customers.service.ts';
import { ordersOfCustomers, type PlacedOrder } from '../../orders/order-aggregates.ts';
import { findReachedOf } from '../attribution/attribution.repository.ts';
import { lastMessageBefore } from '../attribution/last-message.ts';
import type { OutcomeRow } from './outcomes.repository.ts';
import { LONGEST_DAYS } from './results.schema.ts';

const PAGE = 2_000;
export const DAY_MS = 86_400_000;

/** An order or refund, and how long after a moment it was placed. */
export interface OrderAfter {
  /** Minor units; negative is a refund. */
  amount: number;
  /** Milliseconds. */
  after: number;
}

/** What became of one recipient. */
export interface RecipientOutcome<T extends OutcomeRow> {
  row: T;
  country: string | null;
  segment: string | null;
  /** Orders that count for the campaign's message, with the time since it reached them: at most the longest window. */
  earned: OrderAfter[];
  /** All orders since the campaign came to them, whatever message they count for. */
  placed: OrderAfter[];
}

/**
 * Goes through a campaign's rows with who they are to and what those ordered, 2,000 at a time: what is in memory does not
 * grow with the campaign. Three quick questions by id for each page, at the same time, and one more about who ordered.
 */
export async function* walkOutcomes<T extends OutcomeRow>(
  { workspaceId, campaignId }: { workspaceId: ObjectId; campaignId: ObjectId },
  rows: AsyncIterable<T>,
): AsyncGenerator<RecipientOutcome<T>[]> {
  for await (const page of inPages(rows, PAGE)) {
    if (page.length === 0) return;
    yield outcomesOf({ workspaceId, campaignId }, page);
  }
}

async function outcomesOf<T extends OutcomeRow>(
  { workspaceId, campaignId }: { workspaceId: ObjectId; campaignId: ObjectId },
  page: readonly T[],
): Promise<RecipientOutcome<T>[]> {
  const ids = page.map((row) => row.customerId);
  const moments = page.flatMap((row) => [row.queuedAt.getTime(), row.deliveredAt?.getTime() ?? 0]);
  const from = new Date(Math.min(...page.map((row) => row.queuedAt.getTime())));
  const to = new Date(Math.max(...moments) + LONGEST_DAYS * DAY_MS + 1);
  const [groups, orders] = await Promise.all([
    findGroupsOf(workspaceId, ids),
    ordersOfCustomers(workspaceId, ids, from, to),
  ]);
  const ordersOf = Map.groupBy(orders, (order) => order.customerId.toHexString());
  const reached = await findReachedOf(
    workspaceId,
    Array.from(ordersOf.keys(), (id) => new ObjectId(id)),
  );
  return page.map((row) => {
    const customerId = row.customerId.toHexString();
    const own = groups.get(customerId) ?? [];
    const theirs = ordersOf.get(customerId) ?? [];
    const messages = reached.get(customerId) ?? [];
    return {
      row,
      country: own.find(({ kind }) => kind === 'country')?.name ?? null,
      segment: own.find(({ kind }) => kind === 'segment')?.name ?? null,
      placed: theirs.flatMap((order) => afterMoment(order, row.queuedAt)),
      earned: theirs.flatMap((order) => {
        const message = lastMessageBefore(messages, order.placedAt, LONGEST_DAYS);
        return message?.campaignId.equals(campaignId) ? afterMoment(order, message.at) : [];
      }),
    };
  });
}

/** None when it was placed before the moment, or later than the longest window. */
function afterMoment({ amount, placedAt }: PlacedOrder, moment: Date): OrderAfter[] {
  const after = placedAt.getTime() - moment.getTime();
  return after < 0 || after > LONGEST_DAYS * DAY_MS ? [] : [{ amount: Number(amount), after }];
}

import type { ObjectId } from 'mongodb';
import { attributeOrders } from '../../campaigns/attribution/attribution.service.ts';
import { ATTRIBUTION_DAYS } from '../../campaigns/attribution/last-message.ts';
import type { Basis, OrderFigures } from './campaign-days.repository.ts';
import { addDays, startOfDay } from './zone-days.ts';

/** The figures of the orders of some days in a row, each day by the campaign its orders are counted for. */
export async function computeOrderDays(
  workspaceId: ObjectId,
  days: readonly string[],
  { timeZone, dayOf, basis }: { timeZone: string; dayOf: (moment: Date) => string; basis: Basis },
): Promise<Map<string, OrderFigures>> {
  const sums = new Map(
    days.map((day) => [day, new Map<string | null, { orders: number; revenue: bigint }>()]),
  );
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return new Map();
  const range = {
    from: startOfDay(first, timeZone),
    to: startOfDay(addDays(last, 1), timeZone),
    days: ATTRIBUTION_DAYS,
  };
  for await (const page of attributeOrders(workspaceId, range))
    for (const { placedAt, amount, message } of page) {
      const day = sums.get(dayOf(placedAt));
      if (!day) throw new Error('An order lies outside the days it was asked for');
      const campaign = message?.campaignId.toHexString() ?? null;
      const sum = day.get(campaign) ?? { orders: 0, revenue: 0n };
      sum.revenue += amount;
      if (amount >= 0n) sum.orders += 1;
      day.set(campaign, sum);
    }
  return new Map(
    [...sums].map(([day, byCampaign]) => [
      day,
      {
        basis,
        campaigns: [...byCampaign].map(([id, { orders, revenue }]) => ({
          id,
          orders,
          revenue: String(revenue),
        })),
      },
    ]),
  );
}

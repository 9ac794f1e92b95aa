import type { OutcomeRow } from './outcomes.repository.ts';
import { resultDays } from './results.schema.ts';
import type { Sums } from './statistics.ts';
import { DAY_MS, type OrderAfter, type RecipientOutcome } from './walk-outcomes.ts';

/** What people ordered within so many days. Amounts in minor units; a refund lowers `revenue` and is no order. */
export interface Earned {
  days: number;
  buyers: number;
  orders: number;
  /** Of the orders alone. */
  ordered: number;
  revenue: number;
  /** Of each person's revenue, squared: for how unevenly it is spread. */
  squares: number;
}

/** Some of a campaign's people and what became of them, added up for every window at once. */
export class Totals {
  people = 0;
  delivered = 0;
  opened = 0;
  clicked = 0;
  unsubscribed = 0;
  readonly earned: Earned[] = resultDays.map((days) => ({
    days,
    buyers: 0,
    orders: 0,
    ordered: 0,
    revenue: 0,
    squares: 0,
  }));

  add(row: OutcomeRow, orders: readonly OrderAfter[]): void {
    this.people += 1;
    if (row.status === 'DELIVERED') this.delivered += 1;
    if (row.openedAt) this.opened += 1;
    if (row.clickedAt) this.clicked += 1;
    if (row.unsubscribedAt) this.unsubscribed += 1;
    if (orders.length === 0) return;
    for (const window of this.earned) {
      const within = orders.filter(({ after }) => after <= window.days * DAY_MS);
      const bought = within.filter(({ amount }) => amount >= 0);
      const revenue = sumOf(within);
      window.buyers += bought.length > 0 ? 1 : 0;
      window.orders += bought.length;
      window.ordered += sumOf(bought);
      window.revenue += revenue;
      window.squares += revenue * revenue;
    }
  }

  /** Of one window. @throws RangeError for days that are not counted */
  within(days: number): Earned {
    const found = this.earned.find((window) => window.days === days);
    if (!found) throw new RangeError(`Nothing is counted for ${days} days`);
    return found;
  }

  /** Revenue by person, as a sample. */
  revenueSums(days: number): Sums {
    const { revenue, squares } = this.within(days);
    return { n: this.people, sum: revenue, squares };
  }
}

const sumOf = (orders: readonly OrderAfter[]): number => orders.reduce((sum, { amount }) => sum + amount, 0);

/** All that is counted of a campaign. */
export interface CampaignTotals {
  all: Totals;
  variants: Map<string, Totals>;
  countries: Map<string | null, Totals>;
  segments: Map<string | null, Totals>;
  /** For the lift: all orders since the launch, of those written to and of those held out. */
  written: Totals;
  heldOut: Totals;
  /** When the last message reached somebody (ms since 1970); null when none did. */
  lastReached: number | null;
}

export const emptyTotals = (): CampaignTotals => ({
  all: new Totals(),
  variants: new Map(),
  countries: new Map(),
  segments: new Map(),
  written: new Totals(),
  heldOut: new Totals(),
  lastReached: null,
});

/** Whom the vendor was asked to write to, whatever came of it: those the holdout is like in all else. */
const WRITTEN: readonly OutcomeRow['status'][] = ['SENT', 'DELIVERED', 'BOUNCED', 'DEAD'];
/** Different countries or groups counted apart; a shop with more than that has the rest in none. */
const MOST_GROUPS = 2_000;

export function addOutcome(totals: CampaignTotals, outcome: RecipientOutcome<OutcomeRow>): void {
  const { row, country, segment, earned, placed } = outcome;
  if (row.status === 'SKIPPED' && row.skipReason === 'HOLDOUT') totals.heldOut.add(row, placed);
  if (!WRITTEN.includes(row.status)) return;
  totals.written.add(row, placed);
  totals.all.add(row, earned);
  groupIn(totals.countries, country)?.add(row, earned);
  groupIn(totals.segments, segment)?.add(row, earned);
  if (row.variant) groupIn(totals.variants, row.variant)?.add(row, earned);
  const reachedAt = (row.deliveredAt ?? row.sentAt)?.getTime();
  if (reachedAt) totals.lastReached = Math.max(totals.lastReached ?? 0, reachedAt);
}

function groupIn<K>(groups: Map<K, Totals>, key: K): Totals | undefined {
  if (!groups.has(key) && groups.size < MOST_GROUPS) groups.set(key, new Totals());
  return groups.get(key);
}

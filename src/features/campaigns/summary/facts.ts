import { ObjectId } from 'mongodb';
import { formatMoney } from '../../../lib/format.ts';
import { impersonal } from '../../../lib/impersonal.ts';
import { inPages } from '../../../lib/in-pages.ts';
import { toMajorUnits } from '../../../lib/money.ts';
import { findGroupsOf } from '../../customers/customers.service.ts';
import { ordersPlacedBetween } from '../../orders/order-aggregates.ts';
import { findWorkspace } from '../../workspaces/workspaces.service.ts';
import type { CampaignDocument } from '../campaigns.repository.ts';
import { type LedgerStats, type StoredStatus, statsFromCounts } from '../messages.schema.ts';
import { findDeliveries, type Outcome, walkOutcomes } from './facts.repository.ts';
import { type Difference, type GroupFigures, notableGroups } from './groups.ts';

/** All a summary may speak of; every figure is a count of rows. */
export interface CampaignFacts {
  cancelled: boolean;
  stats: LedgerStats;
  /** From the launch to the end, in milliseconds; null when one of the two is missing. */
  tookMs: number | null;
  /** Why people were left out, most frequent first. */
  skips: { reason: string; detail: string | null; count: number }[];
  /** What vendors said of what failed or bounced, most frequent first. */
  failures: { reason: string; count: number }[];
  opened: number;
  clicked: number;
  complained: number;
  unsubscribed: number;
  groups: Difference[];
  /** Orders of people it reached, placed after it did; null when there are none or too many to look at. */
  orders: { people: number; orders: number; revenue: string; days: number; over: boolean } | null;
}

const PAGE = 2_000;
/** Different tags, countries and segments looked at; a workspace with more has the rest left out of the comparison. */
const MAX_GROUPS = 2_000;
/** Orders placed within so many days of the launch are looked at. */
const ORDER_DAYS = 7;
const MAX_ORDERS = 50_000;
const DAY_MS = 86_400_000;

/**
 * Goes through the whole ledger of a campaign once, in bounded memory.
 * @throws the signal's reason when it aborts on the way
 */
export async function collectFacts(
  campaign: CampaignDocument,
  now: Date,
  signal?: AbortSignal,
): Promise<CampaignFacts> {
  const { workspaceId, _id } = campaign;
  const counted = new OutcomeCounts();
  for await (const page of inPages(walkOutcomes(workspaceId, _id), PAGE)) {
    signal?.throwIfAborted();
    const written = page.filter(({ status }) => status !== 'SKIPPED' && status !== 'CANCELLED');
    const groups = await findGroupsOf(
      workspaceId,
      written.map(({ customerId }) => customerId),
    );
    for (const outcome of page) counted.add(outcome);
    for (const { customerId, status } of written)
      counted.addToGroups(groups.get(customerId.toHexString()) ?? [], status === 'DELIVERED');
  }
  const { launchedAt, completedAt } = campaign;
  return {
    cancelled: campaign.status === 'CANCELLED',
    ...counted.result(),
    tookMs: launchedAt && completedAt ? completedAt.getTime() - launchedAt.getTime() : null,
    orders: await ordersAfter(campaign, now),
  };
}

const MAX_REASON = 120;

class OutcomeCounts {
  private readonly statuses: Partial<Record<StoredStatus, number>> = {};
  private readonly skips = new Map<string, CampaignFacts['skips'][number]>();
  private readonly failures = new Map<string, number>();
  private readonly groups = new Map<string, GroupFigures>();
  private readonly read = { opened: 0, clicked: 0, complained: 0, unsubscribed: 0 };
  private written = 0;

  add({ status, skipReason, failureReason, ...reader }: Outcome): void {
    this.statuses[status] = (this.statuses[status] ?? 0) + 1;
    if (status === 'SKIPPED') this.addSkip(skipReason ?? '', failureReason ?? null);
    else if (status !== 'CANCELLED') this.written += 1;
    if ((status === 'DEAD' || status === 'BOUNCED') && failureReason) {
      // The same reason for many, and nobody's address in a summary.
      const reason = impersonal(failureReason).slice(0, MAX_REASON);
      this.failures.set(reason, (this.failures.get(reason) ?? 0) + 1);
    }
    if (reader.openedAt) this.read.opened += 1;
    if (reader.clickedAt) this.read.clicked += 1;
    if (reader.complainedAt) this.read.complained += 1;
    if (reader.unsubscribedAt) this.read.unsubscribed += 1;
  }

  private addSkip(reason: string, detail: string | null): void {
    const key = `${reason}|${detail ?? ''}`;
    const skip = this.skips.get(key) ?? { reason, detail, count: 0 };
    skip.count += 1;
    this.skips.set(key, skip);
  }

  addToGroups(names: readonly Pick<GroupFigures, 'kind' | 'name'>[], delivered: boolean): void {
    for (const { kind, name } of names) {
      const key = `${kind}|${name.toLowerCase()}`;
      const group = this.groups.get(key) ?? { kind, name, people: 0, delivered: 0 };
      if (group.people === 0 && this.groups.size >= MAX_GROUPS) continue;
      group.people += 1;
      if (delivered) group.delivered += 1;
      this.groups.set(key, group);
    }
  }

  result(): Omit<CampaignFacts, 'cancelled' | 'tookMs' | 'orders'> {
    const stats = statsFromCounts(this.statuses);
    return {
      stats,
      skips: [...this.skips.values()].sort((a, b) => b.count - a.count),
      failures: [...this.failures]
        .map(([reason, count]) => ({ reason, count }))
        .sort((a, b) => b.count - a.count),
      ...this.read,
      groups: notableGroups(this.groups.values(), { people: this.written, delivered: stats.delivered }),
    };
  }
}

/** What people it reached ordered afterwards: refunds do not count, nor does what they ordered before they got it. */
async function ordersAfter(
  { workspaceId, _id, launchedAt }: CampaignDocument,
  now: Date,
): Promise<CampaignFacts['orders']> {
  if (!launchedAt) return null;
  const end = new Date(launchedAt.getTime() + ORDER_DAYS * DAY_MS);
  const until = end < now ? end : now;
  const placed = await ordersPlacedBetween(workspaceId, launchedAt, until, MAX_ORDERS);
  if (!placed || placed.length === 0) return null;
  const buyers = [...new Set(placed.map(({ customerId }) => customerId.toHexString()))];
  const reached = new Map<string, Date>();
  for (let i = 0; i < buyers.length; i += PAGE) {
    const ids = buyers.slice(i, i + PAGE).map((id) => new ObjectId(id));
    for (const [id, at] of await findDeliveries(workspaceId, _id, ids)) reached.set(id, at);
  }
  const after = placed.filter(({ customerId, placedAt }) => {
    const at = reached.get(customerId.toHexString());
    return at !== undefined && placedAt >= at;
  });
  if (after.length === 0) return null;
  const { currency } = await findWorkspace(workspaceId.toHexString());
  const revenue = after.reduce((sum, { amount }) => sum + amount.toBigInt(), 0n);
  return {
    people: new Set(after.map(({ customerId }) => customerId.toHexString())).size,
    orders: after.length,
    revenue: formatMoney(toMajorUnits(revenue), currency),
    days: ORDER_DAYS,
    over: until === end,
  };
}

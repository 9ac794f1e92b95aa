import { formatMoney } from '../../../lib/format.ts';
import { impersonal } from '../../../lib/impersonal.ts';
import { inPages } from '../../../lib/in-pages.ts';
import { toMajorUnits } from '../../../lib/money.ts';
import { findGroupsOf } from '../../customers/customers.service.ts';
import { findWorkspace } from '../../workspaces/workspaces.service.ts';
import { ordersOfCampaign } from '../attribution/attribution.service.ts';
import { ATTRIBUTION_DAYS } from '../attribution/last-message.ts';
import type { CampaignDocument } from '../campaigns.repository.ts';
import { type LedgerStats, type StoredStatus, statsFromCounts } from '../messages.schema.ts';
import { type Outcome, walkOutcomes } from './facts.repository.ts';
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
  /** Orders that are counted for it; null when there are none. */
  orders: { people: number; orders: number; revenue: string; days: number; over: boolean } | null;
}

const PAGE = 2_000;
/** Different tags, countries and segments looked at; a workspace with more has the rest left out of the comparison. */
const MAX_GROUPS = 2_000;
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
    orders: await ordersAfter(campaign, now, signal),
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

/** What is counted for it (`attribution/`): refunds lower the revenue and are no orders. */
async function ordersAfter(
  { workspaceId, _id, completedAt }: CampaignDocument,
  now: Date,
  signal?: AbortSignal,
): Promise<CampaignFacts['orders']> {
  const people = new Set<string>();
  let [orders, revenue, last] = [0, 0n, completedAt?.getTime() ?? 0];
  const counted = ordersOfCampaign(workspaceId, _id, { days: ATTRIBUTION_DAYS }, signal);
  for await (const page of counted)
    for (const { amount, customerId, message } of page) {
      revenue += amount;
      last = Math.max(last, message.at.getTime());
      if (amount < 0n) continue;
      orders += 1;
      people.add(customerId.toHexString());
    }
  if (orders === 0) return null;
  const { currency } = await findWorkspace(workspaceId.toHexString());
  return {
    people: people.size,
    orders,
    revenue: formatMoney(toMajorUnits(revenue), currency),
    days: ATTRIBUTION_DAYS,
    over: now.getTime() > last + ATTRIBUTION_DAYS * DAY_MS,
  };
}

import { finalStatuses } from '../../../lib/campaign-status.ts';
import { averageMinorUnits, toMajorUnits } from '../../../lib/money.ts';
import { type Caller, requirePermission } from '../../../server/permissions.ts';
import { singleton } from '../../../server/singleton.ts';
import { findWorkspace } from '../../workspaces/workspaces.service.ts';
import type { CampaignDocument } from '../campaigns.repository.ts';
import { findOwn } from '../campaigns.service.ts';
import { walkRows } from './outcomes.repository.ts';
import {
  type Difference,
  type Figures,
  type GroupFigures,
  type Lift,
  type ResultDays,
  type Results,
  resultDays,
  type Share,
  type VariantFigures,
} from './results.schema.ts';
import {
  FEWEST_BUYERS,
  FEWEST_PEOPLE,
  type Interval,
  isBeyondChance,
  levelFor,
  meanOf,
  newcombe,
  type Proportion,
  shareOf,
  welch,
  wilson,
} from './statistics.ts';
import { addOutcome, type CampaignTotals, emptyTotals, type Totals } from './totals.ts';
import { DAY_MS, walkOutcomes } from './walk-outcomes.ts';

/**
 * What a campaign came to: orders that count for its messages within so many days (`attribution/last-message.ts`), by
 * variant with what the differences are worth, by country and RFM group, and the lift over its holdout group. Money is
 * exact: whole minor units are added up.
 *
 * The lift compares all orders within the days after the launch, of those written to and of those held out, whatever
 * message they count for: who is held out has no message that anything could count for. The interval of the difference of
 * shares is Newcombe's, that of revenue by person Welch's (`statistics.ts`).
 * @throws AppError NOT_FOUND also for another workspace's campaign
 */
export async function getResults(
  caller: Caller,
  { id, days }: { id: string; days: ResultDays },
): Promise<Results> {
  requireToSeeResults(caller);
  const campaign = await findOwn(caller, id);
  const [{ currency }, { totals, at }] = await Promise.all([
    findWorkspace(caller.workspaceId),
    totalsOf(campaign),
  ]);
  const over = finalStatuses.includes(campaign.status);
  return {
    campaignId: id,
    days,
    currency,
    workedOutAt: new Date(at),
    openUntil: over
      ? new Date((totals.lastReached ?? campaign.completedAt?.getTime() ?? at) + days * DAY_MS)
      : null,
    total: figuresOf(totals.all, days),
    byDays: resultDays.map((window) => {
      const { buyers, orders, revenue } = totals.all.within(window);
      return { days: window, buyers, orders, revenue: toMajorUnits(revenue) };
    }),
    variants: variantsOf(totals.variants, days),
    lift: liftOf(totals, days),
    countries: groupsOf(totals.countries, days),
    segments: groupsOf(totals.segments, days),
  };
}

/** Orders, who placed them and where they live are not the campaign's own. */
export function requireToSeeResults(caller: Caller): void {
  for (const permission of ['campaigns:read', 'customers:read', 'orders:read'] as const)
    requirePermission(caller, permission);
}

interface Kept {
  at: number;
  /** Milliseconds it took; null while it is being worked out. */
  took: number | null;
  totals: Promise<CampaignTotals>;
}
const kept = () => singleton('campaign-results', () => new Map<string, Kept>());
/** What took long is kept so many times as long, up to a minute: of few recipients it is always fresh. */
const KEEP_TIMES = 10;
const KEEP_AT_MOST_MS = 60_000;
const KEPT_AT_MOST = 50;

/** Everything that is counted, for every window at once, so that choosing another one costs nothing. */
async function totalsOf(campaign: CampaignDocument): Promise<{ totals: CampaignTotals; at: number }> {
  const key = campaign._id.toHexString();
  const known = kept().get(key);
  if (known && (known.took === null || Date.now() - known.at < keepMs(known.took)))
    return { totals: await known.totals, at: known.at };
  const entry: Kept = { at: Date.now(), took: null, totals: countTotals(campaign) };
  kept().delete(key);
  if (kept().size >= KEPT_AT_MOST) kept().delete(kept().keys().next().value ?? '');
  kept().set(key, entry);
  try {
    const totals = await entry.totals;
    entry.took = Date.now() - entry.at;
    return { totals, at: entry.at };
  } catch (error) {
    kept().delete(key);
    throw error;
  }
}

/** Too little to be worth keeping is not kept. */
const keepMs = (took: number): number => (took < 250 ? 0 : Math.min(took * KEEP_TIMES, KEEP_AT_MOST_MS));

async function countTotals({ workspaceId, _id }: CampaignDocument): Promise<CampaignTotals> {
  const totals = emptyTotals();
  const of = { workspaceId, campaignId: _id };
  for await (const page of walkOutcomes(of, walkRows(workspaceId, _id)))
    for (const outcome of page) addOutcome(totals, outcome);
  return totals;
}

function figuresOf(totals: Totals, days: number): Figures {
  const { people, delivered, opened, clicked, unsubscribed } = totals;
  const { buyers, orders, ordered, revenue } = totals.within(days);
  const average = averageMinorUnits(ordered, orders);
  return {
    people,
    delivered,
    opened,
    clicked,
    unsubscribed,
    buyers,
    orders,
    revenue: toMajorUnits(revenue),
    averageOrder: average === null ? null : toMajorUnits(average),
    perPerson: people === 0 ? 0 : toMajorUnits(revenue / people),
  };
}

const groupsOf = (groups: ReadonlyMap<string | null, Totals>, days: number): GroupFigures[] =>
  Array.from(groups, ([name, totals]) => ({ name, ...figuresOf(totals, days) })).toSorted(
    (a, b) => b.people - a.people || b.revenue - a.revenue || (a.name ?? '').localeCompare(b.name ?? ''),
  );

function variantsOf(variants: ReadonlyMap<string, Totals>, days: number): VariantFigures[] {
  const sorted = [...variants].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const first = sorted[0]?.[1];
  // With two others, either of them may seem to differ by chance.
  const level = levelFor(sorted.length - 1);
  return sorted.map(([variant, totals]) => {
    const compared = (of: (totals: Totals) => Proportion) => ({
      ...shareWith(of(totals)),
      toFirst: first && first !== totals ? differenceOf(of(totals), of(first), level) : null,
    });
    return {
      variant,
      ...figuresOf(totals, days),
      ordered: compared((t) => buyersOf(t, days)),
      clickedShare: compared((t) => ({ count: t.clicked, of: t.people })),
      tooFew: first !== undefined && first !== totals && areTooFew(totals, first, days),
    };
  });
}

const buyersOf = (totals: Totals, days: number): Proportion => ({
  count: totals.within(days).buyers,
  of: totals.people,
});

const shareWith = (proportion: Proportion): Share => ({
  share: shareOf(proportion),
  ...wilson(proportion),
});

const differenceOf = (a: Proportion, b: Proportion, level?: number): Difference =>
  judged(shareOf(a) - shareOf(b), newcombe(a, b, level));

const judged = (difference: number, { low, high }: Interval): Difference => ({
  difference,
  low,
  high,
  beyondChance: isBeyondChance({ low, high }),
});

const areTooFew = (a: Totals, b: Totals, days: number): boolean =>
  Math.min(a.people, b.people) < FEWEST_PEOPLE ||
  a.within(days).buyers + b.within(days).buyers < FEWEST_BUYERS;

function liftOf({ written, heldOut }: CampaignTotals, days: number): Lift | null {
  if (heldOut.people === 0) return null;
  const [a, b] = [written.revenueSums(days), heldOut.revenueSums(days)];
  const interval = welch(a, b);
  return {
    written: armOf(written, days),
    heldOut: armOf(heldOut, days),
    ordered: differenceOf(buyersOf(written, days), buyersOf(heldOut, days)),
    perPerson: interval && {
      ...judged(meanOf(a) - meanOf(b), interval),
      difference: toMajorUnits(meanOf(a) - meanOf(b)),
      low: toMajorUnits(interval.low),
      high: toMajorUnits(interval.high),
    },
    tooFew: areTooFew(written, heldOut, days),
  };
}

function armOf(totals: Totals, days: number): Lift['written'] {
  const { buyers, orders, revenue } = totals.within(days);
  return {
    people: totals.people,
    buyers,
    orders,
    revenue: toMajorUnits(revenue),
    ordered: shareWith(buyersOf(totals, days)),
    perPerson: totals.people === 0 ? 0 : toMajorUnits(revenue / totals.people),
  };
}

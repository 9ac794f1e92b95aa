import { ObjectId } from 'mongodb';
import { toMajorUnits } from '../../lib/money.ts';
import { type Outcomes, sentOf } from '../../lib/outcomes.ts';
import { DEFAULT_PERIOD, periods } from '../../lib/periods.ts';
import { AppError } from '../../server/errors.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { ATTRIBUTION_DAYS } from '../campaigns/attribution/last-message.ts';
import { hasLaunched } from '../campaigns/campaigns.service.ts';
import { findWorkspace } from '../workspaces/workspaces.service.ts';
import * as repository from './dashboard.repository.ts';
import type {
  AudienceFigures,
  DashboardData,
  DashboardFigures,
  DashboardInput,
  DashboardPoint,
} from './dashboard.schema.ts';
import { findMessageDays, type MessageFigures } from './days/campaign-days.repository.ts';
import { countDistinct } from './days/id-set.ts';
import { type KeptDays, keepDays } from './days/keep-days.ts';
import { addDays, countDays, dayDate, dayNamer, daysFrom } from './days/zone-days.ts';

/** More days than these are drawn by weeks. */
const MOST_DAYS_DRAWN = 92;
/** More audiences than these are not told of. */
const MOST_AUDIENCES = 12;

/**
 * The figures of a period and of the one of equal length before it, by the workspace's clocks.
 * @throws AppError VALIDATION when the period ends later than today
 */
export async function getDashboard(caller: Caller, input: DashboardInput): Promise<DashboardData> {
  requirePermission(caller, 'campaigns:read');
  requirePermission(caller, 'orders:read');
  const { currency, settings } = await findWorkspace(caller.workspaceId);
  const { timeZone } = settings;
  const workspaceId = new ObjectId(caller.workspaceId);
  const today = dayNamer(timeZone)(new Date());
  const { from, to } = rangeOf(input, today);
  const before = { from: addDays(from, -countDays(from, to)), to: addDays(from, -1) };
  const kept = await keepDays(workspaceId, timeZone, { from: before.from, to });
  const rows = await findMessageDays(workspaceId, before.from, to);
  const part = { rows, kept };
  return {
    from,
    to,
    today,
    timeZone,
    currency,
    attributionDays: ATTRIBUTION_DAYS,
    figures: figuresOf(part, from, to),
    before: { ...before, ...figuresOf(part, before.from, before.to) },
    points: pointsOf(part, from, to),
    audiences: await audiencesOf(workspaceId, part, from, to),
    any: kept.campaigns.length > 0 || (await hasLaunched(caller.workspaceId)),
  };
}

function rangeOf({ period, from, to }: DashboardInput, today: string): { from: string; to: string } {
  if (!from || !to) return { from: addDays(today, 1 - periods[period ?? DEFAULT_PERIOD]), to: today };
  if (to > today)
    throw new AppError('VALIDATION', 'The period ends later than today.', {
      errors: [{ path: 'to', message: `must not be later than today, ${today}` }],
    });
  return { from, to };
}

interface Part {
  rows: { campaignId: string; day: string; figures: MessageFigures }[];
  kept: KeptDays;
}
type Row = Part['rows'][number];

const within = <T extends { day: string }>(rows: readonly T[], from: string, to: string): T[] =>
  rows.filter(({ day }) => day >= from && day <= to);

const nothing = (): Outcomes & { unsubscribed: number } => ({
  delivered: 0,
  noReceipt: 0,
  bounced: 0,
  failed: 0,
  unsubscribed: 0,
});
function sumOf(rows: readonly Row[]): Outcomes & { unsubscribed: number } {
  const sum = nothing();
  for (const { figures } of rows) {
    sum.delivered += figures.delivered;
    sum.noReceipt += figures.noReceipt;
    sum.bounced += figures.bounced;
    sum.failed += figures.failed;
    sum.unsubscribed += figures.unsubscribed;
  }
  return sum;
}

/** Minor units are added up, exactly, and only their sum becomes major ones. */
function earnedOf(
  { kept }: Part,
  days: readonly string[],
  counts: (campaignId: string | null) => boolean,
): { revenue: number; orders: number } {
  let [revenue, orders] = [0n, 0];
  for (const day of days)
    for (const of of kept.orders.get(day)?.campaigns ?? [])
      if (counts(of.id)) {
        revenue += BigInt(of.revenue);
        orders += of.orders;
      }
  return { revenue: toMajorUnits(revenue), orders };
}

function figuresOf(part: Part, from: string, to: string): DashboardFigures {
  const rows = within(part.rows, from, to);
  const days = daysFrom(from, to);
  const packed = rows.map(({ figures }) => figures.people);
  const sent = rows.filter(({ figures }) => sentOf(figures) > 0);
  return {
    ...sumOf(rows),
    people: packed.includes(null) ? null : countDistinct(packed.filter((set) => set !== null)),
    campaigns: new Set(sent.map(({ campaignId }) => campaignId)).size,
    ...earnedOf(part, days, (id) => id !== null),
    shop: earnedOf(part, days, () => true),
  };
}

function pointsOf(part: Part, from: string, to: string): DashboardPoint[] {
  const days = daysFrom(from, to);
  const groups = days.length > MOST_DAYS_DRAWN ? weeksOf(days) : days.map((day) => [day]);
  return groups.flatMap((group) => {
    const [first, last] = [group[0], group.at(-1)];
    if (!first || !last) return [];
    return {
      day: first,
      days: group.length,
      ...sumOf(within(part.rows, first, last)),
      ...earnedOf(part, group, (id) => id !== null),
    };
  });
}

/** From Monday to Sunday; the first and the last may be shorter. */
function weeksOf(days: readonly string[]): string[][] {
  const weeks: string[][] = [];
  for (const day of days) {
    const week = weeks.at(-1);
    if (week && dayDate(day).getUTCDay() !== 1) week.push(day);
    else weeks.push([day]);
  }
  return weeks;
}

async function audiencesOf(
  workspaceId: ObjectId,
  part: Part,
  from: string,
  to: string,
): Promise<AudienceFigures[]> {
  const rows = within(part.rows, from, to);
  const days = daysFrom(from, to);
  const groups = Map.groupBy(part.kept.campaigns, ({ audienceId }) => audienceId.toHexString());
  const all = [...groups].flatMap(([id, campaigns]) => {
    const ids = new Set<string | null>(campaigns.map(({ _id }) => _id.toHexString()));
    const { unsubscribed: _, ...outcomes } = sumOf(rows.filter(({ campaignId }) => ids.has(campaignId)));
    const earned = earnedOf(part, days, (campaignId) => ids.has(campaignId));
    return sentOf(outcomes) > 0 || earned.orders > 0 || earned.revenue !== 0
      ? [{ id, ...outcomes, ...earned }]
      : [];
  });
  const top = all
    .sort((a, b) => b.revenue - a.revenue || b.delivered - a.delivered || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_AUDIENCES);
  const names = await repository.findAudienceNames(
    workspaceId,
    top.map(({ id }) => new ObjectId(id)),
  );
  return top.map((audience) => ({ ...audience, name: names.get(audience.id) ?? null }));
}

import type { ObjectId } from 'mongodb';
import { type ChangeMarks, readMarks } from '../../../server/change-marks.ts';
import { singleton } from '../../../server/singleton.ts';
import { ATTRIBUTION_DAYS } from '../../campaigns/attribution/last-message.ts';
import { LEDGER_PART, ledgerSubject } from '../../campaigns/engine/tally.ts';
import { orderSubject } from '../../orders/changed-days.ts';
import {
  type CampaignHead,
  findHeads,
  findLaunched,
  findOrderDays,
  type LaunchedCampaign,
  type OrderFigures,
  replaceCampaignDays,
  saveOrderDays,
} from './campaign-days.repository.ts';
import { computeMessageDays, nextHead } from './message-days.ts';
import { computeOrderDays } from './order-days.ts';
import { addDays, dayName, dayNamer, daysFrom, startOfDay } from './zone-days.ts';

/**
 * The figures of campaigns by day, kept so that a dashboard need not count half a million rows. None is ever added to: what
 * rows changed since (`server/change-marks.ts`) is computed from the rows again, all else is taken as it is.
 *
 * A campaign's messages depend on its own rows. A day's orders depend on the orders placed that day and on whom any campaign
 * reached on it or in the ATTRIBUTION_DAYS before.
 */

/** Of what is kept: raise it when the figures are made otherwise. */
const VERSION = 1;
const DAY_MS = 86_400_000;

export interface KeptDays {
  campaigns: LaunchedCampaign[];
  orders: Map<string, OrderFigures>;
}

/**
 * Sees to it that the figures of these days are as the rows are now.
 * @param range the days from one to another, by the workspace's clocks
 */
export async function keepDays(
  workspaceId: ObjectId,
  timeZone: string,
  range: { from: string; to: string },
): Promise<KeptDays> {
  // One after another in this process: who asks while it is being computed needs most of the same.
  const before = turns().get(workspaceId.toHexString()) ?? Promise.resolve();
  const mine = before.catch(() => undefined).then(() => bringUpToDate(workspaceId, timeZone, range));
  turns().set(workspaceId.toHexString(), mine);
  try {
    return await mine;
  } finally {
    if (turns().get(workspaceId.toHexString()) === mine) turns().delete(workspaceId.toHexString());
  }
}

const turns = () => singleton('campaign-days', () => new Map<string, Promise<unknown>>());

async function bringUpToDate(
  workspaceId: ObjectId,
  timeZone: string,
  range: { from: string; to: string },
): Promise<KeptDays> {
  const campaigns = await findLaunched(workspaceId, startOfDay(addDays(range.to, 1), timeZone));
  const orders = orderSubject(workspaceId.toHexString());
  const ledgers = campaigns.map(({ _id }) => ledgerSubject(_id.toHexString()));
  const marks = await readMarks([orders, ...ledgers]);
  const how = {
    workspaceId,
    timeZone,
    dayOf: dayNamer(timeZone),
    rules: `${VERSION}/${ATTRIBUTION_DAYS}/${timeZone}`,
  };
  const heads = await bringCampaigns(campaigns, marks, how);
  const known = await findOrderDays(workspaceId, range.from, range.to);
  const stale = daysFrom(range.from, range.to).filter((day) => !holds(day, known.get(day)));
  for (const run of runsOf(stale)) {
    const computed = await computeOrderDays(workspaceId, run, {
      ...how,
      basis: { ...marks.now, rules: how.rules },
    });
    await saveOrderDays(workspaceId, computed);
    for (const [day, figures] of computed) known.set(day, figures);
  }
  return { campaigns, orders: known };

  function holds(day: string, figures: OrderFigures | undefined): boolean {
    if (!figures || figures.basis.rules !== how.rules) return false;
    const [start, end] = [startOfDay(day, timeZone), startOfDay(addDays(day, 1), timeZone)];
    const utcDays = daysFrom(dayName(start), dayName(new Date(end.getTime() - 1)));
    if (!marks.holds(figures.basis, orders, utcDays)) return false;
    return heads.every(
      ({ from, to, reachedChange }) =>
        !from ||
        !to ||
        end < from ||
        start.getTime() > to.getTime() + ATTRIBUTION_DAYS * DAY_MS ||
        (reachedChange.era === figures.basis.era && reachedChange.at < figures.basis.at),
    );
  }
}

interface How {
  workspaceId: ObjectId;
  timeZone: string;
  dayOf: (moment: Date) => string;
  rules: string;
}

/** Computes those campaigns again whose rows have changed. Returns the heads of all. */
async function bringCampaigns(
  campaigns: readonly LaunchedCampaign[],
  marks: ChangeMarks,
  { workspaceId, dayOf, rules }: How,
): Promise<CampaignHead[]> {
  const known = await findHeads(workspaceId);
  const heads: CampaignHead[] = [];
  for (const { _id } of campaigns) {
    const id = _id.toHexString();
    const head = known.get(id);
    if (head?.basis.rules === rules && marks.holds(head.basis, ledgerSubject(id), [LEDGER_PART])) {
      heads.push(head);
      continue;
    }
    const days = await computeMessageDays(workspaceId, _id, dayOf);
    const next = nextHead(head, days, { ...marks.now, rules });
    await replaceCampaignDays(workspaceId, _id, days.figures, next);
    heads.push(next);
  }
  return heads;
}

/** Days that follow each other, together. */
function runsOf(days: readonly string[]): string[][] {
  const runs: string[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && addDays(run.at(-1) ?? '', 1) === day) run.push(day);
    else runs.push([day]);
  }
  return runs;
}

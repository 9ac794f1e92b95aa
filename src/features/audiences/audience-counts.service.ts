import { ObjectId } from 'mongodb';
import { toObjectId } from '../../server/db.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { enqueueAll } from '../../server/queue.ts';
import { workspaceIdsInPages } from '../workspaces/workspaces.service.ts';
import * as repository from './audience-counts.repository.ts';
import { workspaceDayJob } from './audiences.jobs.ts';
import * as audiences from './audiences.repository.ts';
import type { AudienceHistory, AudienceTrend } from './audiences.schema.ts';
import { requireAudience } from './audiences.service.ts';
import { changeOver, dayOf, daysBefore } from './history.ts';
import { countMatching } from './matching.repository.ts';

const KEPT_DAYS = 400;
/** What a list shows of each audience. */
const TREND_DAYS = 30;
const PAGE = 50;

/** The counts of an audience by day, at most 400 days back, and what has changed. @throws AppError NOT_FOUND */
export async function getAudienceHistory(caller: Caller, id: string): Promise<AudienceHistory> {
  requirePermission(caller, 'audiences:read');
  const { id: audienceId } = await requireAudience(caller.workspaceId, id);
  const rows = await repository.listCounts(
    new ObjectId(caller.workspaceId),
    [new ObjectId(audienceId)],
    daysBefore(dayOf(new Date()), KEPT_DAYS),
  );
  const items = rows.map(({ day, count }) => ({ day, count }));
  return { items, change7: changeOver(items, 7), change30: changeOver(items, 30) };
}

/** The last 30 days of several audiences; those of other workspaces are left out. */
export async function listAudienceTrends(
  caller: Caller,
  { ids }: { ids: readonly string[] },
): Promise<AudienceTrend[]> {
  requirePermission(caller, 'audiences:read');
  const rows = await repository.listCounts(
    new ObjectId(caller.workspaceId),
    ids.map(toObjectId),
    daysBefore(dayOf(new Date()), TREND_DAYS),
  );
  const byAudience = Map.groupBy(rows, ({ audienceId }) => audienceId.toHexString());
  return [...byAudience].map(([id, counts]) => ({
    id,
    items: counts.map(({ day, count }) => ({ day, count })),
  }));
}

/** Writes down how many an audience has today; nothing when it is gone. */
export async function recordCount(
  { workspaceId: workspace, audienceId }: { workspaceId: string; audienceId: string },
  now = new Date(),
): Promise<void> {
  const workspaceId = new ObjectId(workspace);
  const audience = await audiences.findAudience(workspaceId, new ObjectId(audienceId));
  if (!audience || audience.snapshot?.done === false) return;
  const count = await countMatching({ workspaceId, rules: audience.rules, now });
  await repository.saveCount(workspaceId, new ObjectId(audienceId), dayOf(now), count);
}

/** Gives every workspace a job for the day, which does nothing when its day is written down already. */
export async function startDay(now = new Date()): Promise<void> {
  const day = dayOf(now).toISOString().slice(0, 10);
  for await (const workspaceIds of workspaceIdsInPages())
    await enqueueAll(
      workspaceDayJob,
      workspaceIds.map((workspaceId) => ({ workspaceId, day })),
    );
}

/**
 * Writes down the day's count of each audience of a workspace that has none yet, and forgets those of more than 400 days
 * ago. Safe to run twice, and after a broken-off run it goes on with those left.
 */
export async function countWorkspaceDay(
  { workspaceId: workspace, day }: { workspaceId: string; day: string },
  signal: AbortSignal,
  now = new Date(),
): Promise<void> {
  const today = dayOf(now);
  // A job that waited over midnight would put today's count on yesterday.
  if (new Date(day).getTime() !== today.getTime()) return;
  const workspaceId = new ObjectId(workspace);
  let after: ObjectId | null = null;
  for (;;) {
    const page = await audiences.listAudiences(workspaceId, { limit: PAGE, after });
    const ids = page.map(({ id }) => new ObjectId(id));
    const counted = await repository.countedOn(workspaceId, ids, today);
    for (const { id, rules, snapshot } of page) {
      signal.throwIfAborted();
      if (counted.has(id) || snapshot?.done === false) continue;
      const count = await countMatching({ workspaceId, rules, now, signal });
      await repository.saveCount(workspaceId, new ObjectId(id), today, count);
    }
    after = ids.at(-1) ?? null;
    if (page.length < PAGE) break;
  }
  await repository.deleteCountsBefore(workspaceId, daysBefore(today, KEPT_DAYS));
}

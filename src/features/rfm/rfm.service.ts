import { ObjectId } from 'mongodb';
import { toMajorUnits } from '../../lib/money.ts';
import { publish } from '../../server/events.ts';
import { withLease } from '../../server/lease.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { enqueue } from '../../server/queue.ts';
import { rfmSegments } from '../audiences/rules/rfm-segments.ts';
import { computeRfmJob } from './rfm.jobs.ts';
import * as repository from './rfm.repository.ts';
import type { Boundaries, Rfm } from './rfm.schema.ts';

/** Customers scored by one command. */
const PAGE = 5_000;
const BUSY_RETRY_MS = 2_000;
/** Requests that come within this time become one: several imports end one after another. */
const GATHER_MS = 10_000;

export const rfmTopic = (workspaceId: string): string => `rfm.${workspaceId}`;

/** The segments with their figures as they are now, and the boundaries as they were last computed. */
export async function getRfm(caller: Caller): Promise<Rfm> {
  requirePermission(caller, 'audiences:read');
  const workspaceId = new ObjectId(caller.workspaceId);
  const [table, rows] = await Promise.all([
    repository.findTable(workspaceId),
    repository.groupSegments(workspaceId, new Date()),
  ]);
  const byName = new Map(rows.map((row) => [row._id, row]));
  const segments = rfmSegments.map(({ name }) => {
    const row = byName.get(name);
    return {
      segment: name,
      customers: row?.customers ?? 0,
      totalSpend: toMajorUnits(row?.totalSpend ?? 0),
      averageRecencyDays: row?.averageRecencyDays == null ? null : Math.max(0, row.averageRecencyDays),
    };
  });
  return {
    computedAt: table?.computedAt ?? null,
    boundaries: table ? shownBoundaries(table.boundaries) : null,
    customers: rows.reduce((sum, row) => sum + row.customers, 0),
    totalSpend: toMajorUnits(rows.reduce((sum, row) => sum + Number(row.totalSpend), 0)),
    segments,
  };
}

const shownBoundaries = ({ recency, frequency, monetary }: repository.StoredBoundaries): Boundaries => ({
  recency: recency.map((step) => (step instanceof Date ? step : null)),
  frequency: frequency.map((step) => (step === null ? null : Number(step))),
  monetary: monetary.map((step) => (step === null ? null : toMajorUnits(Number(step)))),
});

/** Asks for the scores to be computed anew by a job; several requests in a short time are one. */
export async function requestRfm(caller: Caller): Promise<{ requested: true }> {
  requirePermission(caller, 'audiences:write');
  await enqueueRfm(caller.workspaceId, 0);
  return { requested: true };
}

/** After orders have changed in number: waits some seconds for what comes next. */
export const requestRfmSoon = (workspaceId: string): Promise<void> => enqueueRfm(workspaceId, GATHER_MS);

/** The same request while one waits; a new one while one runs, which may have read the orders before. */
const enqueueRfm = (workspaceId: string, delayMs: number): Promise<void> =>
  enqueue(
    computeRfmJob,
    { workspaceId, after: Math.floor(Date.now() / GATHER_MS) },
    delayMs > 0 ? { delayMs } : {},
  );

/** Computes them for today unless that was done today already. */
export async function computeRfmOfDay(workspaceId: string, day: string, signal: AbortSignal): Promise<void> {
  const table = await repository.findTable(new ObjectId(workspaceId));
  if (table && table.computedAt >= new Date(day)) return;
  await computeRfm(workspaceId, signal);
}

/**
 * Finds the fifths among the workspace's customers with orders and gives every customer their scores, page by page. Safe
 * to run twice, and from the start after it was broken off: who has the right scores already is not written.
 * @returns null when it is done; else in how many milliseconds to run it again
 */
export async function computeRfm(workspaceId: string, signal: AbortSignal): Promise<number | null> {
  const ran = await withLease(`rfm.${workspaceId}`, () => scoreAll(new ObjectId(workspaceId), signal));
  return ran ? ran.value : BUSY_RETRY_MS;
}

async function scoreAll(workspaceId: ObjectId, signal: AbortSignal): Promise<number | null> {
  const computedAt = new Date();
  const customers = await repository.countBuyers(workspaceId);
  const boundaries = await repository.findBoundaries(workspaceId, customers);
  let after: ObjectId | null = null;
  for (;;) {
    const end: ObjectId | null = await repository.endOfPage(workspaceId, after, PAGE);
    if (!end) break;
    await repository.scorePage(workspaceId, { after, end }, boundaries);
    if (signal.aborted) return 0;
    after = end;
  }
  await repository.saveTable(workspaceId, { boundaries, customers, computedAt });
  await publish(rfmTopic(workspaceId.toHexString()), { computedAt });
  return null;
}

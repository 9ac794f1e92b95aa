import { ObjectId } from 'mongodb';
import { inPages } from '../../lib/in-pages.ts';
import { noteChange } from '../../server/audit.ts';
import { AppError } from '../../server/errors.ts';
import { publish } from '../../server/events.ts';
import { withLease } from '../../server/lease.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { enqueue } from '../../server/queue.ts';
import { findWorkspace } from '../workspaces/workspaces.service.ts';
import { markSnapshotJob, unmarkSnapshotJob } from './audiences.jobs.ts';
import * as audiences from './audiences.repository.ts';
import type { Audience, SnapshotState } from './audiences.schema.ts';
import { requireAudience, requireReadyAudience } from './audiences.service.ts';
import { walkMatching } from './matching.repository.ts';
import { membersOf } from './rules/snapshot-ids.ts';
import * as repository from './snapshots.repository.ts';

const MAX_SNAPSHOTS = 100;
const MAX_NAME = 200;
/** Customers marked at once. */
const PAGE = 1_000;
/** How long one run marks before the next job gets its turn. */
const TURN_MS = 20_000;
const BUSY_RETRY_MS = 1_000;
/** A snapshot untouched this long may have lost its job. */
const LOST_AFTER_MS = 60_000;

export const snapshotTopic = (audienceId: string): string => `snapshot.${audienceId}`;

/**
 * Makes a new audience of those who are in this one now. Its members are marked by a job; until that is done it cannot be
 * used. “In the last …” counts back from this moment, however long the marking takes.
 * @throws AppError NOT_FOUND; CONFLICT for an unfinished snapshot, or when the workspace has 100 already
 */
export async function takeSnapshot(
  caller: Caller,
  { id, name }: { id: string; name?: string | undefined },
): Promise<Audience> {
  requirePermission(caller, 'audiences:write');
  const source = await requireReadyAudience(caller.workspaceId, id);
  const workspaceId = new ObjectId(caller.workspaceId);
  if ((await audiences.countSnapshots(workspaceId)) >= MAX_SNAPSHOTS)
    throw new AppError(
      'CONFLICT',
      `There are ${MAX_SNAPSHOTS} snapshots already, which is the most a workspace may have. Delete one that is not needed any more.`,
    );
  const { settings } = await findWorkspace(caller.workspaceId);
  const takenAt = new Date();
  const snapshot = await audiences.insertSnapshot(workspaceId, {
    name: name ?? snapshotName(source.name, takenAt, settings.timeZone),
    sourceId: new ObjectId(source.id),
    rules: source.rules,
    takenAt,
  });
  noteChange({
    targetId: snapshot.id,
    targetName: snapshot.name,
    after: { snapshotOf: source.name, takenAt },
  });
  await enqueue(markSnapshotJob, { workspaceId: caller.workspaceId, audienceId: snapshot.id });
  return snapshot;
}

/** “Good customers, 25 Nov 2026, 10:20”, by the workspace's clock. */
function snapshotName(source: string, at: Date, timeZone: string): string {
  const moment = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  }).format(at);
  return `${[...source].slice(0, MAX_NAME - moment.length - 2).join('')}, ${moment}`;
}

/** How far a snapshot's marking has come. @throws AppError NOT_FOUND also for an audience that is no snapshot */
export async function getSnapshotState(caller: Caller, id: string): Promise<SnapshotState> {
  requirePermission(caller, 'audiences:read');
  const { snapshot } = await requireAudience(caller.workspaceId, id);
  if (!snapshot) throw new AppError('NOT_FOUND', 'This audience is no snapshot.');
  return { count: snapshot.count, done: snapshot.done };
}

/**
 * Marks the members of a snapshot page by page. Until it is done the snapshot carries the rules of its audience, so a run
 * that was killed is gone on with by another.
 * @returns null when it is done or gone; else in how many milliseconds to run it again
 */
export async function markSnapshot(
  { workspaceId: workspace, audienceId }: { workspaceId: string; audienceId: string },
  signal: AbortSignal,
): Promise<number | null> {
  const ran = await withLease(`snapshot.${audienceId}`, () =>
    markPages(new ObjectId(workspace), new ObjectId(audienceId), signal),
  );
  return ran ? ran.value : BUSY_RETRY_MS;
}

async function markPages(
  workspaceId: ObjectId,
  snapshotId: ObjectId,
  signal: AbortSignal,
): Promise<number | null> {
  const audience = await audiences.findAudience(workspaceId, snapshotId);
  if (!audience?.snapshot || audience.snapshot.done) return null;
  const endOfTurn = Date.now() + TURN_MS;
  const walk = walkMatching<{ _id: ObjectId }>(
    { workspaceId, rules: audience.rules, now: audience.snapshot.takenAt },
    {
      after: await repository.lastCertainMember(workspaceId, snapshotId, PAGE),
      projection: { _id: 1 },
      batchSize: PAGE,
    },
  );
  let count = await repository.countMembers(workspaceId, snapshotId);
  for await (const page of inPages(walk, PAGE)) {
    if (page.length === 0) break;
    const ids = page.map(({ _id }) => _id);
    count += await repository.markMembers(workspaceId, snapshotId, ids);
    if (!(await report(workspaceId, snapshotId, { count, done: false }))) return null;
    if (page.length === PAGE && (signal.aborted || Date.now() > endOfTurn)) return 0;
  }
  // Counted anew: some may have been deleted meanwhile.
  count = await repository.countMembers(workspaceId, snapshotId);
  await report(workspaceId, snapshotId, { count, done: true });
  return null;
}

/** Writes down and tells how far it has come; false when the snapshot was deleted meanwhile, whose marks then go again. */
async function report(workspaceId: ObjectId, snapshotId: ObjectId, state: SnapshotState): Promise<boolean> {
  const id = snapshotId.toHexString();
  const known = await audiences.updateSnapshot(
    workspaceId,
    snapshotId,
    state.done ? { ...state, rules: membersOf(id) } : state,
  );
  if (known) await publish(snapshotTopic(id), state);
  else await enqueue(unmarkSnapshotJob, { workspaceId: workspaceId.toHexString(), audienceId: id });
  return known;
}

/** Takes the marks of a deleted snapshot off, page by page; nothing happens while it exists. */
export async function unmarkSnapshot(
  { workspaceId: workspace, audienceId }: { workspaceId: string; audienceId: string },
  signal: AbortSignal,
): Promise<number | null> {
  const workspaceId = new ObjectId(workspace);
  const snapshotId = new ObjectId(audienceId);
  if (await audiences.findAudience(workspaceId, snapshotId)) return null;
  while ((await repository.unmarkMembers(workspaceId, snapshotId, PAGE)) > 0) if (signal.aborted) return 0;
  return null;
}

/** New jobs for snapshots whose marking nobody is at work on any more. */
export async function restartLostSnapshots(now = Date.now()): Promise<void> {
  for (const target of await audiences.findLostSnapshots(new Date(now - LOST_AFTER_MS)))
    await enqueue(markSnapshotJob, target);
}

/** Marks whose snapshot is gone, because a process died between deleting it and asking for their end. */
export async function unmarkOrphans(workspaceId: string): Promise<void> {
  const marks = await repository.listMarks(new ObjectId(workspaceId));
  const known = new Set(await audiences.existingIds(new ObjectId(workspaceId), marks));
  for (const mark of marks)
    if (!known.has(mark.toHexString()))
      await enqueue(unmarkSnapshotJob, { workspaceId, audienceId: mark.toHexString() });
}

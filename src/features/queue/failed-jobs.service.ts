import type { Job } from 'bullmq';
import { noteChange } from '../../server/audit.ts';
import { log } from '../../server/log.ts';
import type { Caller } from '../../server/permissions.ts';
import { queue } from '../../server/queue.ts';
import { requireOperator } from '../workspaces/operators.service.ts';
import type { FailedJob, QueueName } from './queue.schema.ts';

/** Jobs read at once: those of receipts carry a thousand each. */
const PAGE = 50;
/** Jobs looked through for one answer at most; the cursor goes on from there. */
const SCAN_LIMIT = 1_000;
const REASON_LENGTH = 500;

/**
 * Failed jobs of a queue, newest first: those of the caller's workspace and those that belong to none, such as the sweep.
 * Payloads may hold what people wrote, so only ids and numbers of them are shown, and no address in a reason.
 */
export async function listFailedJobs(
  caller: Caller,
  { queue: name, limit, cursor }: { queue: QueueName; limit: number; cursor?: string | undefined },
): Promise<{ items: FailedJob[]; nextCursor: string | null }> {
  await requireOperator(caller, 'queue:write');
  const items: FailedJob[] = [];
  const first = Number(cursor ?? 0);
  for (let at = first; at < first + SCAN_LIMIT; at += PAGE) {
    const jobs: Job[] = await queue(name).getJobs(['failed'], at, at + PAGE - 1);
    for (const [i, job] of jobs.entries()) {
      if (items.length === limit) return { items, nextCursor: String(at + i) };
      if (concerns(caller, job)) items.push(toFailedJob(job));
    }
    if (jobs.length < PAGE) return { items, nextCursor: null };
  }
  return { items, nextCursor: String(first + SCAN_LIMIT) };
}

interface Selection {
  queue: QueueName;
  ids?: readonly string[] | undefined;
}

/** Lets failed jobs run again with all their attempts: those named, or all the caller may see. Every job is safe to run twice. */
export async function retryFailedJobs(caller: Caller, selection: Selection): Promise<{ retried: number }> {
  const retried = await forEachSelected(caller, selection, (job) =>
    job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true }),
  );
  return { retried };
}

/** Removes failed jobs: those named, or all the caller may see. */
export async function removeFailedJobs(caller: Caller, selection: Selection): Promise<{ removed: number }> {
  return { removed: await forEachSelected(caller, selection, (job) => job.remove()) };
}

/** Does `act` to the selected jobs that are still failed and concern the caller; resolves to how many they were. */
async function forEachSelected(
  caller: Caller,
  { queue: name, ids }: Selection,
  act: (job: Job) => Promise<unknown>,
): Promise<number> {
  await requireOperator(caller, 'queue:write');
  // All ids first: acting on jobs moves those behind them.
  const wanted = ids ?? (await queue(name).getRanges(['failed'], 0, -1));
  let done = 0;
  for (let i = 0; i < wanted.length; i += PAGE) {
    const acted = await Promise.all(wanted.slice(i, i + PAGE).map((id) => actOn(caller, name, id, act)));
    done += acted.filter(Boolean).length;
  }
  noteChange({ targetName: name, after: { jobs: done } });
  log().warn({ actor: caller.actor, queue: name, jobs: done }, 'Failed jobs were retried or removed by hand');
  return done;
}

async function actOn(
  caller: Caller,
  name: QueueName,
  id: string,
  act: (job: Job) => Promise<unknown>,
): Promise<boolean> {
  const job: Job | undefined = await queue(name).getJob(id);
  if (!job || !concerns(caller, job) || !(await job.isFailed())) return false;
  try {
    await act(job);
    return true;
  } catch (error) {
    // Somebody else retried or removed it meanwhile: nothing is left to do.
    if (await job.isFailed()) throw error;
    return false;
  }
}

/** Whether the job belongs to the caller's workspace or to none. */
function concerns(caller: Caller, job: Job): boolean {
  const { workspaceId } = Object(job.data);
  return workspaceId === undefined || workspaceId === caller.workspaceId;
}

const toFailedJob = (job: Job): FailedJob => ({
  id: job.id ?? '',
  name: job.name,
  reason: withoutAddresses(job.failedReason ?? 'No reason was given').slice(0, REASON_LENGTH),
  attempts: job.attemptsMade,
  failedAt: new Date(job.finishedOn ?? job.timestamp),
  createdAt: new Date(job.timestamp),
  payload: Object.fromEntries(Object.entries(Object(job.data)).filter(isIdOrNumber)),
});

const isIdOrNumber = (entry: [string, unknown]): entry is [string, string | number] =>
  typeof entry[1] === 'number' || (typeof entry[1] === 'string' && entry[0].endsWith('Id'));

/** Causes come from libraries too, and a database names the value it refused. */
export const withoutAddresses = (text: string): string =>
  text.replace(/[^\s@"'<>(){}:,;]+@[^\s@"'<>(){}:,;]+/g, '(address)');

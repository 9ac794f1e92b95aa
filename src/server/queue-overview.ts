import type { Job } from 'bullmq';
import type { QueueName } from '../lib/queue-names.ts';
import { type QueueStatus, queue, queueStatus } from './queue.ts';
import { finishedPerMinute, perSecond } from './queue-throughput.ts';
import { redis } from './redis.ts';

export interface QueueOverview extends QueueStatus {
  /** Processes that work the queue now. */
  workers: number;
  /** Jobs that ended, well or not, per second over the last minute. */
  perSecond: number;
  /** Jobs that ended well in each of the last 60 minutes, the present one last. */
  completedPerMinute: number[];
  /** Jobs that failed for good in each of them. */
  failedPerMinute: number[];
  /** Since when the job that waits longest could have run; null when none waits. */
  oldestWaitingAt: Date | null;
}

/** All there is to show of one queue, in a handful of quick reads. `now` in ms since 1970. */
export async function queueOverview(name: QueueName, now = Date.now()): Promise<QueueOverview> {
  const [status, workers, completed, failed, oldestWaitingAt] = await Promise.all([
    queueStatus(name),
    countWorkers(name),
    queue(name).getMetrics('completed'),
    queue(name).getMetrics('failed'),
    findOldestWaiting(name),
  ]);
  const completedPerMinute = finishedPerMinute(completed, now);
  const failedPerMinute = finishedPerMinute(failed, now);
  const all = completedPerMinute.map((n, i) => n + (failedPerMinute[i] ?? 0));
  return {
    ...status,
    workers,
    perSecond: perSecond(all, now),
    completedPerMinute,
    failedPerMinute,
    oldestWaitingAt,
  };
}

/** Redis lists the clients of all its databases; ours is one of them. */
async function countWorkers(name: QueueName): Promise<number> {
  const database = String(redis().options.db ?? 0);
  return (await queue(name).getWorkers()).filter((worker) => worker.db === database).length;
}

/** The head of the line, and where jobs have ranks also its end, since those that rank low wait longest. */
async function findOldestWaiting(name: QueueName): Promise<Date | null> {
  const heads = await Promise.all([
    queue(name).getJobs(['waiting'], 0, 0, true),
    queue(name).getJobs(['prioritized'], 0, 0, true),
    queue(name).getJobs(['prioritized'], 0, 0, false),
  ]);
  const since = heads.flat().map(waitingSince);
  return since.length > 0 ? new Date(Math.min(...since)) : null;
}

/** A job waits from its making, from the end of its delay, or from its last run. In ms since 1970. */
const waitingSince = ({ timestamp, opts, processedOn }: Job): number =>
  Math.max(timestamp + (opts.delay ?? 0), processedOn ?? 0);

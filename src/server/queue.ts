import { DelayedError, type Job, type JobsOptions, Queue, UnrecoverableError, Worker } from 'bullmq';
import type { z } from 'zod';
import { type QueueName, queueNames } from '../lib/queue-names.ts';
import { errorTable, toAppError } from './errors.ts';
import { log } from './log.ts';
import { jobSeconds } from './metrics.ts';
import { COUNTED_MINUTES } from './queue-throughput.ts';
import { isRedisAway, newRedis, redis } from './redis.ts';
import { singleton } from './singleton.ts';

const PREFIX = 'nexusflow';

/** For jobs that must succeed in the end: whatever is down, they try again until it is back. */
export const UNTIL_IT_WORKS = 1_000_000;

/** Waits double up to this one. */
const MAX_BACKOFF_MS = 30_000;

/** BullMQ's lowest priority; 1 is the highest. */
const LOWEST_PRIORITY = 2_097_152;

export interface JobDefinition<S extends z.ZodType = z.ZodType> {
  name: string;
  queue: QueueName;
  /** Payloads hold ids, not things; parsed when enqueued and again when processed. */
  schema: S;
  attempts: number;
  /** First wait between attempts in ms; doubled each time, 30 s at most. */
  backoffMs: number;
  /** At most one job with this id waits or runs; a finished one is removed and frees it. It may hold no colon. */
  id?: (payload: z.output<S>) => string;
  /** Jobs with a smaller number run first, 0 before 1; without it in the order they came. */
  rank?: (payload: z.output<S>) => number;
}

/** Declares a job. It knows no handler: `worker/processors` pairs the two. */
export const defineJob = <S extends z.ZodType>(definition: JobDefinition<S>): JobDefinition<S> => definition;

/** The queue's handle for adding and looking; one per process. */
export const queue = (name: QueueName): Queue =>
  singleton(`queue:${name}`, () => {
    const handle = new Queue(name, { connection: redis(), prefix: PREFIX });
    // The connection itself tells the log that Redis is away; without a listener BullMQ would write every try to the console.
    handle.on('error', (error) => log().debug({ queue: name, err: error.message }, 'Queue error'));
    return handle;
  });

export interface EnqueueOptions {
  delayMs?: number;
}

/** Adds a job. Resolves once Redis has it. @throws ZodError when the payload is not the job's. */
export async function enqueue<S extends z.ZodType>(
  job: JobDefinition<S>,
  payload: z.input<S>,
  options: EnqueueOptions = {},
): Promise<void> {
  const { name, data, opts } = toBullJob(job, payload, options);
  await queue(job.queue).add(name, data, opts);
}

/** Adds many jobs in a few round trips. */
export async function enqueueAll<S extends z.ZodType>(
  job: JobDefinition<S>,
  payloads: readonly z.input<S>[],
): Promise<void> {
  for (let i = 0; i < payloads.length; i += 500)
    await queue(job.queue).addBulk(payloads.slice(i, i + 500).map((payload) => toBullJob(job, payload)));
}

function toBullJob<S extends z.ZodType>(
  job: JobDefinition<S>,
  payload: z.input<S>,
  { delayMs }: EnqueueOptions = {},
): { name: string; data: z.output<S>; opts: JobsOptions } {
  const data = job.schema.parse(payload);
  return {
    name: job.name,
    data,
    opts: {
      attempts: job.attempts,
      backoff: { type: 'custom', delay: job.backoffMs },
      removeOnComplete: job.id ? true : { count: 200 },
      removeOnFail: { age: 7 * 86_400, count: 5_000 },
      ...(job.id ? { jobId: job.id(data) } : {}),
      ...(job.rank ? { priority: Math.min(job.rank(data) + 1, LOWEST_PRIORITY) } : {}),
      ...(delayMs ? { delay: delayMs } : {}),
    },
  };
}

/** What a processor gives back when its job is not over: the same job runs again after so many milliseconds. */
export interface RunAgain {
  againInMs: number;
}

export interface Processor<S extends z.ZodType = z.ZodType> {
  job: JobDefinition<S>;
  /** Must be safe to run twice. `attempt` counts from 1; `signal` aborts when the worker is asked to stop. */
  run(payload: z.output<S>, info: { attempt: number; signal: AbortSignal }): Promise<RunAgain | undefined>;
}

/** Pairs a job with its handler. */
export const defineProcessor = <S extends z.ZodType>(
  job: JobDefinition<S>,
  run: Processor<S>['run'],
): Processor => ({ job, run: (payload, info) => run(payload as z.output<S>, info) });

/**
 * Starts working one queue. Jobs that fail for a reason the error table calls final are not tried again.
 * `close()` of the returned worker waits for running jobs.
 */
export function startQueueWorker(
  name: QueueName,
  processors: readonly Processor[],
  concurrency: number,
  signal: AbortSignal,
): Worker {
  const byName = new Map(processors.map((p) => [p.job.name, p]));
  const worker = new Worker(
    name,
    async (job: Job, token) => {
      const processor = byName.get(job.name);
      if (!processor) throw new UnrecoverableError(`No processor for job ${job.name}`);
      const again = await measured(job, () => runOnce(processor, job, signal));
      if (!again) return;
      await job.moveToDelayed(Date.now() + again.againInMs, token);
      throw new DelayedError();
    },
    {
      connection: newRedis(`nexusflow-worker-${name}`),
      prefix: PREFIX,
      concurrency,
      // A killed worker's jobs are taken up again after the lock ends: short, so that recovery is quick.
      lockDuration: 15_000,
      stalledInterval: 5_000,
      // A job that outlives many worker deaths is still right to run again: every processor is safe to run twice.
      maxStalledCount: 1_000,
      metrics: { maxDataPoints: COUNTED_MINUTES },
      settings: { backoffStrategy: (attempts, _type, _error, job) => backoffMs(attempts, job) },
    },
  );
  worker.on('error', (error) =>
    log()[isRedisAway(error) ? 'debug' : 'error']({ queue: name, err: error.message }, 'Queue worker error'),
  );
  return worker;
}

/** Counts a run with how long it took. A job that goes on later and one that is tried again are both not over. */
async function measured(job: Job, run: () => Promise<RunAgain | undefined>): Promise<RunAgain | undefined> {
  const end = jobSeconds().startTimer({ queue: job.queueName, job: job.name });
  try {
    const again = await run();
    end({ outcome: again ? 'again' : 'done' });
    return again;
  } catch (error) {
    const last = error instanceof UnrecoverableError || job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
    end({ outcome: last ? 'failed' : 'again' });
    throw error;
  }
}

/** One run of a job's processor; a failure the error table calls final becomes one BullMQ does not try again. */
async function runOnce(processor: Processor, job: Job, signal: AbortSignal): Promise<RunAgain | undefined> {
  const attempt = job.attemptsMade + 1;
  try {
    return await processor.run(processor.job.schema.parse(job.data), { attempt, signal });
  } catch (error) {
    const failure = toAppError(error);
    const { retry } = errorTable[failure.code];
    log().error(
      { queue: job.queueName, job: job.name, jobId: job.id, attempt, err: failure.cause ?? failure },
      retry && attempt < (job.opts.attempts ?? 1)
        ? 'A job failed and will be tried again'
        : 'A job failed for good',
    );
    if (!retry) throw new UnrecoverableError(failure.message);
    throw error;
  }
}

function backoffMs(attempts: number, job: { opts: JobsOptions } | undefined): number {
  const backoff = job?.opts.backoff;
  const first = typeof backoff === 'object' ? (backoff.delay ?? 0) : (backoff ?? 0);
  return Math.min(first * 2 ** Math.min(attempts - 1, 30), MAX_BACKOFF_MS);
}

export interface QueueStatus {
  name: QueueName;
  waiting: number;
  active: number;
  delayed: number;
  completed: number;
  failed: number;
  paused: boolean;
}

export async function queueStatus(name: QueueName): Promise<QueueStatus> {
  const [counts, paused] = await Promise.all([
    queue(name).getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'completed', 'failed'),
    queue(name).isPaused(),
  ]);
  const of = (key: string) => counts[key] ?? 0;
  return {
    name,
    waiting: of('waiting') + of('prioritized'),
    active: of('active'),
    delayed: of('delayed'),
    completed: of('completed'),
    failed: of('failed'),
    paused,
  };
}

/** Jobs of the queue that could run now if somebody were free. */
export const jobsAhead = (name: QueueName): Promise<number> =>
  queue(name).getJobCountByTypes('waiting', 'prioritized');

export async function closeQueues(): Promise<void> {
  await Promise.allSettled(queueNames.map((name) => queue(name).close()));
}

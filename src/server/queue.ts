import { type Job, Queue, UnrecoverableError, Worker } from 'bullmq';
import type { z } from 'zod';
import { errorTable, toAppError } from './errors.ts';
import { log } from './log.ts';
import { newRedis, redis } from './redis.ts';
import { singleton } from './singleton.ts';

export const queueNames = ['imports', 'campaigns', 'delivery', 'receipts', 'vendor-simulator'] as const;
export type QueueName = (typeof queueNames)[number];

const PREFIX = 'nexusflow';

export interface JobDefinition<S extends z.ZodType = z.ZodType> {
  name: string;
  queue: QueueName;
  /** Payloads hold ids, not things; parsed when enqueued and again when processed. */
  schema: S;
  attempts: number;
  /** First wait between attempts in ms; doubled each time. */
  backoffMs: number;
  /** A stable job id ends double-enqueueing while the job exists. It may hold no colon. */
  id?: (payload: z.output<S>) => string;
  /** How long a finished job is kept, in seconds: as long as its id must refuse a second one. */
  keepSeconds?: number;
}

/** Declares a job. It knows no handler: `worker/processors` pairs the two. */
export const defineJob = <S extends z.ZodType>(definition: JobDefinition<S>): JobDefinition<S> => definition;

/** The queue's handle for adding and looking; one per process. */
export const queue = (name: QueueName): Queue =>
  singleton(`queue:${name}`, () => new Queue(name, { connection: redis(), prefix: PREFIX }));

export interface EnqueueOptions {
  delayMs?: number;
}

/** Adds a job. Resolves once Redis has it. @throws ZodError when the payload is not the job's. */
export async function enqueue<S extends z.ZodType>(
  job: JobDefinition<S>,
  payload: z.input<S>,
  options: EnqueueOptions = {},
): Promise<void> {
  const data = job.schema.parse(payload);
  const jobId = job.id?.(data);
  await queue(job.queue).add(job.name, data, {
    attempts: job.attempts,
    backoff: { type: 'exponential', delay: job.backoffMs },
    removeOnComplete: job.keepSeconds ? { age: job.keepSeconds } : { count: 200 },
    removeOnFail: { age: 7 * 86_400, count: 5_000 },
    ...(jobId ? { jobId } : {}),
    ...(options.delayMs ? { delay: options.delayMs } : {}),
  });
}

export interface Processor<S extends z.ZodType = z.ZodType> {
  job: JobDefinition<S>;
  /** Must be safe to run twice. `attempt` counts from 1; `last` tells that no further attempt follows. */
  run(payload: z.output<S>, info: { attempt: number; last: boolean; signal: AbortSignal }): Promise<void>;
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
    async (job: Job) => {
      const processor = byName.get(job.name);
      if (!processor) throw new UnrecoverableError(`No processor for job ${job.name}`);
      try {
        const attempts = job.opts.attempts ?? 1;
        const attempt = job.attemptsMade + 1;
        await processor.run(processor.job.schema.parse(job.data), {
          attempt,
          last: attempt >= attempts,
          signal,
        });
      } catch (error) {
        const failure = toAppError(error);
        log().error(
          { queue: name, job: job.name, jobId: job.id, err: failure.cause ?? failure },
          'A job failed',
        );
        if (!errorTable[failure.code].retry) throw new UnrecoverableError(failure.message);
        throw error;
      }
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
    },
  );
  worker.on('error', (error) => log().error({ queue: name, err: error.message }, 'Queue worker error'));
  return worker;
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

export async function closeQueues(): Promise<void> {
  await Promise.allSettled(queueNames.map((name) => queue(name).close()));
}

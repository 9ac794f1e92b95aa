import { tracked } from '@trpc/server';
import { z } from 'zod';
import { procedureFor, router } from '../../server/trpc.ts';
import { listFailedJobs, removeFailedJobs, retryFailedJobs } from './failed-jobs.service.ts';
import { watchQueues } from './live.service.ts';
import {
  cleanInput,
  failedPageSchema,
  listFailedInput,
  queueInput,
  queueSchema,
  queueStatusSchema,
  selectFailedInput,
} from './queue.schema.ts';
import { cleanQueues, getQueueStatus, pauseQueue, resumeQueue } from './queue.service.ts';

const tags = ['Queues'];

export const queueRouter = router({
  status: procedureFor('queue:read')
    .meta({
      openapi: {
        method: 'GET',
        path: '/queue/status',
        tags,
        summary: 'Jobs per queue and state, and throughput',
      },
    })
    .input(z.object({}))
    .output(queueStatusSchema)
    .query(({ ctx }) => getQueueStatus(ctx.caller)),
  clean: procedureFor('queue:write')
    .meta({
      openapi: {
        method: 'DELETE',
        path: '/queue/status',
        tags,
        summary: 'Remove finished, failed or waiting jobs',
        description:
          'Draining loses no message: what is left to send or import gets new jobs within a minute or two. Receipts that wait are never drained.',
      },
    })
    .input(cleanInput)
    .output(z.object({ removed: z.number().int() }))
    .mutation(({ ctx, input }) => cleanQueues(ctx.caller, input)),
  pause: procedureFor('queue:write')
    .meta({
      openapi: {
        method: 'POST',
        path: '/queue/pause',
        tags,
        summary: 'Pause a queue for all workspaces',
        description: 'Jobs under way are finished; all others wait until the queue is resumed.',
      },
    })
    .input(queueInput)
    .output(queueSchema)
    .mutation(({ ctx, input }) => pauseQueue(ctx.caller, input.queue)),
  resume: procedureFor('queue:write')
    .meta({ openapi: { method: 'POST', path: '/queue/resume', tags, summary: 'Resume a paused queue' } })
    .input(queueInput)
    .output(queueSchema)
    .mutation(({ ctx, input }) => resumeQueue(ctx.caller, input.queue)),
  failed: procedureFor('queue:write')
    .meta({
      openapi: {
        method: 'GET',
        path: '/queue/failed',
        tags,
        summary: 'Failed jobs of a queue with their reasons, newest first',
      },
    })
    .input(listFailedInput)
    .output(failedPageSchema)
    .query(({ ctx, input }) => listFailedJobs(ctx.caller, input)),
  retryFailed: procedureFor('queue:write')
    .meta({
      openapi: { method: 'POST', path: '/queue/failed/retry', tags, summary: 'Run failed jobs again' },
    })
    .input(selectFailedInput)
    .output(z.object({ retried: z.number().int() }))
    .mutation(({ ctx, input }) => retryFailedJobs(ctx.caller, input)),
  removeFailed: procedureFor('queue:write')
    .meta({ openapi: { method: 'POST', path: '/queue/failed/remove', tags, summary: 'Remove failed jobs' } })
    .input(selectFailedInput)
    .output(z.object({ removed: z.number().int() }))
    .mutation(({ ctx, input }) => removeFailedJobs(ctx.caller, input)),
  /** The figures of `status`, live; the first come at once, so a reconnect misses nothing. */
  onStatus: procedureFor('queue:read')
    .input(z.object({ lastEventId: z.string().nullish() }).optional())
    .subscription(async function* ({ ctx, signal }) {
      for await (const status of watchQueues(ctx.caller, signal ?? new AbortController().signal))
        yield tracked(String(Date.now()), status);
    }),
});

import { z } from 'zod';
import { procedureFor, router } from '../../server/trpc.ts';
import { cleanActions, queueStatusSchema } from './queue.schema.ts';
import { cleanQueues, getQueueStatus } from './queue.service.ts';

const tags = ['Queues'];

export const queueRouter = router({
  status: procedureFor('queue:read')
    .meta({ openapi: { method: 'GET', path: '/queue/status', tags, summary: 'Jobs per queue and state' } })
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
      },
    })
    .input(z.object({ action: z.enum(cleanActions) }))
    .output(z.object({ removed: z.number().int() }))
    .mutation(({ ctx, input }) => cleanQueues(ctx.caller, input.action)),
});

import { z } from 'zod';
import { topicEvents } from '../../server/events.ts';
import { procedureFor, router } from '../../server/trpc.ts';
import { rfmRequestedSchema, rfmSchema } from './rfm.schema.ts';
import * as service from './rfm.service.ts';

const tags = ['RFM segments'];

export const rfmRouter = router({
  get: procedureFor('audiences:read')
    .meta({
      openapi: {
        method: 'GET',
        path: '/rfm',
        tags,
        summary: 'The eleven RFM segments with their figures, and the boundaries between the scores',
      },
    })
    .input(z.void())
    .output(rfmSchema)
    .query(({ ctx }) => service.getRfm(ctx.caller)),
  recompute: procedureFor('audiences:write')
    .meta({
      openapi: {
        method: 'POST',
        path: '/rfm/recompute',
        tags,
        summary: 'Ask for all scores to be computed anew; they also are each day and after each import',
      },
    })
    .input(z.void())
    .output(rfmRequestedSchema)
    .mutation(({ ctx }) => service.requestRfm(ctx.caller)),
  /** The figures now and whenever the scores were computed anew. */
  onComputed: procedureFor('audiences:read').subscription(async function* ({ ctx, signal }) {
    const topic = service.rfmTopic(ctx.caller.workspaceId);
    for await (const _ of topicEvents(topic, signal ?? new AbortController().signal, {
      onReady: async () => null,
    }))
      yield await service.getRfm(ctx.caller);
  }),
});

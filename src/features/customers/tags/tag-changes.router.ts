import { tracked } from '@trpc/server';
import { z } from 'zod';
import { topicEvents } from '../../../server/events.ts';
import { procedureFor, router } from '../../../server/trpc.ts';
import { startTagChangeInput, tagChangeEventSchema, tagChangeSchema } from './tag-changes.schema.ts';
import * as service from './tag-changes.service.ts';

const idInput = z.object({ id: z.string() });

export const tagChangesRouter = router({
  start: procedureFor('customers:write')
    .input(startTagChangeInput)
    .output(tagChangeSchema)
    .mutation(({ ctx, input }) => service.startTagChange(ctx.caller, input)),
  cancel: procedureFor('customers:write')
    .input(idInput)
    .output(tagChangeSchema)
    .mutation(({ ctx, input }) => service.cancelTagChange(ctx.caller, input.id)),
  undo: procedureFor('customers:write')
    .input(idInput)
    .output(tagChangeSchema)
    .mutation(({ ctx, input }) => service.undoTagChange(ctx.caller, input.id)),
  list: procedureFor('customers:read')
    .output(z.array(tagChangeSchema))
    .query(({ ctx }) => service.listTagChanges(ctx.caller)),
  /** How one stands; the first comes at once, so a reconnect misses nothing. */
  onProgress: procedureFor('customers:read')
    .input(idInput.extend({ lastEventId: z.string().nullish() }))
    .subscription(async function* ({ ctx, input, signal }) {
      for await (const event of topicEvents(
        service.tagChangeTopic(input.id),
        signal ?? new AbortController().signal,
        { onReady: () => service.getTagChange(ctx.caller, input.id) },
      )) {
        const state = tagChangeEventSchema.parse(event);
        yield tracked(
          `${state.status}-${state.looked}-${state.undo?.status}-${state.undo?.restored}-${state.undo?.kept}`,
          state,
        );
      }
    }),
});

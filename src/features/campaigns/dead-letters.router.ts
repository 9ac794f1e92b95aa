import { z } from 'zod';
import { procedureFor, router } from '../../server/trpc.ts';
import { deadLetterPageSchema, listDeadLettersInput, selectDeadLettersInput } from './dead-letters.schema.ts';
import { discardDeadLetters, listDeadLetters, retryDeadLetters } from './dead-letters.service.ts';

const tags = ['Dead letters'];

export const deadLettersRouter = router({
  list: procedureFor('dead-letters:read')
    .meta({
      openapi: {
        method: 'GET',
        path: '/dead-letters',
        tags,
        summary: 'Messages that failed for good, grouped by cause',
      },
    })
    .input(listDeadLettersInput)
    .output(deadLetterPageSchema)
    .query(({ ctx, input }) => listDeadLetters(ctx.caller, input)),
  retry: procedureFor('dead-letters:write')
    .meta({
      openapi: {
        method: 'POST',
        path: '/dead-letters/retry',
        tags,
        summary: 'Send some, or a whole group, once more',
      },
    })
    .input(selectDeadLettersInput)
    .output(z.object({ retried: z.number().int() }))
    .mutation(({ ctx, input }) => retryDeadLetters(ctx.caller, input)),
  discard: procedureFor('dead-letters:write')
    .meta({
      openapi: {
        method: 'POST',
        path: '/dead-letters/discard',
        tags,
        summary: 'Give some, or a whole group, up with a note',
      },
    })
    .input(selectDeadLettersInput)
    .output(z.object({ discarded: z.number().int() }))
    .mutation(({ ctx, input }) => discardDeadLetters(ctx.caller, input)),
});

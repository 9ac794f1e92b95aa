import { z } from 'zod';
import { procedureFor, router } from '../../server/trpc.ts';
import {
  deadLetterDetailSchema,
  deadLetterIdInput,
  deadLetterPageSchema,
  discardDeadLettersInput,
  listDeadLettersInput,
  retryDeadLettersInput,
} from './dead-letters.schema.ts';
import {
  discardDeadLetters,
  getDeadLetter,
  listDeadLetters,
  retryDeadLetters,
} from './dead-letters.service.ts';

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
  get: procedureFor('dead-letters:read')
    .meta({
      openapi: {
        method: 'GET',
        path: '/dead-letters/{id}',
        tags,
        summary: 'One of them with its history, and the message as a retry would send it',
      },
    })
    .input(deadLetterIdInput)
    .output(deadLetterDetailSchema)
    .query(({ ctx, input }) => getDeadLetter(ctx.caller, input.id)),
  retry: procedureFor('dead-letters:write')
    .meta({
      openapi: {
        method: 'POST',
        path: '/dead-letters/retry',
        tags,
        summary: 'Send some, or a whole group, once more; one also to another address or with another text',
      },
    })
    .input(retryDeadLettersInput)
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
    .input(discardDeadLettersInput)
    .output(z.object({ discarded: z.number().int() }))
    .mutation(({ ctx, input }) => discardDeadLetters(ctx.caller, input)),
});

import { tracked } from '@trpc/server';
import { z } from 'zod';
import { topicEvents } from '../../server/events.ts';
import { procedureFor, router } from '../../server/trpc.ts';
import { importPageSchema, importSchema, listImportsInput } from './imports.schema.ts';
import * as service from './imports.service.ts';

const tags = ['Imports'];
const idInput = z.object({ id: z.string() });
/** Events arrive as JSON: dates are text there. */
const importEvent = importSchema.extend({
  createdAt: z.coerce.date(),
  startedAt: z.coerce.date().nullable(),
  finishedAt: z.coerce.date().nullable(),
});

export const importsRouter = router({
  list: procedureFor('imports:read')
    .meta({ openapi: { method: 'GET', path: '/imports', tags, summary: 'List imports, newest first' } })
    .input(listImportsInput)
    .output(importPageSchema)
    .query(({ ctx, input }) => service.listImports(ctx.caller, input)),
  get: procedureFor('imports:read')
    .meta({ openapi: { method: 'GET', path: '/imports/{id}', tags, summary: 'One import with its counts' } })
    .input(idInput)
    .output(importSchema)
    .query(({ ctx, input }) => service.getImport(ctx.caller, input.id)),
  cancel: procedureFor('imports:write')
    .meta({
      openapi: {
        method: 'POST',
        path: '/imports/{id}/cancel',
        tags,
        summary: 'Stop an import; what is in stays in',
      },
    })
    .input(idInput)
    .output(importSchema)
    .mutation(({ ctx, input }) => service.cancelImport(ctx.caller, input.id)),
  rowErrors: procedureFor('imports:read')
    .input(idInput)
    .output(z.array(z.object({ row: z.number().int(), cells: z.array(z.string()), error: z.string() })))
    .query(({ ctx, input }) => service.listImportErrors(ctx.caller, input.id, 50)),
  /** States of one import; the first comes at once, so a reconnect misses nothing. */
  onProgress: procedureFor('imports:read')
    .input(idInput.extend({ lastEventId: z.string().nullish() }))
    .subscription(async function* ({ ctx, input, signal }) {
      const first = () => service.getImport(ctx.caller, input.id);
      for await (const event of topicEvents(
        service.importTopic(input.id),
        signal ?? new AbortController().signal,
        { onReady: first },
      )) {
        const state = importEvent.parse(event);
        yield tracked(`${state.counts.rows}-${state.status}`, state);
      }
    }),
});

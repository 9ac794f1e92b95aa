import { tracked } from '@trpc/server';
import { z } from 'zod';
import { topicEvents } from '../../server/events.ts';
import { procedureFor, router } from '../../server/trpc.ts';
import { getSource, startChecked } from './checked-imports.service.ts';
import { listImportErrors } from './import-errors.service.ts';
import {
  customerImportsSchema,
  headerInput,
  importEventSchema,
  importPageSchema,
  importSchema,
  listImportsInput,
  sourceSchema,
  startCheckedInput,
} from './imports.schema.ts';
import * as service from './imports.service.ts';
import { listImportsOf } from './imports-of-customer.service.ts';
import { mappingSchema } from './mapping.schema.ts';
import { undoImport } from './undo-import.service.ts';

const tags = ['Imports'];
const idInput = z.object({ id: z.string() });
export const importsRouter = router({
  list: procedureFor('imports:read')
    .meta({ openapi: { method: 'GET', path: '/imports', tags, summary: 'List imports, newest first' } })
    .input(listImportsInput)
    .output(importPageSchema)
    .query(({ ctx, input }) => service.listImports(ctx.caller, input)),
  /** Which imports brought a customer in or changed them. */
  ofCustomer: procedureFor('imports:read')
    .input(z.object({ customerId: z.string() }))
    .output(customerImportsSchema)
    .query(({ ctx, input }) => listImportsOf(ctx.caller, input.customerId)),
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
  start: procedureFor('imports:write')
    .meta({
      openapi: {
        method: 'POST',
        path: '/imports/{id}/start',
        tags,
        summary:
          'Import the file of a checked import (dryRun), without another upload; 409 when it was started already',
      },
    })
    .input(startCheckedInput)
    .output(importSchema)
    .mutation(({ ctx, input }) => startChecked(ctx.caller, input)),
  undo: procedureFor('imports:write')
    .meta({
      openapi: {
        method: 'POST',
        path: '/imports/{id}/undo',
        tags,
        summary:
          'Take an import back: new rows are deleted and changed ones restored, unless they were changed or used since',
      },
    })
    .input(idInput)
    .output(importSchema)
    .mutation(({ ctx, input }) => undoImport(ctx.caller, input.id)),
  source: procedureFor('imports:read')
    .input(idInput)
    .output(sourceSchema)
    .query(({ ctx, input }) => getSource(ctx.caller, input.id)),
  recallMapping: procedureFor('imports:read')
    .input(headerInput)
    .output(mappingSchema.nullable())
    .query(({ ctx, input }) => service.recallMapping(ctx.caller, input)),
  rowErrors: procedureFor('imports:read')
    .input(idInput)
    .output(z.array(z.object({ row: z.number().int(), cells: z.array(z.string()), error: z.string() })))
    .query(({ ctx, input }) => listImportErrors(ctx.caller, input.id, 50)),
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
        const state = importEventSchema.parse(event);
        yield tracked(
          `${state.counts.rows}-${state.status}-${state.undo?.status}-${state.undo?.progress}`,
          state,
        );
      }
    }),
});

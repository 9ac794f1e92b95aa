import { z } from 'zod';
import { procedureFor, router } from '../../server/trpc.ts';
import {
  addedSchema,
  addSuppressionsInput,
  createSuppressionInput,
  listSuppressionsInput,
  suppressionPageSchema,
  suppressionSchema,
} from './suppressions.schema.ts';
import {
  addSuppressions,
  createSuppression,
  deleteSuppression,
  getSuppression,
  listSuppressions,
} from './suppressions.service.ts';

const tags = ['Suppressions'];
const idInput = z.object({ id: z.string() });

export const suppressionsRouter = router({
  list: procedureFor('suppressions:read')
    .meta({
      openapi: {
        method: 'GET',
        path: '/suppressions',
        tags,
        summary: 'Addresses that must not be written to, newest first',
      },
    })
    .input(listSuppressionsInput)
    .output(suppressionPageSchema)
    .query(({ ctx, input }) => listSuppressions(ctx.caller, input)),
  create: procedureFor('suppressions:write')
    .meta({
      openapi: {
        method: 'POST',
        path: '/suppressions',
        tags,
        summary: 'Never write to an address again; one on the list already is returned as it is',
      },
    })
    .input(createSuppressionInput)
    .output(suppressionSchema)
    .mutation(({ ctx, input }) => createSuppression(ctx.caller, input)),
  get: procedureFor('suppressions:read')
    .meta({
      openapi: { method: 'GET', path: '/suppressions/{id}', tags, summary: 'One address on the list' },
    })
    .input(idInput)
    .output(suppressionSchema)
    .query(({ ctx, input }) => getSuppression(ctx.caller, input.id)),
  addMany: procedureFor('suppressions:write')
    .meta({
      openapi: {
        method: 'POST',
        path: '/suppressions/bulk',
        tags,
        summary: 'The same for up to 1,000 addresses',
      },
    })
    .input(addSuppressionsInput)
    .output(addedSchema)
    .mutation(({ ctx, input }) => addSuppressions(ctx.caller, input)),
  delete: procedureFor('suppressions:write')
    .meta({
      openapi: {
        method: 'DELETE',
        path: '/suppressions/{id}',
        tags,
        summary: 'Take an address off the list',
      },
    })
    .input(idInput)
    .output(idInput)
    .mutation(({ ctx, input }) => deleteSuppression(ctx.caller, input.id)),
});

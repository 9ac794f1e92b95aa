import { z } from 'zod';
import { procedureFor, router } from '../../server/trpc.ts';
import {
  createViewInput,
  defaultViewInput,
  savedViewSchema,
  updateViewInput,
  viewListSchema,
} from './saved-views.schema.ts';
import * as service from './saved-views.service.ts';

const idInput = z.object({ id: z.string() });

// So far there are views of customers alone; the services ask for what the view's own list needs.
export const savedViewsRouter = router({
  list: procedureFor('customers:read')
    .input(z.object({ list: viewListSchema }))
    .output(z.array(savedViewSchema))
    .query(({ ctx, input }) => service.listViews(ctx.caller, input.list)),
  create: procedureFor('customers:write')
    .input(createViewInput)
    .output(savedViewSchema)
    .mutation(({ ctx, input }) => service.createView(ctx.caller, input)),
  update: procedureFor('customers:write')
    .input(updateViewInput)
    .output(savedViewSchema)
    .mutation(({ ctx, input }) => service.updateView(ctx.caller, input)),
  delete: procedureFor('customers:write')
    .input(idInput)
    .output(idInput)
    .mutation(({ ctx, input }) => service.deleteView(ctx.caller, input.id)),
  restore: procedureFor('customers:write')
    .input(idInput)
    .output(savedViewSchema)
    .mutation(({ ctx, input }) => service.restoreView(ctx.caller, input.id)),
  setDefault: procedureFor('customers:read')
    .meta({ unaudited: 'It is what one person sees first, and nobody else.' })
    .input(defaultViewInput)
    .output(z.object({ id: z.string().nullable() }))
    .mutation(({ ctx, input }) => service.setDefaultView(ctx.caller, input)),
});

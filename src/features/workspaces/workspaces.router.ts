import { z } from 'zod';
import { personProcedure, procedureFor, router } from '../../server/trpc.ts';
import { deleteWorkspace } from './delete-workspace.service.ts';
import { deleteWorkspaceInput, myWorkspaceSchema, workspaceRefSchema } from './members.schema.ts';
import { createMyWorkspace, listMyWorkspaces, switchWorkspace } from './my-workspaces.service.ts';
import {
  createWorkspaceInput,
  currentWorkspaceSchema,
  updateWorkspaceInput,
  workspaceDetailsSchema,
} from './workspaces.schema.ts';
import { getCurrentWorkspace, getWorkspaceDetails, updateWorkspace } from './workspaces.service.ts';

export const workspacesRouter = router({
  current: procedureFor('customers:read')
    .output(currentWorkspaceSchema)
    .query(({ ctx }) => getCurrentWorkspace(ctx.caller)),
  settings: procedureFor('campaigns:read')
    .output(workspaceDetailsSchema)
    .query(({ ctx }) => getWorkspaceDetails(ctx.caller)),
  updateSettings: procedureFor('workspace:write')
    .input(updateWorkspaceInput)
    .output(workspaceDetailsSchema)
    .mutation(({ ctx, input }) => updateWorkspace(ctx.caller, input)),
  delete: procedureFor('workspace:own')
    .input(deleteWorkspaceInput)
    .output(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => deleteWorkspace(ctx.caller, input, ctx.client)),
  /** One's own workspaces, also while one is in none. */
  mine: personProcedure.output(z.array(myWorkspaceSchema)).query(({ ctx }) => listMyWorkspaces(ctx.session)),
  create: personProcedure
    .input(createWorkspaceInput)
    .output(workspaceRefSchema)
    .mutation(({ ctx, input }) => createMyWorkspace(ctx.session, input)),
  switch: personProcedure
    .input(z.object({ id: z.string() }))
    .output(workspaceRefSchema)
    .mutation(({ ctx, input }) => switchWorkspace(ctx.session, input.id)),
});

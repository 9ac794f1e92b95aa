import { procedureFor, router } from '../../server/trpc.ts';
import { currentWorkspaceSchema, updateWorkspaceInput, workspaceDetailsSchema } from './workspaces.schema.ts';
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
});

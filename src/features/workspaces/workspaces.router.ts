import { procedureFor, router } from '../../server/trpc.ts';
import { currentWorkspaceSchema } from './workspaces.schema.ts';
import { getCurrentWorkspace } from './workspaces.service.ts';

export const workspacesRouter = router({
  current: procedureFor('customers:read')
    .output(currentWorkspaceSchema)
    .query(({ ctx }) => getCurrentWorkspace(ctx.caller)),
});

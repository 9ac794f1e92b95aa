import { z } from 'zod';
import { procedureFor, router } from '../../server/trpc.ts';
import { changeRoleInput, memberInput, memberSchema, transferInput } from './members.schema.ts';
import * as service from './members.service.ts';
import { findWorkspace } from './workspaces.service.ts';

const removed = z.object({ userId: z.string() });

/** Who is in the workspace. */
export const membersRouter = router({
  list: procedureFor('members:read')
    .output(z.array(memberSchema))
    .query(({ ctx }) => service.listMembers(ctx.caller)),
  changeRole: procedureFor('members:write')
    .input(changeRoleInput)
    .output(memberSchema)
    .mutation(({ ctx, input }) => service.changeRole(ctx.caller, input)),
  remove: procedureFor('members:write')
    .input(memberInput)
    .output(removed)
    .mutation(({ ctx, input }) => service.removeMember(ctx.caller, input.userId)),
  leave: procedureFor('members:read')
    .output(removed)
    .mutation(({ ctx }) => service.leaveWorkspace(ctx.caller)),
  transfer: procedureFor('workspace:own')
    .input(transferInput)
    .output(removed)
    .mutation(async ({ ctx, input }) =>
      service.transferWorkspace(
        ctx.caller,
        input,
        (await findWorkspace(ctx.caller.workspaceId)).name,
        ctx.client,
      ),
    ),
});

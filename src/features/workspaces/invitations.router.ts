import { z } from 'zod';
import { personProcedure, procedureFor, publicProcedure, router } from '../../server/trpc.ts';
import * as service from './invitations.service.ts';
import {
  createInvitationInput,
  invitationListSchema,
  openedInvitationSchema,
  sentInvitationSchema,
  tokenInput,
  workspaceRefSchema,
} from './members.schema.ts';

const idInput = z.object({ id: z.string() });

export const invitationsRouter = router({
  list: procedureFor('members:write')
    .output(invitationListSchema)
    .query(({ ctx }) => service.listInvitations(ctx.caller)),
  create: procedureFor('members:write')
    .input(createInvitationInput)
    .output(sentInvitationSchema)
    .mutation(({ ctx, input }) => service.createInvitation(ctx.caller, input)),
  resend: procedureFor('members:write')
    .input(idInput)
    .output(sentInvitationSchema)
    .mutation(({ ctx, input }) => service.resendInvitation(ctx.caller, input.id)),
  revoke: procedureFor('members:write')
    .input(idInput)
    .output(idInput)
    .mutation(({ ctx, input }) => service.revokeInvitation(ctx.caller, input.id)),
  /** For whoever holds the link: it is the key. */
  open: publicProcedure
    .input(tokenInput)
    .output(openedInvitationSchema)
    .query(({ ctx, input }) => service.openInvitation(input.token, ctx.session ?? null)),
  accept: personProcedure
    .input(tokenInput)
    .output(workspaceRefSchema)
    .mutation(({ ctx, input }) => service.acceptInvitation(ctx.session, input.token)),
});

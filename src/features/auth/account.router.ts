import { z } from 'zod';
import { NO_CLIENT } from '../../server/client.ts';
import type { TrpcContext } from '../../server/trpc.ts';
import { personProcedure, publicProcedure, router } from '../../server/trpc.ts';
import * as schema from './account.schema.ts';
import * as account from './account.service.ts';
import { prepareGoogleLink, unlinkGoogle } from './google.service.ts';
import * as password from './password.service.ts';
import { endSession, endSessions, listSessions } from './sessions.service.ts';
import * as twoFactor from './two-factor.service.ts';

const LETTER = 'Only sends a letter; what its link does is written down';
const ITSELF = 'Of nobody signed in: the use case writes it down for the account';
const clientOf = ({ client }: TrpcContext) => client ?? NO_CLIENT;
const done = async (work: Promise<unknown>): Promise<{ done: true }> => {
  await work;
  return { done: true };
};

/** One's own account, whichever workspace one is in; and what somebody does about it who cannot sign in. */
export const accountRouter = router({
  get: personProcedure.output(schema.accountSchema).query(({ ctx }) => account.getAccount(ctx.session)),
  update: personProcedure
    .input(schema.updateProfileInput)
    .output(schema.accountSchema)
    .mutation(({ ctx, input }) => account.updateProfile(ctx.session, input)),
  sendVerification: personProcedure
    .meta({ unaudited: LETTER })
    .output(schema.doneSchema)
    .mutation(({ ctx }) => done(account.sendVerification(ctx.session, clientOf(ctx)))),
  changeEmail: personProcedure
    .input(schema.changeEmailInput)
    .output(schema.doneSchema)
    .mutation(({ ctx, input }) => done(account.requestEmailChange(ctx.session, input, clientOf(ctx)))),
  changePassword: personProcedure
    .input(schema.changePasswordInput)
    .output(schema.endedSessionsSchema)
    .mutation(({ ctx, input }) => password.changePassword(ctx.session, input, clientOf(ctx))),
  /** A link to set a first password, for somebody who signs in with Google. */
  sendPasswordLink: personProcedure
    .meta({ unaudited: LETTER })
    .output(schema.doneSchema)
    .mutation(async ({ ctx }) => {
      const { email } = await account.getAccount(ctx.session);
      return done(password.requestPasswordReset(email, clientOf(ctx)));
    }),

  startTwoFactor: personProcedure
    .meta({ unaudited: 'Changes nothing yet: it counts once it is confirmed' })
    .output(schema.startedTwoFactorSchema)
    .mutation(({ ctx }) => twoFactor.startTwoFactor(ctx.session)),
  confirmTwoFactor: personProcedure
    .input(schema.confirmTwoFactorInput)
    .output(schema.recoveryCodesSchema)
    .mutation(({ ctx, input }) => twoFactor.confirmTwoFactor(ctx.session, input.code)),
  renewRecoveryCodes: personProcedure
    .input(schema.proofInput)
    .output(schema.recoveryCodesSchema)
    .mutation(({ ctx, input }) => twoFactor.renewRecoveryCodes(ctx.session, input, clientOf(ctx))),
  disableTwoFactor: personProcedure
    .input(schema.proofInput)
    .output(schema.doneSchema)
    .mutation(({ ctx, input }) => done(twoFactor.disableTwoFactor(ctx.session, input, clientOf(ctx)))),

  prepareGoogleLink: personProcedure
    .meta({ unaudited: 'Changes nothing yet: connecting is written down' })
    .output(schema.doneSchema)
    .mutation(({ ctx }) => done(prepareGoogleLink(ctx.session.userId, ctx.session.sessionId))),
  unlinkGoogle: personProcedure
    .output(schema.doneSchema)
    .mutation(({ ctx }) => done(unlinkGoogle(ctx.session.userId))),

  sessions: personProcedure
    .output(z.array(schema.sessionSummarySchema))
    .query(({ ctx }) => listSessions(ctx.session)),
  endSession: personProcedure
    .input(z.object({ id: z.string() }))
    .output(schema.doneSchema)
    .mutation(({ ctx, input }) => done(endSession(ctx.session.userId, input.id))),
  endOtherSessions: personProcedure
    .output(schema.endedSessionsSchema)
    .mutation(async ({ ctx }) => ({ ended: await endSessions(ctx.session.userId, ctx.session.sessionId) })),

  requestPasswordReset: publicProcedure
    .meta({ unaudited: LETTER })
    .input(schema.requestPasswordResetInput)
    .output(schema.doneSchema)
    .mutation(({ ctx, input }) => done(password.requestPasswordReset(input.email, clientOf(ctx)))),
  resetPassword: publicProcedure
    .meta({ unaudited: ITSELF })
    .input(schema.resetPasswordInput)
    .output(schema.accountEmailSchema)
    .mutation(({ ctx, input }) => password.resetPassword(input, clientOf(ctx))),
  confirmEmail: publicProcedure
    .meta({ unaudited: ITSELF })
    .input(schema.confirmEmailInput)
    .output(schema.accountEmailSchema)
    .mutation(({ ctx, input }) => account.confirmEmail(input.token, clientOf(ctx))),
});

import { z } from 'zod';
import { personProcedure, router } from '../../server/trpc.ts';
import { endedSessionsSchema, sessionSummarySchema } from './account.schema.ts';
import { endSession, endSessions, listSessions } from './sessions.service.ts';

/** One's own account, whichever workspace one is in. */
export const accountRouter = router({
  sessions: personProcedure
    .output(z.array(sessionSummarySchema))
    .query(({ ctx }) => listSessions(ctx.session)),
  endSession: personProcedure
    .input(z.object({ id: z.string() }))
    .output(z.object({ id: z.string() }))
    .mutation(async ({ ctx, input }) => {
      await endSession(ctx.session.userId, input.id);
      return input;
    }),
  endOtherSessions: personProcedure
    .output(endedSessionsSchema)
    .mutation(async ({ ctx }) => ({ ended: await endSessions(ctx.session.userId, ctx.session.sessionId) })),
});

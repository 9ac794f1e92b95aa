import { tracked } from '@trpc/server';
import { z } from 'zod';
import { topicEvents } from '../../server/events.ts';
import { personProcedure, procedureFor, router } from '../../server/trpc.ts';
import { workspaceRefSchema } from '../workspaces/members.schema.ts';
import { firstStepsTopic, getFirstSteps, hideFirstSteps, importSampleShop } from './first-steps.service.ts';
import { firstStepsSchema, hideFirstStepsInput, sampleStateSchema } from './onboarding.schema.ts';
import { createSampleWorkspace, getSample, retrySample, sampleTopic } from './sample-workspace.service.ts';

const sinceInput = z.object({ lastEventId: z.string().nullish() }).optional();

/** What starts much work is not started by a call that means something else. */
const noInput = z.strictObject({}).optional();

export const onboardingRouter = router({
  firstSteps: procedureFor('campaigns:read')
    .output(firstStepsSchema)
    .query(({ ctx }) => getFirstSteps(ctx.caller)),
  /** The first steps whenever they are other ones; the first comes at once. */
  onFirstSteps: procedureFor('campaigns:read')
    .input(sinceInput)
    .subscription(async function* ({ ctx, signal }) {
      const read = () => getFirstSteps(ctx.caller);
      const hints = topicEvents(
        firstStepsTopic(ctx.caller.workspaceId),
        signal ?? new AbortController().signal,
        { onReady: async () => ({}) },
      );
      for await (const _hint of hints) yield tracked(String(Date.now()), await read());
    }),
  importSampleShop: procedureFor('imports:write', 'audiences:read', 'campaigns:read', 'imports:read')
    .input(noInput)
    .output(firstStepsSchema)
    .mutation(({ ctx }) => importSampleShop(ctx.caller)),
  hideFirstSteps: procedureFor('campaigns:read')
    .meta({ unaudited: 'A matter of one’s own screen' })
    .input(hideFirstStepsInput)
    .output(hideFirstStepsInput)
    .mutation(({ ctx, input }) => hideFirstSteps(ctx.caller, input)),
  createSample: personProcedure
    .input(noInput)
    .output(workspaceRefSchema)
    .mutation(({ ctx }) => createSampleWorkspace(ctx.session)),
  sample: procedureFor('campaigns:read')
    .output(sampleStateSchema.nullable())
    .query(({ ctx }) => getSample(ctx.caller)),
  /** How far the filling of the workspace is; the first comes at once, so a reconnect misses nothing. */
  onSample: procedureFor('campaigns:read')
    .input(sinceInput)
    .subscription(async function* ({ ctx, signal }) {
      const first = () => getSample(ctx.caller);
      for await (const event of topicEvents(
        sampleTopic(ctx.caller.workspaceId),
        signal ?? new AbortController().signal,
        { onReady: first },
      )) {
        const state = sampleStateSchema.nullable().parse(event);
        yield tracked(`${state?.step}-${state?.progress}-${state?.error}`, state);
      }
    }),
  retrySample: procedureFor('imports:write')
    .input(noInput)
    .output(sampleStateSchema)
    .mutation(({ ctx }) => retrySample(ctx.caller)),
});

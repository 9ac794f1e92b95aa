import { z } from 'zod';
import { topicEvents } from '../../server/events.ts';
import { procedureFor, router } from '../../server/trpc.ts';
import { customerPageSchema } from '../customers/customers.schema.ts';
import * as counts from './audience-counts.service.ts';
import * as explanations from './audience-explain.service.ts';
import {
  audienceInsightsSchema,
  funnelSchema,
  overlapInput,
  overlapSchema,
  rulesInput,
} from './audience-insights.schema.ts';
import * as insights from './audience-insights.service.ts';
import {
  audienceCountSchema,
  audienceCustomersInput,
  audienceExplanationSchema,
  audienceHistorySchema,
  audiencePageSchema,
  audiencePreviewSchema,
  audienceSchema,
  audienceTrendSchema,
  audienceTrendsInput,
  audienceUsageSchema,
  createAudienceInput,
  deleteAudienceInput,
  explainAudienceInput,
  explainRulesInput,
  listAudiencesInput,
  previewAudienceInput,
  snapshotStateSchema,
  takeSnapshotInput,
  updateAudienceInput,
} from './audiences.schema.ts';
import * as service from './audiences.service.ts';
import * as snapshots from './snapshots.service.ts';

const tags = ['Audiences'];
const idInput = z.object({ id: z.string() });

export const audiencesRouter = router({
  list: procedureFor('audiences:read')
    .meta({ openapi: { method: 'GET', path: '/audiences', tags, summary: 'List audiences, newest first' } })
    .input(listAudiencesInput)
    .output(audiencePageSchema)
    .query(({ ctx, input }) => service.listAudiences(ctx.caller, input)),
  create: procedureFor('audiences:write')
    .meta({ openapi: { method: 'POST', path: '/audiences', tags, summary: 'Save an audience' } })
    .input(createAudienceInput)
    .output(audienceSchema)
    .mutation(({ ctx, input }) => service.createAudience(ctx.caller, input)),
  /** Which audiences a customer is in right now. */
  ofCustomer: procedureFor('audiences:read')
    .input(z.object({ customerId: z.string() }))
    .output(z.array(z.object({ id: z.string(), name: z.string(), isSnapshot: z.boolean() })))
    .query(({ ctx, input }) => explanations.listAudiencesOf(ctx.caller, input.customerId)),
  get: procedureFor('audiences:read')
    .meta({ openapi: { method: 'GET', path: '/audiences/{id}', tags, summary: 'One audience' } })
    .input(idInput)
    .output(audienceSchema)
    .query(({ ctx, input }) => service.getAudience(ctx.caller, input.id)),
  update: procedureFor('audiences:write')
    .meta({ openapi: { method: 'PATCH', path: '/audiences/{id}', tags, summary: 'Change an audience' } })
    .input(updateAudienceInput)
    .output(audienceSchema)
    .mutation(({ ctx, input }) => service.updateAudience(ctx.caller, input)),
  delete: procedureFor('audiences:write')
    .meta({
      openapi: {
        method: 'DELETE',
        path: '/audiences/{id}',
        tags,
        summary: 'Delete an audience that no campaign uses and no other audience names',
      },
    })
    .input(deleteAudienceInput)
    .output(idInput)
    .mutation(({ ctx, input }) => service.deleteAudience(ctx.caller, input)),
  usage: procedureFor('audiences:read')
    .meta({
      openapi: {
        method: 'GET',
        path: '/audiences/{id}/usage',
        tags,
        summary: 'Which campaigns use an audience and which audiences refer to it',
      },
    })
    .input(idInput)
    .output(audienceUsageSchema)
    .query(({ ctx, input }) => service.getAudienceUsage(ctx.caller, input.id)),
  history: procedureFor('audiences:read')
    .meta({
      openapi: {
        method: 'GET',
        path: '/audiences/{id}/history',
        tags,
        summary: 'How many an audience had on each day, and what has changed',
      },
    })
    .input(idInput)
    .output(audienceHistorySchema)
    .query(({ ctx, input }) => counts.getAudienceHistory(ctx.caller, input.id)),
  /** The last 30 days of the audiences of a list. */
  trends: procedureFor('audiences:read')
    .input(audienceTrendsInput)
    .output(z.array(audienceTrendSchema))
    .query(({ ctx, input }) => counts.listAudienceTrends(ctx.caller, input)),
  takeSnapshot: procedureFor('audiences:write')
    .meta({
      openapi: {
        method: 'POST',
        path: '/audiences/{id}/snapshot',
        tags,
        summary: 'Make a new audience of those who are in this one now; usable once its snapshot is done',
      },
    })
    .input(takeSnapshotInput)
    .output(audienceSchema)
    .mutation(({ ctx, input }) => snapshots.takeSnapshot(ctx.caller, input)),
  /** How far the marking of a snapshot has come; the first state comes at once. */
  onSnapshot: procedureFor('audiences:read')
    .input(idInput)
    .subscription(async function* ({ ctx, input, signal }) {
      const first = () => snapshots.getSnapshotState(ctx.caller, input.id);
      const events = topicEvents(snapshots.snapshotTopic(input.id), signal ?? new AbortController().signal, {
        onReady: first,
      });
      for await (const event of events) yield snapshotStateSchema.parse(event);
    }),
  customers: procedureFor('audiences:read')
    .meta({
      openapi: {
        method: 'GET',
        path: '/audiences/{id}/customers',
        tags,
        summary: 'Who is in an audience right now',
      },
    })
    .input(audienceCustomersInput)
    .output(customerPageSchema)
    .query(({ ctx, input }) => service.listAudienceCustomers(ctx.caller, input)),
  count: procedureFor('audiences:read')
    .input(idInput)
    .output(audienceCountSchema)
    .query(({ ctx, input }) => service.countAudience(ctx.caller, input.id, ctx.signal)),
  preview: procedureFor('audiences:read')
    .meta({
      unaudited: 'Only reads; a rule tree does not fit into an address',
      openapi: {
        method: 'POST',
        path: '/audiences/preview',
        tags,
        summary: 'Count and sample of a rule tree',
      },
    })
    .input(previewAudienceInput)
    .output(audiencePreviewSchema)
    .mutation(({ ctx, input }) => service.previewAudience(ctx.caller, input, ctx.signal)),
  insights: procedureFor('audiences:read')
    .meta({
      unaudited: 'Only reads; a rule tree does not fit into an address',
      openapi: {
        method: 'POST',
        path: '/audiences/insights',
        tags,
        summary: 'How spend, countries and last orders are distributed among those a rule tree selects',
      },
    })
    .input(rulesInput)
    .output(audienceInsightsSchema)
    .mutation(({ ctx, input }) => insights.describeAudience(ctx.caller, input, ctx.signal)),
  funnel: procedureFor('audiences:read')
    .meta({
      unaudited: 'Only reads; a rule tree does not fit into an address',
      openapi: {
        method: 'POST',
        path: '/audiences/funnel',
        tags,
        summary:
          'What each condition of a rule tree does: whom it selects, who is left after it, whom it keeps out',
      },
    })
    .input(rulesInput)
    .output(funnelSchema)
    .mutation(({ ctx, input }) => insights.explainFunnel(ctx.caller, input, ctx.signal)),
  overlap: procedureFor('audiences:read')
    .meta({
      unaudited: 'Only reads; a rule tree does not fit into an address',
      openapi: {
        method: 'POST',
        path: '/audiences/overlap',
        tags,
        summary: 'How many a rule tree and a saved audience have in common',
      },
    })
    .input(overlapInput)
    .output(overlapSchema)
    .mutation(({ ctx, input }) => insights.compareAudiences(ctx.caller, input, ctx.signal)),
  explain: procedureFor('audiences:read')
    .meta({
      openapi: {
        method: 'GET',
        path: '/audiences/{id}/explain',
        tags,
        summary: 'Whether a customer is in an audience right now, and why',
      },
    })
    .input(explainAudienceInput)
    .output(audienceExplanationSchema)
    .query(({ ctx, input }) => explanations.explainAudience(ctx.caller, input)),
  /** The same for rules still being edited; a mutation because rules are too long for an address. */
  explainRules: procedureFor('audiences:read')
    .meta({ unaudited: 'Only reads; a rule tree does not fit into an address' })
    .input(explainRulesInput)
    .output(audienceExplanationSchema)
    .mutation(({ ctx, input }) => explanations.explainForCustomer(ctx.caller, input)),
});

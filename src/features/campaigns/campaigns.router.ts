import { tracked } from '@trpc/server';
import { z } from 'zod';
import { topicEvents } from '../../server/events.ts';
import { procedureFor, router } from '../../server/trpc.ts';
import {
  campaignIdInput,
  campaignPageSchema,
  campaignSchema,
  createCampaignInput,
  deleteCampaignInput,
  draftPreviewInput,
  listCampaignsInput,
  preflightSchema,
  renderedSchema,
  renderInput,
  snapshotSchema,
  updateCampaignInput,
} from './campaigns.schema.ts';
import * as service from './campaigns.service.ts';
import { duplicateCampaign, resendFailed } from './copies.service.ts';
import { campaignTopic, workspaceCampaignsTopic } from './engine/progress.ts';
import { listMessagesInput, logReasonsSchema, messagePageSchema } from './log/message-log.schema.ts';
import { listCampaignMessages, listLogReasons } from './log/message-log.service.ts';
import { messageTimelineInput, messageTimelineSchema } from './log/timeline.schema.ts';
import { messageTimeline } from './log/timeline.service.ts';
import { whyRecipientInput, whyRecipientSchema } from './log/why.schema.ts';
import { whyRecipient } from './log/why.service.ts';
import { messageSchema, skipReasons } from './messages.schema.ts';
import { listCustomerMessages, listSkips } from './messages.service.ts';
import { preflightCampaign, previewCampaign, previewDraft, testCampaign } from './preflight.service.ts';
import { resultsInput, resultsSchema } from './results/results.schema.ts';
import { getResults } from './results/results.service.ts';
import { writeSummary } from './summary/summary.service.ts';
import { setTagsInput } from './tags/tags.schema.ts';
import { setTags } from './tags/tags.service.ts';

const tags = ['Campaigns'];
const idPath = '/campaigns/{id}';

export const campaignsRouter = router({
  list: procedureFor('campaigns:read')
    .meta({ openapi: { method: 'GET', path: '/campaigns', tags, summary: 'List campaigns, newest first' } })
    .input(listCampaignsInput)
    .output(campaignPageSchema)
    .query(({ ctx, input }) => service.listCampaigns(ctx.caller, input)),
  create: procedureFor('campaigns:write')
    .meta({ openapi: { method: 'POST', path: '/campaigns', tags, summary: 'Create a draft campaign' } })
    .input(createCampaignInput)
    .output(campaignSchema)
    .mutation(({ ctx, input }) => service.createCampaign(ctx.caller, input)),
  get: procedureFor('campaigns:read')
    .meta({ openapi: { method: 'GET', path: idPath, tags, summary: 'One campaign with its figures' } })
    .input(campaignIdInput)
    .output(campaignSchema)
    .query(({ ctx, input }) => service.getCampaign(ctx.caller, input.id)),
  update: procedureFor('campaigns:write')
    .meta({
      openapi: {
        method: 'PATCH',
        path: idPath,
        tags,
        summary: 'Change a draft, or the time of a scheduled one',
      },
    })
    .input(updateCampaignInput)
    .output(campaignSchema)
    .mutation(({ ctx, input }) => service.updateCampaign(ctx.caller, input)),
  delete: procedureFor('campaigns:write')
    .meta({
      openapi: { method: 'DELETE', path: idPath, tags, summary: 'Delete a campaign that was never launched' },
    })
    .input(deleteCampaignInput)
    .output(campaignIdInput)
    .mutation(({ ctx, input }) => service.deleteCampaign(ctx.caller, input)),
  launch: procedureFor('campaigns:launch')
    .meta({
      openapi: {
        method: 'POST',
        path: `${idPath}/launch`,
        tags,
        summary: 'Launch; a second time answers 409',
      },
    })
    .input(campaignIdInput)
    .output(campaignSchema)
    .mutation(({ ctx, input }) => service.launchCampaign(ctx.caller, input.id)),
  confirm: procedureFor('campaigns:launch')
    .meta({
      openapi: {
        method: 'POST',
        path: `${idPath}/confirm`,
        tags,
        summary: 'Send now what waits because its time was missed',
      },
    })
    .input(campaignIdInput)
    .output(campaignSchema)
    .mutation(({ ctx, input }) => service.confirmMissed(ctx.caller, input.id)),
  duplicate: procedureFor('campaigns:write')
    .meta({
      openapi: {
        method: 'POST',
        path: `${idPath}/duplicate`,
        tags,
        summary: 'A new draft with the same message and audience',
      },
    })
    .input(campaignIdInput)
    .output(campaignSchema)
    .mutation(({ ctx, input }) => duplicateCampaign(ctx.caller, input.id)),
  resendFailed: procedureFor('campaigns:write')
    .meta({
      openapi: {
        method: 'POST',
        path: `${idPath}/resend-failed`,
        tags,
        summary: 'A new draft to those whose message failed or bounced',
      },
    })
    .input(campaignIdInput)
    .output(campaignSchema)
    .mutation(({ ctx, input }) => resendFailed(ctx.caller, input.id)),
  pause: procedureFor('campaigns:launch')
    .meta({ openapi: { method: 'POST', path: `${idPath}/pause`, tags, summary: 'Pause sending' } })
    .input(campaignIdInput)
    .output(campaignSchema)
    .mutation(({ ctx, input }) => service.pauseCampaign(ctx.caller, input.id)),
  resume: procedureFor('campaigns:launch')
    .meta({
      openapi: { method: 'POST', path: `${idPath}/resume`, tags, summary: 'Resume a paused campaign' },
    })
    .input(campaignIdInput)
    .output(campaignSchema)
    .mutation(({ ctx, input }) => service.resumeCampaign(ctx.caller, input.id)),
  cancel: procedureFor('campaigns:launch')
    .meta({
      openapi: {
        method: 'POST',
        path: `${idPath}/cancel`,
        tags,
        summary: 'Stop for good; what is not sent yet is cancelled',
      },
    })
    .input(campaignIdInput)
    .output(campaignSchema)
    .mutation(({ ctx, input }) => service.cancelCampaign(ctx.caller, input.id)),
  writeSummary: procedureFor('campaigns:write')
    .meta({
      openapi: {
        method: 'POST',
        path: `${idPath}/summary`,
        tags,
        summary: 'Write the summary of an ended campaign anew',
      },
    })
    .input(campaignIdInput)
    .output(campaignSchema)
    .mutation(({ ctx, input }) => writeSummary(ctx.caller, input.id)),
  setTags: procedureFor('campaigns:write')
    .meta({
      openapi: { method: 'PUT', path: `${idPath}/tags`, tags, summary: 'Put tags on or take them off' },
    })
    .input(setTagsInput)
    .output(campaignSchema)
    .mutation(({ ctx, input }) => setTags(ctx.caller, input)),
  preview: procedureFor('campaigns:read')
    .meta({
      unaudited: 'Only reads',
      openapi: {
        method: 'POST',
        path: `${idPath}/preview`,
        tags,
        summary: 'The message as one customer would get it',
      },
    })
    .input(renderInput)
    .output(renderedSchema)
    .mutation(({ ctx, input }) => previewCampaign(ctx.caller, input)),
  previewDraft: procedureFor('campaigns:read')
    .input(draftPreviewInput)
    .output(renderedSchema)
    .query(({ ctx, input }) => previewDraft(ctx.caller, input)),
  preflight: procedureFor('campaigns:read')
    .input(campaignIdInput)
    .output(preflightSchema)
    .query(({ ctx, input }) => preflightCampaign(ctx.caller, input.id)),
  test: procedureFor('campaigns:launch')
    .meta({
      openapi: {
        method: 'POST',
        path: `${idPath}/test`,
        tags,
        summary: 'Send it once to an address of your own',
      },
    })
    .input(renderInput.extend({ to: z.string().min(1).max(320) }))
    .output(z.object({ status: z.enum(['ACCEPTED', 'REJECTED']), reason: z.string().nullable() }))
    .mutation(({ ctx, input }) => testCampaign(ctx.caller, input)),
  messages: procedureFor('campaigns:read')
    .meta({
      openapi: {
        method: 'GET',
        path: `${idPath}/messages`,
        tags,
        summary: 'The campaign’s messages, newest first',
      },
    })
    .input(listMessagesInput)
    .output(messagePageSchema)
    .query(({ ctx, input }) => listCampaignMessages(ctx.caller, input)),
  logReasons: procedureFor('campaigns:read')
    .input(campaignIdInput)
    .output(logReasonsSchema)
    .query(({ ctx, input }) => listLogReasons(ctx.caller, input.id)),
  results: procedureFor('campaigns:read', 'customers:read', 'orders:read')
    .meta({
      openapi: {
        method: 'GET',
        path: `${idPath}/results`,
        tags,
        summary: 'What it came to: orders, revenue, variants, lift, countries, RFM groups',
      },
    })
    .input(resultsInput)
    .output(resultsSchema)
    .query(({ ctx, input }) => getResults(ctx.caller, input)),
  messageTimeline: procedureFor('campaigns:read', 'customers:read', 'orders:read')
    .input(messageTimelineInput)
    .output(messageTimelineSchema)
    .query(({ ctx, input }) => messageTimeline(ctx.caller, input.id)),
  whyRecipient: procedureFor('campaigns:read', 'audiences:read', 'customers:read')
    .input(whyRecipientInput)
    .output(whyRecipientSchema)
    .query(({ ctx, input }) => whyRecipient(ctx.caller, input)),
  customerMessages: procedureFor('customers:read')
    .input(
      z.object({
        customerId: z.string(),
        limit: z.number().int().min(1).max(500).default(50),
        cursor: z.string().optional(),
      }),
    )
    .output(
      z.object({
        items: z.array(messageSchema.extend({ campaignName: z.string() })),
        nextCursor: z.string().nullable(),
      }),
    )
    .query(({ ctx, input }) => listCustomerMessages(ctx.caller, input)),
  skips: procedureFor('campaigns:read')
    .input(campaignIdInput)
    .output(
      z.array(
        z.object({ reason: z.enum(skipReasons), detail: z.string().nullable(), count: z.number().int() }),
      ),
    )
    .query(({ ctx, input }) => listSkips(ctx.caller, input.id)),
  /** Snapshots of one campaign; the first comes at once, so a reconnect misses nothing. */
  onProgress: procedureFor('campaigns:read')
    .input(campaignIdInput.extend({ lastEventId: z.string().nullish() }))
    .subscription(async function* ({ ctx, input, signal }) {
      const first = () => service.getSnapshot(ctx.caller, input.id);
      for await (const event of topicEvents(campaignTopic(input.id), signal ?? new AbortController().signal, {
        onReady: first,
      })) {
        const snapshot = snapshotSchema.parse(event);
        yield tracked(String(snapshot.at), snapshot);
      }
    }),
  /** Says which campaign of the workspace changed, for lists. */
  onAnyProgress: procedureFor('campaigns:read').subscription(async function* ({ ctx, signal }) {
    const event = snapshotSchema.pick({ campaignId: true, status: true, stats: true });
    for await (const message of topicEvents(
      workspaceCampaignsTopic(ctx.caller.workspaceId),
      signal ?? new AbortController().signal,
      { keyOf: (raw) => event.parse(raw).campaignId },
    )) {
      yield event.parse(message);
    }
  }),
});

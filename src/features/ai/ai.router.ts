import { procedureFor, router } from '../../server/trpc.ts';
import {
  aiUseSchema,
  generatedRulesSchema,
  generateRulesInput,
  suggestedMessagesSchema,
  suggestMessagesInput,
} from './ai.schema.ts';
import * as service from './ai.service.ts';
import { aiUse } from './ai-use.service.ts';
import { suggestMessages } from './suggestions.service.ts';

const tags = ['AI'];

export const aiRouter = router({
  generateSegmentRules: procedureFor('ai:use')
    .meta({
      unaudited: 'Only proposes; what is saved of it is written down then',
      openapi: {
        method: 'POST',
        path: '/ai/generate-segment-rules',
        tags,
        summary: 'Words to audience rules',
      },
    })
    .input(generateRulesInput)
    .output(generatedRulesSchema)
    .mutation(({ ctx, input }) => service.generateRules(ctx.caller, input.prompt)),
  suggestMessages: procedureFor('ai:use')
    .meta({
      unaudited: 'Only proposes; what is saved of it is written down then',
      openapi: { method: 'POST', path: '/ai/suggest-messages', tags, summary: 'Drafts for a message' },
    })
    .input(suggestMessagesInput)
    .output(suggestedMessagesSchema)
    .mutation(({ ctx, input }) => suggestMessages(ctx.caller, input)),
  use: procedureFor('workspace:write')
    .output(aiUseSchema)
    .query(({ ctx }) => aiUse(ctx.caller)),
});

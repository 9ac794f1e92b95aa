import { z } from 'zod';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { countCall, limits } from '../../server/rate-limit.ts';
import { getAudience } from '../audiences/audiences.service.ts';
import { describeRules } from '../audiences/rules/describe.ts';
import { placeOf, traitsOf } from '../audiences/rules/traits.ts';
import type { Template } from '../campaigns/campaigns.schema.ts';
import { findKnownValues } from '../customers/known-values.service.ts';
import { findWorkspace } from '../workspaces/workspaces.service.ts';
import type { SuggestedMessages, SuggestMessagesInput } from './ai.schema.ts';
import { askModel } from './ask-model.ts';
import { type DraftContext, draftProblems, tidyDraft } from './draft-check.ts';
import type { JsonSchema } from './groq.ts';
import { composeMessages, SMS_LENGTH } from './message-library/compose.ts';

const DRAFTS = 3;

/**
 * Three drafts of a message. Each compiles, speaks only of what there is, reaches customers of whom little is known, and
 * holds no offer or address the objective does not; a text message fits into one. Without a usable answer of the AI
 * service they come from the built-in library and `note` says why.
 */
export async function suggestMessages(
  caller: Caller,
  { objective, audienceId, tone, channel }: SuggestMessagesInput,
): Promise<SuggestedMessages> {
  requirePermission(caller, 'ai:use');
  await countCall(limits.ai, caller.workspaceId);
  const [audience, workspace, known] = await Promise.all([
    audienceId ? getAudience(caller, audienceId) : null,
    findWorkspace(caller.workspaceId),
    findKnownValues(caller.workspaceId),
  ]);
  const context: DraftContext = {
    channel,
    workspace: { name: workspace.name, currency: workspace.currency },
    attributes: known.attributes.map(({ key }) => key),
    objective,
  };
  const answer = await askModel({
    workspaceId: caller.workspaceId,
    purpose: 'messages',
    instructions: instructionsFor(channel),
    data: {
      objective,
      tone: tone ?? 'friendly',
      audience: audience
        ? describeRules(audience.rules, { currency: workspace.currency }).slice(0, 2_000)
        : null,
      shop: workspace.name,
    },
    jsonSchema: answerShape,
    schema: checkedDrafts(context),
  });
  const suggestions =
    answer.value ??
    composeMessages({
      objective,
      tone,
      channel,
      traits: audience ? traitsOf(audience.rules) : new Set(),
      place: audience ? placeOf(audience.rules) : null,
      workspaceName: workspace.name,
    });
  return { suggestions, source: answer.value ? 'groq' : 'offline', note: answer.note };
}

const instructionsFor = (channel: DraftContext['channel']): string =>
  `You write messages of a shop to its customers: ${DRAFTS} different drafts for the objective, tone and audience in the data.
${channel === 'EMAIL' ? 'Each is an e-mail: a subject of at most 60 characters and a plain-text body of at most 90 words that ends with {{ unsubscribe_url }} on a line of its own.' : `Each is a text message without a subject (null), of at most ${SMS_LENGTH - 30} characters, in plain characters without emoji.`}
Write Liquid templates. The only variables: {{ customer.name | default: "there" }}, {{ customer.city | default: "your city" }}, {{ customer.country | default: "your country" }}, {{ customer.orderCount }}, {{ workspace.name }}${channel === 'EMAIL' ? ', {{ unsubscribe_url }}' : ''}.
Promise nothing the objective does not: no discount, price, code, date or web address of your own.`;

const answerShape: JsonSchema = {
  name: 'messages',
  schema: {
    type: 'object',
    properties: {
      suggestions: {
        type: 'array',
        items: {
          type: 'object',
          properties: { subject: { type: ['string', 'null'] }, body: { type: 'string' } },
          required: ['subject', 'body'],
          additionalProperties: false,
        },
      },
    },
    required: ['suggestions'],
    additionalProperties: false,
  },
};

const checkedDrafts = (context: DraftContext) =>
  z
    .object({
      suggestions: z
        .array(
          z
            .object({ subject: z.string().max(300).nullish(), body: z.string().min(1).max(5_000) })
            .transform((draft): Template => tidyDraft(draft, context.channel))
            .superRefine((draft, issues) => {
              for (const message of draftProblems(draft, context))
                issues.addIssue({ code: 'custom', message });
            }),
        )
        .length(DRAFTS, `must be ${DRAFTS} drafts`),
    })
    .transform(({ suggestions }) => suggestions);

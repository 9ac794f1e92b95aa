import { z } from 'zod';
import { storedRulesSchema } from '../audiences/rules.schema.ts';
import { channels } from '../campaigns/campaigns.schema.ts';

export const generateRulesInput = z.strictObject({
  prompt: z
    .string('describe the audience in words')
    .trim()
    .min(3, 'describe the audience in words')
    .max(1_000, 'may have at most 1,000 characters'),
});
export const generatedRulesSchema = z.object({
  rules: storedRulesSchema,
  /** Parts of the prompt no rule stands for. */
  unmapped: z.array(z.string()),
  /** The rules in plain English. */
  explanation: z.string(),
  source: z.enum(['groq', 'offline']),
  /** What was decided where the words are open: “big spenders” read as a total spend of at least 500. */
  assumptions: z.array(z.string()),
  /** Why the built-in answer was given although an AI service is set up; null otherwise. */
  note: z.string().nullable(),
});
export type GeneratedRules = z.infer<typeof generatedRulesSchema>;

export const suggestMessagesInput = z.strictObject({
  objective: z
    .string('say what the message is for')
    .trim()
    .min(3, 'say what the message is for')
    .max(1_000, 'may have at most 1,000 characters'),
  audienceId: z.string().optional(),
  /** In any words; the library knows friendly, formal, playful and urgent. */
  tone: z.string().trim().max(50, 'may have at most 50 characters').optional(),
  channel: z.enum(channels).default('EMAIL'),
});
export type SuggestMessagesInput = z.output<typeof suggestMessagesInput>;
const suggestionSchema = z.object({
  /** Of an e-mail; a text message has none. */
  subject: z.string().optional(),
  body: z.string(),
});
export const suggestedMessagesSchema = z.object({
  suggestions: z.array(suggestionSchema),
  source: z.enum(['groq', 'offline']),
  /** Why the built-in drafts were given although an AI service is set up; null otherwise. */
  note: z.string().nullable(),
});
export type SuggestedMessages = z.infer<typeof suggestedMessagesSchema>;

/** What a workspace asked the AI service lately. */
export const aiUseSchema = z.object({
  days: z.number().int(),
  /** The model that is asked; null when no AI service is set up. */
  model: z.string().nullable(),
  calls: z.number().int(),
  /** Of the calls, those the built-in answer was given for. */
  offline: z.number().int(),
  /** Of those, the ones where the service was set up and gave no usable answer. */
  failed: z.number().int(),
  /** Null while no prices are set. */
  costDollars: z.number().nullable(),
  /** Of the calls the service answered. */
  medianLatencyMs: z.number().nullable(),
});
export type AiUse = z.infer<typeof aiUseSchema>;

import { z } from 'zod';
import { campaignStatuses } from '../../lib/campaign-status.ts';
import { createdSortSchema, idCursorSchema } from '../../lib/id-cursor.ts';
import { searchText } from '../../lib/search-text.ts';
import { ifUpdatedAtSchema } from '../../lib/version.ts';
import { customerSchema } from '../customers/customers.schema.ts';
import { explainedGroupSchema } from './rules/explained.schema.ts';
import { rulesSchema, storedRulesSchema } from './rules.schema.ts';

/** Of an audience that is fixed: who was in another one at a moment. */
const snapshotSchema = z.object({
  /** The audience it was taken of, which may be gone by now. */
  audienceId: z.string(),
  takenAt: z.date(),
  /** Members marked so far; all of them once it is done. */
  count: z.number().int(),
  /** False while members are still being marked: it cannot be used yet. */
  done: z.boolean(),
});
export const snapshotStateSchema = snapshotSchema.pick({ count: true, done: true });
export type SnapshotState = z.infer<typeof snapshotStateSchema>;

export const audienceSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  rules: storedRulesSchema,
  /** null for an ordinary audience, whose members are found anew each time. */
  snapshot: snapshotSchema.nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type Audience = z.infer<typeof audienceSchema>;

const writable = {
  name: z
    .string('give the audience a name')
    .trim()
    .min(1, 'give the audience a name')
    .max(200, 'may have at most 200 characters'),
  description: z.string().trim().max(2_000, 'may have at most 2,000 characters').nullable(),
  rules: rulesSchema,
};
export const createAudienceInput = z.strictObject({
  ...writable,
  description: writable.description.optional(),
});
export type CreateAudienceInput = z.output<typeof createAudienceInput>;
export const updateAudienceInput = z.strictObject({
  id: z.string(),
  ifUpdatedAt: ifUpdatedAtSchema,
  ...z.strictObject(writable).partial().shape,
});
export const deleteAudienceInput = z.object({ id: z.string(), ifUpdatedAt: ifUpdatedAtSchema });
export type UpdateAudienceInput = z.output<typeof updateAudienceInput>;

export const takeSnapshotInput = z.strictObject({
  id: z.string(),
  /** The audience's name and the moment, when left out. */
  name: writable.name.optional(),
});

const page = {
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: idCursorSchema.optional(),
};
export const listAudiencesInput = z.object({
  ...page,
  sort: createdSortSchema,
  search: searchText.optional().describe('A part of the name; upper and lower case are one'),
});
export type ListAudiencesInput = z.output<typeof listAudiencesInput>;
export const audiencePageSchema = z.object({
  items: z.array(audienceSchema),
  nextCursor: z.string().nullable(),
});
export const audienceCustomersInput = z.object({ id: z.string(), ...page });

export const previewAudienceInput = z.strictObject({ rules: rulesSchema });
export const audiencePreviewSchema = z.object({
  count: z.number().int(),
  /** All customers of the workspace, to see the share. */
  total: z.number().int(),
  sample: z.array(customerSchema),
});
export const audienceCountSchema = audiencePreviewSchema.pick({ count: true, total: true });
export type AudienceCount = z.infer<typeof audienceCountSchema>;
export type AudiencePreview = z.infer<typeof audiencePreviewSchema>;

export const explainAudienceInput = z.object({ id: z.string(), customerId: z.string() });
export const explainRulesInput = z.strictObject({ rules: rulesSchema, customerId: z.string() });
export const audienceExplanationSchema = z.object({
  customer: customerSchema.pick({ id: true, name: true, email: true }),
  inAudience: z.boolean(),
  /** The rule tree with each condition's outcome and the customer's own value. */
  explanation: explainedGroupSchema,
});
export type AudienceExplanation = z.infer<typeof audienceExplanationSchema>;

export const audienceUsageSchema = z.object({
  /** The newest fifty. */
  campaigns: z.array(z.object({ id: z.string(), name: z.string(), status: z.enum(campaignStatuses) })),
  campaignCount: z.number().int(),
  /** Audiences whose rules name this snapshot. */
  audiences: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type AudienceUsage = z.infer<typeof audienceUsageSchema>;

const dayCountSchema = z.object({
  /** Midnight UTC. */
  day: z.date(),
  count: z.number().int(),
});
export type DayCount = z.infer<typeof dayCountSchema>;
export const audienceHistorySchema = z.object({
  /** A count for each day there is one of, the oldest first; at most 400 days. */
  items: z.array(dayCountSchema),
  /** The last count less that of 7 days before; null when there is none so far back. */
  change7: z.number().int().nullable(),
  change30: z.number().int().nullable(),
});
export type AudienceHistory = z.infer<typeof audienceHistorySchema>;
export const audienceTrendsInput = z.object({ ids: z.array(z.string()).max(500) });
export const audienceTrendSchema = z.object({ id: z.string(), items: z.array(dayCountSchema) });
export type AudienceTrend = z.infer<typeof audienceTrendSchema>;

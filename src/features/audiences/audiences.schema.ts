import { z } from 'zod';
import { customerSchema } from '../customers/customers.schema.ts';
import { explainedGroupSchema } from './rules/explained.schema.ts';
import { rulesSchema, storedRulesSchema } from './rules.schema.ts';

export const audienceSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  rules: storedRulesSchema,
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
  ...z.strictObject(writable).partial().shape,
});
export type UpdateAudienceInput = z.output<typeof updateAudienceInput>;

const page = {
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z
    .string()
    .regex(/^[0-9a-f]{24}$/, 'is not a cursor this API gave')
    .optional(),
};
export const listAudiencesInput = z.object(page);
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

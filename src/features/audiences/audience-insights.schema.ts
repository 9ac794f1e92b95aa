import { z } from 'zod';
import { funnelGroupSchema } from './rules/funnel.schema.ts';
import { rulesSchema } from './rules.schema.ts';

export const rulesInput = z.strictObject({ rules: rulesSchema });

/** One bar: customers whose value is at least `from` and less than `to`; null is without end. */
const binSchema = z.object({
  from: z.number().nullable(),
  to: z.number().nullable(),
  count: z.number().int(),
});
export type Bin = z.infer<typeof binSchema>;

export const audienceInsightsSchema = z.object({
  count: z.number().int(),
  /** Money in major units. */
  spend: z.object({
    total: z.number(),
    /** null in an empty audience. */
    median: z.number().nullable(),
    /** Customers whose refunds are more than their orders. */
    negative: z.number().int(),
    /** Customers with a total of exactly 0. */
    none: z.number().int(),
    bins: z.array(binSchema),
  }),
  /** The five most frequent countries; `country` is null for those without one. */
  countries: z.array(z.object({ country: z.string().nullable(), count: z.number().int() })),
  /** Days since the last order. */
  recency: z.object({ bins: z.array(binSchema), never: z.number().int() }),
});
export type AudienceInsights = z.infer<typeof audienceInsightsSchema>;

/** The rules being looked at, or a saved audience, against another saved one. */
export const overlapInput = z.strictObject({
  rules: rulesSchema,
  audienceId: z.string('name the audience to compare with'),
});
export type OverlapInput = z.output<typeof overlapInput>;
export const overlapSchema = z.object({
  /** Whom the rules select. */
  count: z.number().int(),
  other: z.object({ id: z.string(), name: z.string(), count: z.number().int() }),
  both: z.number().int(),
  /** All customers of the workspace. */
  total: z.number().int(),
});
export type Overlap = z.infer<typeof overlapSchema>;

export const funnelSchema = z.object({
  total: z.number().int(),
  count: z.number().int(),
  funnel: funnelGroupSchema,
});
export type Funnel = z.infer<typeof funnelSchema>;

import { z } from 'zod';

const figures = {
  /** Customers this condition alone selects. */
  alone: z.number().int(),
  /** In a group where all must hold: customers who fulfil this one and those before it; null elsewhere. */
  remaining: z.number().int().nullable(),
  /** Customers who are not in the audience, and would be without this condition. */
  keptOut: z.number().int(),
  /** Customers who are in the audience, and would not be without this condition. */
  broughtIn: z.number().int(),
};
const funnelCountsSchema = z.object(figures);
export type FunnelCounts = z.infer<typeof funnelCountsSchema>;

const funnelConditionSchema = z.object({
  /** The condition in words. */
  sentence: z.string(),
  ...figures,
});
export type FunnelCondition = z.infer<typeof funnelConditionSchema>;

export interface FunnelGroup extends FunnelCounts {
  combinator: 'and' | 'or';
  not: boolean;
  rules: FunnelNode[];
}
export type FunnelNode = FunnelGroup | FunnelCondition;

export const funnelGroupSchema: z.ZodType<FunnelGroup, FunnelGroup> = z
  .object({
    combinator: z.enum(['and', 'or']),
    not: z.boolean(),
    ...figures,
    get rules() {
      return z.array(z.union([funnelGroupSchema, funnelConditionSchema]));
    },
  })
  .meta({ id: 'FunnelGroup' });

export const isFunnelGroup = (node: FunnelNode): node is FunnelGroup => 'combinator' in node;

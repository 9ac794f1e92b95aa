import { z } from 'zod';

export const explainedConditionSchema = z.object({
  /** The condition in words. */
  sentence: z.string(),
  holds: z.boolean(),
  /** What the customer has, in words. */
  value: z.string(),
});
export type ExplainedCondition = z.infer<typeof explainedConditionSchema>;

export interface ExplainedGroup {
  combinator: 'and' | 'or';
  not: boolean;
  holds: boolean;
  rules: (ExplainedGroup | ExplainedCondition)[];
}
export const explainedGroupSchema: z.ZodType<ExplainedGroup, ExplainedGroup> = z
  .object({
    combinator: z.enum(['and', 'or']),
    not: z.boolean(),
    holds: z.boolean(),
    get rules() {
      return z.array(z.union([explainedGroupSchema, explainedConditionSchema]));
    },
  })
  .meta({ id: 'ExplainedGroup' });

export const isExplainedGroup = (node: ExplainedGroup | ExplainedCondition): node is ExplainedGroup =>
  'combinator' in node;

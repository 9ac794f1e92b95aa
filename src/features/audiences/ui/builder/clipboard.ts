import { z } from 'zod';
import type { RuleGroup } from '../../rules.schema.ts';
import { type BuilderGroup, emptyGroup, ORDER_COUNT_FIELD, toBuilder, toRules } from './builder-rules.ts';
import { checkTree } from './check-tree.ts';
import type { BuilderItem, Kind } from './tree.ts';

/** Conditions as text, so that the clipboard carries them to another audience or another tab. */

const MARK = 'nexusflow/rules';

/** What is copied: the rule format inside an envelope. Conditions still being filled in can be copied too. */
export const copyText = (items: readonly BuilderItem[], kind: Kind): string =>
  JSON.stringify({ kind: MARK, of: kind, rules: rulesOf(items) });

const rulesOf = (items: readonly BuilderItem[]): unknown =>
  (toRules({ combinator: 'and', rules: [...items] }) as { rules: unknown }).rules;

/** Whether a text is what `copyText` makes, and is not to be pasted into a box as text. */
export const isCopied = (text: string): boolean => text.startsWith(`{"kind":"${MARK}"`);

const fieldRule = z.looseObject({ field: z.string(), operator: z.string(), value: z.unknown().optional() });
const group: z.ZodType = z.lazy(() =>
  z.object({
    combinator: z.enum(['and', 'or']),
    not: z.boolean().optional(),
    rules: z.array(item).max(1_000),
  }),
);
const item: z.ZodType = z.lazy(() =>
  z.union([
    group,
    z.object({
      field: z.literal('orders'),
      match: z.object({
        mode: z.enum(['atLeast', 'atMost', 'exactly']),
        threshold: z.union([z.number(), z.string()]),
      }),
      value: group,
    }),
    z.looseObject({
      field: z.literal('orders.amount'),
      operator: z.string(),
      value: z.unknown().optional(),
      aggregate: z.enum(['sum', 'avg', 'max', 'min']),
      where: group.optional(),
    }),
    fieldRule.refine(({ field }) => field !== 'orders' && field !== 'orders.amount'),
  ]),
);
const envelope = z.object({ rules: z.union([z.array(item).min(1).max(1_000), group]) });

export type Pasted = { ok: true; items: BuilderItem[]; kind: Kind } | { ok: false; message: string };

const NOTHING = 'The clipboard holds no conditions. Copy a condition or a group first.';

/**
 * Conditions from text: what `copyText` made, or rules as the API has them (a rule, a list, a group, or one under
 * `rules`). What an audience could not hold is refused with the reason; gaps may stay to be filled in.
 */
export function pasteText(text: string): Pasted {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { ok: false, message: NOTHING };
  }
  const rules = readItems(data);
  if (!rules) return { ok: false, message: NOTHING };
  const kind: Kind = rules.some(isOrderItem) ? 'order' : 'customer';
  // The cast is made good by `checkTree`, which reads every value again.
  const tree = toBuilder({ combinator: 'and', rules } as RuleGroup);
  const { problems } = checkTree(kind === 'order' ? asOrders(tree) : tree);
  const wrong = [...problems.values()].find((problem) => !problem.unfinished);
  return wrong
    ? { ok: false, message: `These conditions cannot be used here. ${wrong.message}` }
    : { ok: true, items: tree.rules, kind };
}

function readItems(data: unknown): unknown[] | null {
  const wrapped = envelope.safeParse(data);
  if (wrapped.success && !(typeof data === 'object' && data !== null && 'combinator' in data)) {
    const { rules } = wrapped.data;
    return Array.isArray(rules) ? rules : unpacked(rules);
  }
  const list = z
    .array(item)
    .min(1)
    .max(1_000)
    .safeParse(Array.isArray(data) ? data : [data]);
  return list.success ? list.data.flatMap((one) => (list.data.length === 1 ? unpacked(one) : [one])) : null;
}

/** A whole audience's rules with one “all of” around them are their conditions. */
function unpacked(one: unknown): unknown[] {
  const { combinator, not, rules } = one as { combinator?: string; not?: boolean; rules?: unknown[] };
  return combinator === 'and' && !not && rules && rules.length > 0 ? rules : [one];
}

function isOrderItem(one: unknown): boolean {
  const { field, rules } = one as { field?: string; rules?: unknown[] };
  return field === 'amount' || field === 'placedAt' || (rules?.some(isOrderItem) ?? false);
}

const asOrders = (where: BuilderGroup): BuilderGroup => ({
  ...emptyGroup(),
  rules: [{ field: ORDER_COUNT_FIELD, operator: '=', value: { mode: 'atLeast', threshold: 1, where } }],
});

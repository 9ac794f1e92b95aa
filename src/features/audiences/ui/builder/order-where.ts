import { type BuilderGroup, type BuilderRule, isBuilderGroup } from './builder-rules.ts';
import { newId } from './tree.ts';

/** The two things mostly asked of orders, which have a short form inside the sentence. */
export type QuickField = 'amount' | 'placedAt';

const AMOUNT = ['>', '>=', '<', '<=', '=', 'between'];
const TIME = ['inLast', 'notInLast', '<', '<=', '>', '>=', 'between'];
const fits = ({ field, operator }: BuilderRule): boolean =>
  field === 'amount' ? AMOUNT.includes(operator) : field === 'placedAt' && TIME.includes(operator);

export interface QuickPart {
  rule: BuilderRule;
  index: number;
}

/** Conditions on orders as at most one on the amount and one on the time; null when there is more to them. */
export function quickParts(where: BuilderGroup): Partial<Record<QuickField, QuickPart>> | null {
  if (where.not || (where.combinator !== 'and' && where.rules.length > 1)) return null;
  const parts: Partial<Record<QuickField, QuickPart>> = {};
  for (const [index, rule] of where.rules.entries()) {
    if (isBuilderGroup(rule) || !fits(rule)) return null;
    const field = rule.field as QuickField;
    if (parts[field]) return null;
    parts[field] = { rule, index };
  }
  return parts;
}

/** The conditions with another one on the amount or time; null takes it away. Amounts stay before times. */
export function withQuickPart(
  where: BuilderGroup,
  field: QuickField,
  next: Pick<BuilderRule, 'operator' | 'value'> | null,
): BuilderGroup {
  const at = where.rules.findIndex((rule) => !isBuilderGroup(rule) && rule.field === field);
  if (at >= 0) {
    const present = where.rules[at];
    return {
      ...where,
      rules:
        next && present
          ? where.rules.with(at, { ...present, ...next } as BuilderRule)
          : where.rules.toSpliced(at, 1),
    };
  }
  if (!next) return where;
  const rule: BuilderRule = { id: newId(), field, ...next };
  return {
    ...where,
    combinator: 'and',
    rules: field === 'amount' ? [rule, ...where.rules] : [...where.rules, rule],
  };
}

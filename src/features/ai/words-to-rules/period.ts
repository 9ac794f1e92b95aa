import type { DateWindow, FieldRule } from '../../audiences/rules.schema.ts';
import { and, type Node, rule } from './nodes.ts';

/** When something was. */
export type Period = (
  | { kind: 'last'; window: DateWindow }
  /** Longer ago than the window. */
  | { kind: 'older'; window: DateWindow }
  /** Between two lengths of time ago. */
  | { kind: 'band'; window: DateWindow; beyond: DateWindow }
  | { kind: 'dates'; from: Date | null; until: Date | null }
) & {
  assumptions: string[];
  /** “for …”, “in over …”: a length of time rather than a stretch of it. */
  length?: 'over' | 'under' | 'plain';
};

/** The conditions on one date field that say it lies in the period. */
export function periodRules(field: string, period: Period): FieldRule[] {
  if (period.kind === 'last') return [rule(field, 'inLast', period.window)];
  if (period.kind === 'band')
    return [rule(field, 'inLast', period.window), rule(field, 'notInLast', period.beyond)];
  if (period.kind === 'older') return [rule(field, 'notInLast', period.window)];
  // As the builder has it: the last moment that still counts.
  if (period.from && period.until)
    return [
      rule(field, 'between', [period.from.toISOString(), new Date(period.until.getTime() - 1).toISOString()]),
    ];
  return [
    ...(period.from ? [rule(field, '>=', period.from.toISOString())] : []),
    ...(period.until ? [rule(field, '<', period.until.toISOString())] : []),
  ];
}

/** The field has a date and it lies in the period: of “more than a year ago” a missing date is no case. */
export function dateIn(field: string, period: Period): Node {
  const rules = periodRules(field, period);
  return period.kind === 'older' ? and(rule(field, 'notNull', null), ...rules) : and(...rules);
}

/** At least one order in the period, on the customer's own dates where they can tell. */
export function orderedIn(period: Period): Node {
  if (period.kind === 'last') return rule('lastOrderAt', 'inLast', period.window);
  if (period.kind === 'dates' && period.from && !period.until)
    return rule('lastOrderAt', '>=', period.from.toISOString());
  return {
    field: 'orders',
    match: { mode: 'atLeast', threshold: 1 },
    value: { combinator: 'and', rules: periodRules('placedAt', period) },
  };
}

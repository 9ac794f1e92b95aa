import type { Document, ObjectId } from 'mongodb';
import { toMinorUnits } from '../../../lib/money.ts';
import {
  type DateWindow,
  type FieldRule,
  isGroup,
  isOrderMatch,
  type OrderAggregateRule,
  type OrderMatchRule,
  type RuleGroup,
} from '../rules.schema.ts';
import { compareCounted, compileDate, mapValue } from './compile-fields.ts';
import type { Operator } from './fields.ts';
import { allOf, anyOf, NOTHING, negated, type Part, within } from './filters.ts';
import { windowStart } from './window.ts';

export type OrderCondition = OrderMatchRule | OrderAggregateRule;

/** A customer whose orders make some condition come out differently than no orders would. */
export interface OrderOutcome {
  /** The customer. */
  _id: ObjectId;
  /** Whether each condition holds, in the order they stand in the tree. */
  outcomes: boolean[];
}

/**
 * The order conditions of one rule tree as a single pass over the orders they speak of: those are found by an index,
 * grouped by customer, and each condition becomes a figure of the group. Whoever is not in its answer counts as having
 * no such orders: their outcomes are `whenNone`.
 */
export class OrderQuestions {
  /** What the conditions come out as for a customer without orders. */
  readonly whenNone: readonly boolean[];
  private readonly conditions: readonly OrderCondition[];
  private readonly workspaceId: ObjectId;
  private readonly now: Date;

  constructor(
    conditions: readonly OrderCondition[],
    { workspaceId, now }: { workspaceId: ObjectId; now: Date },
  ) {
    this.conditions = conditions;
    this.workspaceId = workspaceId;
    this.now = now;
    this.whenNone = conditions.map(holdsForNone);
  }

  /**
   * Stages on `orders` that give an `OrderOutcome` for each customer whose outcomes are not `whenNone`.
   * @param only the orders of these customers alone, or of those after an id
   */
  stages(only: { customerIds?: readonly ObjectId[]; after?: ObjectId | null } = {}): Document[] {
    const { customerIds, after } = only;
    const figures = this.conditions.map((condition, i) => [`f${i}`, this.accumulator(condition)] as const);
    return [
      {
        $match: customerIds
          ? { workspaceId: this.workspaceId, customerId: { $in: customerIds } }
          : this.spokenOf(),
      },
      ...(after ? [{ $match: { customerId: { $gt: after } } }] : []),
      { $group: { _id: '$customerId', ...Object.fromEntries(figures) } },
      { $project: { outcomes: this.conditions.map((condition, i) => outcome(condition, `$f${i}`)) } },
      { $match: { outcomes: { $ne: [...this.whenNone] } } },
    ];
  }

  /** The orders any condition speaks of; none other can change an outcome. */
  private spokenOf(): Document {
    const wheres = this.conditions.map((condition) => {
      const where = whereOf(condition);
      return where ? this.orderFilter(where) : true;
    });
    return within({ workspaceId: this.workspaceId }, anyOf(wheres)) ?? NOTHING;
  }

  /** A group over one order's amount and placedAt as a filter of `orders`. */
  private orderFilter({ combinator, not, rules }: RuleGroup): Part {
    const parts = rules.map((rule) =>
      isGroup(rule) ? this.orderFilter(rule) : this.orderFieldFilter(rule as FieldRule),
    );
    const joined = parts.length === 0 ? true : combinator === 'and' ? allOf(parts) : anyOf(parts);
    return not ? negated(joined) : joined;
  }

  private orderFieldFilter({ field, operator, value }: FieldRule): Document {
    return field === 'placedAt'
      ? compileDate(field, operator, value, this.now)
      : compareCounted(
          field,
          operator,
          mapValue(value, (v) => toMinorUnits(Number(v))),
        );
  }

  private accumulator(condition: OrderCondition): Document {
    const where = whereOf(condition);
    const wanted = where ? this.expression(where) : true;
    if (isOrderMatch(condition)) return { $sum: { $cond: [{ $and: [IS_ORDER, wanted] }, 1, 0] } };
    // Refunds lower a sum; they are no orders for the other figures.
    return condition.aggregate === 'sum'
      ? { $sum: { $cond: [wanted, '$amount', 0] } }
      : { [`$${condition.aggregate}`]: { $cond: [{ $and: [IS_ORDER, wanted] }, '$amount', null] } };
  }

  /** A group over one order's amount and placedAt as an aggregation expression. */
  private expression(group: RuleGroup): Document | boolean {
    const parts = group.rules.map((rule) =>
      isGroup(rule) ? this.expression(rule) : this.orderExpression(rule as FieldRule),
    );
    if (parts.length === 0) return !group.not;
    const joined = group.combinator === 'and' ? { $and: parts } : { $or: parts };
    return group.not ? { $not: [joined] } : joined;
  }

  private orderExpression({ field, operator, value }: FieldRule): Document | boolean {
    const path = `$${field}`;
    if (operator === 'inLast' || operator === 'notInLast') {
      const inside = {
        $and: [{ $gte: [path, windowStart(this.now, value as DateWindow)] }, { $lte: [path, this.now] }],
      };
      return operator === 'inLast' ? inside : { $not: [inside] };
    }
    const typed = mapValue(value, (v) =>
      field === 'amount' ? toMinorUnits(Number(v)) : new Date(String(v)),
    );
    return comparison(path, operator, typed);
  }
}

/** Refunds are negative; an order of 0 is an order. */
const IS_ORDER = { $gte: ['$amount', 0] };

const whereOf = (condition: OrderCondition): RuleGroup | undefined =>
  isOrderMatch(condition) ? condition.value : condition.where;

const wantedFigure = ({ value }: OrderAggregateRule): number | number[] | null =>
  mapValue(value, (v) => toMinorUnits(Number(v)));

/** Whether a condition holds for a customer without any order: a count and a sum are 0 then, the rest is missing. */
function holdsForNone(condition: OrderCondition): boolean {
  if (isOrderMatch(condition)) {
    const { mode, threshold } = condition.match;
    return mode === 'atMost' || threshold === 0;
  }
  const { operator, aggregate } = condition;
  if (aggregate !== 'sum') return operator === 'null' || operator === '!=' || operator === 'notBetween';
  const wanted = wantedFigure(condition);
  const [low = 0, high = 0] = Array.isArray(wanted) ? wanted : [wanted ?? 0];
  const within = low <= 0 && 0 <= high;
  const results: Partial<Record<Operator, boolean>> = {
    '=': low === 0,
    '!=': low !== 0,
    '<': 0 < low,
    '<=': 0 <= low,
    '>': 0 > low,
    '>=': 0 >= low,
    between: within,
    notBetween: !within,
    notNull: true,
  };
  return results[operator] ?? false;
}

/** Whether the condition holds, from its figure. A missing figure satisfies what denies and `null`, as fields do. */
function outcome(condition: OrderCondition, figure: string): Document {
  if (isOrderMatch(condition)) {
    const operators = { atLeast: '$gte', atMost: '$lte', exactly: '$eq' } as const;
    return { [operators[condition.match.mode]]: [figure, condition.match.threshold] };
  }
  const { operator } = condition;
  const missing = { $eq: [{ $ifNull: [figure, null] }, null] };
  if (operator === 'null') return missing;
  const known = { $not: [missing] };
  if (operator === 'notNull') return known;
  const holds = comparison(figure, operator, wantedFigure(condition));
  // null is less than any number to $lt and its like; what denies holds for it anyhow.
  return operator === '!=' || operator === 'notBetween'
    ? { $or: [missing, holds] }
    : { $and: [known, holds] };
}

/** An operator as an aggregation expression over a value that is there. */
function comparison(path: string, operator: Operator, value: unknown): Document | boolean {
  const pair = Array.isArray(value) ? value : [];
  const between = { $and: [{ $gte: [path, pair[0]] }, { $lte: [path, pair[1]] }] };
  switch (operator) {
    case '=':
      return { $eq: [path, value] };
    case '!=':
      return { $ne: [path, value] };
    case '<':
      return { $lt: [path, value] };
    case '<=':
      return { $lte: [path, value] };
    case '>':
      return { $gt: [path, value] };
    case '>=':
      return { $gte: [path, value] };
    case 'between':
      return between;
    case 'notBetween':
      return { $not: [between] };
    case 'in':
      return { $in: [path, pair] };
    case 'notIn':
      return { $not: [{ $in: [path, pair] }] };
    case 'null':
      return false;
    case 'notNull':
      return true;
    default:
      throw new Error(`${operator} cannot compare ${path}`);
  }
}

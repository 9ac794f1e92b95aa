import { type Document, ObjectId } from 'mongodb';
import { fold } from '../../../lib/fold.ts';
import { toMinorUnits } from '../../../lib/money.ts';
import {
  type DateWindow,
  type FieldRule,
  isGroup,
  isOrderAggregate,
  isOrderMatch,
  type OrderAggregateRule,
  type OrderMatchRule,
  type Rule,
  type RuleGroup,
  type Scalar,
} from '../rules.schema.ts';
import { attributeCandidates, attributeOrderValue } from './attribute-values.ts';
import { attributeKey, fieldType, type Operator } from './fields.ts';
import { windowStart } from './window.ts';

/**
 * A rule tree as MongoDB runs it, on the collection `customers`.
 * `filter` alone says it all when no rule looks at single orders (`orderStages` is then empty). Otherwise it holds the
 * conditions that need no orders, so that as few customers as possible reach `orderStages`: one join that answers all
 * order conditions at once, and the match of the whole tree.
 */
export interface CompiledRules {
  filter: Document;
  orderStages: Document[];
}

/** Pure: the same rules, workspace and moment give the same query. `now` is what "in the last …" counts from. */
export function compileRules(
  rules: RuleGroup,
  { workspaceId, now }: { workspaceId: ObjectId; now: Date },
): CompiledRules {
  const orders = new OrderFacets(now);
  const tree = compileGroup(rules, now, orders);
  if (orders.isEmpty) return { filter: { workspaceId, ...tree }, orderStages: [] };
  const early = orderFreeConjuncts(rules);
  const prefilter =
    early.length > 0 ? compileGroup({ combinator: 'and', rules: early }, now, new OrderFacets(now)) : {};
  return {
    filter: { workspaceId, ...prefilter },
    orderStages: [...orders.joinStages(workspaceId), { $match: tree }, { $unset: FACETS }],
  };
}

const FACETS = 'orderFacets';
const EVERYONE = {};
const NOBODY = { $nor: [{}] };

/** The conditions that must hold in any case and look at no orders. */
function orderFreeConjuncts(group: RuleGroup): (Rule | RuleGroup)[] {
  if (group.not || (group.combinator === 'or' && group.rules.length > 1)) return [];
  return group.rules.filter((rule) => !touchesOrders(rule));
}

function touchesOrders(rule: Rule | RuleGroup): boolean {
  return isGroup(rule) ? rule.rules.some(touchesOrders) : isOrderMatch(rule) || isOrderAggregate(rule);
}

function compileGroup(group: RuleGroup, now: Date, orders: OrderFacets): Document {
  const parts = group.rules.map((rule) => {
    if (isGroup(rule)) return compileGroup(rule, now, orders);
    if (isOrderMatch(rule)) return orders.match(rule);
    if (isOrderAggregate(rule)) return orders.aggregate(rule);
    return compileField(rule, now);
  });
  if (parts.length === 0) return group.not ? NOBODY : EVERYONE;
  const joined = group.combinator === 'and' ? { $and: parts } : { $or: parts };
  return group.not ? { $nor: [joined] } : joined;
}

// ── Fields of the customer ──────────────────────────────────────────────────

/** Texts that are lower-case where they stand, so that they need no folded copy. */
const STORED_FOLDED: ReadonlySet<string> = new Set(['email', 'rfm.segment']);

function compileField({ field, operator, value }: FieldRule, now: Date): Document {
  switch (fieldType(field)) {
    case 'text':
      return compileText(STORED_FOLDED.has(field) ? field : `folded.${field}`, operator, value);
    case 'tags':
      if (operator === 'null') return { tags: { $in: [null, []] } };
      if (operator === 'notNull') return { tags: { $nin: [null, []] } };
      return compileText('folded.tags', operator, value);
    case 'attribute':
      return compileAttribute(`folded.attributes.${attributeKey(field)}`, operator, value);
    case 'money':
      return compare(
        field,
        operator,
        mapValue(value, (v) => toMinorUnits(Number(v))),
      );
    case 'number':
      return compare(field, operator, value);
    case 'date':
      return compileDate(field, operator, value, now);
    case 'snapshot':
      return compare(
        'snapshotIds',
        operator,
        scalars(value).map((id) => new ObjectId(String(id))),
      );
    default:
      throw new Error(`There is no field ${field}`);
  }
}

function compileText(path: string, operator: Operator, value: FieldRule['value']): Document {
  return (
    textPart(path, operator, value) ??
    compare(
      path,
      operator,
      mapValue(value, (v) => fold(String(v))),
    )
  );
}

function compileAttribute(path: string, operator: Operator, value: FieldRule['value']): Document {
  const part = textPart(path, operator, value);
  if (part) return part;
  if (operator === '=' || operator === 'in')
    return { [path]: { $in: scalars(value).flatMap(attributeCandidates) } };
  if (operator === '!=' || operator === 'notIn')
    return { [path]: { $nin: scalars(value).flatMap(attributeCandidates) } };
  return compare(path, operator, mapValue(value, attributeOrderValue));
}

function compileDate(path: string, operator: Operator, value: FieldRule['value'], now: Date): Document {
  if (operator === 'inLast') return { [path]: { $gte: windowStart(now, value as DateWindow), $lte: now } };
  if (operator === 'notInLast')
    return { [path]: { $not: { $gte: windowStart(now, value as DateWindow), $lte: now } } };
  return compare(
    path,
    operator,
    mapValue(value, (v) => new Date(String(v))),
  );
}

/** Conditions on a part of a folded text; null for any other operator. A negated one also holds without a value. */
function textPart(path: string, operator: Operator, value: FieldRule['value']): Document | null {
  const literal = fold(String(value)).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  switch (operator) {
    case 'contains':
      return { [path]: { $regex: literal } };
    case 'doesNotContain':
      return { [path]: { $not: { $regex: literal } } };
    case 'beginsWith':
      return { [path]: { $regex: `^${literal}` } };
    case 'endsWith':
      // \z, not $: that would also match before a final line break.
      return { [path]: { $regex: `${literal}\\z` } };
    default:
      return null;
  }
}

/** Comparisons; those that deny ($ne, $nin, $not) also hold for a missing value, the others never do. */
function compare(path: string, operator: Operator, value: unknown): Document {
  const pair = Array.isArray(value) ? value : [];
  switch (operator) {
    case '=':
      return { [path]: { $eq: value } };
    case '!=':
      return { [path]: { $ne: value } };
    case '<':
      return { [path]: { $lt: value } };
    case '<=':
      return { [path]: { $lte: value } };
    case '>':
      return { [path]: { $gt: value } };
    case '>=':
      return { [path]: { $gte: value } };
    case 'between':
      return { [path]: { $gte: pair[0], $lte: pair[1] } };
    case 'notBetween':
      return { [path]: { $not: { $gte: pair[0], $lte: pair[1] } } };
    case 'in':
      return { [path]: { $in: pair } };
    case 'notIn':
      return { [path]: { $nin: pair } };
    case 'null':
      return { [path]: { $eq: null } };
    case 'notNull':
      return { [path]: { $ne: null } };
    default:
      throw new Error(`${operator} cannot compare ${path}`);
  }
}

const scalars = (value: FieldRule['value']): Scalar[] => (Array.isArray(value) ? value : [value as Scalar]);

function mapValue<T>(value: FieldRule['value'], map: (v: Scalar) => T): T | T[] | null {
  if (value === null) return null;
  return Array.isArray(value) ? value.map(map) : map(value as Scalar);
}

// ── Orders ──────────────────────────────────────────────────────────────────

/** Collects the order conditions of a tree; each becomes one figure of a single group over a customer's orders. */
class OrderFacets {
  private readonly accumulators: Record<string, Document> = {};
  private readonly empty: Record<string, number | null> = {};
  private readonly now: Date;
  constructor(now: Date) {
    this.now = now;
  }

  get isEmpty(): boolean {
    return Object.keys(this.accumulators).length === 0;
  }

  match({ match, value }: OrderMatchRule): Document {
    const path = this.add({ $sum: { $cond: [{ $and: [IS_ORDER, this.expression(value)] }, 1, 0] } }, 0);
    const operators = { atLeast: '$gte', atMost: '$lte', exactly: '$eq' } as const;
    return { [path]: { [operators[match.mode]]: match.threshold } };
  }

  aggregate({ aggregate, operator, value, where }: OrderAggregateRule): Document {
    const wanted = where ? this.expression(where) : true;
    // Refunds lower a sum; they are no orders for the other figures.
    const path =
      aggregate === 'sum'
        ? this.add({ $sum: { $cond: [wanted, '$amount', 0] } }, 0)
        : this.add({ [`$${aggregate}`]: { $cond: [{ $and: [IS_ORDER, wanted] }, '$amount', null] } }, null);
    return compare(
      path,
      operator,
      mapValue(value, (v) => toMinorUnits(Number(v))),
    );
  }

  joinStages(workspaceId: ObjectId): Document[] {
    return [
      {
        $lookup: {
          from: 'orders',
          localField: '_id',
          foreignField: 'customerId',
          pipeline: [{ $match: { workspaceId } }, { $group: { _id: null, ...this.accumulators } }],
          as: FACETS,
        },
      },
      { $set: { [FACETS]: { $ifNull: [{ $first: `$${FACETS}` }, this.empty] } } },
    ];
  }

  private add(accumulator: Document, whenNone: number | null): string {
    const name = `f${Object.keys(this.accumulators).length}`;
    this.accumulators[name] = accumulator;
    this.empty[name] = whenNone;
    return `${FACETS}.${name}`;
  }

  /** A group over one order's amount and placedAt as an aggregation expression. */
  private expression(group: RuleGroup): Document | boolean {
    const parts = group.rules.map((rule) =>
      isGroup(rule) ? this.expression(rule) : this.orderCondition(rule as FieldRule),
    );
    if (parts.length === 0) return !group.not;
    const joined = group.combinator === 'and' ? { $and: parts } : { $or: parts };
    return group.not ? { $not: [joined] } : joined;
  }

  private orderCondition({ field, operator, value }: FieldRule): Document | boolean {
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
    const pair = Array.isArray(typed) ? typed : [];
    const between = { $and: [{ $gte: [path, pair[0]] }, { $lte: [path, pair[1]] }] };
    switch (operator) {
      case '=':
        return { $eq: [path, typed] };
      case '!=':
        return { $ne: [path, typed] };
      case '<':
        return { $lt: [path, typed] };
      case '<=':
        return { $lte: [path, typed] };
      case '>':
        return { $gt: [path, typed] };
      case '>=':
        return { $gte: [path, typed] };
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
        throw new Error(`${operator} cannot compare an order’s ${field}`);
    }
  }
}

/** Refunds are negative; an order of 0 is an order. */
const IS_ORDER = { $gte: ['$amount', 0] };

import type { Document, ObjectId } from 'mongodb';
import {
  type FieldRule,
  isGroup,
  isOrderAggregate,
  isOrderMatch,
  type Rule,
  type RuleGroup,
} from '../rules.schema.ts';
import { compileField } from './compile-fields.ts';
import { type OrderCondition, OrderQuestions } from './compile-orders.ts';
import { allOf, anyOf, negated, type Part, sideBySide, within } from './filters.ts';

/**
 * A rule tree as MongoDB runs it. Conditions on the customer are a filter of the collection `customers`. Order
 * conditions are asked of the collection `orders` on its own (see `OrderQuestions`), because joining the orders of every
 * customer reads far more than the orders that matter; the filter then takes their outcomes as given.
 */
export interface CompiledRules {
  /**
   * The customers the rules select when the order conditions come out as told, in the order they stand in the tree;
   * null when they select nobody then. Without order conditions `filter([])` is the whole answer.
   */
  filter(outcomes: readonly boolean[]): Document | null;
  /** The same for customers already found by id, who are known to be the workspace's. */
  filterAmong(ids: readonly ObjectId[], outcomes: readonly boolean[]): Document | null;
  /** Conditions everyone selected meets, whatever the orders; null when there are none. */
  necessary: Document | null;
  /** Null when no condition looks at single orders. */
  orders: OrderQuestions | null;
  /** Whether no condition looks at anything but orders: the outcomes alone say who is selected. */
  ordersAlone: boolean;
}

export interface Moment {
  workspaceId: ObjectId;
  /** What "in the last …" counts from. */
  now: Date;
}

/** Pure: the same rules, workspace and moment give the same queries. */
export function compileRules(given: RuleGroup, { workspaceId, now }: Moment): CompiledRules {
  const rules = withKeptFigures(given);
  const asked = orderConditions(rules);
  const tree = (outcomes: readonly boolean[]) => new CustomerTree(now, asked, outcomes).group(rules);
  const early = orderFreeConjuncts(rules);
  return {
    filter: (outcomes) => within({ workspaceId }, tree(outcomes)),
    filterAmong: (ids, outcomes) => {
      const part = tree(outcomes);
      if (part === false) return null;
      return part === true ? { _id: { $in: ids } } : sideBySide([{ _id: { $in: ids } }, part]);
    },
    necessary:
      early.length === 0
        ? null
        : within({ workspaceId }, new CustomerTree(now, [], []).group({ combinator: 'and', rules: early })),
    orders: asked.length === 0 ? null : new OrderQuestions(asked, { workspaceId, now }),
    ordersAlone: !touchesCustomer(rules),
  };
}

/** The order conditions of a tree in the order they stand there. */
function orderConditions(group: RuleGroup): OrderCondition[] {
  return group.rules.flatMap((rule) =>
    isGroup(rule) ? orderConditions(rule) : isOrderMatch(rule) || isOrderAggregate(rule) ? [rule] : [],
  );
}

/** The same rules, but what is asked of all orders of a customer is asked of the figures kept with the customer. */
const withKeptFigures = (group: RuleGroup): RuleGroup => ({
  ...group,
  rules: group.rules.map((rule) => (isGroup(rule) ? withKeptFigures(rule) : (keptFigure(rule) ?? rule))),
});

function keptFigure(rule: Rule): FieldRule | null {
  if (isOrderMatch(rule) && isEveryOrder(rule.value)) {
    const operators = { atLeast: '>=', atMost: '<=', exactly: '=' } as const;
    return { field: 'orderCount', operator: operators[rule.match.mode], value: rule.match.threshold };
  }
  // The kept average is rounded, so an average is worked out.
  if (isOrderAggregate(rule) && rule.aggregate === 'sum' && (!rule.where || isEveryOrder(rule.where)))
    return { field: 'totalSpend', operator: rule.operator, value: rule.value };
  return null;
}
const isEveryOrder = ({ rules, not }: RuleGroup): boolean => rules.length === 0 && !not;

/** The conditions that must hold in any case and look at no orders. */
function orderFreeConjuncts(group: RuleGroup): (Rule | RuleGroup)[] {
  if (group.not || (group.combinator === 'or' && group.rules.length > 1)) return [];
  return group.rules.filter((rule) => !touchesOrders(rule));
}

const touchesOrders = (rule: Rule | RuleGroup): boolean =>
  isGroup(rule) ? rule.rules.some(touchesOrders) : isOrderMatch(rule) || isOrderAggregate(rule);
const touchesCustomer = (rule: Rule | RuleGroup): boolean =>
  isGroup(rule) ? rule.rules.some(touchesCustomer) : !isOrderMatch(rule) && !isOrderAggregate(rule);

class CustomerTree {
  private readonly now: Date;
  private readonly asked: readonly OrderCondition[];
  private readonly outcomes: readonly boolean[];
  constructor(now: Date, asked: readonly OrderCondition[], outcomes: readonly boolean[]) {
    this.now = now;
    this.asked = asked;
    this.outcomes = outcomes;
  }

  group({ combinator, not, rules }: RuleGroup): Part {
    const parts = rules.map((rule) =>
      isGroup(rule)
        ? this.group(rule)
        : isOrderMatch(rule) || isOrderAggregate(rule)
          ? this.outcomes[this.asked.indexOf(rule)] === true
          : compileField(rule, this.now),
    );
    // An empty group is everyone, whatever joins it.
    const joined = parts.length === 0 ? true : combinator === 'and' ? allOf(parts) : anyOf(parts);
    return not ? negated(joined) : joined;
  }
}

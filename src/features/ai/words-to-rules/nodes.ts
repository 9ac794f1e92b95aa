import {
  type FieldRule,
  isGroup,
  isOrderMatch,
  type Rule,
  type RuleGroup,
} from '../../audiences/rules.schema.ts';
import type { Comparison } from './comparisons.ts';

/** What words become: one rule or a group. */
export type Node = Rule | RuleGroup;

export const rule = (
  field: string,
  operator: FieldRule['operator'],
  value: FieldRule['value'],
): FieldRule => ({
  field,
  operator,
  value,
});

/** All of them hold. Groups joined the same way are taken apart. */
export const and = (...nodes: Node[]): Node => join('and', nodes);
/** One of them holds; several values of one field become one list. */
export const or = (...nodes: Node[]): Node =>
  join('or', mergeValues(nodes.flatMap((node) => parts('or', node))));

function join(combinator: 'and' | 'or', nodes: Node[]): Node {
  const rules = distinct(nodes.flatMap((node) => parts(combinator, node)));
  const [only] = rules;
  return rules.length === 1 && only ? only : { combinator, rules };
}

const parts = (combinator: 'and' | 'or', node: Node): Node[] =>
  isGroup(node) && node.combinator === combinator && !node.not ? node.rules : [node];

function distinct(nodes: Node[]): Node[] {
  const seen = new Set<string>();
  return nodes.filter((node) => {
    const key = JSON.stringify(node);
    return seen.has(key) ? false : seen.add(key);
  });
}

/** `country = France or country = Spain` is `country in France, Spain`. */
function mergeValues(nodes: Node[]): Node[] {
  const lists = new Map<string, FieldRule['value'][]>();
  const valuesOf = (node: Node): [string, FieldRule['value'][]] | null => {
    if (isGroup(node) || isOrderMatch(node) || node.field === 'orders.amount') return null;
    const { field, operator, value } = node as FieldRule;
    if (operator !== '=' && operator !== 'in') return null;
    return [field, Array.isArray(value) ? value : [value]];
  };
  for (const node of nodes) {
    const read = valuesOf(node);
    if (read) lists.set(read[0], [...(lists.get(read[0]) ?? []), ...read[1]]);
  }
  const written = new Set<string>();
  return nodes.flatMap((node) => {
    const read = valuesOf(node);
    const list = read && [...new Set(lists.get(read[0]))];
    if (!read || !list || list.length < 2) return [node];
    if (written.has(read[0])) return [];
    written.add(read[0]);
    return [rule(read[0], 'in', list as string[])];
  });
}

const opposites: Partial<Record<FieldRule['operator'], FieldRule['operator']>> = {
  '=': '!=',
  '!=': '=',
  in: 'notIn',
  notIn: 'in',
  contains: 'doesNotContain',
  doesNotContain: 'contains',
  null: 'notNull',
  notNull: 'null',
  inLast: 'notInLast',
  notInLast: 'inLast',
};
const mirrored: Partial<Record<FieldRule['operator'], FieldRule['operator']>> = {
  '>': '<=',
  '>=': '<',
  '<': '>=',
  '<=': '>',
};
/** Figures that every customer has, so that “not over 5” and “at most 5” are the same customers. */
const alwaysKnown = new Set(['totalSpend', 'orderCount']);

/** Exactly the other customers, those without a value among them. */
export function not(node: Node): Node {
  if (isGroup(node)) {
    if (node.not) {
      const { not: _, ...inner } = node;
      const [only] = inner.rules;
      return inner.rules.length === 1 && only ? only : inner;
    }
    if (node.rules.length === 0) return { ...node, not: true };
    // None of several is shown as one list of denials where each has its opposite.
    const denied = node.combinator === 'or' ? node.rules.map(not) : [];
    if (denied.length > 0 && denied.every((d) => !isGroup(d))) return and(...denied);
    return { ...node, not: true };
  }
  if (isOrderMatch(node)) {
    const { mode, threshold } = node.match;
    if (mode === 'atLeast' && threshold > 0)
      return { ...node, match: { mode: 'atMost', threshold: threshold - 1 } };
    if (mode === 'atMost') return { ...node, match: { mode: 'atLeast', threshold: threshold + 1 } };
  } else if (node.field !== 'orders.amount') {
    const { field, operator, value } = node as FieldRule;
    if (field === 'orderCount' && operator === '>=' && value === 1) return rule(field, '=', 0);
    if (field === 'orderCount' && operator === '=' && value === 0) return rule(field, '>=', 1);
    // “placed no orders since May” rather than “it is not true that the last order was since May”.
    if (field === 'lastOrderAt' && operator === '>=')
      return {
        field: 'orders',
        match: { mode: 'atMost', threshold: 0 },
        value: { combinator: 'and', rules: [rule('placedAt', '>=', value)] },
      };
    const opposite = opposites[operator] ?? (alwaysKnown.has(field) ? mirrored[operator] : undefined);
    if (opposite) return rule(field, opposite, value);
  }
  return { combinator: 'and', not: true, rules: [node] };
}

/** A field compared as the words say. */
export function compared(field: string, { operator, values }: Comparison): FieldRule {
  return rule(field, operator, operator === 'between' ? [...values] : values[0]);
}

/** The number of orders with these conditions; a count from 2 to 5 is both “at least 2” and “at most 5”. */
export function countedOrders({ operator, values }: Comparison, where: FieldRule[]): Node {
  if (where.length === 0) return compared('orderCount', { operator, values, money: false, stated: true });
  const low = Math.max(0, Math.ceil(values[0]));
  const matching = (mode: 'atLeast' | 'atMost' | 'exactly', threshold: number): Rule => ({
    field: 'orders',
    match: { mode, threshold },
    value: { combinator: 'and', rules: where },
  });
  switch (operator) {
    case '>':
      return matching('atLeast', Math.floor(values[0]) + 1);
    case '>=':
      return matching('atLeast', low);
    case '<':
      return low === 0 ? not(matching('atLeast', 0)) : matching('atMost', low - 1);
    case '<=':
      return matching('atMost', Math.floor(values[0]));
    case 'between':
      return and(matching('atLeast', low), matching('atMost', Math.floor(values[1] ?? low)));
    default: {
      const exact = matching(low === 0 ? 'atMost' : 'exactly', low);
      return operator === '=' ? exact : not(exact);
    }
  }
}

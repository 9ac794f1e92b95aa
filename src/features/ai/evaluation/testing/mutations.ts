import type { Operator } from '../../../audiences/rules/fields.ts';
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
} from '../../../audiences/rules.schema.ts';

// Test support: rules that are nearly the expected ones, as a reader of words gets them wrong.

const mistakes: Partial<Record<Operator, Operator[]>> = {
  '>': ['>=', '<'],
  '>=': ['>', '<'],
  '<': ['<=', '>'],
  '<=': ['<', '>='],
  '=': ['!='],
  '!=': ['='],
  in: ['notIn'],
  notIn: ['in'],
  between: ['notBetween'],
  inLast: ['notInLast'],
  notInLast: ['inLast'],
  null: ['notNull'],
  notNull: ['null'],
  contains: ['beginsWith', 'endsWith', '='],
  beginsWith: ['contains', '='],
  endsWith: ['contains', '='],
};
const DAY = 86_400_000;

/** Each small mistake that can be made in the rules, one at a time, and what it is. */
export function mutations(group: RuleGroup): { what: string; rules: RuleGroup }[] {
  const inside = group.rules.flatMap((rule, i) => {
    const replaced = (other: Rule | RuleGroup): RuleGroup => ({
      ...group,
      rules: group.rules.map((r, j) => (i === j ? other : r)),
    });
    const changed: { what: string; rules: Rule | RuleGroup }[] = isGroup(rule)
      ? mutations(rule)
      : leafMutations(rule);
    return [
      { what: `without rule ${i + 1}`, rules: { ...group, rules: group.rules.filter((_, j) => i !== j) } },
      ...changed.map(({ what, rules }) => ({ what, rules: replaced(rules) })),
    ];
  });
  const { not, ...plain } = group;
  return [
    ...inside,
    { what: 'not turned', rules: not ? plain : { ...group, not: true } },
    ...(group.rules.length > 1
      ? [
          {
            what: 'and/or',
            rules: { ...group, combinator: group.combinator === 'and' ? 'or' : 'and' } as const,
          },
        ]
      : []),
  ];
}

function leafMutations(rule: Rule): { what: string; rules: Rule }[] {
  if (isOrderMatch(rule)) return matchMutations(rule);
  if (isOrderAggregate(rule)) return aggregateMutations(rule);
  return [
    ...(mistakes[rule.operator] ?? []).map((operator) => ({
      what: `${rule.field} ${rule.operator} as ${operator}`,
      rules: { ...rule, operator },
    })),
    ...values(rule.field, rule.value).map((value) => ({
      what: `${rule.field} ${JSON.stringify(rule.value)} as ${JSON.stringify(value)}`,
      rules: { ...rule, value },
    })),
  ];
}

function matchMutations(rule: OrderMatchRule): { what: string; rules: Rule }[] {
  const { mode, threshold } = rule.match;
  // At most none and exactly none are one thing.
  const modes = (['atLeast', 'atMost', 'exactly'] as const).filter(
    (m) => m !== mode && (threshold > 0 || m === 'atLeast'),
  );
  return [
    ...modes.map((m) => ({
      what: `orders ${mode} as ${m}`,
      rules: { ...rule, match: { mode: m, threshold } },
    })),
    ...[threshold - 1, threshold + 1]
      .filter((t) => t >= 0)
      .map((t) => ({
        what: `orders ${threshold} as ${t}`,
        rules: { ...rule, match: { mode, threshold: t } },
      })),
    ...mutations(rule.value).map(({ what, rules }) => ({
      what: `orders: ${what}`,
      rules: { ...rule, value: rules },
    })),
  ];
}

function aggregateMutations(rule: OrderAggregateRule): { what: string; rules: Rule }[] {
  const aggregates = (['sum', 'avg', 'max', 'min'] as const).filter((a) => a !== rule.aggregate);
  return [
    ...aggregates.map((aggregate) => ({
      what: `${rule.aggregate} as ${aggregate}`,
      rules: { ...rule, aggregate },
    })),
    ...(mistakes[rule.operator] ?? []).map((operator) => ({
      what: `${rule.aggregate} ${rule.operator} as ${operator}`,
      rules: { ...rule, operator },
    })),
    ...values('amount', rule.value).map((value) => ({
      what: `${rule.aggregate} ${JSON.stringify(rule.value)} as ${JSON.stringify(value)}`,
      rules: { ...rule, value: value as number | number[] },
    })),
    ...(rule.where ? mutations(rule.where) : []).map(({ what, rules }) => ({
      what: `${rule.aggregate}: ${what}`,
      rules: { ...rule, where: rules },
    })),
  ];
}

const money = ['totalSpend', 'averageOrderValue', 'amount'];

/** Values a little beside the given one. */
function values(field: string, value: FieldRule['value']): FieldRule['value'][] {
  if (value === null || typeof value === 'boolean') return [];
  if (Array.isArray(value)) {
    return value.flatMap((item, i) => {
      const beside = values(field, item).map((v) => value.map((w, j) => (i === j ? (v as Scalar) : w)));
      // In a list of names the mistake is to lose one.
      return beside.length > 0 ? beside : [value.filter((_, j) => i !== j)];
    });
  }
  if (typeof value === 'object') return windows(value);
  if (typeof value === 'number') {
    const step = money.includes(field) ? 0.01 : 1;
    return [value - step, value + step].map((v) => Math.round(v * 100) / 100);
  }
  if (/^\d{4}-\d{2}-\d{2}/.test(value))
    return [-DAY, DAY].map((by) => {
      const moved = new Date(new Date(value).getTime() + by).toISOString();
      return value.length === 10 ? moved.slice(0, 10) : moved;
    });
  return [];
}

const windows = ({ amount, unit }: DateWindow): DateWindow[] => [
  ...[amount - 1, amount + 1].filter((a) => a > 0).map((a) => ({ amount: a, unit })),
  { amount, unit: unit === 'day' ? 'week' : unit === 'week' ? 'day' : 'week' },
];

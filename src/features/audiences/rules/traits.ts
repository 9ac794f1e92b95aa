import {
  type FieldRule,
  isGroup,
  isOrderAggregate,
  isOrderMatch,
  type OrderAggregateRule,
  type OrderMatchRule,
  type Rule,
  type RuleGroup,
} from '../rules.schema.ts';

/** What kind of customers rules ask for, as far as the rules themselves say. */
export const traits = [
  'everyone',
  'new',
  'never-ordered',
  'one-time',
  'repeat',
  'lapsed',
  'recent',
  'high-value',
  'vip',
  'regional',
] as const;
export type Trait = (typeof traits)[number];

/** Somebody who ordered within these days has not lapsed. */
const LAPSED_AFTER_DAYS = 30;
/** Who has been a customer for longer than this is not new. */
const NEW_UP_TO_DAYS = 93;

/**
 * The traits everyone whom the rules select has. Of alternatives (“or”) only what all of them share counts; what is ruled
 * out (“not”) says nothing about who is left.
 */
export function traitsOf(rules: RuleGroup): Set<Trait> {
  if (rules.rules.length === 0) return new Set(rules.not ? [] : ['everyone']);
  return groupTraits(rules);
}

function groupTraits({ combinator, not, rules }: RuleGroup): Set<Trait> {
  if (not || rules.length === 0) return new Set();
  const [first = new Set<Trait>(), ...others] = rules.map((rule) =>
    isGroup(rule) ? groupTraits(rule) : new Set(ruleTraits(rule)),
  );
  return others.reduce((all, one) => (combinator === 'and' ? all.union(one) : all.intersection(one)), first);
}

/** The one country or city all of them are in, as it is written in the rules; null when there is none or several. */
export function placeOf({ combinator, not, rules }: RuleGroup): string | null {
  if (not || (combinator === 'or' && rules.length > 1)) return null;
  const places = rules.flatMap((rule) => {
    if (isGroup(rule)) return placeOf(rule) ?? [];
    if (rule.field !== 'country' && rule.field !== 'city') return [];
    return !('operator' in rule) || rule.operator !== '=' || typeof rule.value !== 'string'
      ? []
      : [rule.value];
  });
  // A city is written after its country or before; the last one named is the narrower guess of neither.
  return places.length === 1 ? (places[0] ?? null) : null;
}

function ruleTraits(rule: Rule): Trait[] {
  if (isOrderMatch(rule)) return matchTraits(rule);
  if (isOrderAggregate(rule)) return aggregateTraits(rule);
  return fieldTraits(rule);
}

function matchTraits({ match, value }: OrderMatchRule): Trait[] {
  const days = daysOfWindow(value);
  if (match.mode === 'atLeast' && match.threshold >= 2)
    return days === null ? ['repeat'] : ['repeat', 'recent'];
  if (match.mode === 'atLeast' && match.threshold === 1) return days === null ? [] : ['recent'];
  const none = match.mode !== 'atLeast' && match.threshold === 0;
  return none && days !== null && days >= LAPSED_AFTER_DAYS ? ['lapsed'] : [];
}

const aggregateTraits = ({ operator, value, aggregate }: OrderAggregateRule): Trait[] =>
  aggregate !== 'min' && isAtLeast(operator) && Number(value) > 0 ? ['high-value'] : [];

function fieldTraits(rule: FieldRule): Trait[] {
  const { field, operator, value } = rule;
  switch (field) {
    case 'lastOrderAt':
      if (operator === 'notInLast') return days(value) >= LAPSED_AFTER_DAYS ? ['lapsed'] : [];
      if (operator === 'inLast') return ['recent'];
      return operator === '<' || operator === '<=' ? ['lapsed'] : [];
    case 'createdAt':
    case 'firstOrderAt':
      return operator === 'inLast' && days(value) <= NEW_UP_TO_DAYS ? ['new'] : [];
    case 'orderCount':
      return countTraits(operator, value);
    case 'totalSpend':
    case 'averageOrderValue':
      return isAtLeast(operator) && Number(value) > 0 ? ['high-value'] : [];
    case 'tags':
      return isVipTag(rule) ? ['vip'] : [];
    case 'country':
    case 'city':
      return operator === '=' || operator === 'in' ? ['regional'] : [];
    case 'rfm.recency':
      return (operator === '<=' && Number(value) <= 2) || (operator === '=' && Number(value) <= 2)
        ? ['lapsed']
        : [];
    case 'rfm.monetary':
      return isAtLeast(operator) && Number(value) >= 4 ? ['high-value'] : [];
    case 'rfm.segment':
      return operator === '=' && typeof value === 'string' ? segmentTraits(value) : [];
    default:
      return [];
  }
}

function countTraits(operator: FieldRule['operator'], value: FieldRule['value']): Trait[] {
  const n = Array.isArray(value) ? Number(value[0]) : Number(value);
  if (operator === '=') return n === 0 ? ['never-ordered'] : n === 1 ? ['one-time'] : ['repeat'];
  if (operator === '<' && n === 1) return ['never-ordered'];
  if (operator === '<=' && n === 0) return ['never-ordered'];
  const least = operator === '>' ? n + 1 : operator === '>=' || operator === 'between' ? n : 0;
  return least >= 2 ? ['repeat'] : [];
}

const segmentTraits = (segment: string): Trait[] => {
  const name = segment.toLowerCase();
  if (name === 'champions') return ['vip', 'high-value', 'repeat'];
  if (/^(loyal|potential loyalists?)/.test(name)) return ['repeat'];
  if (/^(new customers|promising)/.test(name)) return ['new'];
  return /sleep|risk|lose|hibernat|lost|attention/.test(name) ? ['lapsed'] : [];
};

const isVipTag = ({ operator, value }: FieldRule): boolean =>
  ['=', 'in', 'contains', 'beginsWith'].includes(operator) &&
  [value].flat().every((tag) => /^(vip|gold|platinum|premium|top|best)\b/i.test(String(tag)));

const isAtLeast = (operator: FieldRule['operator']): boolean => operator === '>' || operator === '>=';

const DAYS = { day: 1, week: 7, month: 30 };

/** The length of a window that ends now, in days; 0 for a value that is none. */
const days = (value: FieldRule['value']): number =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? value.amount * DAYS[value.unit] : 0;

/** How far back from now an order must lie, in days; null without such a condition. */
function daysOfWindow({ rules }: RuleGroup): number | null {
  for (const rule of rules)
    if (!isGroup(rule) && rule.field === 'placedAt' && 'operator' in rule && rule.operator === 'inLast')
      return days(rule.value);
  return null;
}

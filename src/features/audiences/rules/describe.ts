import {
  type FieldRule,
  isGroup,
  isOrderAggregate,
  isOrderMatch,
  type Rule,
  type RuleGroup,
} from '../rules.schema.ts';
import { countClause, sumClause } from './describe-orders.ts';
import { attributeKey, type FieldType, fieldCatalogue, fieldType, type Operator } from './fields.ts';
import {
  type Clause,
  dayInWords,
  listed,
  momentInWords,
  quoted,
  scalars,
  valueInWords,
  type Wording,
} from './wording.ts';

const operatorWords: Record<Operator, string> = {
  '=': 'is',
  '!=': 'is not',
  '<': 'is less than',
  '<=': 'is at most',
  '>': 'is more than',
  '>=': 'is at least',
  between: 'is between',
  notBetween: 'is not between',
  contains: 'contains',
  doesNotContain: 'does not contain',
  beginsWith: 'begins with',
  endsWith: 'ends with',
  in: 'is one of',
  notIn: 'is none of',
  null: 'is empty',
  notNull: 'is known',
  inLast: 'was in the last',
  notInLast: 'was not in the last',
};
const dateWords: Partial<Record<Operator, string>> = {
  '=': 'was exactly at',
  '!=': 'was not exactly at',
  '<': 'was before',
  '<=': 'was on or before',
  '>': 'was after',
  '>=': 'was on or after',
  between: 'was between',
  notBetween: 'was not between',
};
/** Of days that are no instants: an attribute's. */
const dayWords: Partial<Record<Operator, string>> = {
  '<': 'is before',
  '<=': 'is on or before',
  '>': 'is after',
  '>=': 'is on or after',
};
const snapshotWords: Partial<Record<Operator, string>> = { in: 'include any of', notIn: 'include none of' };
const tagWords: Partial<Record<Operator, string>> = {
  '=': 'include',
  '!=': 'do not include',
  contains: 'include one containing',
  doesNotContain: 'include none containing',
  beginsWith: 'include one beginning with',
  endsWith: 'include one ending with',
  in: 'include any of',
  notIn: 'include none of',
  null: 'are empty',
  notNull: 'are not empty',
};

const wordsOfType: Partial<Record<FieldType | 'day', Partial<Record<Operator, string>>>> = {
  date: dateWords,
  day: dayWords,
  tags: tagWords,
  snapshot: snapshotWords,
};

/** An operator as a choice beside its field: “is at least”, “was in the last”. */
export const operatorLabel = (operator: Operator, type: FieldType | 'day'): string =>
  wordsOfType[type]?.[operator] ?? operatorWords[operator];

const alone = (clause: Clause): string => (typeof clause === 'string' ? clause : clause.one);
const among = (clause: Clause): string => (typeof clause === 'string' ? clause : `they ${clause.many}`);

/**
 * A rule tree as an English sentence part that follows “customers where”: “country is France and they placed at least 2
 * orders over £100 in the last 6 months”. Without conditions it is “everyone”.
 */
export function describeRules(group: RuleGroup, wording: Wording = {}): string {
  if (group.rules.length === 0) return group.not ? 'nobody' : 'everyone';
  const core = coreOf(group);
  if (core !== group) return describeRules(core, wording);
  const parts = group.rules.map((rule) =>
    isGroup(rule) ? inBrackets(rule, wording) : among(clauseOf(rule, wording)),
  );
  if (!group.not) return joined(parts, group.combinator);
  if (parts.length === 1) return `it is not true that ${parts[0]}`;
  const intro = group.combinator === 'or' ? 'none of these is true' : 'not all of these are true';
  return `${intro}: ${parts.join('; ')}`;
}

/** A group that is nothing but another group around which it stands. */
function coreOf(group: RuleGroup): RuleGroup {
  const [only] = group.rules;
  return !group.not && group.rules.length === 1 && only && isGroup(only) ? coreOf(only) : group;
}

function joined(parts: readonly string[], word: 'and' | 'or'): string {
  if (parts.length < 3) return parts.join(` ${word} `);
  // A comma before the last where a part has a comma or an “and” of its own and would run into the next.
  const runsOn = parts.some((part) => !part.startsWith('(') && /, | and | or /.test(part));
  return `${parts.slice(0, -1).join(', ')}${runsOn ? ',' : ''} ${word} ${parts.at(-1)}`;
}

/** A group inside a sentence, in brackets where it would run into what follows. */
function inBrackets(outer: RuleGroup, wording: Wording): string {
  const group = coreOf(outer);
  const text = describeRules(group, wording);
  return group.rules.length > 1 || (group.not && group.rules.length > 0) ? `(${text})` : text;
}

/** One condition as a sentence part without the customer: “country is France”, “placed at least 2 orders”. */
export const describeRule = (rule: Rule, wording: Wording = {}): string => alone(clauseOf(rule, wording));

function clauseOf(rule: Rule, wording: Wording): Clause {
  if (isOrderMatch(rule)) return countClause(rule, wording, (where) => inBrackets(where, wording));
  if (isOrderAggregate(rule)) return sumClause(rule, wording, (where) => inBrackets(where, wording));
  const type = typeOf(rule.field);
  if (type === 'snapshot') return snapshotClause(rule, wording);
  if (type === 'tags') return tagClause(rule, wording);
  if (type === 'date') return dateClause(rule);
  const label = subject(rule.field);
  if (rule.operator === 'null') return has(`no ${label}`);
  if (rule.operator === 'notNull') return `${label} is known`;
  return `${label} ${predicate(rule, type, wording)}`;
}

const typeOf = (field: string): FieldType =>
  field === 'amount' ? 'money' : field === 'placedAt' ? 'date' : (fieldType(field) ?? 'text');

const has = (what: string): Clause => ({ one: `has ${what}`, many: `have ${what}` });
const is = (what: string): Clause => ({ one: `is ${what}`, many: `are ${what}` });

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What follows the field: “is between £10 and £20”, “is France, Spain or Italy”. */
function predicate({ field, operator, value }: FieldRule, type: FieldType, wording: Wording): string {
  const areDays =
    type === 'attribute' &&
    dayWords[operator] !== undefined &&
    scalars(value).every((one) => DAY.test(String(one)));
  if (areDays) return `${dayWords[operator]} ${dayInWords(String(value))}`;
  const values = scalars(value).map((one) => valueInWords(one, type, field, wording));
  switch (operator) {
    case 'in':
      return `is ${listed(values, 'or')}`;
    case 'notIn':
      return values.length < 2 ? `is not ${values[0] ?? '…'}` : `is none of ${listed(values, 'or')}`;
    case 'between':
    case 'notBetween':
      return `${operatorWords[operator]} ${values.join(' and ')}`;
    case 'contains':
    case 'doesNotContain':
    case 'beginsWith':
    case 'endsWith':
      return `${operatorWords[operator]} ${scalars(value).map((one) => quoted(String(one)))[0] ?? '…'}`;
    default:
      return `${operatorWords[operator]} ${values[0] ?? '…'}`;
  }
}

function tagClause({ field, operator, value }: FieldRule, wording: Wording): Clause {
  const tags = scalars(value).map((tag) => valueInWords(tag, 'tags', field, wording));
  const part = quoted(String(scalars(value)[0] ?? '…'));
  switch (operator) {
    case '=':
    case 'in':
      return is(`tagged ${listed(tags, 'or')}`);
    case '!=':
    case 'notIn':
      return is(tags.length < 2 ? `not tagged ${tags[0] ?? '…'}` : `tagged none of ${listed(tags, 'or')}`);
    case 'contains':
      return has(`a tag containing ${part}`);
    case 'doesNotContain':
      return has(`no tag containing ${part}`);
    case 'beginsWith':
      return has(`a tag beginning with ${part}`);
    case 'endsWith':
      return has(`a tag ending with ${part}`);
    case 'null':
      return has('no tags');
    default:
      return has('at least one tag');
  }
}

function snapshotClause({ field, operator, value }: FieldRule, wording: Wording): Clause {
  const names = scalars(value).map((id) => valueInWords(id, 'snapshot', field, wording));
  const not = operator === 'in' ? '' : 'not ';
  return is(
    names.length < 2
      ? `${not}in the snapshot ${names[0] ?? '…'}`
      : `in ${operator === 'in' ? 'one' : 'none'} of the snapshots ${listed(names, 'or')}`,
  );
}

/** “last order was in the last 30 days”, “became a customer before 1 June 2011”. */
function dateClause(rule: FieldRule): Clause {
  const label = subject(rule.field);
  if (rule.operator === 'null') return rule.field === 'placedAt' ? 'date is empty' : has(`no ${label}`);
  if (rule.operator === 'notNull') return `${label} is known`;
  const when = momentInWords(rule);
  if (rule.field !== 'createdAt') return `${label} was ${when}`;
  const not = /^not /.test(when) ? `did ${when.replace(/^not /, 'not become a customer ')}` : null;
  const text = not ?? `became a customer ${when}`;
  return { one: text, many: text };
}

/** A field's name as a list of fields shows it: “Total spend”. */
export const fieldLabel = (field: string): string =>
  field === 'amount'
    ? 'Amount'
    : field === 'placedAt'
      ? 'Date'
      : (fieldCatalogue.find((f) => f.name === field)?.label ?? attributeKey(field));

/** The same inside a sentence: “total spend”, “RFM segment”. An attribute's name stays as it is. */
function subject(field: string): string {
  if (field.startsWith('attributes.')) return attributeKey(field);
  const label = fieldLabel(field);
  return /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

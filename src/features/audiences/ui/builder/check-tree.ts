import type { Operator } from '../../rules/fields.ts';
import { type Rule, type RuleGroup, rulesSchema, type Scalar } from '../../rules.schema.ts';
import {
  ATTRIBUTE_FIELD,
  type AttributeValue,
  type BuilderGroup,
  type BuilderRule,
  builderFieldType,
  isBuilderGroup,
  ORDER_COUNT_FIELD,
  ORDER_SUM_FIELD,
  type OrderCountValue,
  type OrderSumValue,
  placeOf,
  shaped,
  shapeOf,
  toRules,
} from './builder-rules.ts';

/** What is wrong with one condition. */
export interface Problem {
  message: string;
  /** The part of the condition as the rule format calls it: `value`, `value.1`, `match.threshold`, `field` … */
  part: string;
  /** Nothing was given there yet, so it is rather to be completed than to be corrected. */
  unfinished: boolean;
}

/** The tree as rules, or null and what is wrong at which place (see `placeOf`). */
export function checkTree(tree: BuilderGroup): {
  rules: RuleGroup | null;
  problems: ReadonlyMap<string, Problem>;
} {
  const candidate = toRules(tree);
  const result = rulesSchema.safeParse(candidate);
  if (result.success) return { rules: result.data, problems: new Map() };
  const problems = new Map<string, Problem>();
  for (const { path, message } of result.error.issues) {
    const place = placeOf(path);
    if (!problems.has(place)) problems.set(place, explain(candidate, path, message));
  }
  return { rules: null, problems };
}

function explain(candidate: unknown, path: readonly PropertyKey[], message: string): Problem {
  const { rule, part } = ownerOf(candidate, path);
  const field = typeof rule?.field === 'string' ? rule.field : '';
  const value = at(rule, part);
  if (part[0] === 'field') {
    const unfinished = field === 'attributes.';
    return {
      message: unfinished
        ? 'Give the attribute’s name.'
        : field.startsWith('attributes.')
          ? 'An attribute’s name has no $ and no dot.'
          : message,
      part: 'field',
      unfinished,
    };
  }
  const unfinished = isBlank(value);
  return {
    message: unfinished
      ? missing(field, part)
      : // Messages begin with the field's name for callers of the API; here it stands beside them.
        sentence(message.startsWith(`${field}: `) ? message.slice(field.length + 2) : message),
    part: part.join('.'),
    unfinished,
  };
}

/** The innermost rule a path leads into, and the rest of the path inside it. */
function ownerOf(candidate: unknown, path: readonly PropertyKey[]) {
  let rule: Record<PropertyKey, unknown> | null = null;
  let part: PropertyKey[] = [];
  let here = candidate;
  for (const key of path) {
    here = at(here, [key]);
    part.push(key);
    if (isRecord(here) && 'field' in here) {
      rule = here;
      part = [];
    }
  }
  return { rule, part };
}

function missing(field: string, part: readonly PropertyKey[]): string {
  if (part[0] === 'match') return 'Say how many orders.';
  const type = field.startsWith('attributes.') ? 'attribute' : builderFieldType(field);
  if (type === 'money') return 'Enter an amount.';
  if (type === 'number') return 'Enter a number.';
  if (type === 'date') return 'Choose a date.';
  if (field === 'rfm.segment') return 'Choose a segment.';
  if (type === 'snapshot') return 'Choose a snapshot.';
  return 'Enter a value.';
}

const isBlank = (value: unknown): boolean => {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return isRecord(value) && 'amount' in value && isBlank(value.amount);
};

const isRecord = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null;

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((here, key) => (isRecord(here) ? here[key] : undefined), value);

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The tree for `describeRules` while it is still being filled in: gaps read “…”. */
export const readable = (tree: BuilderGroup): RuleGroup => ({
  combinator: tree.combinator === 'or' ? 'or' : 'and',
  ...(tree.not ? { not: true } : {}),
  rules: tree.rules.map((item) => (isBuilderGroup(item) ? readable(item) : readableRule(item))),
});

function readableRule({ field, operator: name, value }: BuilderRule): Rule {
  const operator = name as Operator;
  if (field === ORDER_COUNT_FIELD) {
    const { mode, threshold, where } = value as OrderCountValue;
    return { field, match: { mode, threshold: figure(threshold) }, value: readable(where) };
  }
  if (field === ORDER_SUM_FIELD) {
    const { aggregate, value: amount, where } = value as OrderSumValue;
    const compared = shaped(operator, amount);
    return {
      field,
      operator,
      value: Array.isArray(compared) ? compared.map(figure) : compared === null ? null : figure(compared),
      aggregate,
      where: readable(where),
    };
  }
  if (field === ATTRIBUTE_FIELD) {
    const { key, value: compared } = value as AttributeValue;
    return {
      field: `attributes.${key.trim() || '…'}`,
      operator,
      value: readableValue(operator, compared, word),
    };
  }
  const type = builderFieldType(field);
  return {
    field,
    operator,
    value: readableValue(operator, value, type === 'money' || type === 'number' ? figure : word),
  };
}

function readableValue(
  operator: Operator,
  value: unknown,
  one: (value: unknown) => Scalar,
): Extract<Rule, { operator: Operator }>['value'] {
  const given = shaped(operator, value);
  if (given === null) return null;
  if (Array.isArray(given)) return given.length === 0 ? ['…'] : given.map(one);
  if (shapeOf(operator) === 'window' && isRecord(given) && 'amount' in given) {
    const unit = given.unit === 'week' || given.unit === 'month' ? given.unit : 'day';
    return { amount: figure(given.amount), unit };
  }
  return one(given);
}

const figure = (value: unknown): number => (isBlank(value) ? Number.NaN : Number(value));
const word = (value: unknown): Scalar =>
  isBlank(value) ? '…' : typeof value === 'boolean' ? value : String(value);

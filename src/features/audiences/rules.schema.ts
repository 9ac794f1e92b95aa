import { z } from 'zod';
import {
  aggregateOperators,
  type FieldType,
  fieldType,
  type Operator,
  operatorsOf,
  orderFieldType,
} from './rules/fields.ts';

/** A window of time that ends now. */
export interface DateWindow {
  amount: number;
  unit: 'day' | 'week' | 'month';
}
export type Scalar = string | number | boolean;

/** One condition in its one canonical form: lists and pairs are arrays, numbers numbers, dates ISO instants in UTC. */
export interface FieldRule {
  field: string;
  operator: Operator;
  value: Scalar | Scalar[] | DateWindow | null;
}
export interface OrderMatchRule {
  field: 'orders';
  match: { mode: 'atLeast' | 'atMost' | 'exactly'; threshold: number };
  value: RuleGroup;
}
export interface OrderAggregateRule {
  field: 'orders.amount';
  operator: Operator;
  value: number | number[] | null;
  aggregate: 'sum' | 'avg' | 'max' | 'min';
  where?: RuleGroup;
}
export type Rule = FieldRule | OrderMatchRule | OrderAggregateRule;
export interface RuleGroup {
  combinator: 'and' | 'or';
  not?: boolean;
  rules: (Rule | RuleGroup)[];
}

export const isGroup = (rule: Rule | RuleGroup): rule is RuleGroup => 'combinator' in rule;
export const isOrderMatch = (rule: Rule): rule is OrderMatchRule => rule.field === 'orders';
export const isOrderAggregate = (rule: Rule): rule is OrderAggregateRule => rule.field === 'orders.amount';

export const MAX_DEPTH = 8;
export const MAX_RULES = 200;
const MAX_TEXT = 1_000;
const MAX_LIST = 1_000;
const MAX_NUMBER = 1e13;

type Path = (string | number)[];
type Report = (path: Path, message: string) => void;
type TypeOf = (field: string) => FieldType | null;

/**
 * Reads a rule tree as react-querybuilder makes it and returns the canonical one. Whatever is wrong is reported at its
 * own path with a message that names the field and says what to do.
 */
export const rulesSchema = z
  .record(z.string(), z.unknown())
  .transform((input, context): RuleGroup => {
    let broken = false;
    const report: Report = (path, message) => {
      broken = true;
      context.addIssue({ code: 'custom', path, message });
    };
    const group = new RuleReader(report).readGroup(input, [], 1, fieldType, true);
    return broken || !group ? z.NEVER : group;
  })
  .meta({
    description: 'A rule tree in react-querybuilder’s format: {combinator, not?, rules: [rule or group]}.',
    example: { combinator: 'and', rules: [{ field: 'totalSpend', operator: '>=', value: 100 }] },
  });

/** Rules as answers carry them: they were validated when they were stored. */
export const storedRulesSchema = z
  .custom<RuleGroup>((value) => typeof value === 'object' && value !== null)
  .meta({ type: 'object', description: 'The rule tree.' });

class RuleReader {
  private rules = 0;
  private readonly report: Report;
  constructor(report: Report) {
    this.report = report;
  }

  readGroup(
    input: unknown,
    path: Path,
    depth: number,
    typeOf: TypeOf,
    withOrders: boolean,
  ): RuleGroup | null {
    if (!isPlainObject(input)) return this.refuse(path, 'must be a group: {combinator, rules}');
    const { combinator, not, rules } = input;
    if (depth > MAX_DEPTH)
      return this.refuse(path, `Groups may be nested ${MAX_DEPTH} deep at most; take some apart.`);
    if (combinator !== 'and' && combinator !== 'or')
      return this.refuse([...path, 'combinator'], 'must be "and" or "or"');
    if (not !== undefined && typeof not !== 'boolean')
      return this.refuse([...path, 'not'], 'must be true or false');
    if (!Array.isArray(rules)) return this.refuse([...path, 'rules'], 'must be a list of rules and groups');
    const read = rules.flatMap((rule: unknown, i): (Rule | RuleGroup)[] => {
      const at = [...path, 'rules', i];
      const isGroupInput = isPlainObject(rule) && ('combinator' in rule || 'rules' in rule);
      const item = isGroupInput
        ? this.readGroup(rule, at, depth + 1, typeOf, withOrders)
        : this.readRule(rule, at, depth, typeOf, withOrders);
      return item ? [item] : [];
    });
    return { combinator, ...(not ? { not: true } : {}), rules: read };
  }

  private readRule(
    input: unknown,
    path: Path,
    depth: number,
    typeOf: TypeOf,
    withOrders: boolean,
  ): Rule | null {
    this.rules += 1;
    if (this.rules > MAX_RULES) {
      return this.rules === MAX_RULES + 1
        ? this.refuse(path, `An audience may have ${MAX_RULES} rules at most.`)
        : null;
    }
    if (!isPlainObject(input)) return this.refuse(path, 'must be a rule: {field, operator, value}');
    const { field } = input;
    if (typeof field !== 'string') return this.refuse([...path, 'field'], 'must be the name of a field');
    if (withOrders && field === 'orders') return this.readOrderMatch(input, path, depth);
    if (withOrders && field === 'orders.amount') return this.readAggregate(input, path, depth);
    const type = typeOf(field);
    if (!type) return this.refuse([...path, 'field'], `There is no field “${field.slice(0, 100)}”.`);
    const operator = this.readOperator(input.operator, field, operatorsOf(type), path);
    if (!operator) return null;
    const value = this.readValue(input.value, field, type, operator, [...path, 'value']);
    return value === undefined ? null : { field, operator, value };
  }

  private readOrderMatch(input: Record<string, unknown>, path: Path, depth: number): OrderMatchRule | null {
    const { match } = input;
    const mode = isPlainObject(match) ? match.mode : undefined;
    const threshold = toNumber(isPlainObject(match) ? match.threshold : undefined);
    if (mode !== 'atLeast' && mode !== 'atMost' && mode !== 'exactly') {
      return this.refuse([...path, 'match', 'mode'], 'orders: must be "atLeast", "atMost" or "exactly"');
    }
    if (threshold === null || !Number.isInteger(threshold) || threshold < 0) {
      return this.refuse([...path, 'match', 'threshold'], 'orders: must be a whole number, 0 or more');
    }
    const value = this.readGroup(input.value, [...path, 'value'], depth + 1, orderFieldType, false);
    return value ? { field: 'orders', match: { mode, threshold }, value } : null;
  }

  private readAggregate(
    input: Record<string, unknown>,
    path: Path,
    depth: number,
  ): OrderAggregateRule | null {
    const { aggregate, where } = input;
    if (aggregate !== 'sum' && aggregate !== 'avg' && aggregate !== 'max' && aggregate !== 'min') {
      return this.refuse([...path, 'aggregate'], 'orders.amount: must be "sum", "avg", "max" or "min"');
    }
    const operator = this.readOperator(input.operator, 'orders.amount', aggregateOperators, path);
    if (!operator) return null;
    const value = this.readValue(input.value, 'orders.amount', 'money', operator, [...path, 'value']);
    if (value === undefined) return null;
    const group =
      where == null ? undefined : this.readGroup(where, [...path, 'where'], depth + 1, orderFieldType, false);
    if (group === null) return null;
    return {
      field: 'orders.amount',
      operator,
      value: value as number | number[] | null,
      aggregate,
      ...(group ? { where: group } : {}),
    };
  }

  private readOperator(
    operator: unknown,
    field: string,
    allowed: readonly Operator[],
    path: Path,
  ): Operator | null {
    const known = allowed.find((o) => o === operator);
    if (known) return known;
    return this.refuse(
      [...path, 'operator'],
      `${field}: “${String(operator).slice(0, 50)}” is not possible here; use one of ${allowed.join(', ')}.`,
    );
  }

  /** The canonical value, or undefined when it was refused. */
  private readValue(
    value: unknown,
    field: string,
    type: FieldType,
    operator: Operator,
    path: Path,
  ): FieldRule['value'] | undefined {
    const refuse = (message: string): undefined => {
      this.report(path, `${field}: ${message}`);
    };
    if (operator === 'null' || operator === 'notNull') return null;
    if (operator === 'inLast' || operator === 'notInLast') {
      const amount = toNumber(isPlainObject(value) ? value.amount : undefined);
      const unit = isPlainObject(value) ? value.unit : undefined;
      if (unit !== 'day' && unit !== 'week' && unit !== 'month')
        return refuse('give {amount, unit} with unit "day", "week" or "month"');
      if (amount === null || !Number.isInteger(amount) || amount < 1 || amount > 10_000)
        return refuse('the amount must be a whole number from 1 to 10,000');
      return { amount, unit };
    }
    if (operator === 'in' || operator === 'notIn' || operator === 'between' || operator === 'notBetween') {
      const list = Array.isArray(value)
        ? value
        : typeof value === 'string'
          ? value
              .split(',')
              .map((v) => v.trim())
              .filter(Boolean)
          : null;
      const pair = operator === 'between' || operator === 'notBetween';
      if (!list) return refuse(pair ? 'give two values' : 'give a list of values');
      if (pair && list.length !== 2) return refuse('give exactly two values, the lower and the upper end');
      if (list.length === 0) return refuse('give at least one value');
      if (list.length > MAX_LIST) return refuse(`give at most ${MAX_LIST} values`);
      const items: Scalar[] = [];
      for (const [i, item] of list.entries()) {
        const read = readScalar(item, type);
        if (!read.ok) {
          this.report([...path, i], `${field}: ${read.message}`);
          return undefined;
        }
        items.push(read.value);
      }
      return items;
    }
    const textOnly =
      operator === 'contains' ||
      operator === 'doesNotContain' ||
      operator === 'beginsWith' ||
      operator === 'endsWith';
    const read = textOnly && type === 'attribute' ? readScalar(value, 'text') : readScalar(value, type);
    return read.ok ? read.value : refuse(read.message);
  }

  private refuse(path: Path, message: string): null {
    this.report(path, message);
    return null;
  }
}

type ScalarRead = { ok: true; value: Scalar } | { ok: false; message: string };

function readScalar(value: unknown, type: FieldType): ScalarRead {
  if (type === 'number' || type === 'money') {
    const number = toNumber(value);
    if (number === null || Math.abs(number) > MAX_NUMBER) return { ok: false, message: 'must be a number' };
    if (type === 'money' && Math.abs(number * 100 - Math.round(number * 100)) > 1e-6) {
      return { ok: false, message: 'an amount has two decimals at most' };
    }
    return { ok: true, value: number };
  }
  if (type === 'date') {
    const date = typeof value === 'string' ? parseInstant(value) : null;
    return date
      ? { ok: true, value: date.toISOString() }
      : { ok: false, message: 'must be a date such as 2011-12-31 or 2011-12-31T08:00:00Z' };
  }
  if (type === 'snapshot') {
    return typeof value === 'string' && /^[0-9a-f]{24}$/.test(value)
      ? { ok: true, value }
      : { ok: false, message: 'must be the id of a snapshot' };
  }
  if (
    type === 'attribute' &&
    (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)))
  )
    return { ok: true, value };
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
  if (typeof text !== 'string') return { ok: false, message: 'must be a text' };
  if (text.trim() === '')
    return { ok: false, message: 'must not be empty; use “null” for customers without a value' };
  if (text.length > MAX_TEXT) return { ok: false, message: `may have at most ${MAX_TEXT} characters` };
  return { ok: true, value: text };
}

/** A number given as one, or as the text of one (forms give text). */
function toNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || !/^\s*[+-]?(\d+\.?\d*|\.\d+)\s*$/.test(value)) return null;
  return Number(value);
}

/** An instant from ISO text; a bare date is midnight UTC, a time without a zone is UTC. Null for a date that does not exist. */
export function parseInstant(text: string): Date | null {
  const match =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
      text.trim(),
    );
  if (!match) return null;
  const [, year, month, day, time = '00:00:00', zone = 'Z'] = match;
  const midnight = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.getUTCDate() !== Number(day)) return null;
  const instant = new Date(`${year}-${month}-${day}T${time}${zone}`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

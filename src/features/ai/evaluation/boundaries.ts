import { attributeKey, fieldType } from '../../audiences/rules/fields.ts';
import { windowStart } from '../../audiences/rules/window.ts';
import {
  type DateWindow,
  type FieldRule,
  isGroup,
  isOrderAggregate,
  isOrderMatch,
  type Rule,
  type RuleGroup,
} from '../../audiences/rules.schema.ts';

/** The values one case's rules turn on, each with its neighbours: what customers must have to tell them from others. */
export interface Boundaries {
  /** Candidates by customer field, `attributes.<key>` among them. Null: no value. */
  values: Map<string, (string | number | boolean | null)[]>;
  tags: string[];
  /** Instants that first and last order, customer since and order dates turn on, in milliseconds. */
  instants: number[];
  createdInstants: number[];
  /** Amounts single orders are compared with, in minor units. */
  orderAmounts: number[];
  /** How many orders a rule asks for. */
  counts: number[];
  /** Totals and averages that are compared, in minor units, each with the condition on its orders. */
  figures: { figure: 'sum' | 'avg'; value: number; where: RuleGroup | undefined }[];
}

/** Every condition of a tree, those inside groups too; the conditions on single orders stay inside theirs. */
export const leavesOf = (group: RuleGroup): Rule[] =>
  group.rules.flatMap((rule) => (isGroup(rule) ? leavesOf(rule) : [rule]));

export function boundariesOf(group: RuleGroup, now: Date): Boundaries {
  const found: Boundaries = {
    values: new Map(),
    tags: [],
    instants: [],
    createdInstants: [],
    orderAmounts: [],
    counts: [],
    figures: [],
  };
  for (const leaf of leavesOf(group)) {
    if (isOrderMatch(leaf)) {
      found.counts.push(...around(leaf.match.threshold, 1).filter((n) => n >= 0));
      readOrderConditions(leaf.value, found, now);
    } else if (isOrderAggregate(leaf)) {
      const values = minorUnits(leaf.value);
      if (leaf.aggregate === 'max' || leaf.aggregate === 'min')
        found.orderAmounts.push(...values.flatMap((v) => around(v, 1)));
      else addFigures(found, leaf.aggregate, values, leaf.where);
      if (leaf.where) readOrderConditions(leaf.where, found, now);
    } else readField(leaf, found, now);
  }
  return found;
}

function readField(rule: FieldRule, found: Boundaries, now: Date): void {
  const { field, value } = rule;
  if (field === 'totalSpend' || field === 'averageOrderValue') {
    addFigures(found, field === 'totalSpend' ? 'sum' : 'avg', minorUnits(value), undefined);
    return;
  }
  if (field === 'orderCount') {
    found.counts.push(...numbers(value).flatMap((n) => around(n, 1).filter((count) => count >= 0)));
    return;
  }
  if (field === 'createdAt') {
    found.createdInstants.push(...instantsOf(rule, now));
    return;
  }
  if (fieldType(field) === 'date') {
    found.instants.push(...instantsOf(rule, now));
    return;
  }
  const texts = (Array.isArray(value) ? value : [value]).filter((v) => v !== null && typeof v !== 'object');
  if (field === 'tags') {
    found.tags.push(...texts.flatMap((t) => [String(t), String(t).toUpperCase(), `${t}-2`]));
    return;
  }
  const known = found.values.get(field) ?? [null];
  found.values.set(field, [...known, ...texts.flatMap((v) => neighbours(field, v))]);
}

/** Values that equal, nearly equal, begin, end or hold the given one. */
function neighbours(field: string, value: string | number | boolean): (string | number | boolean)[] {
  if (typeof value === 'number') return around(value, 1);
  if (typeof value === 'boolean') return [true, false];
  if (field === 'email') return emailNeighbours(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value) && attributeKey(field) !== field) {
    const day = 86_400_000;
    return around(new Date(value).getTime(), day).map((at) => new Date(at).toISOString().slice(0, 10));
  }
  if (field === 'name')
    return [value, value.toUpperCase(), `${value} Jones`, `Mx ${value}`, `Jo ${value} Lee`];
  if (field === 'phone') return [`${value}7700900346`, `0${value}`, '01632960001'];
  return [value, value.toUpperCase()];
}

function emailNeighbours(value: string): string[] {
  const [local, domain] = value.includes('@') ? value.split('@') : ['', value];
  if (!domain) return [`${local}@shop.test`, `my${local}@shop.test`, `${local}.desk@shop.test`];
  const full = domain.endsWith('.') ? `${domain}com` : domain.startsWith('.') ? `mail${domain}` : domain;
  return [
    `${local || 'kim'}@${full}`,
    `lee@not${full}`,
    `lee@${full}.test`,
    `${full.replaceAll('.', '-')}@shop.test`,
    ...(domain.endsWith('.') ? [`kim@${domain}co.uk`] : []),
  ];
}

function readOrderConditions(group: RuleGroup, found: Boundaries, now: Date): void {
  for (const leaf of leavesOf(group) as FieldRule[]) {
    if (leaf.field === 'amount')
      found.orderAmounts.push(...minorUnits(leaf.value).flatMap((v) => around(v, 1)));
    else found.instants.push(...instantsOf(leaf, now));
  }
}

function addFigures(
  found: Boundaries,
  figure: 'sum' | 'avg',
  values: number[],
  where: RuleGroup | undefined,
): void {
  found.figures.push(...values.flatMap((v) => around(v, 1).map((value) => ({ figure, value, where }))));
}

// A second, not a millisecond: that a day ends at 23:59:59 or a thousandth before midnight is the same to everyone.
const SECOND = 1_000;

function instantsOf({ operator, value }: FieldRule, now: Date): number[] {
  const edges =
    operator === 'inLast' || operator === 'notInLast'
      ? [windowStart(now, value as DateWindow).getTime()]
      : (Array.isArray(value) ? value : [value]).flatMap((v) =>
          typeof v === 'string' ? [nextFullSecond(new Date(v).getTime())] : [],
        );
  return edges.flatMap((edge) => around(edge, SECOND)).filter((at) => at <= now.getTime());
}

/** The last instant of a day, written with its thousandths, as the first of the next. */
const nextFullSecond = (at: number) => Math.ceil(at / SECOND) * SECOND;

const around = (value: number, step: number): number[] => [value - step, value, value + step];
const numbers = (value: FieldRule['value']): number[] =>
  (Array.isArray(value) ? value : [value]).filter((v) => typeof v === 'number');
const minorUnits = (value: FieldRule['value']): number[] => numbers(value).map((v) => Math.round(v * 100));

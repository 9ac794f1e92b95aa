import { describe, expect, it } from 'vitest';
import { type RuleGroup, rulesSchema } from '../rules.schema.ts';
import { placeOf, traitsOf } from './traits.ts';

const group = (...rules: unknown[]): RuleGroup => rulesSchema.parse({ combinator: 'and', rules });
const traits = (...rules: unknown[]) => [...traitsOf(group(...rules))];
const rule = (field: string, operator: string, value: unknown = null) => ({ field, operator, value });
const last = (amount: number, unit: string) => ({ amount, unit });
const orders = (mode: string, threshold: number, window?: object) => ({
  field: 'orders',
  match: { mode, threshold },
  value: { combinator: 'and', rules: window ? [rule('placedAt', 'inLast', window)] : [] },
});

describe('traits of an audience', () => {
  it.each([
    ['lapsed', rule('lastOrderAt', 'notInLast', last(3, 'month'))],
    ['lapsed', rule('lastOrderAt', '<', '2011-06-01')],
    ['lapsed', orders('exactly', 0, last(90, 'day'))],
    ['lapsed', rule('rfm.segment', '=', 'At risk')],
    ['recent', rule('lastOrderAt', 'inLast', last(2, 'week'))],
    ['new', rule('createdAt', 'inLast', last(30, 'day'))],
    ['new', rule('firstOrderAt', 'inLast', last(1, 'month'))],
    ['never-ordered', rule('orderCount', '=', 0)],
    ['one-time', rule('orderCount', '=', 1)],
    ['repeat', rule('orderCount', '>', 1)],
    ['repeat', rule('orderCount', 'between', [2, 5])],
    ['repeat', orders('atLeast', 2)],
    ['high-value', rule('totalSpend', '>=', 500)],
    ['high-value', { ...rule('orders.amount', '>', 100), aggregate: 'sum' }],
    ['vip', rule('tags', '=', 'VIP')],
    ['vip', rule('tags', 'in', ['vip', 'gold customers'])],
    ['regional', rule('country', 'in', ['France', 'Spain'])],
  ])('%s', (trait, one) => {
    expect(traits(one)).toContain(trait);
  });

  it.each([
    ['a short while', rule('lastOrderAt', 'notInLast', last(7, 'day'))],
    ['long ago', rule('createdAt', 'inLast', last(12, 'month'))],
    ['little spend', rule('totalSpend', '<', 500)],
    ['any spend', rule('totalSpend', '>=', 0)],
    ['at least one order', orders('atLeast', 1)],
    ['not VIP', rule('tags', '!=', 'vip')],
    ['some tags', rule('tags', 'in', ['vip', 'wholesale'])],
    ['a smallest order', { ...rule('orders.amount', '>', 100), aggregate: 'min' }],
    ['elsewhere', rule('country', '!=', 'France')],
  ])('are not read into %s', (_name, ...rules) => {
    expect(traits(...rules)).toEqual([]);
  });

  it('of alternatives are those all share, and what is ruled out gives none', () => {
    const lapsed = rule('lastOrderAt', 'notInLast', last(6, 'month'));
    const either = {
      combinator: 'or',
      rules: [{ combinator: 'and', rules: [lapsed, rule('tags', '=', 'vip')] }, lapsed],
    };
    expect(traits(either)).toEqual(['lapsed']);
    expect(traits({ combinator: 'and', not: true, rules: [lapsed] })).toEqual([]);
    expect(traits()).toEqual(['everyone']);
    expect([...traitsOf({ combinator: 'and', not: true, rules: [] })]).toEqual([]);
  });

  it('name a place when there is exactly one', () => {
    const france = rule('country', '=', 'France');
    expect(placeOf(group(france, rule('totalSpend', '>', 5)))).toBe('France');
    expect(placeOf(group({ combinator: 'and', rules: [rule('city', '=', 'Łódź')] }))).toBe('Łódź');
    expect(placeOf(group(rule('country', 'in', ['France', 'Spain'])))).toBeNull();
    expect(placeOf(group({ combinator: 'or', rules: [france, rule('totalSpend', '>', 5)] }))).toBeNull();
    expect(placeOf(group({ combinator: 'and', not: true, rules: [france] }))).toBeNull();
  });
});

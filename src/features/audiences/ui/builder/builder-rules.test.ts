import { describe, expect, it } from 'vitest';
import { type RuleGroup, rulesSchema } from '../../rules.schema.ts';
import { placeOf, shaped, toBuilder, toRules } from './builder-rules.ts';

const EVERY_FORM: RuleGroup = {
  combinator: 'or',
  not: true,
  rules: [
    { field: 'country', operator: 'in', value: ['France', 'Spain, mainland'] },
    { field: 'totalSpend', operator: 'between', value: [10, 20.5] },
    { field: 'lastOrderAt', operator: 'notInLast', value: { amount: 3, unit: 'month' } },
    { field: 'firstOrderAt', operator: '<', value: '2011-06-01T00:00:00.000Z' },
    { field: 'phone', operator: 'null', value: null },
    { field: 'attributes.shoe size', operator: '>=', value: 42 },
    {
      combinator: 'and',
      rules: [
        {
          field: 'orders',
          match: { mode: 'exactly', threshold: 2 },
          value: { combinator: 'and', rules: [{ field: 'amount', operator: '>', value: 100 }] },
        },
        { field: 'orders.amount', operator: '>=', value: 99.5, aggregate: 'avg' },
        {
          field: 'orders.amount',
          operator: 'notBetween',
          value: [1, 2],
          aggregate: 'sum',
          where: {
            combinator: 'or',
            rules: [{ field: 'placedAt', operator: 'inLast', value: { amount: 1, unit: 'week' } }],
          },
        },
      ],
    },
  ],
};

describe('the builder’s tree', () => {
  it('is the rule format again after a round trip', () => {
    expect(rulesSchema.parse(EVERY_FORM)).toEqual(EVERY_FORM);
    expect(rulesSchema.parse(toRules(toBuilder(EVERY_FORM)))).toEqual(EVERY_FORM);
  });

  it.each([
    ['between', 5, [5, '']],
    ['=', [5, 6], 5],
    ['in', 'France', ['France']],
    ['in', '', []],
    ['inLast', 'x', { amount: 30, unit: 'day' }],
    ['=', { amount: 3, unit: 'day' }, ''],
    ['null', 5, null],
  ])('keeps what fits when the operator becomes %s', (operator, value, expected) => {
    expect(shaped(operator, value)).toEqual(expected);
  });

  it('finds the rule an error belongs to, inside order conditions too', () => {
    const broken = {
      combinator: 'and',
      rules: [
        { field: 'name', operator: '=', value: 'x' },
        {
          combinator: 'or',
          rules: [
            {
              field: 'orders',
              match: { mode: 'atLeast', threshold: 1 },
              value: { combinator: 'and', rules: [{ field: 'amount', operator: '>', value: '' }] },
            },
            { field: 'totalSpend', operator: 'between', value: ['1', ''] },
          ],
        },
      ],
    };
    const places = rulesSchema.safeParse(broken).error?.issues.map((issue) => placeOf(issue.path));
    expect(places).toEqual(['1-0/0', '1-1']);
  });
});

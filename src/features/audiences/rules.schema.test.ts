import { describe, expect, it } from 'vitest';
import { fieldErrors } from '../../server/errors.ts';
import { rulesSchema } from './rules.schema.ts';

const errorsOf = (input: unknown) => {
  const result = rulesSchema.safeParse(input);
  return result.success ? [] : fieldErrors(result.error);
};
const rule = (field: string, operator: string, value?: unknown) => ({
  combinator: 'and',
  rules: [{ field, operator, value }],
});
const nest = (depth: number): unknown => ({ combinator: 'and', rules: depth > 1 ? [nest(depth - 1)] : [] });

describe('rulesSchema', () => {
  it('turns what a form yields into one canonical form', () => {
    const parsed = rulesSchema.parse({
      id: 'root',
      combinator: 'and',
      not: false,
      rules: [
        { id: 'r1', field: 'totalSpend', operator: 'between', value: '10,20.5', valueSource: 'value' },
        { field: 'orderCount', operator: '>=', value: '3' },
        { field: 'createdAt', operator: '<', value: '2011-12-31' },
        { field: 'country', operator: 'in', value: 'France, Spain' },
      ],
    });
    expect(parsed).toEqual({
      combinator: 'and',
      rules: [
        { field: 'totalSpend', operator: 'between', value: [10, 20.5] },
        { field: 'orderCount', operator: '>=', value: 3 },
        { field: 'createdAt', operator: '<', value: '2011-12-31T00:00:00.000Z' },
        { field: 'country', operator: 'in', value: ['France', 'Spain'] },
      ],
    });
  });

  it.each([
    ['an unknown field', rule('shoeSize', '=', 1), 'rules.0.field'],
    ['an operator of another type', rule('name', '>', 'x'), 'rules.0.operator'],
    ['a text for a number', rule('totalSpend', '>', 'much'), 'rules.0.value'],
    ['a third decimal of money', rule('totalSpend', '>', 1.005), 'rules.0.value'],
    ['one end of two', rule('totalSpend', 'between', [1]), 'rules.0.value'],
    ['a wrong end', rule('totalSpend', 'between', [1, 'x']), 'rules.0.value.1'],
    ['a day that does not exist', rule('createdAt', '=', '2011-02-30'), 'rules.0.value'],
    ['an unknown unit', rule('lastOrderAt', 'inLast', { amount: 1, unit: 'year' }), 'rules.0.value'],
    ['an operator object as a value', rule('email', '=', { $ne: null }), 'rules.0.value'],
    ['an operator object in a list', rule('email', 'in', ['a', { $gt: '' }]), 'rules.0.value.1'],
    ['a dollar in an attribute', rule('attributes.$where', '=', 'x'), 'rules.0.field'],
    ['a path in an attribute', rule('attributes.a.b', '=', 'x'), 'rules.0.field'],
    ['a prototype as an attribute', rule('attributes.__proto__', '=', 'x'), 'rules.0.field'],
    [
      'a customer field inside an order window',
      {
        combinator: 'and',
        rules: [
          { field: 'orders', match: { mode: 'atLeast', threshold: 1 }, value: rule('email', '=', 'x') },
        ],
      },
      'rules.0.value.rules.0.field',
    ],
    [
      'a negative threshold',
      {
        combinator: 'and',
        rules: [
          {
            field: 'orders',
            match: { mode: 'atLeast', threshold: -1 },
            value: { combinator: 'and', rules: [] },
          },
        ],
      },
      'rules.0.match.threshold',
    ],
    ['no combinator', { rules: [] }, 'combinator'],
  ])('refuses %s at its path', (_, input, path) => {
    expect(errorsOf(input).map((e) => e.path)).toEqual([path]);
  });

  it('bounds depth and number', () => {
    expect(errorsOf(nest(8))).toEqual([]);
    expect(errorsOf(nest(9))).toHaveLength(1);
    const many = (n: number) => ({
      combinator: 'and',
      rules: Array.from({ length: n }, () => ({ field: 'name', operator: 'null' })),
    });
    expect(errorsOf(many(200))).toEqual([]);
    expect(errorsOf(many(201))).toHaveLength(1);
  });
});

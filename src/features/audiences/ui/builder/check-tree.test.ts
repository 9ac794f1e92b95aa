import { describe, expect, it } from 'vitest';
import { describeRules } from '../../rules/describe.ts';
import { type BuilderGroup, defaultOperator, defaultValue, emptyGroup, toBuilder } from './builder-rules.ts';
import { checkTree, readable } from './check-tree.ts';

const rule = (field: string, operator: string, value: unknown) => ({ field, operator, value });
const fresh = (field: string) => rule(field, defaultOperator(field), defaultValue(field));
const all = (...rules: BuilderGroup['rules']): BuilderGroup => ({ combinator: 'and', rules });
const problemsOf = (tree: BuilderGroup) => Object.fromEntries(checkTree(tree).problems);

describe('checkTree', () => {
  it('gives the rules of a complete tree', () => {
    const { rules, problems } = checkTree(all(rule('totalSpend', '>=', '500'), fresh('lastOrderAt')));
    expect(problems.size).toBe(0);
    expect(rules).toEqual({
      combinator: 'and',
      rules: [
        { field: 'totalSpend', operator: '>=', value: 500 },
        { field: 'lastOrderAt', operator: 'inLast', value: { amount: 30, unit: 'day' } },
      ],
    });
  });

  it.each([
    ['an empty text', fresh('country'), 'value', true, 'Enter a value.'],
    ['an empty amount', fresh('totalSpend'), 'value', true, 'Enter an amount.'],
    ['an empty number', rule('orderCount', '=', ' '), 'value', true, 'Enter a number.'],
    ['a date not chosen', rule('createdAt', '<', ''), 'value', true, 'Choose a date.'],
    ['an empty list', rule('country', 'in', []), 'value', true, 'Enter a value.'],
    ['the second of two', rule('totalSpend', 'between', ['1', '']), 'value.1', true, 'Enter an amount.'],
    ['a window without length', rule('createdAt', 'inLast', { amount: '', unit: 'day' }), 'value', true, ''],
    ['letters for a number', rule('orderCount', '=', 'x'), 'value', false, 'Must be a number'],
    ['an unnamed attribute', fresh('attribute'), 'field', true, 'Give the attribute’s name.'],
    ['a dot in a name', rule('attribute', '=', { key: 'a.b', value: '1' }), 'field', false, ''],
    [
      'an attribute with a space and no value',
      rule('attribute', '=', { key: 'shoe size', value: '' }),
      'value',
      true,
      'Enter a value.',
    ],
    [
      'a count without number',
      rule('orders', '=', { mode: 'atLeast', threshold: '', where: emptyGroup() }),
      'match.threshold',
      true,
      'Say how many orders.',
    ],
    ['a sum without amount', fresh('orders.amount'), 'value', true, 'Enter an amount.'],
  ])('says of %s what to do', (_, item, part, unfinished, message) => {
    const problem = problemsOf(all(rule('name', '=', 'x'), item))['1'];
    expect(problem).toMatchObject({ part, unfinished });
    if (message) expect(problem?.message).toBe(message);
  });

  it('marks order conditions at their own place', () => {
    const where = all(rule('placedAt', '<', ''));
    const count = rule('orders', '=', { mode: 'atLeast', threshold: 1, where });
    expect(problemsOf(all(all(count)))).toEqual({
      '0-0/0': { message: 'Choose a date.', part: 'value', unfinished: true },
    });
  });
});

describe('readable', () => {
  it('reads gaps as “…”', () => {
    const count = rule('orders', '=', {
      mode: 'atLeast',
      threshold: '',
      where: all(
        rule('amount', 'between', ['10', '']),
        rule('placedAt', 'inLast', { amount: '', unit: 'week' }),
      ),
    });
    const tree = all(
      fresh('country'),
      fresh('totalSpend'),
      fresh('attribute'),
      fresh('orders.amount'),
      count,
    );
    expect(describeRules(readable(tree))).toBe(
      'country is …, total spend is at least …, … is …, they spent at least … in total, and they placed at least … ' +
        'orders of between 10 and … in the last … weeks',
    );
  });

  it('reads a complete tree as its rules read', () => {
    const tree = toBuilder({
      combinator: 'or',
      not: true,
      rules: [
        { field: 'country', operator: 'in', value: ['France', 'Spain'] },
        { field: 'phone', operator: 'null', value: null },
        { field: 'orders.amount', operator: '>=', value: 5, aggregate: 'max' },
        { field: 'totalSpend', operator: 'between', value: [1_000, 2_000.5] },
        { field: 'orderCount', operator: 'in', value: [1, 2] },
        { field: 'attributes.member', operator: '=', value: true },
      ],
    });
    const { rules } = checkTree(tree);
    const wording = { currency: 'GBP' };
    expect(rules && describeRules(rules, wording)).toBe(describeRules(readable(tree), wording));
  });
});

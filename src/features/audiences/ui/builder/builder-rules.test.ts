import { describe, expect, it } from 'vitest';
import { type RuleGroup, rulesSchema } from '../../rules.schema.ts';
import {
  type BuilderGroup,
  builderOperators,
  customerFields,
  defaultOperator,
  defaultValue,
  edgeFor,
  edgeOfDay,
  placeOf,
  reshaped,
  shaped,
  toBuilder,
  toRules,
} from './builder-rules.ts';
import { quickParts, withQuickPart } from './order-where.ts';

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

  it('turns days to the end of them that the comparison means', () => {
    const first = edgeOfDay('2011-06-01', edgeFor('<='));
    expect(first).toBe('2011-06-01T23:59:59.999Z');
    expect(reshaped('lastOrderAt', '<', first)).toBe('2011-06-01');
    expect(reshaped('lastOrderAt', 'between', '2011-06-01')).toEqual(['2011-06-01', '']);
    expect(reshaped('lastOrderAt', 'between', ['2011-06-01', '2011-06-30'])).toEqual([
      '2011-06-01',
      '2011-06-30T23:59:59.999Z',
    ]);
    // A time of day is meant as it is, and an attribute's day is a text.
    expect(reshaped('lastOrderAt', '<=', '2011-06-01T08:00:00.000Z')).toBe('2011-06-01T08:00:00.000Z');
    expect(reshaped('attributes.birthday', '<=', '2011-06-01')).toBe('2011-06-01');
  });

  it('offers attributes by what the data holds', () => {
    const types = new Map([
      ['points', 'number'],
      ['member', 'boolean'],
      ['birthday', 'date'],
      ['tier', 'text'],
    ] as const);
    const own = customerFields([...types.keys()]).at(-1);
    expect(own?.options.map(({ label }) => label)).toEqual([...types.keys(), 'Another attribute…']);
    expect(builderOperators('attributes.points', types)).toContain('between');
    expect(builderOperators('attributes.points', types)).not.toContain('contains');
    expect(builderOperators('attributes.member', types)).toEqual(['=', '!=', 'null', 'notNull']);
    expect(builderOperators('attributes.tier', types)).not.toContain('<');
    expect(builderOperators('attributes.unheard of', types)).toContain('<');
    expect(defaultOperator('attributes.birthday', types)).toBe('>=');
    expect(defaultValue('attributes.member', types)).toBe(true);
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

describe('conditions on orders in short', () => {
  const amount = { id: 'a', field: 'amount', operator: '>', value: 5 };
  const time = { id: 't', field: 'placedAt', operator: 'inLast', value: { amount: 6, unit: 'month' } };
  const where = (rules: BuilderGroup['rules'], rest: Partial<BuilderGroup> = {}): BuilderGroup => ({
    combinator: 'and',
    rules,
    ...rest,
  });

  it.each([
    [where([]), []],
    [where([amount, time]), ['amount', 'placedAt']],
    [where([time, amount]), ['placedAt', 'amount']],
    [where([time], { combinator: 'or' }), ['placedAt']],
    [where([amount, time], { combinator: 'or' }), null],
    [where([amount], { not: true }), null],
    [where([amount, amount]), null],
    [where([where([amount])]), null],
    [where([{ ...amount, operator: 'null' }]), null],
  ])('%j has the parts %j', (group, parts) => {
    const found = quickParts(group);
    expect(found && Object.keys(found)).toEqual(parts);
  });

  it('are set, changed and taken away', () => {
    const both = withQuickPart(where([time]), 'amount', { operator: '<', value: 9 });
    expect(both.rules).toMatchObject([{ field: 'amount', operator: '<', value: 9 }, time]);
    const changed = withQuickPart(both, 'placedAt', { operator: '<', value: '2011-01-01' });
    expect(changed.rules[1]).toEqual({ ...time, operator: '<', value: '2011-01-01' });
    expect(withQuickPart(changed, 'amount', null).rules).toEqual([changed.rules[1]]);
    const empty = where([], { combinator: 'or' });
    expect(withQuickPart(empty, 'amount', null)).toBe(empty);
    // “Or” means nothing to a single condition, but would to a second.
    expect(
      withQuickPart(where([time], { combinator: 'or' }), 'amount', { operator: '>', value: 1 }).combinator,
    ).toBe('and');
  });
});

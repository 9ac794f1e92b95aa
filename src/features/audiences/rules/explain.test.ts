import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RuleGroup, rulesSchema } from '../rules.schema.ts';
import { type EvaluatedCustomer, type EvaluatedOrder, matchesRules } from './evaluate.ts';
import { explainRules } from './explain.ts';
import { type ExplainedCondition, type ExplainedGroup, isExplainedGroup } from './explained.schema.ts';
import { customerArb, NOW, treeArb } from './testing/random-rules.ts';

const moment = { now: NOW, currency: 'GBP' };

describe('explainRules', () => {
  it('says of every group what the evaluation says, for random rules and customers', () => {
    fc.assert(
      fc.property(treeArb, customerArb, (tree, { orders, ...rest }) => {
        const customer = { email: 'ann@example.com', ...rest };
        const rules = rulesSchema.parse(tree);
        expectAgreement(rules, explainRules(rules, customer, orders, moment), customer, orders);
      }),
      { numRuns: 2_000 },
    );
  });

  const order = (amount: number, placedAt: string): EvaluatedOrder => ({
    amount,
    placedAt: new Date(placedAt),
  });
  const orders = [
    order(31_000, '2012-03-30T08:00:00Z'),
    order(10_000, '2012-03-20T08:00:00Z'),
    order(5_000, '2011-01-01T00:00:00Z'),
    order(-2_000, '2012-03-30T09:00:00Z'),
  ];
  const ann: EvaluatedCustomer = {
    name: 'Ann',
    email: 'ann@example.com',
    country: 'United Kingdom',
    tags: ['vip', 'new'],
    attributes: { tier: 'Gold', points: '007', member: true },
    totalSpend: 123_450,
    orderCount: 1_234,
    averageOrderValue: null,
    firstOrderAt: null,
    lastOrderAt: new Date('2012-03-20T08:05:00Z'),
    createdAt: NOW,
  };
  const recent = {
    combinator: 'and',
    rules: [{ field: 'placedAt', operator: 'inLast', value: { amount: 30, unit: 'day' } }],
  };
  const never = {
    combinator: 'and',
    rules: [{ field: 'placedAt', operator: '<', value: '2001-01-01' }],
  };
  const all = { combinator: 'and', rules: [] };
  const atLeast = (threshold: number, value: object) => ({
    field: 'orders',
    match: { mode: 'atLeast', threshold },
    value,
  });
  const total = (aggregate: string, where?: object) => ({
    field: 'orders.amount',
    operator: '>=',
    value: 100,
    aggregate,
    where,
  });
  const field = (name: string, operator: string, value?: unknown) => ({ field: name, operator, value });
  const month = { amount: 1, unit: 'month' };

  it.each([
    [field('country', '=', 'united kingdom'), true, 'United Kingdom'],
    [field('city', '=', 'Leeds'), false, 'no value'],
    [field('phone', '!=', '1'), true, 'no value'],
    [field('tags', 'notIn', ['vip']), false, 'vip, new'],
    [field('totalSpend', '>', 1_000), true, '£1,234.50'],
    [field('orderCount', '<', 3), false, '1,234'],
    [field('averageOrderValue', '>', 1), false, 'no value'],
    [field('lastOrderAt', '>', '2012-01-01'), true, '20 Mar 2012, 08:05 UTC'],
    [field('lastOrderAt', 'inLast', month), true, '20 Mar 2012, 08:05 UTC, 11 days ago'],
    [field('createdAt', 'inLast', month), true, '31 Mar 2012, 12:00 UTC, less than a day ago'],
    [field('attributes.tier', 'beginsWith', 'go'), true, 'Gold'],
    [field('attributes.points', '>', 5), false, '007 (a text)'],
    [field('attributes.member', 'contains', 'tr'), false, 'true (true or false)'],
    [field('attributes.size', 'null'), true, 'no value'],
    [atLeast(3, all), true, '3 orders, £460.00 together'],
    [atLeast(3, recent), false, '2 of 3 orders, £410.00 together'],
    [atLeast(1, never), false, 'none of 3 orders'],
    [total('sum'), true, '£440.00 from 3 orders and 1 refund'],
    [total('sum', recent), true, '£390.00 from 2 such orders and 1 such refund'],
    [total('sum', never), false, '£0.00, no such orders'],
    [total('avg'), true, 'about £153.33 from 3 orders'],
    [total('max', never), false, 'no such orders'],
  ])('%j: %s, and the customer has %s', (rule, holds, value) => {
    const rules = rulesSchema.parse({ combinator: 'and', rules: [rule] });
    expect(explainRules(rules, ann, orders, moment).rules).toEqual([
      { sentence: expect.any(String), holds, value },
    ]);
  });

  it('says that there are no orders at all', () => {
    const rules = rulesSchema.parse({ combinator: 'or', rules: [atLeast(1, recent), total('sum')] });
    const { rules: explained } = explainRules(rules, ann, [], moment);
    expect(explained).toMatchObject([{ value: 'no orders' }, { value: '£0.00, no orders' }]);
  });

  it('keeps the tree, with its conditions in words', () => {
    const rules = rulesSchema.parse({
      combinator: 'or',
      rules: [
        field('country', '=', 'France'),
        { combinator: 'and', not: true, rules: [field('tags', '=', 'VIP')] },
      ],
    });
    expect(explainRules(rules, ann, orders, moment)).toEqual({
      combinator: 'or',
      not: false,
      holds: false,
      rules: [
        { sentence: 'Country is France', holds: false, value: 'United Kingdom' },
        {
          combinator: 'and',
          not: true,
          holds: false,
          rules: [{ sentence: 'Is tagged VIP', holds: true, value: 'vip, new' }],
        },
      ],
    });
  });
});

function expectAgreement(
  rules: RuleGroup,
  explained: ExplainedGroup,
  customer: EvaluatedCustomer,
  orders: readonly EvaluatedOrder[],
): void {
  expect(explained.holds).toBe(matchesRules(rules, customer, orders, NOW));
  expect(explained.rules).toHaveLength(rules.rules.length);
  for (const [i, rule] of rules.rules.entries()) {
    const node = explained.rules[i] as ExplainedGroup | ExplainedCondition;
    if ('combinator' in rule && isExplainedGroup(node)) expectAgreement(rule, node, customer, orders);
    else {
      const alone: RuleGroup = { combinator: 'and', rules: [rule] };
      expect(node).toMatchObject({ holds: matchesRules(alone, customer, orders, NOW) });
      expect(node).not.toMatchObject({ value: expect.stringMatching(/^$|undefined|NaN|\[object/) });
    }
  }
}

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RuleGroup, rulesSchema } from '../rules.schema.ts';
import { describeRule, describeRules } from './describe.ts';
import { treeArb } from './testing/random-rules.ts';

const wording = { currency: 'GBP', snapshots: new Map([['a'.repeat(24), 'Spring VIPs']]) };
const field = (name: string, operator: string, value: unknown = null) => ({ field: name, operator, value });
const all = (...rules: unknown[]) => ({ combinator: 'and', rules });
const any = (...rules: unknown[]) => ({ combinator: 'or', rules });
const not = (group: object) => ({ ...group, not: true });
const placed = (threshold: number, where: object, mode = 'atLeast') => ({
  field: 'orders',
  match: { mode, threshold },
  value: where,
});
const spent = (aggregate: string, operator: string, value: unknown, where?: object) => ({
  field: 'orders.amount',
  operator,
  value,
  aggregate,
  where,
});
const days = (amount: number) => ({ amount, unit: 'day' });
const half = field('placedAt', 'inLast', { amount: 6, unit: 'month' });
const read = (rules: unknown) => describeRules(rulesSchema.parse(rules), wording);

describe('one condition in words', () => {
  it.each([
    [field('country', '=', 'France'), 'country is France'],
    [field('country', 'in', ['France', 'Spain', 'Italy']), 'country is France, Spain or Italy'],
    [field('country', 'notIn', ['France', 'Spain']), 'country is none of France or Spain'],
    [
      field('country', 'in', ['Bosnia and Herzegovina', 'Chad']),
      'country is “Bosnia and Herzegovina” or Chad',
    ],
    [field('country', 'null'), 'has no country'],
    [field('phone', 'notNull'), 'phone is known'],
    [field('email', 'endsWith', '@example.com'), 'email ends with “@example.com”'],
    [field('tags', '=', 'vip'), 'is tagged vip'],
    [field('tags', 'in', ['vip', 'gold']), 'is tagged vip or gold'],
    [field('tags', 'notIn', ['vip']), 'is not tagged vip'],
    [field('tags', 'null'), 'has no tags'],
    [field('totalSpend', '>=', 1_000), 'total spend is at least £1,000'],
    [field('totalSpend', 'between', [10, 20.5]), 'total spend is between £10 and £20.50'],
    [field('orderCount', '>', 12_000), 'number of orders is more than 12,000'],
    [field('lastOrderAt', 'inLast', days(30)), 'last order was in the last 30 days'],
    [field('lastOrderAt', 'notInLast', { amount: 1, unit: 'month' }), 'last order was not in the last month'],
    [field('firstOrderAt', '<', '2011-06-01'), 'first order was before 1 June 2011'],
    [field('firstOrderAt', '<=', '2011-06-01'), 'first order was at or before 1 June 2011, 00:00 UTC'],
    [field('firstOrderAt', '<=', '2011-06-01T23:59:59.999Z'), 'first order was on or before 1 June 2011'],
    [field('firstOrderAt', '>', '2011-06-01T08:30:00Z'), 'first order was after 1 June 2011, 08:30 UTC'],
    [
      field('firstOrderAt', 'between', ['2011-06-01', '2011-06-30T23:59:59.999Z']),
      'first order was between 1 June 2011 and 30 June 2011',
    ],
    [
      field('firstOrderAt', 'between', ['2011-06-01', '2011-06-01T23:59:59.999Z']),
      'first order was on 1 June 2011',
    ],
    [field('createdAt', '>=', '2011-06-01'), 'became a customer on or after 1 June 2011'],
    [field('createdAt', 'notInLast', days(7)), 'did not become a customer in the last 7 days'],
    [field('attributes.Shoe size', '>=', 42), 'Shoe size is at least 42'],
    [field('attributes.birthday', '<=', '1990-01-31'), 'birthday is on or before 31 January 1990'],
    [field('attributes.member', '=', true), 'member is yes'],
    [field('rfm.segment', 'in', ['champions', 'at risk']), 'RFM segment is Champions or At risk'],
    [field('rfm.recency', '>=', 4), 'recency score is at least 4'],
    [field('snapshots', 'in', ['a'.repeat(24)]), 'is in the snapshot “Spring VIPs”'],
    [
      field('snapshots', 'notIn', ['a'.repeat(24), 'b'.repeat(24)]),
      `is in none of the snapshots “Spring VIPs” or “${'b'.repeat(24)}”`,
    ],
    [
      placed(2, all(field('amount', '>', 100), half)),
      'placed at least 2 orders over £100 in the last 6 months',
    ],
    [placed(1, all()), 'placed at least 1 order'],
    [placed(0, all(half), 'exactly'), 'placed no orders in the last 6 months'],
    [
      placed(3, all(field('placedAt', '>=', '2011-01-01')), 'atMost'),
      'placed at most 3 orders since 1 January 2011',
    ],
    [
      placed(1, any(field('amount', '<', 5), half)),
      'placed at least 1 order where (amount is less than £5 or date was in the last 6 months)',
    ],
    [
      placed(1, not(all(half))),
      'placed at least 1 order where (it is not true that date was in the last 6 months)',
    ],
    [spent('sum', '>', 500, all(half)), 'spent more than £500 in total in the last 6 months'],
    [
      spent('sum', 'between', [1, 2], all(field('amount', '>=', 10), half)),
      'spent between £1 and £2 in total on orders of at least £10 in the last 6 months',
    ],
    [spent('avg', '<=', 20), 'spent at most £20 on average per order'],
    [spent('max', '>=', 99.9, all(half)), 'largest order in the last 6 months is at least £99.90'],
    [spent('min', 'null', null, all(half)), 'placed no orders in the last 6 months'],
  ])('%j: %s', (rule, expected) => {
    const [parsed] = rulesSchema.parse(all(rule)).rules;
    expect(parsed && 'field' in parsed ? describeRule(parsed, wording) : null).toBe(expected);
  });
});

describe('a rule tree in words', () => {
  const france = field('country', '=', 'France');
  const big = field('totalSpend', '>', 500);
  const vip = field('tags', '=', 'vip');

  it.each([
    [all(), 'everyone'],
    [not(all()), 'nobody'],
    [all(france, vip), 'country is France and they are tagged vip'],
    [all(france, big, vip), 'country is France, total spend is more than £500 and they are tagged vip'],
    [
      all(france, field('totalSpend', 'between', [1, 2]), vip),
      'country is France, total spend is between £1 and £2, and they are tagged vip',
    ],
    [
      all(france, any(big, vip)),
      'country is France and (total spend is more than £500 or they are tagged vip)',
    ],
    [all(any(france, vip)), 'country is France or they are tagged vip'],
    [
      all(france, all(any(big, vip))),
      'country is France and (total spend is more than £500 or they are tagged vip)',
    ],
    [all(france, any(vip)), 'country is France and they are tagged vip'],
    [not(any(france, vip)), 'none of these is true: country is France; they are tagged vip'],
    [
      all(big, not(all(france, vip))),
      'total spend is more than £500 and (not all of these are true: country is France; they are tagged vip)',
    ],
    [all(big, not(any(vip))), 'total spend is more than £500 and (it is not true that they are tagged vip)'],
  ])('%j: %s', (rules, expected) => {
    expect(read(rules)).toBe(expected);
  });

  it('writes amounts bare where the currency is not known', () => {
    expect(describeRules(rulesSchema.parse(all(field('totalSpend', '>=', 1_000.5))))).toBe(
      'total spend is at least 1,000.5',
    );
  });

  it('writes a currency without minor units whole', () => {
    const rules = rulesSchema.parse(all(field('totalSpend', '>=', 1_000)));
    expect(describeRules(rules, { currency: 'JPY' })).toMatch(/1,000$/);
  });

  it('cuts long lists', () => {
    const values = Array.from({ length: 40 }, (_, i) => `C${i}`);
    expect(read(all(field('country', 'in', values)))).toMatch(/C9, C10 or 29 others$/);
  });

  it('has words for every tree, whatever its values', () => {
    fc.assert(
      fc.property(treeArb, (tree) => {
        const parsed = rulesSchema.safeParse(tree);
        if (!parsed.success) return;
        const rules: RuleGroup = parsed.data;
        expect(describeRules(rules, wording)).not.toMatch(/undefined|NaN|\[object|^$/);
      }),
      { numRuns: 1_000 },
    );
  });
});

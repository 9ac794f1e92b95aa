import * as fc from 'fast-check';
import { aggregateOperators, fieldCatalogue, operatorsOf } from '../fields.ts';

// Test support: random rules, and customers on and beside their boundaries.

/** The moment the rules are asked at. */
export const NOW = new Date('2012-03-31T12:00:00Z');
export const DAY = 86_400_000;

// Values lie on and beside the boundaries the rules name.
const texts = [
  'Anna',
  'ANNA',
  'anna ',
  'Ünal',
  'ünal',
  'a.b*c',
  '$where',
  '(x|y)[1]',
  'line\nbreak',
  '100',
  'İstanbul',
  'straße',
  '\\d+',
  '^start',
  'end$',
  '\u{10ffff}x',
  '\ud7ff',
];
const countries = ['France', 'france', 'Côte d’Ivoire', 'United Kingdom'];
const amounts = [-12.5, -0.01, 0, 0.01, 9.99, 10, 10.01, 99.99, 100, 250.5];
const dates = [
  NOW,
  new Date(NOW.getTime() + 1),
  new Date(NOW.getTime() - 7 * DAY),
  new Date(NOW.getTime() - 7 * DAY - 1),
  new Date('2012-02-29T12:00:00Z'),
  new Date('2012-01-31T12:00:00Z'),
  new Date('2011-12-31T00:00:00Z'),
  new Date('2011-12-31T00:00:00.001Z'),
  new Date('2013-01-01T00:00:00Z'),
];
const attributeValues = [
  'Gold',
  'gold',
  'GOLD member',
  '5',
  5,
  5.5,
  '007',
  true,
  false,
  'true',
  '2012-01-01',
  '2012-02-01',
  '-1',
  0,
  -1,
  '0',
  '5.0',
  ' 5',
  'a.b*c',
  '100%',
  'true ',
];

const snapshots = ['65f0000000000000000000a1', '65f0000000000000000000a2'];

const optional = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: null, freq: 3 });
const orderArb = fc.record({
  amount: fc.constantFrom(...amounts.map((a) => Math.round(a * 100))),
  placedAt: fc.constantFrom(...dates),
});
/** A customer and their orders. Spend and count are those of the orders; the other figures need not be. */
export const customerArb = fc
  .record({
    name: optional(fc.constantFrom(...texts)),
    phone: optional(fc.constantFrom('+447700900346', '0770')),
    country: optional(fc.constantFrom(...countries)),
    city: optional(fc.constantFrom(...texts)),
    tags: fc.subarray(['VIP', 'vip-2', 'New', 'a.b', 'ünal', '(x|y)[1]', '^start', '$where']),
    attributes: fc.dictionary(
      fc.constantFrom('tier', 'Loyalty Points', 'score'),
      fc.constantFrom(...attributeValues),
      { noNullPrototype: true },
    ),
    averageOrderValue: optional(fc.constantFrom(1_000, 1_001, 9_999)),
    firstOrderAt: optional(fc.constantFrom(...dates)),
    lastOrderAt: optional(fc.constantFrom(...dates)),
    createdAt: fc.constantFrom(...dates),
    rfm: optional(
      fc.record({
        recency: fc.integer({ min: 1, max: 5 }),
        frequency: fc.integer({ min: 1, max: 5 }),
        monetary: fc.integer({ min: 1, max: 5 }),
        segment: fc.constantFrom('champions', 'at risk', 'lost'),
      }),
    ),
    snapshotIds: fc.subarray(snapshots),
    orders: fc.array(orderArb, { maxLength: 4 }),
  })
  .map((drawn) => ({
    ...drawn,
    totalSpend: drawn.orders.reduce((sum, { amount }) => sum + amount, 0),
    orderCount: drawn.orders.filter(({ amount }) => amount >= 0).length,
  }));

const moneyArb = fc.constantFrom(...amounts);
const dateTextArb = fc.constantFrom(
  '2011-12-31',
  '2012-03-31T12:00:00Z',
  '2012-03-24T12:00:00+00:00',
  '2012-02-29 12:00',
  '2013-01-01T00:00:00Z',
);
const windowArb = fc.constantFrom(
  { amount: 7, unit: 'day' },
  { amount: 1, unit: 'week' },
  { amount: 1, unit: 'month' },
  { amount: 3, unit: 'month' },
);
const textArb = fc.constantFrom(
  ...texts,
  ...countries,
  'an',
  'NA',
  'Champions',
  'risk',
  '.',
  '*',
  'vip',
  'VIP-2',
  '@example.com',
  'Line\nBREAK',
  '+44',
  '\u{10ffff}',
  '\ud7ff',
);
const valueArbOf = {
  text: textArb,
  tags: textArb,
  money: moneyArb,
  number: fc.constantFrom<number | string>(0, 1, 2, '2'),
  date: dateTextArb,
  attribute: fc.constantFrom(...attributeValues),
  snapshot: fc.constantFrom(...snapshots, '65f0000000000000000000ff'),
};

function fieldRuleArb(
  fields: readonly { name: string; type: keyof typeof valueArbOf }[],
): fc.Arbitrary<unknown> {
  return fc.constantFrom(...fields).chain(({ name, type }) =>
    fc.constantFrom(...operatorsOf(type)).chain((operator) => {
      const part = ['contains', 'doesNotContain', 'beginsWith', 'endsWith'].includes(operator);
      const scalar: fc.Arbitrary<unknown> = part ? textArb : valueArbOf[type];
      const value =
        operator === 'inLast' || operator === 'notInLast'
          ? windowArb
          : operator === 'between' || operator === 'notBetween'
            ? fc.array(scalar, { minLength: 2, maxLength: 2 })
            : operator === 'in' || operator === 'notIn'
              ? fc.array(scalar, { minLength: 1, maxLength: 3 })
              : scalar;
      return value.map((v) => ({ field: name, operator, value: v }));
    }),
  );
}

const customerFields = [
  ...fieldCatalogue,
  { name: 'attributes.tier', type: 'attribute' },
  { name: 'attributes.Loyalty Points', type: 'attribute' },
  { name: 'attributes.score', type: 'attribute' },
  { name: 'attributes.nobody has it', type: 'attribute' },
] as const;
const orderFields = [
  { name: 'amount', type: 'money' },
  { name: 'placedAt', type: 'date' },
] as const;

const groupArb = (leaf: fc.Arbitrary<unknown>, depth: number): fc.Arbitrary<Record<string, unknown>> =>
  fc.record({
    combinator: fc.constantFrom('and', 'or'),
    not: fc.boolean(),
    rules: fc.array(
      depth > 1
        ? fc.oneof(
            { weight: 3, arbitrary: leaf },
            { weight: 1, arbitrary: fc.constant(null).chain(() => groupArb(leaf, depth - 1)) },
          )
        : leaf,
      { maxLength: 3 },
    ),
  });
const orderGroupArb = groupArb(fieldRuleArb(orderFields), 2);
const matchArb = fc.record({
  field: fc.constant('orders'),
  match: fc.record({
    mode: fc.constantFrom('atLeast', 'atMost', 'exactly'),
    threshold: fc.integer({ min: 0, max: 3 }),
  }),
  value: orderGroupArb,
});
const aggregateArb = fc.constantFrom(...aggregateOperators).chain((operator) =>
  fc.record({
    field: fc.constant('orders.amount'),
    operator: fc.constant(operator),
    aggregate: fc.constantFrom('sum', 'avg', 'max', 'min'),
    value: operator.toLowerCase().includes('between') ? fc.tuple(moneyArb, moneyArb) : moneyArb,
    where: fc.option(orderGroupArb, { nil: undefined }),
  }),
);
const leafArb = fc.oneof(
  { weight: 5, arbitrary: fieldRuleArb(customerFields) },
  { weight: 1, arbitrary: matchArb },
  { weight: 1, arbitrary: aggregateArb },
);
/** A rule tree as a form makes it, not yet read by `rulesSchema`. */
export const treeArb = groupArb(leafArb, 3);

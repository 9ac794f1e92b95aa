import { itReads } from '../testing/it-reads.ts';

itReads('orders', [
  ['never ordered', 'orderCount = 0'],
  ['have yet to buy anything', 'orderCount = 0'],
  ["haven't bought anything yet", 'orderCount = 0'],
  ['no purchases', 'orderCount = 0'],
  ['one-time buyers', 'orderCount = 1'],
  ['bought exactly once', 'orderCount = 1'],
  ['bought twice or more', 'orderCount >= 2'],
  ['ordered 3x', 'orderCount = 3'],
  ['at least 3 orders', 'orderCount >= 3'],
  ['5+ orders', 'orderCount >= 5'],
  ['more than two purchases', 'orderCount > 2'],
  ['between 2 and 4 orders', 'orderCount between 2, 4'],
  ['2 or 3 orders', 'orderCount between 2, 3'],
  ['orders >= 10', 'orderCount >= 10'],
  ['order count under 6', 'orderCount < 6'],
  ['several orders', 'orderCount >= 3', { assumptions: ['“several” orders was read as at least 3.'] }],
  ['repeat customers', 'orderCount >= 2'],
  ['loyal shoppers', 'orderCount >= 5', { assumptions: ['“loyal shoppers” was read as at least 5 orders.'] }],
  [
    'placed at least 2 orders over $100 in the last 6 months',
    'orders atLeast 2 {amount > 100 and placedAt inLast 6 month}',
  ],
  [
    'more than 3 orders of 50 or more in 2025',
    'orders atLeast 4 {amount >= 50 and placedAt between 2025-01-01, 2025-12-31}',
  ],
  ['orders worth over 500 in total', 'totalSpend > 500'],
  ['no order above 90 in the last year', 'orders atMost 0 {amount > 90 and placedAt inLast 12 month}'],
  [
    'bought in 2024 but not in 2025',
    'orders atLeast 1 {placedAt between 2024-01-01, 2024-12-31} and orders atMost 0 {placedAt between 2025-01-01, 2025-12-31}',
  ],
  [
    'bought in January or March',
    'orders atLeast 1 {placedAt between 2026-01-01, 2026-01-31} or orders atLeast 1 {placedAt between 2026-03-01, 2026-03-31}',
  ],
  [
    'ordered in 2025 and not since',
    'orders atLeast 1 {placedAt between 2025-01-01, 2025-12-31} and orders atMost 0 {placedAt >= 2026-01-01}',
  ],
  [
    'ordered more than 3 times but not in the last 6 months',
    'orderCount > 3 and lastOrderAt notInLast 6 month',
  ],
  ['ordered before but not this year', 'orderCount >= 1 and orders atMost 0 {placedAt >= 2026-01-01}'],
  ["hasn't placed more than 2 orders this year", 'orders atMost 2 {placedAt >= 2026-01-01}'],
  [
    'bought a bicycle in 2025',
    'orders atLeast 1 {placedAt between 2025-01-01, 2025-12-31}',
    { unmapped: ['bicycle'] },
  ],
  ["haven't bought a bicycle in 2025", '', { unmapped: ["haven't bought a bicycle in 2025"] }],
  [
    'customers in Spain with exactly one order or in Italy with none',
    '(country = Spain and orderCount = 1) or (country = Italy and orderCount = 0)',
    { assumptions: ['“with none” was read as no orders.'] },
  ],
  ['in the last 90 days, ordered at least twice', 'orders atLeast 2 {placedAt inLast 90 day}'],
  [
    'ordered at least 4 times and spent more than 400 in the past year',
    'orderCount >= 4 and sum {placedAt inLast 12 month} > 400',
    {
      assumptions: [
        'The time in “spent more than 400 in the past year” was read as not meant for “ordered at least 4 times”.',
      ],
    },
  ],
  [
    'over the past year spent more than 400 and ordered at least 4 times',
    'sum {placedAt inLast 12 month} > 400 and orders atLeast 4 {placedAt inLast 12 month}',
  ],
  [
    'ordered over £100 at least twice in the last 6 months',
    'orders atLeast 2 {amount > 100 and placedAt inLast 6 month}',
  ],
  [
    'ordered once or twice in 2025',
    'orders exactly 1 {placedAt between 2025-01-01, 2025-12-31} or orders exactly 2 {placedAt between 2025-01-01, 2025-12-31}',
    { assumptions: ['The time in “twice in 2025” was read as meant for what stands before, too.'] },
  ],
  ['no fewer than 2 but no more than 5 orders', 'orderCount between 2, 5'],
  [
    'exactly 2 orders in 2025 and none in 2026',
    'orders exactly 2 {placedAt between 2025-01-01, 2025-12-31} and orders atMost 0 {placedAt >= 2026-01-01}',
  ],
]);

import { itReads } from '../testing/it-reads.ts';

itReads('habits', [
  ['repeat buyers', 'orderCount >= 2'],
  [
    'returning customers in 2025',
    'orderCount >= 2 and orders atLeast 1 {placedAt between 2025-01-01, 2025-12-31}',
  ],
  ['bought again', 'orderCount >= 2', { assumptions: ['“bought again” was read as at least 2 orders.'] }],
  [
    'loyal customers',
    'orderCount >= 5',
    { assumptions: ['“loyal customers” was read as at least 5 orders.'] },
  ],
  [
    'orders regularly',
    'orderCount >= 5',
    { assumptions: ['“orders regularly” was read as at least 5 orders.'] },
  ],
  [
    'big spenders',
    'totalSpend >= 500',
    { assumptions: ['“big spenders” was read as a total spend of at least 500.'] },
  ],
  [
    'high-value shoppers',
    'totalSpend >= 500',
    { assumptions: ['“high-value shoppers” was read as a total spend of at least 500.'] },
  ],
  [
    'low spenders',
    'totalSpend < 50',
    { assumptions: ['“low spenders” was read as a total spend under 50.'] },
  ],
  [
    'best customers',
    'totalSpend >= 500',
    { assumptions: ['“best customers” was read as a total spend of at least 500.'] },
  ],
  [
    'lapsed',
    'orderCount >= 1 and lastOrderAt notInLast 6 month',
    { assumptions: ['“lapsed” was read as ordered before, but not in the last 6 months.'] },
  ],
  ['gone quiet for 3 months', 'orderCount >= 1 and lastOrderAt notInLast 3 month'],
  ['inactive 3+ months', 'orderCount >= 1 and lastOrderAt notInLast 3 month'],
  [
    'stopped buying',
    'orderCount >= 1 and lastOrderAt notInLast 6 month',
    { assumptions: ['“stopped buying” was read as ordered before, but not in the last 6 months.'] },
  ],
  [
    'not lapsed',
    'not (orderCount >= 1 and lastOrderAt notInLast 6 month)',
    { assumptions: ['“lapsed” was read as ordered before, but not in the last 6 months.'] },
  ],
  [
    'active customers',
    'lastOrderAt inLast 6 month',
    { assumptions: ['“active customers” was read as ordered in the last 6 months.'] },
  ],
  [
    'recent buyers',
    'lastOrderAt inLast 30 day',
    { assumptions: ['“recent buyers” was read as ordered in the last 30 days.'] },
  ],
  [
    'new customers',
    'firstOrderAt inLast 30 day',
    { assumptions: ['“new customers” was read as first ordered in the last 30 days.'] },
  ],
  ['new customers this month', 'firstOrderAt >= 2026-05-01'],
  [
    'new since March',
    'firstOrderAt >= 2026-03-01',
    { assumptions: ['“new since March” was read as first ordered then.'] },
  ],
  [
    'new subscribers',
    'createdAt inLast 30 day',
    { assumptions: ['“new subscribers” was read as joined in the last 30 days.'] },
  ],
  ['non-buyers', 'orderCount = 0'],
  ['one-timers', 'orderCount = 1'],
  [
    'big spenders or repeat buyers',
    'totalSpend >= 500 or orderCount >= 2',
    { assumptions: ['“big spenders” was read as a total spend of at least 500.'] },
  ],
]);

import { itReads } from './testing/it-reads.ts';

itReads('how conditions join', [
  ['from France or Germany who spent over 100', 'country in France, Germany and totalSpend > 100'],
  [
    'from France and spent over 100 or from Germany and spent over 200',
    '(country = France and totalSpend > 100) or (country = Germany and totalSpend > 200)',
  ],
  ['VIPs or customers in Spain with 3+ orders', 'tags = vip or (country = Spain and orderCount >= 3)'],
  ['(VIPs or wholesale) and spent under 100', 'tags in vip, wholesale and totalSpend < 100'],
  ['not (in Spain and tagged vip)', 'not (country = Spain and tags = vip)'],
  ['not (in Spain and fond of cats)', '', { unmapped: ['not (in Spain and fond of cats'] }],
  ['either VIPs or in France, and spent over 100', '(tags = vip or country = France) and totalSpend > 100'],
  ['either tagged vip or spent over 1000', 'tags = vip or totalSpend > 1000'],
  ['neither VIPs nor in France', 'tags != vip and country != France'],
  ['neither VIPs nor cat people', '', { unmapped: ['neither VIPs nor cat people'] }],
  ['VIPs, champions or spent over 2k', 'tags = vip or rfm.segment = champions or totalSpend > 2000'],
  ['VIPs, with a phone, and in France', 'tags = vip and phone notNull and country = France'],
  [
    'spent over 200 or ordered 4 times, but only if they live in the UK',
    '(totalSpend > 200 or orderCount = 4) and country = United Kingdom',
  ],
  [
    'VIPs or champions, as long as they are not in the USA',
    '(tags = vip or rfm.segment = champions) and country != USA',
  ],
  ['everyone except VIPs', 'tags != vip'],
  ['everyone except VIPs and customers in France', 'tags != vip and country != France'],
  [
    'in the UK, excluding anyone who ordered in May 2026 and spent over 10',
    'country = United Kingdom and (not (lastOrderAt >= 2026-05-01 and totalSpend > 10))',
  ],
  ['all customers except VIPs who like cats', '', { unmapped: ['except VIPs who like cats'] }],
  [
    'exclude gmail addresses; keep only those who spent at least 50',
    '(not (email endsWith @gmail.com)) and totalSpend >= 50',
  ],
  [
    'customers in France unless they bought in the last week or are tagged wholesale',
    'country = France and lastOrderAt notInLast 1 week and tags != wholesale',
  ],
  ['everyone but the hibernating ones', 'rfm.segment != hibernating'],
  ["I don't want customers from the UK", 'country != United Kingdom'],
  ['!vip', 'tags != vip'],
  ['France + over £100 spent', 'country = France and totalSpend > 100'],
  ['spent over 100. In Germany. No phone.', 'totalSpend > 100 and country = Germany and phone null'],
  [
    'spent > 100 AND (country = France OR country = Germany) AND NOT tagged vip',
    'totalSpend > 100 and country in France, Germany and tags != vip',
  ],
  ['who like cats', '', { unmapped: ['like cats'] }],
  ['left-handed customers in France', 'country = France', { unmapped: ['left-handed'] }],
  ['not only VIPs', 'tags = vip'],
  [
    "Hi! We're planning a spring sale and I'd love to reach customers in Spain who ordered twice. Thanks!",
    'country = Spain and orderCount = 2',
  ],
  ['win-back: 3+ orders, nothing in the last 120 days', 'orderCount >= 3 and lastOrderAt notInLast 120 day'],
  [
    'offer free delivery to lapsed VIPs',
    'orderCount >= 1 and lastOrderAt notInLast 6 month and tags = vip',
    { assumptions: ['“lapsed” was read as ordered before, but not in the last 6 months.'] },
  ],
  ['students we want to reach in France', 'country = France', { unmapped: ['students we want to reach'] }],
  [
    'custmers who oredred at leest twice in Germny',
    'orderCount >= 2 and country = Germany',
    {
      assumptions: [
        '“custmers” was read as “customers”.',
        '“oredred” was read as “ordered”.',
        '“leest” was read as “least”.',
        '“Germny” was read as “Germany”.',
      ],
    },
  ],
  [
    'orderd in the lst 30 days',
    'lastOrderAt inLast 30 day',
    { assumptions: ['“orderd” was read as “ordered”.', '“lst” was read as “last”.'] },
  ],
  ['all customers', ''],
  [
    'Customers who spent over 500 and have not ordered in the last 90 days',
    'totalSpend > 500 and lastOrderAt notInLast 90 day',
  ],
  ['people from the UK or from France', 'country in United Kingdom, France'],
  [
    'customers from France who spent over £500 and have at least 3 orders over £100 in the last year',
    'country = France and totalSpend > 500 and orders atLeast 3 {amount > 100 and placedAt inLast 12 month}',
    {
      assumptions: [
        'The time in “have at least 3 orders over £100 in the last year” was read as not meant for “spent over £500”.',
      ],
    },
  ],
  ['spent over 20 and wear green hats', 'totalSpend > 20', { unmapped: ['wear green hats'] }],
  ['tagged vip and bought in the last month', 'tags = vip and lastOrderAt inLast 1 month'],
  [
    'customers in France who are not VIP and not newsletter',
    'country = France and tags notIn vip, newsletter',
  ],
  ['not in Germany but in France', 'country != Germany and country = France'],
  [
    "VIPs that haven't ordered in the last 30 days, plus anyone who spent over 1000 this year",
    '(tags = vip and lastOrderAt notInLast 30 day) or sum {placedAt >= 2026-01-01} > 1000',
  ],
  [
    "our best customers - those with 10 or more orders, or who've spent more than 2,000 euros in total",
    'totalSpend >= 500 and (orderCount >= 10 or totalSpend > 2000)',
    { assumptions: ['“best customers” was read as a total spend of at least 500.'] },
  ],
  ['in France (but not Paris)', 'country = France and city != Paris'],
]);

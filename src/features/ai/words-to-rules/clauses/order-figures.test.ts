import { itReads } from '../testing/it-reads.ts';

itReads('figures over orders', [
  ['AOV over 120', 'averageOrderValue > 120'],
  ['average basket under £30', 'averageOrderValue < 30'],
  ['mean order value of 40 to 60', 'averageOrderValue between 40, 60'],
  ['average order value in the last year at least 80', 'avg {placedAt inLast 12 month} >= 80'],
  ['average order above 50 but below 90', 'averageOrderValue > 50 and averageOrderValue < 90'],
  ['over 45 on average', 'averageOrderValue > 45'],
  ['biggest order over 500', 'max > 500'],
  ['largest purchase in 2025 less than 35', 'max {placedAt between 2025-01-01, 2025-12-31} < 35'],
  ['smallest order was below 5', 'min < 5'],
  ['every order over 30', 'min > 30'],
  ['all their orders were below 100', 'max < 100'],
  ['first order over 100', '', { unmapped: ['first order over 100'] }],
]);

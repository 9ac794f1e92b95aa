import { expect, it } from 'vitest';
import { readPeriod } from './read-period.ts';

const read = (query: string) => readPeriod(new URLSearchParams(query));

it('reads a period by name or by its days, and takes the usual one for nonsense', () => {
  expect(read('period=90d')).toEqual({ period: '90d' });
  expect(read('from=2026-03-01&to=2026-03-29')).toEqual({ from: '2026-03-01', to: '2026-03-29' });
  for (const nonsense of [
    '',
    'period=8d',
    'from=2026-03-01',
    'from=2026-02-30&to=2026-03-29',
    'from=2026-03-29&to=2026-03-01',
    'from=2020-01-01&to=2026-03-01',
    'from=yesterday&to=today',
  ])
    expect(read(nonsense)).toEqual({ period: '30d' });
});

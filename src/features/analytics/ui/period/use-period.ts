'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { DEFAULT_PERIOD } from '@/lib/periods.ts';
import { type Period, readPeriod } from './read-period.ts';

/** The period as the page's address says: `?period=90d`, or `?from=…&to=…`. What makes no sense there is the usual period. */
export function usePeriod(): { period: Period; choose(next: Period): void } {
  const pathname = usePathname();
  const query = useSearchParams();
  return {
    period: readPeriod(query),
    choose: (next) => {
      const plain = 'period' in next && next.period === DEFAULT_PERIOD;
      // The server has nothing to do with it: the address changes at once, and “back” leads back.
      window.history.pushState(null, '', plain ? pathname : `${pathname}?${new URLSearchParams(next)}`);
    },
  };
}

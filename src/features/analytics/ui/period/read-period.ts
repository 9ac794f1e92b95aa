import { DEFAULT_PERIOD, type PeriodName, periodNames, rangeProblem } from '../../../../lib/periods.ts';

export type Period = { period: PeriodName } | { from: string; to: string };

/** The period a page's address says; the usual one where that makes no sense. */
export function readPeriod(query: Pick<URLSearchParams, 'get'>): Period {
  const [from, to] = [query.get('from'), query.get('to')];
  if (from && to && isDay(from) && isDay(to) && !rangeProblem(from, to)) return { from, to };
  const name = query.get('period');
  return { period: periodNames.find((known) => known === name) ?? DEFAULT_PERIOD };
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

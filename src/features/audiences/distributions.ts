import { toMajorUnits } from '../../lib/money.ts';
import type { AlikeCount } from './audience-insights.repository.ts';
import type { AudienceInsights, Bin } from './audience-insights.schema.ts';

/** 1, 2, 5, 10, 20, 50 … in major units, up to ten million, as minor units: spend is spread over powers of ten. */
const ROUND_STEPS = Array.from({ length: 8 }, (_, power) =>
  [1, 2, 5].map((n) => n * 10 ** power * 100),
).flat();

/**
 * Boundaries of total spend in minor units, ascending. A customer who reaches none has spent less than nothing (refunds),
 * one who reaches only the first exactly nothing.
 */
export const SPEND_STEPS: readonly number[] = [0, 1, ...ROUND_STEPS];

/** Days since the last order. */
export const DAY_STEPS: readonly number[] = [30, 60, 90, 180, 365];

/** More bars than these are gathered by powers of ten. */
const MAX_BARS = 9;
const SHOWN_COUNTRIES = 5;

type Counts = readonly Pick<AlikeCount, 'spend' | 'recency' | 'country' | 'n' | 'total'>[];

const countWhere = (counts: Counts, holds: (row: Counts[number]) => boolean): number =>
  counts.reduce((sum, row) => (holds(row) ? sum + row.n : sum), 0);

/** Whom a total below and of nothing stands for, and bars between round amounts from the first to the last that anybody is in. */
export function spendBins(counts: Counts): Omit<AudienceInsights['spend'], 'median'> {
  const edges = [0, ...ROUND_STEPS.map((step) => toMajorUnits(step))];
  const fine = edges.map(
    (from, i): Bin => ({
      from,
      to: edges[i + 1] ?? null,
      // Reaching the steps “0” and “more than 0” is where the first bar begins.
      count: countWhere(counts, ({ spend }) => spend === i + 2),
    }),
  );
  const bins = withoutEmptyEnds(fine);
  return {
    total: toMajorUnits(counts.reduce((sum, { total }) => sum + total, 0)),
    negative: countWhere(counts, ({ spend }) => spend === 0),
    none: countWhere(counts, ({ spend }) => spend === 1),
    bins: bins.length > MAX_BARS ? byPowersOfTen(bins) : bins,
  };
}

const withoutEmptyEnds = (bins: Bin[]): Bin[] =>
  bins.slice(
    Math.max(
      0,
      bins.findIndex(({ count }) => count > 0),
    ),
    bins.findLastIndex(({ count }) => count > 0) + 1,
  );

/** 0–1, 1–10, 10–100 … */
function byPowersOfTen(bins: readonly Bin[]): Bin[] {
  const gathered: Bin[] = [];
  for (const bin of bins) {
    const from = !bin.from ? 0 : 10 ** Math.floor(Math.log10(bin.from) + 1e-9);
    const last = gathered.at(-1);
    if (last?.from === from) last.count += bin.count;
    else gathered.push({ from, to: from === 0 ? 1 : from * 10, count: bin.count });
  }
  const last = gathered.at(-1);
  if (last && bins.at(-1)?.to === null) last.to = null;
  return gathered;
}

export function recencyBins(counts: Counts): AudienceInsights['recency'] {
  const edges = [0, ...DAY_STEPS];
  return {
    never: countWhere(counts, ({ recency }) => recency === null),
    bins: edges.map((from, i) => ({
      from,
      to: edges[i + 1] ?? null,
      // The most recent orders reach all moments, the oldest none.
      count: countWhere(counts, ({ recency }) => recency === DAY_STEPS.length - i),
    })),
  };
}

/** The most frequent countries as they are written most often; those without one count as one. */
export function countryCounts(counts: Counts): AudienceInsights['countries'] {
  const byCountry = new Map<string | null, number>();
  for (const { country, n } of counts) byCountry.set(country, (byCountry.get(country) ?? 0) + n);
  return [...byCountry]
    .map(([country, count]) => ({ country, count }))
    .toSorted((a, b) => b.count - a.count || String(a.country).localeCompare(String(b.country)))
    .slice(0, SHOWN_COUNTRIES);
}

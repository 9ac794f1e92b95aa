const MINUTE_MS = 60_000;

/** How far back finished jobs are counted, minute by minute. */
export const COUNTED_MINUTES = 60;

/** What BullMQ keeps of one kind of end: see `collectMetrics.lua`; times in ms since 1970. */
export interface FinishedCounts {
  meta: {
    /** All jobs since counting began. */
    count: number;
    /** A moment in the minute being counted; 0 before the first job. */
    prevTS: number;
    /** `count` when that minute began. */
    prevCount: number;
  };
  /** The whole minutes before that one, newest first. */
  data: readonly number[];
}

/**
 * Finished jobs per minute, oldest first; the last is the present minute, not over yet. BullMQ adds a minute only when a
 * job ends in a later one, so those since are filled in here: they had none.
 */
export function finishedPerMinute({ meta, data }: FinishedCounts, now: number): number[] {
  const series = Array<number>(COUNTED_MINUTES).fill(0);
  if (meta.prevTS === 0) return series;
  const age = Math.floor(now / MINUTE_MS) - Math.floor(meta.prevTS / MINUTE_MS);
  for (const [i, count] of [meta.count - meta.prevCount, ...data].entries()) {
    const at = COUNTED_MINUTES - 1 - age - i;
    if (at >= 0 && at < COUNTED_MINUTES) series[at] = count;
  }
  return series;
}

/**
 * Jobs per second over the last minute: the present minute's, and of the one before the share that is less than a minute
 * ago, as if they had ended evenly. Rounded to hundredths.
 */
export function perSecond(series: readonly number[], now: number): number {
  const share = 1 - (now % MINUTE_MS) / MINUTE_MS;
  const lastMinute = (series.at(-1) ?? 0) + (series.at(-2) ?? 0) * share;
  return Math.round((lastMinute / 60) * 100) / 100;
}

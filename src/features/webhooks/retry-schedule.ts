/** Waits before the second and later tries: eleven in all, over about a day. */
export const RETRY_SECONDS = [5, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 28_800, 28_800] as const;
/** Of a wait, that much more at most, by chance: what failed together should not come back together. */
const JITTER = 0.2;

/**
 * When to try again after so many tries of a round, in milliseconds; null when that was the last.
 * @param retryAfterMs what the answer asked for
 * @param chance 0 to 1
 */
export function retryDelayMs(
  tries: number,
  retryAfterMs: number | undefined,
  chance = Math.random(),
): number | null {
  const wait = RETRY_SECONDS[tries - 1];
  if (wait === undefined) return null;
  const own = wait * 1_000 * (1 + JITTER * chance);
  return Math.round(Math.max(own, retryAfterMs ?? 0));
}

/** Nothing got through for so long: the endpoint is disabled. */
export const DISABLE_AFTER_MS = 3 * 86_400_000;

/** Between two turns of an endpoint that does not answer: longer the longer it has been away. */
export const pauseWhileAway = (awayMs: number): number => Math.min(300_000, Math.max(5_000, awayMs / 10));

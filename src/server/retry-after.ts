/**
 * The header Retry-After, seconds or a date as RFC 9110 says, in milliseconds from now.
 * @param maxMs the longest wait that is believed; whoever names a later time is asked again after this one
 */
export function readRetryAfter(
  value: string | undefined,
  maxMs: number,
  now = Date.now(),
): number | undefined {
  if (!value) return undefined;
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1_000 : Date.parse(value) - now;
  return Number.isFinite(ms) ? Math.min(maxMs, Math.max(0, ms)) : undefined;
}

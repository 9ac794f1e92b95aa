/**
 * Money is stored as a whole number of minor units (pence, cents) and spoken of, in the API, CSV files and pages,
 * as a decimal number of major units with two places.
 */
const MINOR_PER_MAJOR = 100;

/** The largest amount kept, in minor units: beyond it a JavaScript number is no longer exact. */
export const MAX_MINOR_UNITS = Number.MAX_SAFE_INTEGER;

/** Major units (12.34) to minor units (1234), rounded half away from zero. */
export function toMinorUnits(major: number): number {
  // Through the decimal text, because 1.005 * 100 is 100.49999…
  const [mantissa = '0', exponent = '0'] = Math.abs(major).toExponential().split('e');
  const minor = Math.round(Number(`${mantissa}e${Number(exponent) + 2}`));
  return major < 0 ? -minor || 0 : minor;
}

/** Minor units as the database returns them (number, bigint or BSON Long) to major units. */
export function toMajorUnits(minor: number | bigint | { toNumber(): number }): number {
  const value = typeof minor === 'object' ? minor.toNumber() : Number(minor);
  return value / MINOR_PER_MAJOR;
}

/**
 * The amount written in a CSV cell or form field ("1,234.50", "-3.2", "£12") in minor units, or null when it is not an
 * amount with at most two decimals. Only a comma used as thousands separator is read; "12,50" is refused as ambiguous.
 */
export function parseMoney(text: string): number | null {
  const trimmed = text.trim().replace(/^([+-]?)\s*[£$€]\s*/u, '$1');
  if (!/^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d{1,2})?$/.test(trimmed)) return null;
  const minor = toMinorUnits(Number(trimmed.replaceAll(',', '')));
  return Math.abs(minor) <= MAX_MINOR_UNITS ? minor : null;
}

/** The mean of amounts in minor units, rounded half up to the minor unit; null when there are none. */
export const averageMinorUnits = (sum: number, count: number): number | null =>
  count === 0 ? null : Math.floor(sum / count + 0.5);

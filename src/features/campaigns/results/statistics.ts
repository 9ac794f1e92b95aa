/**
 * What can be said of a difference between two groups of people. Pure; every formula with where it is from, and tested
 * against figures published there.
 */

/** From `low` to `high`, both included. */
export interface Interval {
  low: number;
  high: number;
}

/** `count` of `of` people, as a share. */
export interface Proportion {
  count: number;
  of: number;
}

/** Groups smaller than this say nothing about a mean: revenue is too unevenly spread. */
export const FEWEST_PEOPLE = 30;
/** With fewer buyers in both groups together any difference is an accident. */
export const FEWEST_BUYERS = 10;

/**
 * Wilson's score interval of a proportion: never below 0 or above 1, and right for few people and for shares near 0.
 * Wilson, E. B. (1927), JASA 22:209–212; recommended by Brown, Cai & DasGupta (2001), Statistical Science 16:101–133.
 * @param z how many standard errors: 1.96 for 95 %
 */
export function wilson({ count, of }: Proportion, z: number = zOf(0.95)): Interval {
  if (of === 0) return { low: 0, high: 1 };
  const p = count / of;
  const centre = p + (z * z) / (2 * of);
  const half = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return {
    low: count === 0 ? 0 : Math.max(0, (centre - half) / scale),
    high: count === of ? 1 : Math.min(1, (centre + half) / scale),
  };
}

/**
 * The interval of a difference of two proportions, a − b, from both their Wilson intervals (the hybrid score interval).
 * Newcombe, R. G. (1998), Statistics in Medicine 17:873–890, method 10.
 */
export function newcombe(a: Proportion, b: Proportion, level = 0.95): Interval {
  const z = zOf(level);
  const [pa, pb] = [shareOf(a), shareOf(b)];
  const [wa, wb] = [wilson(a, z), wilson(b, z)];
  const difference = pa - pb;
  return {
    low: difference - Math.hypot(pa - wa.low, wb.high - pb),
    high: difference + Math.hypot(wa.high - pa, pb - wb.low),
  };
}

export const shareOf = ({ count, of }: Proportion): number => (of === 0 ? 0 : count / of);

/** A sample as its sums: how many, what they add up to, and what their squares do. */
export interface Sums {
  n: number;
  sum: number;
  squares: number;
}

export const meanOf = ({ n, sum }: Sums): number => (n === 0 ? 0 : sum / n);

/** The sample variance (n − 1 in the denominator). */
export const varianceOf = ({ n, sum, squares }: Sums): number =>
  n < 2 ? 0 : Math.max(0, (squares - (sum * sum) / n) / (n - 1));

/**
 * The interval of a difference of two means, a − b, whose variances may differ, with Satterthwaite's degrees of freedom.
 * Welch, B. L. (1947), Biometrika 34:28–35. Null where a group has fewer than two people or nothing varies.
 */
export function welch(a: Sums, b: Sums, level = 0.95): (Interval & { degrees: number }) | null {
  if (a.n < 2 || b.n < 2) return null;
  const [va, vb] = [varianceOf(a) / a.n, varianceOf(b) / b.n];
  if (va + vb === 0) return null;
  const degrees = (va + vb) ** 2 / (va ** 2 / (a.n - 1) + vb ** 2 / (b.n - 1));
  const half = studentQuantile((1 + level) / 2, degrees) * Math.sqrt(va + vb);
  const difference = meanOf(a) - meanOf(b);
  return { low: difference - half, high: difference + half, degrees };
}

/** How many standard errors each way hold this share of a normal distribution: 1.96 for 0.95. */
export const zOf = (level: number): number => normalQuantile((1 + level) / 2);

/**
 * The level for each of so many comparisons with the same group, so that all of them together are wrong no more often than
 * one alone would be (Bonferroni): 95 % for one, 97.5 % for two.
 */
export const levelFor = (comparisons: number, level = 0.95): number =>
  1 - (1 - level) / Math.max(1, comparisons);

/** Whether zero lies outside: the difference is beyond what chance alone explains at the interval's level. */
export const isBeyondChance = ({ low, high }: Interval): boolean => low > 0 || high < 0;

/** The normal distribution's quantile. Wichura, M. J. (1988), Applied Statistics 37:477–484 (AS 241, PPND7: seven digits). */
function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (
      (q * (((59.10937472 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179)) /
      (((67.1875636 * r + 78.757757664) * r + 17.895169469) * r + 1)
    );
  }
  const tail = Math.sqrt(-Math.log(Math.min(p, 1 - p)));
  const value =
    tail <= 5
      ? polynomial(tail - 1.6, [1.4234372777, 2.75681539, 1.306728442, 0.17023821103]) /
        polynomial(tail - 1.6, [1, 0.7370016425, 0.12021132975])
      : polynomial(tail - 5, [6.657905115, 3.081226386, 0.42868294337, 0.017337203997]) /
        polynomial(tail - 5, [1, 0.24197894225, 0.012258202635]);
  return q < 0 ? -value : value;
}

const polynomial = (x: number, coefficients: readonly number[]): number =>
  coefficients.reduceRight((sum, c) => sum * x + c, 0);

/**
 * Student's t quantile for p > 0.5 and any number of degrees of freedom from 1 on.
 * Hill, G. W. (1970), Communications of the ACM 13:619–620 (algorithm 396): six digits.
 */
function studentQuantile(p: number, degrees: number): number {
  // Of both tails together, as the algorithm has it.
  const tails = 2 * (1 - p);
  if (degrees < 1.000001) return 1 / Math.tan((tails * Math.PI) / 2);
  const a = 1 / (degrees - 0.5);
  const b = 48 / (a * a);
  let c = (((20_700 * a) / b - 98) * a - 16) * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * degrees;
  let y = (d * tails) ** (2 / degrees);
  if (y > 0.05 + a) {
    const x = normalQuantile(tails / 2);
    y = x * x;
    if (degrees < 5) c += 0.3 * (degrees - 4.5) * (x + 0.6);
    c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c;
    y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x;
    y = Math.expm1(a * y * y);
  } else {
    const first = ((degrees + 6) / (degrees * y) - 0.089 * d - 0.822) * (degrees + 2) * 3;
    y = ((1 / first + 0.5 / (degrees + 4)) * y - 1) * ((degrees + 1) / (degrees + 2)) + 1 / y;
  }
  return Math.sqrt(degrees * y);
}

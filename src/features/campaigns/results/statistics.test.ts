import { describe, expect, it } from 'vitest';
import { isBeyondChance, levelFor, meanOf, newcombe, varianceOf, welch, wilson, zOf } from './statistics.ts';

const p = (count: number, of: number) => ({ count, of });

describe('Wilson’s interval', () => {
  // Newcombe, R. G. (1998), Statistics in Medicine 17:857–872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i of %i is the published one', (count, of, low, high) => {
    const interval = wilson(p(count, of));
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('of all and of nobody keeps within bounds', () => {
    expect(wilson(p(20, 20)).high).toBe(1);
    expect(wilson(p(0, 0))).toEqual({ low: 0, high: 1 });
  });
});

describe('Newcombe’s interval of a difference', () => {
  // Newcombe, R. G. (1998), Statistics in Medicine 17:873–890, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i/%i − %i/%i is the published one', (a, ofA, b, ofB, low, high) => {
    const interval = newcombe(p(a, ofA), p(b, ofB));
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('turned around is its mirror image', () => {
    const [one, other] = [newcombe(p(56, 70), p(48, 80)), newcombe(p(48, 80), p(56, 70))];
    expect(other.low).toBeCloseTo(-one.high, 12);
    expect(other.high).toBeCloseTo(-one.low, 12);
  });

  it('tells what is beyond chance', () => {
    expect(isBeyondChance(newcombe(p(56, 70), p(48, 80)))).toBe(true);
    expect(isBeyondChance(newcombe(p(5, 56), p(0, 29)))).toBe(false);
  });
});

const sumsOf = (values: readonly number[]) => ({
  n: values.length,
  sum: values.reduce((sum, v) => sum + v, 0),
  squares: values.reduce((sum, v) => sum + v * v, 0),
});

describe('Welch’s interval', () => {
  // The sleep data of Student (1908) as R prints t.test(extra ~ group, data = sleep): t = -1.8608, df = 17.776,
  // 95 percent confidence interval -3.3654832 to 0.2054832.
  it('of the sleep data is the one R gives', () => {
    const one = sumsOf([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]);
    const two = sumsOf([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);
    expect(meanOf(one)).toBeCloseTo(0.75, 10);
    expect(varianceOf(one)).toBeCloseTo(3.200556, 5);
    const interval = welch(one, two);
    expect(interval?.degrees).toBeCloseTo(17.776, 3);
    expect(interval?.low).toBeCloseTo(-3.3654832, 4);
    expect(interval?.high).toBeCloseTo(0.2054832, 4);
  });

  it('is none where nothing varies, or there is one person', () => {
    expect(welch(sumsOf([0, 0, 0]), sumsOf([0, 0]))).toBeNull();
    expect(welch(sumsOf([1]), sumsOf([0, 2]))).toBeNull();
  });

  // Student's t for 97.5 %, from the usual tables; one group constant and one of n values has n − 1 degrees.
  it.each([
    [2, 12.7062],
    [3, 4.302653],
    [6, 2.570582],
    [11, 2.228139],
    [31, 2.042272],
    [1_001, 1.962339],
  ])('uses Student’s t: %i values give %f', (n, t) => {
    const values = Array.from({ length: n }, (_, i) => i);
    const sums = sumsOf(values);
    const interval = welch(sums, sumsOf(Array(50).fill(0)));
    const error = Math.sqrt(varianceOf(sums) / n);
    expect(((interval?.high ?? 0) - meanOf(sums)) / error).toBeCloseTo(t, n < 4 ? 2 : 4);
  });
});

it('knows the normal quantiles, also for several comparisons', () => {
  expect(zOf(0.95)).toBeCloseTo(1.959964, 5);
  expect(zOf(0.99)).toBeCloseTo(2.575829, 5);
  expect(zOf(0.999999)).toBeCloseTo(4.891638, 5);
  expect(levelFor(1)).toBe(0.95);
  expect(zOf(levelFor(2))).toBeCloseTo(2.241403, 5);
  expect(levelFor(0)).toBe(0.95);
});

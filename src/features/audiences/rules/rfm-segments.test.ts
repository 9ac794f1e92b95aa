import { expect, it } from 'vitest';
import { rfmSegments, segmentOf, valueScore } from './rfm-segments.ts';

const SCORES = [1, 2, 3, 4, 5];
const all = SCORES.flatMap((recency) =>
  SCORES.flatMap((frequency) => SCORES.map((monetary) => ({ recency, frequency, monetary }))),
);

/** The ranges of the usual table, which overlap: [recency from, to], [mean of frequency and monetary from, to]. */
const USUAL: Record<string, [[number, number], [number, number]]> = {
  champions: [
    [4, 5],
    [4, 5],
  ],
  'loyal customers': [
    [2, 5],
    [3, 5],
  ],
  'potential loyalists': [
    [3, 5],
    [1, 3],
  ],
  'new customers': [
    [4, 5],
    [1, 1],
  ],
  promising: [
    [3, 4],
    [1, 1],
  ],
  'need attention': [
    [2, 3],
    [2, 3],
  ],
  'about to sleep': [
    [2, 3],
    [1, 2],
  ],
  'at risk': [
    [1, 2],
    [2, 5],
  ],
  'cannot lose them': [
    [1, 1],
    [4, 5],
  ],
  hibernating: [
    [1, 2],
    [1, 2],
  ],
  lost: [
    [1, 2],
    [1, 2],
  ],
};

it('gives each of the 125 combinations one segment, inside the ranges of the usual table', () => {
  expect(all).toHaveLength(125);
  for (const scores of all) {
    const [[fromR, toR], [fromV, toV]] = USUAL[segmentOf(scores)] ?? [
      [9, 9],
      [9, 9],
    ];
    expect(scores.recency).toBeGreaterThanOrEqual(fromR);
    expect(scores.recency).toBeLessThanOrEqual(toR);
    expect(valueScore(scores)).toBeGreaterThanOrEqual(fromV);
    expect(valueScore(scores)).toBeLessThanOrEqual(toV);
  }
});

it('uses all eleven segments', () => {
  expect(new Set(all.map(segmentOf))).toEqual(new Set(rfmSegments.map(({ name }) => name)));
  expect(rfmSegments).toHaveLength(11);
});

it('never moves anybody to a worse row for ordering later', () => {
  const lapsed = ['about to sleep', 'at risk', 'cannot lose them', 'hibernating', 'lost'];
  for (const { recency, ...value } of all)
    if (recency >= 3) expect(lapsed).not.toContain(segmentOf({ recency, ...value }));
    else expect(lapsed).toContain(segmentOf({ recency, ...value }));
});

it('refuses what is no score', () => {
  for (const recency of [0, 6, 2.5])
    expect(() => segmentOf({ recency, frequency: 1, monetary: 1 })).toThrow(RangeError);
  expect(() => segmentOf({ recency: 1, frequency: 7, monetary: 1 })).toThrow(RangeError);
});

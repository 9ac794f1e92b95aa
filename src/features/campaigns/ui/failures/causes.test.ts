import { expect, it } from 'vitest';
import { causesOf, type Group } from './causes.ts';

const group = (campaignId: string, reason: string, count: number): Group => ({
  campaignId,
  campaignName: `Campaign ${campaignId}`,
  reason,
  count,
});

it('a cause is counted over all campaigns, the most frequent first', () => {
  const groups = [group('1', 'Busy', 5), group('2', 'Refused', 4), group('3', 'Refused', 3)];
  expect(causesOf(groups, undefined)).toEqual([
    { reason: 'Refused', count: 7 },
    { reason: 'Busy', count: 5 },
  ]);
});

it('one that is chosen stays to be seen when its last message is decided on', () => {
  expect(causesOf([group('1', 'Busy', 5)], 'Refused')).toEqual([
    { reason: 'Busy', count: 5 },
    { reason: 'Refused', count: 0 },
  ]);
  expect(causesOf([group('1', 'Busy', 5)], 'Busy')).toEqual([{ reason: 'Busy', count: 5 }]);
});

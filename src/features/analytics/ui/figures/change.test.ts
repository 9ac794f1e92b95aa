import { expect, it } from 'vitest';
import { changeOf, pointsOf } from './change.ts';

it('says by how much a figure changed, in which direction, and whether that is good', () => {
  expect(changeOf(112, 100, 'more')).toEqual({ direction: 'up', amount: '12%', tone: 'good' });
  expect(changeOf(112, 100, 'less')).toEqual({ direction: 'up', amount: '12%', tone: 'bad' });
  expect(changeOf(95, 100, 'more')).toEqual({ direction: 'down', amount: '5%', tone: 'bad' });
  expect(changeOf(1_000_001, 1_000_000, 'more')).toMatchObject({ direction: 'up', amount: '<0.1%' });
  expect(changeOf(120_000, 100, 'more').amount).toBe('119,900%');
  expect(changeOf(5, 5, 'more')).toEqual({ direction: 'same', amount: null, tone: 'neutral' });
});

it('compares with nothing where there was nothing, or less', () => {
  expect(changeOf(5, 0, 'more')).toEqual({ direction: 'up', amount: null, tone: 'good' });
  expect(changeOf(5, -5, 'more').amount).toBeNull();
  expect(changeOf(0, 0, 'more').direction).toBe('same');
  expect(pointsOf(0.5, null, 'more')).toEqual({ direction: 'same', amount: null, tone: 'neutral' });
});

it('compares shares by points', () => {
  expect(pointsOf(0.975, 0.954, 'more')).toEqual({ direction: 'up', amount: '2.1 points', tone: 'good' });
  expect(pointsOf(0.01, 0.02, 'less')).toEqual({ direction: 'down', amount: '1 point', tone: 'good' });
  expect(pointsOf(0.90001, 0.9, 'more').direction).toBe('same');
});

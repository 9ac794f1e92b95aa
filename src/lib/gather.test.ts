import { expect, it } from 'vitest';
import { gatherer } from './gather.ts';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
function recorder(fail: (group: readonly number[]) => boolean = () => false) {
  const groups: number[][] = [];
  const add = gatherer<number>(
    async (group) => {
      await wait(1);
      groups.push([...group]);
      if (fail(group)) throw new Error('refused');
    },
    { waitMs: 20, atMost: 10, weigh: (n) => n },
  );
  return { groups, add };
}

it('hands on together what comes within a moment, and apart what comes later', async () => {
  const { groups, add } = recorder();
  await Promise.all([add(1), add(2), add(3)]);
  await add(4);
  expect(groups).toEqual([[1, 2, 3], [4]]);
});

it('never lets a group grow beyond its size, except by one thing that is larger itself', async () => {
  const { groups, add } = recorder();
  await Promise.all([add(6), add(4), add(7), add(5), add(50), add(1)]);
  expect(groups).toEqual([[6, 4], [7], [5], [50], [1]]);
});

it('tells a failure to those it concerns', async () => {
  const { add } = recorder((group) => group.includes(9));
  const results = await Promise.allSettled([add(1), add(9), add(2), add(3)]);
  expect(results.map((r) => r.status)).toEqual(['rejected', 'rejected', 'fulfilled', 'fulfilled']);
});

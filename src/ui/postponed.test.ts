import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PostponedDeeds } from './postponed.ts';

const MOST_MS = 60_000;

function setUp(run: () => Promise<unknown> = async () => undefined) {
  const deeds = new PostponedDeeds();
  const log: string[] = [];
  const deed = {
    ids: ['a'],
    run: () => {
      log.push('run');
      return run();
    },
    runOnLeaving: () => log.push('run on leaving'),
    failed: (error: unknown) => log.push(`failed: ${String(error)}, hidden: ${deeds.hidden().size}`),
  };
  return { deeds, deed, log };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a postponed deed', () => {
  it('hides its things at once and does nothing yet', () => {
    const { deeds, deed, log } = setUp();
    let changes = 0;
    deeds.subscribe(() => changes++);
    deeds.add(deed, MOST_MS);
    expect([...deeds.hidden()]).toEqual(['a']);
    expect([log, changes]).toEqual([[], 1]);
  });

  it('undone in time is never done, and its things are back', async () => {
    const { deeds, deed, log } = setUp();
    const pending = deeds.add(deed, MOST_MS);
    expect(pending.undo()).toBe(true);
    await pending.settle();
    await vi.advanceTimersByTimeAsync(2 * MOST_MS);
    deeds.leave();
    expect([[...deeds.hidden()], log]).toEqual([[], []]);
  });

  it('is done once, by whatever comes first, and cannot be undone then', async () => {
    const { deeds, deed, log } = setUp();
    const pending = deeds.add(deed, MOST_MS);
    await Promise.all([pending.settle(), pending.settle()]);
    await vi.advanceTimersByTimeAsync(2 * MOST_MS);
    deeds.leave();
    expect(pending.undo()).toBe(false);
    expect(log).toEqual(['run']);
  });

  it('keeps its things hidden once it is done: a list may have been read before', async () => {
    const { deeds, deed } = setUp();
    await deeds.add(deed, MOST_MS).settle();
    expect([...deeds.hidden()]).toEqual(['a']);
  });

  it('that fails says so, with its things shown again', async () => {
    const { deeds, deed, log } = setUp(() => Promise.reject('no connection'));
    await deeds.add(deed, MOST_MS).settle();
    expect(log).toEqual(['run', 'failed: no connection, hidden: 0']);
  });

  it('is done in the end though nobody says so', async () => {
    const { deeds, deed, log } = setUp();
    deeds.add(deed, MOST_MS);
    await vi.advanceTimersByTimeAsync(MOST_MS - 1);
    expect(log).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(log).toEqual(['run']);
  });

  it('is done when the page is closed, of several each', () => {
    const first = setUp();
    const log: string[] = [];
    first.deeds.add(first.deed, MOST_MS);
    first.deeds.add({ ...first.deed, ids: ['b'], runOnLeaving: () => log.push('b') }, MOST_MS);
    first.deeds.leave();
    first.deeds.leave();
    expect([first.log, log]).toEqual([['run on leaving'], ['b']]);
  });
});

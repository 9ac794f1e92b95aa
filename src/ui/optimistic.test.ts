import { MutationObserver, QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { optimistic } from './optimistic.ts';

interface Row {
  name: string;
  tags: string[];
}

/**
 * A row on a server that answers when it is told to, as a page has it.
 * @param read whether the row can be read again
 */
function setUp({ read } = { read: true }) {
  const forEver = { gcTime: Number.POSITIVE_INFINITY };
  const client = new QueryClient({ defaultOptions: { queries: forEver, mutations: forEver } });
  const server: Row = { name: 'Ann', tags: ['new'] };
  let reads = 0;
  const queryKey = ['row'];
  const answers: { accept(): void; refuse(): void }[] = [];
  const shown = {
    cancel: () => client.cancelQueries({ queryKey }),
    getData: () => client.getQueryData<Row>(queryKey),
    setData: (_: undefined, change: (now: Row | undefined) => Row | undefined) =>
      client.setQueryData<Row>(queryKey, change),
    invalidate: async () => {
      reads++;
      if (read) client.setQueryData<Row>(queryKey, { ...server });
    },
  };
  const mutation = new MutationObserver(client, {
    mutationKey: ['set'],
    mutationFn: ({ tags }: { tags: string[] }) =>
      new Promise<void>((resolve, reject) =>
        answers.push({
          accept: () => {
            server.tags = tags;
            resolve();
          },
          refuse: () => reject(new Error('refused')),
        }),
      ),
    ...optimistic(shown, {
      input: (_: { tags: string[] }) => undefined,
      read: ({ tags }) => tags,
      put: (row, tags) => ({ ...row, tags }),
      wanted: ({ tags }) => tags,
    }),
  });
  client.setQueryData<Row>(queryKey, { ...server });
  return {
    row: shown.getData,
    set: (...tags: string[]) => mutation.mutate({ tags }).catch(() => 'refused'),
    tell: (row: Partial<Row>) => shown.setData(undefined, (now) => now && { ...now, ...row }),
    empty: () => client.removeQueries({ queryKey }),
    /** Answers the question with this number, once it was asked. */
    answer: async (n: number, how: 'accept' | 'refuse') => {
      await expect.poll(() => answers.length).toBeGreaterThan(n);
      answers[n]?.[how]();
    },
    reads: () => reads,
  };
}

describe('a change that is shown at once', () => {
  it('is on the page before the server has answered, and the server has the last word', async () => {
    const { row, set, answer, reads } = setUp();
    const done = set('new', 'vip');
    await expect.poll(row).toEqual({ name: 'Ann', tags: ['new', 'vip'] });
    expect(reads()).toBe(0);
    await answer(0, 'accept');
    await done;
    expect([row()?.tags, reads()]).toEqual([['new', 'vip'], 1]);
  });

  it('goes back when it is refused, and leaves what came in meanwhile', async () => {
    const { row, set, tell, answer } = setUp({ read: false });
    const done = set('vip');
    await expect.poll(() => row()?.tags).toEqual(['vip']);
    tell({ name: 'Ann Lee' });
    await answer(0, 'refuse');
    expect(await done).toBe('refused');
    expect(row()).toEqual({ name: 'Ann Lee', tags: ['new'] });
  });

  it('does not take back what somebody else put in its place', async () => {
    const { row, set, tell, answer, reads } = setUp({ read: false });
    const done = set('vip');
    await expect.poll(() => row()?.tags).toEqual(['vip']);
    tell({ tags: ['gone'] });
    await answer(0, 'refuse');
    await done;
    expect([row()?.tags, reads()]).toEqual([['gone'], 1]);
  });

  it('of several at once each stays shown, and only the last asks the server what holds', async () => {
    const { row, set, answer, reads } = setUp();
    const first = set('new', 'a');
    await expect.poll(() => row()?.tags).toEqual(['new', 'a']);
    const second = set('new', 'a', 'b');
    await expect.poll(() => row()?.tags).toEqual(['new', 'a', 'b']);
    await answer(0, 'refuse');
    await first;
    expect([row()?.tags, reads()]).toEqual([['new', 'a', 'b'], 0]);
    await answer(1, 'accept');
    await second;
    expect([row()?.tags, reads()]).toEqual([['new', 'a', 'b'], 1]);
  });

  it('puts nothing where nothing is shown', async () => {
    const { row, set, empty, answer } = setUp({ read: false });
    empty();
    const done = set('vip');
    await answer(0, 'accept');
    await done;
    expect(row()).toBeUndefined();
  });
});

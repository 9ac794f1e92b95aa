/**
 * Hands things on together that come within a moment of each other. Each caller's promise settles as the hand-over of its
 * own group does, so a failure reaches everyone it concerns and nobody else.
 * @param options how long the first of a group waits (ms), and how much a group holds at most, by `weigh`
 */
export function gatherer<T>(
  handOver: (group: readonly T[]) => Promise<void>,
  { waitMs, atMost, weigh }: { waitMs: number; atMost: number; weigh: (item: T) => number },
): (item: T) => Promise<void> {
  let group: { items: T[]; weight: number; done: PromiseWithResolvers<void> } | null = null;
  const close = () => {
    const closed = group;
    group = null;
    if (closed) handOver(closed.items).then(closed.done.resolve, closed.done.reject);
  };
  return (item) => {
    const weight = weigh(item);
    if (group && group.weight + weight > atMost) close();
    if (!group) {
      const opened = { items: [], weight: 0, done: Promise.withResolvers<void>() };
      group = opened;
      setTimeout(() => {
        if (group === opened) close();
      }, waitMs);
    }
    const mine = group;
    mine.items.push(item);
    mine.weight += weight;
    if (mine.weight >= atMost) close();
    return mine.done.promise;
  };
}

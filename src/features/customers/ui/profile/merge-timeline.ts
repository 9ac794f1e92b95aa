/** Something that happened at a moment. */
export interface Dated {
  at: Date;
}

/** Entries of one kind, newest first, as far as they are loaded. */
export interface Source<T extends Dated> {
  items: readonly T[];
  /** Whether there are older ones that are not loaded. */
  hasMore: boolean;
}

/**
 * Several lists as one, newest first. What is older than the end of a list that goes on is kept back: something of that
 * list may still have to come before it.
 * @returns what is certain, and which lists have to be asked for more to go on
 */
export function mergeTimeline<T extends Dated>(
  sources: readonly Source<T>[],
): { entries: T[]; ask: number[] } {
  const ends = sources.map(({ items, hasMore }) =>
    hasMore ? (items.at(-1)?.at.getTime() ?? Number.POSITIVE_INFINITY) : Number.NEGATIVE_INFINITY,
  );
  const end = Math.max(...ends, Number.NEGATIVE_INFINITY);
  return {
    entries: sources
      .flatMap(({ items }) => items)
      .filter(({ at }) => at.getTime() >= end)
      .toSorted((a, b) => b.at.getTime() - a.at.getTime()),
    ask: ends.flatMap((moment, i) => (moment === end && sources[i]?.hasMore ? [i] : [])),
  };
}

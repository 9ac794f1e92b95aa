import { fold } from '../../../lib/fold.ts';

/** The most tags a customer may have. */
export const MAX_TAGS = 50;

/** What is to be put on and taken off; neither looks at case, as nothing does that compares tags. */
export interface TagOrder {
  add: readonly string[];
  remove: readonly string[];
}

/** A customer's tags before and after. */
export interface Retagged {
  was: string[];
  set: string[];
}

const without = (tags: readonly string[], others: readonly string[]): string[] => {
  const folded = new Set(others.map(fold));
  return tags.filter((tag) => !folded.has(fold(tag)));
};

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((tag, i) => tag === b[i]);

/** A customer's tags once more: null where nothing changes, `full` where they would be more than a customer may have. */
export function retag(was: readonly string[], { add, remove }: TagOrder): Retagged | 'full' | null {
  const kept = without(was, remove);
  const set = [...kept, ...without(add, kept)];
  if (sameList(was, set)) return null;
  return set.length > MAX_TAGS && set.length > was.length ? 'full' : { was: [...was], set };
}

/**
 * The tags of a customer with a change taken back: all as it was where nobody touched them since; else what the change
 * put on goes, and what it took off comes back, and the rest stays. Null where nothing of the change is left.
 */
export function untag(current: readonly string[], { was, set }: Retagged): string[] | null {
  if (sameList(current, set)) return [...was];
  const kept = without(current, without(set, was));
  const back = [...kept, ...without(without(was, set), kept)].slice(0, Math.max(MAX_TAGS, current.length));
  return sameList(current, back) ? null : back;
}

/** Phrases by their first word, longest first, each with what it stands for. */
export type Phrases<T> = ReadonlyMap<string, readonly { words: readonly string[]; value: T }[]>;

const known = new Set<string>();
/** Every word of every table: what the parser can make something of. */
export const knownWords: ReadonlySet<string> = known;

/**
 * A table of phrases; words are separated by blanks and written as tokens are: lower case, “do not” for “don’t”, no
 * hyphens. Several phrases of one value may be given in one key, separated by “|” (a bar itself is “\|”).
 */
export function phrases<T>(table: Record<string, T>): Phrases<T> {
  const byFirst = new Map<string, { words: string[]; value: T }[]>();
  for (const [keys, value] of Object.entries(table))
    for (const key of keys.split(/(?<!\\)\|/)) {
      const words = key.replaceAll('\\|', '|').trim().split(/\s+/);
      const first = words[0] ?? '';
      const list = byFirst.get(first) ?? [];
      list.push({ words, value });
      byFirst.set(first, list);
      for (const word of words) known.add(word);
    }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

/** A table of phrases that stand for nothing but themselves, separated by “|”. */
export const phraseSet = (keys: string): Phrases<true> => phrases({ [keys]: true as const });

/** Without case and without accents: “muller” finds Müller. */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** What a line of the palette is found by. */
export interface Findable {
  label: string;
  /** Other words people look for it by. */
  words?: string;
}

const parts = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}@.]+/u)
    .filter(Boolean);

/**
 * Whether every word of `query` begins a word of the label or of its other words.
 * @returns a rank, lower is better, or null: 0 the label begins so, 1 words of the label do, 2 other words do
 */
export function rank({ label, words = '' }: Findable, query: string): number | null {
  const asked = parts(query);
  if (asked.length === 0) return 0;
  const found = (within: readonly string[]) =>
    asked.every((word) => within.some((part) => part.startsWith(word)));
  const own = parts(label);
  if (fold(label).startsWith(fold(query.trim()))) return 0;
  if (found(own)) return 1;
  return found([...own, ...parts(words)]) ? 2 : null;
}

/** Those that fit, best first; equals stay in their order. */
export function find<T extends Findable>(all: readonly T[], query: string): T[] {
  return all
    .flatMap((item) => {
      const place = rank(item, query);
      return place === null ? [] : [{ item, place }];
    })
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

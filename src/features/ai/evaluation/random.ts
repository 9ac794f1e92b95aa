export interface Random {
  /** True in that share of the calls. */
  chance(share: number): boolean;
  /** A whole number from 0 on and below the given one. */
  whole(below: number): number;
  pick<T>(items: readonly [T, ...T[]]): T;
  pick<T>(items: readonly T[]): T | undefined;
  /** Each item with that chance. */
  some<T>(items: readonly T[], share: number): T[];
}

/** Numbers that look random and are the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  function pick<T>(items: readonly [T, ...T[]]): T;
  function pick<T>(items: readonly T[]): T | undefined;
  function pick<T>(items: readonly T[]): T | undefined {
    return items[Math.floor(next() * items.length)];
  }
  return {
    chance: (share) => next() < share,
    whole: (below) => Math.floor(next() * below),
    pick,
    some: (items, share) => items.filter(() => next() < share),
  };
}

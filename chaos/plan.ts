/** What a round does, all of it drawn from the seed before it starts: the same seed gives the same plan. */
export const victims = ['worker', 'web', 'redis', 'mongodb'] as const;
export type Victim = (typeof victims)[number];

export interface Plan {
  seed: number;
  workers: 2 | 4;
  /** Who is killed with SIGKILL, and how long after the launch (or the last victim's return). */
  /** Whether the vendor may also take a request and never answer it, which costs the worker 15 s. */
  hangs: boolean;
  kills: { victim: Victim; afterMs: number; downMs: number }[];
}

/** mulberry32: small, fast and the same everywhere. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function planOf(
  seed: number,
  { allowed = victims, hangs = true }: { allowed?: readonly Victim[]; hangs?: boolean } = {},
): Plan {
  const random = randomOf(seed);
  const workers = random() < 0.5 ? 2 : 4;
  const kills = Array.from({ length: 2 + Math.floor(random() * 3) }, () => ({
    victim: allowed[Math.floor(random() * allowed.length)] ?? 'worker',
    afterMs: Math.round(100 + random() * 900),
    downMs: Math.round(random() * 1_000),
  }));
  return { seed, workers, hangs, kills };
}

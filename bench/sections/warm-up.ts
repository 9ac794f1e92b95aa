/** Messages every contender delivers before the clock counts: compiled code, open connections, known indexes. */
export const WARM_UP = 2_000;

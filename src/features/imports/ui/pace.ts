/** How fast a file is read right now: an average in which what is five seconds past counts half. */
export interface Pace {
  at: number;
  rows: number;
  progress: number;
  rowsPerSecond: number | null;
  sharePerSecond: number | null;
}

const HALF_LIFE_MS = 5_000;
/** What is shorter says nothing. */
const STEP_MS = 200;

/** The pace after one more state. @param at in ms */
export function nextPace(before: Pace | null, state: { at: number; rows: number; progress: number }): Pace {
  if (!before || state.rows < before.rows) return { ...state, rowsPerSecond: null, sharePerSecond: null };
  const ms = state.at - before.at;
  if (ms < STEP_MS) return before;
  const weight = 1 - 0.5 ** (ms / HALF_LIFE_MS);
  const mixed = (old: number | null, now: number) => (old === null ? now : old + (now - old) * weight);
  return {
    ...state,
    rowsPerSecond: mixed(before.rowsPerSecond, ((state.rows - before.rows) / ms) * 1_000),
    sharePerSecond: mixed(before.sharePerSecond, ((state.progress - before.progress) / ms) * 1_000),
  };
}

/** How long it will still take, in ms; null while nobody can tell. */
export const timeLeft = ({ progress, sharePerSecond }: Pace): number | null =>
  sharePerSecond === null || sharePerSecond <= 0 ? null : ((1 - progress) / sharePerSecond) * 1_000;

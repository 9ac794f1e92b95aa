/** Steps that can be undone and redone. Pure. */
export interface History<T> {
  past: readonly Step<T>[];
  present: T;
  future: readonly Step<T>[];
  /** Where one is typing: further changes under the same key are the same step. */
  typing: string | null;
}
interface Step<T> {
  state: T;
  /** What led away from that state: “Condition removed.” */
  label: string;
}

const KEPT = 200;

export const begin = <T>(present: T): History<T> => ({ past: [], present, future: [], typing: null });

/** A new present. Typing on in one place (`typing` as before) adds no step. */
export function advance<T>(
  history: History<T>,
  present: T,
  label: string,
  typing: string | null = null,
): History<T> {
  if (Object.is(present, history.present)) return history;
  if (typing !== null && typing === history.typing && history.future.length === 0)
    return { ...history, present };
  return {
    past: [...history.past.slice(1 - KEPT), { state: history.present, label }],
    present,
    future: [],
    typing,
  };
}

/** Ends a stretch of typing: what follows is a step of its own. */
export const seal = <T>(history: History<T>): History<T> =>
  history.typing === null ? history : { ...history, typing: null };

/** Back by one step, with what was undone; the same history when there is none. */
export function undo<T>(history: History<T>): { history: History<T>; label: string | null } {
  const step = history.past.at(-1);
  if (!step) return { history, label: null };
  return {
    label: step.label,
    history: {
      past: history.past.slice(0, -1),
      present: step.state,
      future: [{ state: history.present, label: step.label }, ...history.future],
      typing: null,
    },
  };
}

export function redo<T>(history: History<T>): { history: History<T>; label: string | null } {
  const [step, ...future] = history.future;
  if (!step) return { history, label: null };
  return {
    label: step.label,
    history: {
      past: [...history.past, { state: history.present, label: step.label }],
      present: step.state,
      future,
      typing: null,
    },
  };
}

/**
 * The one place two trees differ in, when it is a text or figure in the same place of both; null when more or other
 * things changed, or nothing. Parts both share are not looked into.
 */
export function typedAt(before: unknown, after: unknown): string | null {
  const places: (string | null)[] = [];
  differences(before, after, '', places);
  return places.length === 1 ? (places[0] ?? null) : null;
}

/** Collects where two trees differ, null for what is no typing; at most two, more are not asked for. */
function differences(before: unknown, after: unknown, path: string, places: (string | null)[]): void {
  if (Object.is(before, after) || places.length > 1) return;
  const isLeaf = (value: unknown) => typeof value === 'string' || typeof value === 'number';
  if (isLeaf(before) && isLeaf(after)) {
    places.push(path.endsWith('/id') ? null : path);
    return;
  }
  const a = before as Record<string, unknown> | null;
  const b = after as Record<string, unknown> | null;
  const comparable = typeof before === 'object' && typeof after === 'object' && a && b;
  const keys = comparable ? Object.keys(b) : [];
  if (!comparable || keys.length !== Object.keys(a).length || keys.some((key) => !(key in a)))
    places.push(null);
  else for (const key of keys) differences(a[key], b[key], `${path}/${key}`, places);
}

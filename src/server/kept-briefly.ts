/**
 * Answers that are asked for again and again, kept by this process for a moment: `load` is asked once per key and `keepMs`,
 * also by many at once. A failed load is not kept.
 */
export function keptBriefly<T>(
  load: (key: string) => Promise<T>,
  { keepMs, atMost }: { keepMs: number; atMost: number },
): {
  get(key: string): Promise<T>;
  /** Loads it anew unless what is kept is younger than `minAgeMs`; null when it is. */
  renew(key: string, minAgeMs: number): Promise<T> | null;
  forget(key: string): void;
} {
  const kept = new Map<string, { at: number; value: Promise<T> }>();
  const put = (key: string): Promise<T> => {
    const value = load(key);
    kept.delete(key);
    if (kept.size >= atMost) kept.delete(kept.keys().next().value ?? '');
    const entry = { at: Date.now(), value };
    kept.set(key, entry);
    value.catch(() => kept.get(key) === entry && kept.delete(key));
    return value;
  };
  return {
    get: (key) => {
      const entry = kept.get(key);
      return entry && Date.now() - entry.at < keepMs ? entry.value : put(key);
    },
    renew: (key, minAgeMs) => {
      const entry = kept.get(key);
      return entry && Date.now() - entry.at < minAgeMs ? null : put(key);
    },
    forget: (key) => {
      kept.delete(key);
    },
  };
}

/**
 * Keys that do something on a page. One registry for all of them: what is pressed is looked up here, and the help sheet
 * is drawn from here, so that none can work without being listed.
 */
export interface Shortcut {
  /** Keys one after another (`g d`) or one (`?`); `mod+k` is Ctrl or ⌘ held with it. */
  keys: string;
  label: string;
  group: string;
  run(): void;
}

/** What of a pressed key matters. */
export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  /** In ms since any fixed moment. */
  timeStamp: number;
  /** Whether the key goes into a field or a list that takes letters, or a dialog is open. */
  busy: boolean;
}

/** Time for the second key of a sequence, in ms. */
const SEQUENCE_MS = 2_000;

export class ShortcutRegistry {
  #shortcuts: readonly Shortcut[] = [];
  #listeners = new Set<() => void>();
  #pending: { key: string; at: number } | null = null;
  /** Off: single keys do nothing (WCAG 2.1.4). Those with Ctrl or ⌘ go on working, as they disturb nobody. */
  enabled = true;

  /** @returns takes them out again */
  add(shortcuts: readonly Shortcut[]): () => void {
    this.#set([...this.#shortcuts, ...shortcuts]);
    return () => this.#set(this.#shortcuts.filter((shortcut) => !shortcuts.includes(shortcut)));
  }

  /** All of them, in the order they were added; the same array until one changes. */
  readonly list = (): readonly Shortcut[] => this.#shortcuts;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** @returns whether something was run, so that the browser should do nothing with the key */
  press(press: Press): boolean {
    const { key, at } = {
      key: press.key.length === 1 ? press.key.toLowerCase() : press.key,
      at: press.timeStamp,
    };
    const before = this.#pending && at - this.#pending.at <= SEQUENCE_MS ? this.#pending.key : null;
    this.#pending = null;
    if (press.altKey) return false;
    // What is held with Ctrl or ⌘ means the same inside a field.
    if (press.ctrlKey || press.metaKey) return this.#run(`mod+${key}`);
    if (press.busy || !this.enabled) return false;
    if (before && this.#run(`${before} ${key}`)) return true;
    if (this.#shortcuts.some(({ keys }) => keys.startsWith(`${key} `))) {
      this.#pending = { key, at };
      return true;
    }
    return this.#run(key);
  }

  /** The last one added goes first: a page may give a key a meaning of its own. */
  #run(keys: string): boolean {
    const found = this.#shortcuts.findLast((shortcut) => shortcut.keys === keys);
    found?.run();
    return found !== undefined;
  }

  #set(shortcuts: readonly Shortcut[]): void {
    this.#shortcuts = shortcuts;
    for (const listener of this.#listeners) listener();
  }
}

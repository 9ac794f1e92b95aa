/** Something that was asked for and is done a little later, so that it can be undone without a trace. */
export interface Deed {
  /** What it takes away, each by an id of its own. Lists leave these out from now on, unless it is undone or fails. */
  ids: readonly string[];
  /** Does it. */
  run(): Promise<unknown>;
  /** Does it while the page is closed: a request that outlives it, whose answer nobody hears. */
  runOnLeaving(): void;
  /** It could not be done; what was hidden is back. */
  failed(error: unknown): void;
}

/** The way back from a deed, and the way on. Whichever comes first counts; the other does nothing then. */
export interface Pending {
  /** @returns whether it was in time */
  undo(): boolean;
  /** Does it now. */
  settle(): Promise<void>;
}

/**
 * Deeds that wait for their undo. Deleting is put off rather than reversed: what comes back is the very thing, with its id,
 * history and addresses, which no copy made afterwards would be. Closing the page does what waits; should the browser die
 * before, the thing is still there, so that nothing is ever lost that somebody wanted.
 */
export class PostponedDeeds {
  #waiting = new Map<Deed, ReturnType<typeof setTimeout>>();
  #hidden: ReadonlySet<string> = new Set();
  #listeners = new Set<() => void>();

  /** Ids that lists leave out; the same set until one changes. */
  readonly hidden = (): ReadonlySet<string> => this.#hidden;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** @param mostMs after this it is done in any case */
  add(deed: Deed, mostMs: number): Pending {
    const settle = async () => {
      if (!this.#take(deed)) return;
      try {
        // Its ids stay hidden: they do not come back, but a list read a moment before may still have them.
        await deed.run();
      } catch (error) {
        this.#show(deed);
        deed.failed(error);
      }
    };
    this.#waiting.set(
      deed,
      setTimeout(() => void settle(), mostMs),
    );
    this.#change(new Set([...this.#hidden, ...deed.ids]));
    return {
      settle,
      undo: () => {
        if (!this.#take(deed)) return false;
        this.#show(deed);
        return true;
      },
    };
  }

  /** The page is being closed: what waits is done now. */
  leave(): void {
    for (const deed of [...this.#waiting.keys()]) if (this.#take(deed)) deed.runOnLeaving();
  }

  /** @returns whether it was still waiting */
  #take(deed: Deed): boolean {
    clearTimeout(this.#waiting.get(deed));
    return this.#waiting.delete(deed);
  }

  #show({ ids }: Deed): void {
    this.#change(new Set([...this.#hidden].filter((id) => !ids.includes(id))));
  }

  #change(hidden: ReadonlySet<string>): void {
    this.#hidden = hidden;
    for (const listener of this.#listeners) listener();
  }
}

/** Who is to be found in texts. */
export interface Person {
  email: string;
  phone: string | null;
  name: string | null;
}

/** What stands where a trace was. */
export const REMOVED = '[erased]';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
/** Fewer digits are a year, a price or a house number. */
const MIN_PHONE_DIGITS = 7;

/** The address itself, also as links write it; not as a part of a longer one. */
const emailPattern = (email: string): string =>
  `(?<![\\p{L}\\p{N}._%+-])${escaped(email).replace('@', '(?:@|%40)')}(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])`;

/** The same digits, however they are set apart. */
function phonePattern(phone: string): string | null {
  const digits = phone.replace(/\D/g, '');
  return digits.length < MIN_PHONE_DIGITS
    ? null
    : `(?<!\\p{N})\\+?${[...digits].join('[\\s().\\-/]*')}(?!\\p{N})`;
}

/** A name of several words: “Ann” alone is everybody’s. */
function namePattern(name: string): string | null {
  const words = name.trim().split(/\s+/);
  return words.length < 2 ? null : `(?<![\\p{L}\\p{N}])${words.map(escaped).join('\\s+')}(?![\\p{L}\\p{N}])`;
}

/** Finds one person in texts and documents and takes them out. */
export class Traces {
  readonly #who: RegExp;
  readonly #all: RegExp;
  readonly #find: RegExp;
  readonly #id: string | null;

  /**
   * @param id the customer's id in hex: a document that names it is about them
   * @param nameIsTheirs nobody else among the customers has the name, so it is taken out wherever it stands; else only
   *   where the document names them in another way too
   */
  constructor(
    { email, phone, name }: Person,
    { id, nameIsTheirs }: { id: string | null; nameIsTheirs: boolean },
  ) {
    const of = (...patterns: (string | null)[]) =>
      new RegExp(patterns.filter((p) => p !== null).join('|'), 'giu');
    const surely = [emailPattern(email), phone ? phonePattern(phone) : null];
    const byName = name ? namePattern(name) : null;
    this.#who = of(...surely);
    this.#all = of(...surely, byName);
    this.#find = nameIsTheirs ? this.#all : this.#who;
    this.#id = id;
  }

  /** Whether the text names them. */
  in(text: string): boolean {
    return text.search(this.#find) !== -1;
  }

  /** Whether the text is their address or telephone number and nothing else. */
  is(text: string): boolean {
    return text.trim().replace(this.#who, '') === '' && text.trim() !== '';
  }

  /** The text without them. */
  out(text: string): string {
    return text.replace(this.#all, REMOVED);
  }

  /** Whether a document is about them: by their id, address or telephone number, or by a name that is theirs alone. */
  inDocument(document: object): boolean {
    const text = JSON.stringify(document);
    return this.in(text) || (this.#id !== null && text.includes(this.#id));
  }

  /** A value of a document without them, or the same value when they are not in it. Only plain objects are looked into. */
  outOf<T>(value: T): T {
    return this.#strip(value) as T;
  }

  #strip(value: unknown): unknown {
    if (typeof value === 'string') return this.out(value);
    if (Array.isArray(value))
      return changed(
        value,
        value.map((item) => this.#strip(item)),
      );
    if (!isPlain(value)) return value;
    const entries = Object.entries(value);
    // A key may be an address too: what somebody counted by it.
    const stripped = entries.map(([key, item]) => [this.out(key), this.#strip(item)] as const);
    const same = stripped.every(([key, item], i) => key === entries[i]?.[0] && item === entries[i]?.[1]);
    return same ? value : Object.fromEntries(stripped);
  }

  /** The fields of a document that change when they are taken out of it. */
  changesOf(document: Record<string, unknown>): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(document).flatMap(([field, value]) => {
        const without = this.#strip(value);
        return without === value ? [] : [[field, without]];
      }),
    );
  }
}

const changed = <T>(before: readonly T[], after: readonly T[]): readonly T[] =>
  after.every((item, i) => item === before[i]) ? before : after;

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null);

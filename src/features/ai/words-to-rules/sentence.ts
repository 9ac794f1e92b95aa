import type { WordsContext } from '../words-context.ts';
import type { NameIndex } from './names.ts';
import { knownWords, type Phrases } from './phrases.ts';
import type { Token } from './tokens.ts';

/** Something read at a place: what it is, and the place after it. */
export interface Read<T> {
  value: T;
  end: number;
}

/** The words being read: tokens with the few questions that readers ask of them. Places are indexes of tokens. */
export class Sentence {
  readonly tokens: readonly Token[];
  readonly context: WordsContext;
  readonly names: NameIndex;
  private readonly source: string;
  private readonly remembered = new Map<string, Map<number, unknown>>();

  constructor(source: string, tokens: readonly Token[], context: WordsContext, names: NameIndex) {
    this.source = source;
    this.tokens = tokens;
    this.context = context;
    this.names = names;
  }

  get length(): number {
    return this.tokens.length;
  }

  /** The word at a place, or '' where there is none. */
  word(at: number): string {
    const token = this.tokens[at];
    return token && token.kind !== 'quote' && token.kind !== 'break' ? token.text : '';
  }

  /** Whether one of the words stands at a place. */
  is(at: number, ...words: string[]): boolean {
    const word = this.word(at);
    return word !== '' && words.includes(word);
  }

  /** The longest phrase of the table that starts at a place. */
  find<T>(at: number, table: Phrases<T>): Read<T> | null {
    const found = table
      .get(this.word(at))
      ?.find(({ words }) => words.every((word, i) => i === 0 || this.word(at + i) === word));
    return found ? { value: found.value, end: at + found.words.length } : null;
  }

  /** The first place from `at` on where no phrase of the table starts. */
  skip(at: number, table: Phrases<unknown>): number {
    let place = at;
    for (let found = this.find(place, table); found; found = this.find(place, table)) place = found.end;
    return place;
  }

  /** Whether the word at a place is one of ours, or part of a name. */
  knows(at: number): boolean {
    const word = this.word(at);
    return knownWords.has(word) || this.names.has(word);
  }

  /** The text from one place to another (exclusive), as it was written. */
  written(from: number, to: number): string {
    const first = this.tokens[from];
    const last = this.tokens[to - 1];
    return first && last ? this.source.slice(first.start, last.end) : '';
  }

  /** What `read` finds at a place, worked out once: readers ask for the same numbers and dates again and again. */
  once<T>(name: string, at: number, read: () => T): T {
    const places = this.remembered.get(name) ?? new Map<number, unknown>();
    this.remembered.set(name, places);
    if (!places.has(at)) places.set(at, read());
    return places.get(at) as T;
  }
}

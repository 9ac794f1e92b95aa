import type { RuleGroup } from '../audiences/rules.schema.ts';

/** A custom attribute that customers of the workspace have. */
export interface KnownAttribute {
  key: string;
  type: 'text' | 'number' | 'boolean' | 'date';
  /** Values in use, of a text attribute with few different ones. */
  values?: string[];
}

/** What the workspace has, so that words can be read as its own countries, cities, tags and attributes. */
export interface WordsContext {
  countries: string[];
  cities: string[];
  tags: string[];
  attributes: KnownAttribute[];
  /** The moment “in the last month”, “this year” and “since January” are read at. */
  now: Date;
}

/** An audience in words, read. */
export interface ReadWords {
  /** Passes `rulesSchema`. Without conditions when nothing could be read. */
  rules: RuleGroup;
  /** Parts of the words no rule stands for, as they were written. */
  unmapped: string[];
  /** What was taken as meant where the words leave it open, one sentence each: “Big spenders: total spend at least 500.” */
  assumptions: string[];
}

/** Reads an audience in words. Pure: the same words and context give the same answer. */
export type WordsToRules = (prompt: string, context: WordsContext) => ReadWords;

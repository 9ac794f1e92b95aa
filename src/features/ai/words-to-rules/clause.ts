import type { Node } from './nodes.ts';
import type { Period } from './period.ts';
import type { Sentence } from './sentence.ts';

/** What a clause is about; values of one kind that follow one another make a list. */
export type ClauseKind =
  | 'spend'
  | 'orders'
  | 'figure'
  | 'dates'
  | 'place'
  | 'tag'
  | 'contact'
  | 'attribute'
  | 'segment'
  | 'habit';

/** A condition read from words. */
export interface Clause {
  kind: ClauseKind;
  /** The place after the last word that belongs to it. */
  end: number;
  node: Node;
  /** The same condition in a time that is said later, or was said before. Only where none was read yet. */
  inPeriod?: (period: Period) => Node;
  /** The time it was read with, where it takes one. */
  period?: Period;
  /** Reads one more of the kind without its leading words: “… or Germany”, “… and under 200”. */
  again?: ClauseReader;
  /** “A and B” means either, since nobody can be both: countries, segments, values of one attribute. */
  exclusive?: boolean;
  /** Everybody but these: “country is not France or Spain”. The list that follows is read first. */
  denies?: boolean;
  /** What is denied after “but not”, where that is more than the condition: “3 orders but not in May” is none in May. */
  whenDenied?: Node;
  /** Understood, and nothing a rule can express: “last order over 100”. Reported whole. */
  inexpressible?: boolean;
  /** Says nothing unless a time is said for it: “signed up”, as everyone has. */
  incomplete?: boolean;
  /** A name without a verb (“VIPs”, “Germans”), which may stand in a list of who is left out. */
  noun?: boolean;
  /** What is bought may follow: unknown words after a denied one leave open what is denied. */
  takesObject?: boolean;
  /** What was taken as meant where the words leave it open. */
  assumptions?: string[];
}

/** Reads a clause that starts exactly at a place; null when none does. */
export type ClauseReader = (sentence: Sentence, at: number) => Clause | null;

import { readClause } from './clauses/all.ts';
import { purposeEnd } from './lead-in.ts';
import type { Node } from './nodes.ts';
import { phraseSet } from './phrases.ts';
import type { Sentence } from './sentence.ts';
import { exclusions, glue, joiners, negations, neutral, people, prepositions } from './vocabulary.ts';

/** What a stretch of words means, if anything, and where it ends. */
export interface Meaning {
  node: Node | null;
  end: number;
}

const polite = phraseSet('please|also|then');
/** A sentence on its way through the grammar: what was not understood, what was assumed, and how to move on. */
export class Scan {
  readonly sentence: Sentence;
  /** Places of words that mean something and became no rule. */
  readonly unknown = new Set<number>();
  readonly assumptions: string[] = [];
  /** How many brackets and denials deep the words being read are. */
  depth = 0;

  constructor(sentence: Sentence) {
    this.sentence = sentence;
  }

  markUnknown(from: number, to: number): void {
    for (let at = from; at < to; at += 1) this.unknown.add(at);
  }

  /** The place after “except”, “but leave out”, “, minus”, where one stands. */
  exclusionAt(at: number): number | null {
    const { sentence } = this;
    const direct = sentence.find(at, exclusions);
    if (direct) return direct.end;
    const joiner = sentence.find(at, joiners);
    return (joiner && sentence.find(sentence.skip(joiner.end, polite), exclusions)?.end) ?? null;
  }

  /** Whether a stop, a comma or a closing bracket stands there. */
  isBoundary(at: number): boolean {
    return this.sentence.tokens[at]?.kind === 'break' || this.sentence.is(at, ',', ':', ')', ']');
  }

  skipBreaks(at: number): number {
    const { sentence } = this;
    let place = at;
    while (sentence.tokens[place]?.kind === 'break' || sentence.is(place, ',', ':', '-', '*', '•'))
      place += 1;
    return place;
  }

  skipComma(at: number): number {
    return this.sentence.is(at, ',') ? at + 1 : at;
  }

  /** Past words that say nothing by themselves, up to where a clause, a bracket or a denial may start. */
  skipSmall(at: number): number {
    let place = at;
    for (let next = this.skipOne(place); next > place && !this.starts(place); next = this.skipOne(place))
      place = next;
    return place;
  }

  /** Past one phrase that says nothing by itself. */
  skipOne(at: number): number {
    const { sentence } = this;
    // “tagged neither a nor b”
    if (sentence.is(at + 1, 'neither')) return at + 1;
    const small =
      sentence.find(at, neutral) ??
      sentence.find(at, glue) ??
      sentence.find(at, people) ??
      sentence.find(at, prepositions);
    return purposeEnd(sentence, at) ?? small?.end ?? at;
  }

  private starts(at: number): boolean {
    const { sentence } = this;
    return (
      readClause(sentence, at) !== null || sentence.is(at, '(', '[') || sentence.find(at, negations) !== null
    );
  }

  /** Where the clause around a place ends: at a comma, a stop, a bracket or a word that joins. */
  clauseEnd(at: number): number {
    let end = at + 1;
    while (
      end < this.sentence.length &&
      !this.isBoundary(end) &&
      !this.sentence.is(end, '(') &&
      !this.sentence.find(end, joiners)
    )
      end += 1;
    return end;
  }
}

import { Chain } from './chain.ts';
import { readClause } from './clauses/all.ts';
import { type Joined, joinParts, type Part } from './commas.ts';
import type { Nested } from './conditions.ts';
import { and, type Node, not, or } from './nodes.ts';
import { phraseSet } from './phrases.ts';
import type { Meaning, Scan } from './scan.ts';
import { conditions, joiners, negations, people, relatives } from './vocabulary.ts';

const determiners = phraseSet('the|all|our|any|a|an|also|those|of|from|in');
const articles = phraseSet('the|our|also');

/**
 * How conditions are joined, from the loosest to the closest:
 * exclusions and conditions of the whole (“except …”, “as long as …”) › commas › “or” › “and”, “but” or nothing
 * (`chain.ts`) › denials and brackets (`conditions.ts`) › lists of values of one kind (`clause-lists.ts`).
 */
export class Grammar implements Nested {
  private readonly scan: Scan;

  constructor(scan: Scan) {
    this.scan = scan;
  }

  /** The whole request from a place on; null when none of it is a condition. */
  read(start: number): Node | null {
    const nodes: Node[] = [];
    for (let at = start; at < this.scan.sentence.length; ) {
      const part = this.whole(at);
      if (part.node) nodes.push(part.node);
      // A bracket that closes nothing.
      at = part.end > at ? part.end : at + 1;
    }
    return nodes.length > 0 ? and(...nodes) : null;
  }

  /** Everything up to a closing bracket or the end: parts, what is left out of them, and what holds in any case. */
  whole(start: number): Meaning {
    const { scan } = this;
    const { sentence } = scan;
    let whole: Node | null = null;
    const join = (node: Node | null) => {
      whole = node && whole ? and(whole, node) : (node ?? whole);
    };
    let at = start;
    while (at < sentence.length && !sentence.is(at, ')', ']')) {
      const place = scan.skipBreaks(at);
      const exclusion = scan.exclusionAt(place);
      if (exclusion === null) {
        const part = this.parts(sentence.find(place, conditions)?.end ?? place);
        join(part.node);
        at = part.end > at ? part.end : at + 1;
        continue;
      }
      const left = this.excluded(exclusion, place);
      join(left.node && not(left.node));
      at = left.end;
      // “VIPs except staff, or champions”
      const alternative = sentence.find(scan.skipComma(at), joiners);
      if (alternative?.value === 'or' && whole) {
        const rest = this.whole(alternative.end);
        whole = rest.node ? or(whole, rest.node) : whole;
        at = rest.end;
      }
    }
    return { node: whole, end: at };
  }

  /** Who is left out: names and people joined by “and” or “or” are all left out. */
  private excluded(start: number, from: number): Meaning {
    const { scan } = this;
    const nodes: Node[] = [];
    let at = start;
    for (;;) {
      const known = scan.unknown.size;
      const item = this.excludedItem(at);
      // “except VIPs who like cats”: without the cats, too many would be left out.
      if (scan.unknown.size > known) scan.markUnknown(nodes.length === 0 ? from : at, item.end);
      else if (item.node) nodes.push(item.node);
      at = item.end;
      const joiner = scan.sentence.find(scan.skipComma(at), joiners);
      if (!joiner && !scan.sentence.is(at, ',')) break;
      const next = joiner?.end ?? at + 1;
      if (joiner?.value === 'but' || scan.exclusionAt(at) !== null) break;
      if (joiner?.value !== 'or' && !this.startsNoun(next)) break;
      at = next;
    }
    if (nodes.length === 0) scan.markUnknown(from, Math.max(at, start));
    return { node: nodes.length > 0 ? or(...nodes) : null, end: at };
  }

  /** One of those left out, with what is said of them: “customers who ordered in May and spent over 10”. */
  private excludedItem(start: number): Meaning {
    const { scan } = this;
    const nodes: Node[] = [];
    for (let at = start; ; ) {
      const chain = new Chain(scan, this, true).read(at);
      if (chain.node) nodes.push(chain.node);
      const joiner = scan.sentence.find(chain.end, joiners);
      const more = joiner?.value === 'and' && !chain.nounOnly && this.saysMore(joiner.end);
      if (!joiner || !more) return { node: nodes.length > 0 ? and(...nodes) : null, end: chain.end };
      at = joiner.end;
    }
  }

  /** Whether something is said of the people before, rather than more people named. */
  private saysMore(at: number): boolean {
    const { sentence } = this.scan;
    const place = this.scan.skipSmall(at);
    const starts = readClause(sentence, place) !== null || sentence.find(place, negations) !== null;
    return starts && !this.startsNoun(at);
  }

  /** Whether a name or people follow, rather than something they do. */
  private startsNoun(at: number): boolean {
    const { sentence } = this.scan;
    const place = sentence.skip(at, determiners);
    if (sentence.find(sentence.skip(at, articles), people)) return true;
    if (sentence.is(place, 'who', 'that', 'which')) return false;
    return readClause(sentence, place)?.noun === true || readClause(sentence, at)?.noun === true;
  }

  /** Parts set apart by commas, up to a stop, an exclusion or a condition of the whole. */
  private parts(start: number): Meaning {
    const { scan } = this;
    const { sentence } = scan;
    const parts: Part[] = [];
    const joins: Joined[] = [];
    const endsAt = (at: number) => scan.exclusionAt(at) !== null || sentence.find(at, conditions) !== null;
    let at = start;
    for (;;) {
      const part = this.alternatives(at);
      parts.push(part);
      at = part.end;
      if (!sentence.is(at, ',')) break;
      const next = at + 1;
      const joiner = sentence.find(next, joiners);
      if (endsAt(next) || (joiner && endsAt(joiner.end))) break;
      const relative = sentence.find(next, relatives) !== null;
      joins.push(joiner ? (joiner.value === 'or' ? 'or' : 'and') : relative ? 'and' : ',');
      at = joiner?.end ?? next;
    }
    return { node: joinParts(parts, joins), end: at };
  }

  /** “A or B and C”: alternatives of chains. `inner` tells that an “or” joined them. */
  alternatives(start: number): Meaning & { inner: boolean } {
    const nodes: Node[] = [];
    let at = start;
    for (let count = 1; ; count += 1) {
      const chain = new Chain(this.scan, this, false).read(at);
      if (chain.node) nodes.push(chain.node);
      at = chain.end;
      const joiner = this.scan.sentence.find(at, joiners);
      if (joiner?.value !== 'or' || this.scan.exclusionAt(at) !== null)
        return { node: nodes.length > 0 ? or(...nodes) : null, end: at, inner: count > 1 };
      at = joiner.end;
    }
  }
}

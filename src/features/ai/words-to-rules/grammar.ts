import type { Clause } from './clause.ts';
import { readList } from './clause-lists.ts';
import { readClause } from './clauses/all.ts';
import { purposeEnd } from './lead-in.ts';
import { and, type Node, not, or } from './nodes.ts';
import { type Period, readPeriod } from './periods.ts';
import { phraseSet } from './phrases.ts';
import type { Sentence } from './sentence.ts';
import {
  conditions,
  exclusions,
  glue,
  joiners,
  negations,
  neutral,
  people,
  prepositions,
  relatives,
} from './vocabulary.ts';

/** What a stretch of words means, if anything, and where it ends. */
interface Meaning {
  node: Node | null;
  end: number;
}

const beforeObjects = phraseSet(
  'on',
  'for',
  'of',
  'a',
  'an',
  'some',
  'any',
  'our',
  'new',
  'the',
  'pair of',
  'in',
);

/** Brackets and denials nested deeper than this are not followed. */
const MAX_DEPTH = 12;

/**
 * From the loosest to the closest: exclusions and conditions (“except …”, “as long as …”), what commas set apart,
 * “or”, “and”, denials, and lists of values of one kind. Words that belong to nothing are kept in `unknown`.
 */
export class Grammar {
  /** Places of words that mean something and became no rule. */
  readonly unknown = new Set<number>();
  readonly assumptions: string[] = [];
  private readonly sentence: Sentence;
  private depth = 0;

  constructor(sentence: Sentence) {
    this.sentence = sentence;
  }

  /** The whole request. */
  read(start: number): Node | null {
    const nodes: Node[] = [];
    for (let at = start; at < this.sentence.length; ) {
      const part = this.readWhole(at);
      if (part.node) nodes.push(part.node);
      // A bracket that closes nothing.
      at = part.end > at ? part.end : at + 1;
    }
    return nodes.length > 0 ? and(...nodes) : null;
  }

  /** Everything up to a closing bracket or the end: parts, what is left out of them, and what holds in any case. */
  private readWhole(start: number): Meaning {
    let whole: Node | null = null;
    const join = (node: Node | null) => {
      whole = node && whole ? and(whole, node) : (node ?? whole);
    };
    let at = start;
    while (at < this.sentence.length && !this.sentence.is(at, ')', ']')) {
      const place = this.skipBreaks(at);
      const exclusion = this.exclusionAt(place);
      if (exclusion !== null) {
        const left = this.readExcluded(exclusion, place);
        join(left.node && not(left.node));
        at = left.end;
        const alternative = this.sentence.find(this.skipCommas(at), joiners);
        if (alternative?.value === 'or' && whole) {
          const rest = this.readWhole(alternative.end);
          whole = rest.node ? or(whole, rest.node) : whole;
          at = rest.end;
        }
        continue;
      }
      const condition = this.sentence.find(place, conditions);
      const part = this.readParts(condition?.end ?? place);
      join(part.node);
      at = part.end > at ? part.end : at + 1;
    }
    return { node: whole, end: at };
  }

  /** The place after “except”, “but leave out”, “, minus”, where one stands. */
  private exclusionAt(at: number): number | null {
    const direct = this.sentence.find(at, exclusions);
    if (direct) return direct.end;
    const joiner = this.sentence.find(at, joiners);
    return (
      (joiner &&
        this.sentence.find(this.sentence.skip(joiner.end, phraseSet('please', 'also', 'then')), exclusions)
          ?.end) ??
      null
    );
  }

  private skipBreaks(at: number): number {
    let place = at;
    while (this.sentence.tokens[place]?.kind === 'break' || this.sentence.is(place, ',', ':', '-', '*', '•'))
      place += 1;
    return place;
  }

  private skipCommas(at: number): number {
    return this.sentence.is(at, ',') ? at + 1 : at;
  }

  /** Who is left out: names and people joined by “and” or “or” are all left out. */
  private readExcluded(start: number, from: number): Meaning {
    const nodes: Node[] = [];
    let at = start;
    for (;;) {
      const item = this.readExcludedItem(at);
      if (item.node) nodes.push(item.node);
      at = item.end;
      const comma = this.sentence.is(at, ',');
      const joiner = this.sentence.find(comma ? at + 1 : at, joiners);
      if (!joiner && !comma) break;
      const next = joiner?.end ?? at + 1;
      if (joiner?.value === 'but' || this.exclusionAt(at) !== null) break;
      if (joiner?.value !== 'or' && !this.startsNoun(next)) break;
      at = next;
    }
    if (nodes.length === 0) this.markUnknown(from, Math.max(at, start));
    return { node: nodes.length > 0 ? or(...nodes) : null, end: at };
  }

  /** One of those left out, with what is said of them: “customers who ordered in May and spent over 10”. */
  private readExcludedItem(start: number): Meaning {
    const nodes: Node[] = [];
    let at = start;
    let end = start;
    for (;;) {
      const chain = this.readChain(at, true);
      if (chain.node) nodes.push(chain.node);
      end = chain.end;
      const joiner = this.sentence.find(end, joiners);
      const more =
        joiner?.value === 'and' &&
        !chain.nounOnly &&
        !this.startsNoun(joiner.end) &&
        this.startsClause(joiner.end);
      if (!joiner || !more) break;
      at = joiner.end;
    }
    return { node: nodes.length > 0 ? and(...nodes) : null, end };
  }

  /** Whether a name or people follow, rather than something they do. */
  private startsNoun(at: number): boolean {
    const { sentence } = this;
    const place = sentence.skip(
      at,
      phraseSet('the', 'all', 'our', 'any', 'a', 'an', 'also', 'those', 'of', 'from', 'in'),
    );
    if (sentence.find(sentence.skip(at, phraseSet('the', 'our', 'also')), people)) return true;
    if (sentence.is(place, 'who', 'that', 'which')) return false;
    return readClause(sentence, place)?.noun === true || readClause(sentence, at)?.noun === true;
  }

  private startsClause(at: number): boolean {
    const place = this.skipSmall(at);
    return readClause(this.sentence, place) !== null || this.sentence.find(place, negations) !== null;
  }

  /** Parts set apart by commas. In a list that ends in “or” the commas are “or”; otherwise they are “and”. */
  private readParts(start: number): Meaning {
    const { sentence } = this;
    const parts: { node: Node | null; inner: boolean }[] = [];
    const joins: ('and' | 'or' | ',')[] = [];
    let at = start;
    for (;;) {
      const part = this.readAlternatives(at);
      parts.push({ node: part.node, inner: part.inner });
      at = part.end;
      if (!sentence.is(at, ',')) break;
      const next = at + 1;
      if (this.exclusionAt(next) !== null || sentence.find(next, conditions)) break;
      const joiner = sentence.find(next, joiners);
      if (joiner && (this.exclusionAt(joiner.end) !== null || sentence.find(joiner.end, conditions))) break;
      const relative = sentence.find(next, relatives);
      joins.push(joiner ? (joiner.value === 'or' ? 'or' : 'and') : relative ? 'and' : ',');
      at = joiner?.end ?? next;
    }
    return { node: joinParts(parts, joins), end: at };
  }

  /** “A or B and C”: alternatives of chains. `inner` tells that an “or” joined them. */
  private readAlternatives(start: number): Meaning & { inner: boolean } {
    const nodes: Node[] = [];
    let at = start;
    let count = 0;
    for (;;) {
      const chain = this.readChain(at, false);
      count += 1;
      if (chain.node) nodes.push(chain.node);
      at = chain.end;
      const joiner = this.sentence.find(at, joiners);
      if (joiner?.value !== 'or' || this.exclusionAt(at) !== null) break;
      at = joiner.end;
    }
    return { node: nodes.length > 0 ? or(...nodes) : null, end: at, inner: count > 1 };
  }

  /**
   * Conditions that all hold, joined by “and”, “but” or nothing, up to “or”, a comma, a stop or a closing bracket.
   * A chain of who is left out also stops at “and”: what follows may be one more who is.
   */
  private readChain(start: number, excluded: boolean): Meaning & { nounOnly: boolean } {
    const { sentence } = this;
    const nodes: Node[] = [];
    let open: { clause: Clause; index: number; denied: boolean } | null = null;
    let early: { period: Period; from: number; to: number; used: boolean } | null = null;
    let nounOnly = true;
    let at = start;
    while (at < sentence.length) {
      if (early && nodes.length === 0 && sentence.is(at, ',')) at += 1;
      if (sentence.tokens[at]?.kind === 'break' || sentence.is(at, ',', ')', ']')) break;
      if (this.exclusionAt(at) !== null && at > start) break;
      if (sentence.find(at, conditions) && at > start) break;
      const object = open && this.objectAfter(open.clause, at);
      if (object) {
        this.markUnknown(at, object);
        at = object;
        continue;
      }
      const unary = this.readUnary(at, excluded);
      if (unary) {
        if (unary.node) {
          let { node } = unary;
          const { clause } = unary;
          if (clause && !clause.noun) nounOnly = false;
          if (early && clause?.inPeriod) {
            const placed = clause.inPeriod(early.period);
            node = unary.denied ? not(placed) : placed;
            if (!early.used) this.assumptions.push(...early.period.assumptions);
            // “in 2025 spent over 300 and ordered twice”: a time that comes first is that of all that follows.
            early.used = true;
          }
          nodes.push(node);
          open = clause ? { clause, index: nodes.length - 1, denied: unary.denied } : null;
        }
        at = unary.end;
        continue;
      }
      const period = readPeriod(sentence, at);
      if (period) {
        if (open?.clause.inPeriod) {
          const placed = open.clause.inPeriod(period.value);
          nodes[open.index] = open.denied ? not(placed) : placed;
          open = null;
          this.assumptions.push(...period.value.assumptions);
        } else if (early) this.markUnknown(at, period.end);
        else early = { period: period.value, from: at, to: period.end, used: false };
        at = period.end;
        continue;
      }
      const joiner = sentence.find(at, joiners);
      if (joiner) {
        if (joiner.value === 'or' || excluded) break;
        at = joiner.end;
        continue;
      }
      const next = this.skipOne(at);
      if (next > at) {
        at = next;
        continue;
      }
      this.markUnknown(at, at + 1);
      at += 1;
    }
    // A time that belongs to nothing.
    if (early && !early.used) this.markUnknown(early.from, early.to);
    return { node: nodes.length > 0 ? and(...nodes) : null, end: at, nounOnly };
  }

  /** A bracket, a denial, or a list of values of one kind; null where none of them stands. */
  private readUnary(
    at: number,
    excluded: boolean,
  ): { node: Node | null; end: number; clause: Clause | null; denied: boolean } | null {
    const { sentence } = this;
    if (this.depth < MAX_DEPTH && sentence.is(at, '(', '[')) {
      this.depth += 1;
      const inside = this.readWhole(at + 1);
      this.depth -= 1;
      return { node: inside.node, end: inside.end + 1, clause: null, denied: false };
    }
    if (sentence.is(at, 'either')) {
      const either = this.readEither(at + 1);
      if (either) return either;
    }
    if (sentence.is(at, 'neither')) return this.readNeither(at);
    const found = readClause(sentence, at);
    const denial = sentence.find(at, neutral) ? null : sentence.find(at, negations);
    if (denial && !(found && found.end > denial.end && !this.deniesMore(at, found.end, denial.end)))
      return this.readDenied(at, denial.end);
    if (!found) return null;
    const empty = found.incomplete && !this.periodFollows(found.end);
    if (empty || found.inexpressible) {
      if (found.inexpressible) this.markUnknown(at, found.end);
      return { node: null, end: found.end, clause: null, denied: false };
    }
    const clause = readList(sentence, found, excluded);
    this.assumptions.push(...(clause.assumptions ?? []));
    return { node: clause.node, end: clause.end, clause, denied: false };
  }

  /** “no orders under 10” is one clause; “no” before a longer one is a denial of that. */
  private deniesMore(at: number, end: number, denied: number): boolean {
    const inner = readClause(this.sentence, this.skipSmall(denied));
    return at < denied && inner !== null && inner.end > end;
  }

  private periodFollows(at: number): boolean {
    let place = at;
    for (let i = 0; i < 6; i += 1) {
      if (readPeriod(this.sentence, place)) return true;
      if (this.sentence.find(place, joiners) || this.sentence.tokens[place]?.kind === 'break') return false;
      place += 1;
    }
    return false;
  }

  /** “not …”: the clause, bracket or list that follows. What cannot be read whole is left unread whole. */
  private readDenied(
    at: number,
    start: number,
  ): { node: Node | null; end: number; clause: Clause | null; denied: boolean } {
    const place = this.skipSmall(start);
    if (this.depth < MAX_DEPTH) {
      this.depth += 1;
      const inner = this.readDeniedPart(place);
      this.depth -= 1;
      if (inner) return inner;
    }
    const end = this.clauseEnd(at);
    this.markUnknown(at, Math.max(end, start));
    return { node: null, end: Math.max(end, start), clause: null, denied: true };
  }

  private readDeniedPart(
    place: number,
  ): { node: Node | null; end: number; clause: Clause | null; denied: boolean } | null {
    const { sentence } = this;
    if (sentence.is(place, '(', '[') || sentence.find(place, negations)) {
      const inner = this.readUnary(place, false);
      return inner?.node ? { ...inner, node: not(inner.node), clause: null, denied: true } : null;
    }
    const found = readClause(sentence, place);
    if (!found || found.inexpressible || (found.incomplete && !this.periodFollows(found.end))) return null;
    const clause = readList(sentence, found, true);
    if (clause.takesObject && this.objectFollows(clause)) return null;
    this.assumptions.push(...(clause.assumptions ?? []));
    return { node: not(clause.node), end: clause.end, clause, denied: true };
  }

  /**
   * “bought shoes”, “spent 100 on shoes”: what was bought, though “shoes” alone would be the value of an attribute.
   * @returns the place after it, or null when none follows
   */
  private objectAfter(clause: Clause, at: number): number | null {
    const { sentence } = this;
    if (!clause.takesObject || at !== clause.end) return null;
    const place = sentence.skip(at, beforeObjects);
    const name = sentence.names.find('value', place, sentence) ?? sentence.names.find('tag', place, sentence);
    if (!name || sentence.find(name.end, people) || readPeriod(sentence, at)) return null;
    return name.end;
  }

  /** Words we do not know right after “haven't bought”: what was not bought is left open. */
  private objectFollows(clause: Clause): boolean {
    const { sentence } = this;
    const at = clause.end;
    if (this.objectAfter(clause, at)) return true;
    const place = sentence.skip(sentence.skip(at, glue), prepositions);
    const token = sentence.tokens[place];
    if (!token || token.kind === 'break' || token.kind === 'mark') return false;
    if (sentence.find(place, joiners) || sentence.find(place, relatives) || sentence.find(place, people))
      return false;
    if (this.exclusionAt(place) !== null || sentence.find(place, negations)) return false;
    return (
      readClause(sentence, place) === null &&
      readPeriod(sentence, place) === null &&
      readPeriod(sentence, at) === null &&
      readClause(sentence, at) === null
    );
  }

  /** Where the clause around a place ends: at a comma, a stop, a bracket or a word that joins. */
  private clauseEnd(at: number): number {
    let end = at + 1;
    while (
      end < this.sentence.length &&
      this.sentence.tokens[end]?.kind !== 'break' &&
      !this.sentence.is(end, ',', ')', '(', ']') &&
      !this.sentence.find(end, joiners)
    )
      end += 1;
    return end;
  }

  /** “either A or B”: where B ends, the alternatives end. */
  private readEither(
    at: number,
  ): { node: Node | null; end: number; clause: Clause | null; denied: boolean } | null {
    const read = this.readAlternatives(at);
    return read.node && read.inner ? { node: read.node, end: read.end, clause: null, denied: false } : null;
  }

  /** “neither A nor B”. */
  private readNeither(at: number): {
    node: Node | null;
    end: number;
    clause: Clause | null;
    denied: boolean;
  } {
    const nodes: Node[] = [];
    let end = at + 1;
    for (;;) {
      const place = this.skipSmall(end);
      const found = readClause(this.sentence, place);
      if (!found) break;
      const list = readList(this.sentence, found, true);
      this.assumptions.push(...(list.assumptions ?? []));
      nodes.push(list.node);
      end = list.end;
      const next = this.skipCommas(end);
      if (!this.sentence.is(next, 'nor', 'or')) break;
      end = next + 1;
    }
    if (nodes.length === 0) {
      end = this.clauseEnd(at);
      this.markUnknown(at, end);
      return { node: null, end, clause: null, denied: true };
    }
    return { node: not(or(...nodes)), end, clause: null, denied: true };
  }

  /** Past words that say nothing by themselves, up to where a clause, a bracket or a denial may start. */
  private skipSmall(at: number): number {
    let place = at;
    for (let next = this.skipOne(place); next > place && !this.starts(place); next = this.skipOne(place))
      place = next;
    return place;
  }

  private starts(at: number): boolean {
    const { sentence } = this;
    return (
      readClause(sentence, at) !== null || sentence.is(at, '(', '[') || sentence.find(at, negations) !== null
    );
  }

  private skipOne(at: number): number {
    const { sentence } = this;
    // “tagged neither a nor b”
    if (sentence.is(at + 1, 'neither')) return at + 1;
    return (
      purposeEnd(sentence, at) ??
      (
        sentence.find(at, neutral) ??
        sentence.find(at, glue) ??
        sentence.find(at, people) ??
        sentence.find(at, prepositions)
      )?.end ??
      at
    );
  }

  private markUnknown(from: number, to: number): void {
    for (let at = from; at < to; at += 1) this.unknown.add(at);
  }
}

function joinParts(
  parts: { node: Node | null; inner: boolean }[],
  joins: ('and' | 'or' | ',')[],
): Node | null {
  let kind: 'and' | 'or' | null = null;
  let group: Node[] = [];
  const first = parts[0];
  if (first?.node) group.push(first.node);
  for (const [i, joined] of joins.entries()) {
    const node = parts[i + 1]?.node;
    const meant = joined === ',' ? meaningOfComma(parts, joins, i) : joined;
    if (kind !== null && kind !== meant && group.length > 1)
      group = [kind === 'or' ? or(...group) : and(...group)];
    kind = meant;
    if (node) group.push(node);
  }
  if (group.length === 0) return null;
  return kind === 'or' ? or(...group) : and(...group);
}

/** A comma is what joins the end of its list: “A, B or C”, “A, B, and C”. */
function meaningOfComma(
  parts: { inner: boolean }[],
  joins: ('and' | 'or' | ',')[],
  at: number,
): 'and' | 'or' {
  const next = joins.slice(at).find((joined) => joined !== ',');
  if (next) return next;
  const last = parts.at(-1);
  const before = parts.slice(0, -1);
  return last?.inner && before.every((part) => !part.inner) ? 'or' : 'and';
}

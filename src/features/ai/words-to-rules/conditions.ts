import type { Clause } from './clause.ts';
import { readList } from './clause-lists.ts';
import { readClause } from './clauses/all.ts';
import { type Node, not, or } from './nodes.ts';
import { readPeriod } from './periods.ts';
import { phraseSet } from './phrases.ts';
import type { Meaning, Scan } from './scan.ts';
import { glue, joiners, negations, neutral, people, prepositions, relatives } from './vocabulary.ts';

/** One condition: a bracket, a denial, or a clause with the list it starts. */
export interface Condition extends Meaning {
  /** The clause, where a time said later may still belong to it. */
  clause: Clause | null;
  denied: boolean;
}

/** What the looser rules of the grammar read inside a condition. */
export interface Nested {
  /** Everything up to a closing bracket. */
  whole(at: number): Meaning;
  /** “A or B and C”; `inner` tells that there is an “or”. */
  alternatives(at: number): Meaning & { inner: boolean };
}

/** Brackets and denials nested deeper than this are not followed. */
const MAX_DEPTH = 12;

/**
 * The condition at a place; null where none stands.
 * @param excluded whether it tells who is left out: then “a and b” means all of a and all of b
 */
export function readCondition(scan: Scan, nested: Nested, at: number, excluded: boolean): Condition | null {
  const { sentence } = scan;
  if (sentence.is(at, '(', '[')) return readBracket(scan, nested, at);
  if (sentence.is(at, 'either')) {
    const either = nested.alternatives(at + 1);
    if (either.node && either.inner) return { ...plain(either.node, either.end) };
  }
  if (sentence.is(at, 'neither')) return readNeither(scan, at);
  const found = readClause(sentence, at);
  const denial = sentence.find(at, neutral) ? null : sentence.find(at, negations);
  if (denial && !(found && found.end > denial.end && !deniesMore(scan, found.end, denial.end)))
    return readDenied(scan, nested, at, denial.end);
  if (!found) return null;
  if (found.inexpressible) {
    scan.markUnknown(at, found.end);
    return plain(null, found.end);
  }
  // Everyone has signed up: a condition only with the time that may still come.
  if (found.incomplete) return { node: null, end: found.end, clause: found, denied: false };
  const clause = readList(sentence, found, excluded);
  scan.assumptions.push(...(clause.assumptions ?? []));
  return { node: clause.node, end: clause.end, clause, denied: false };
}

const plain = (node: Node | null, end: number, denied = false): Condition => ({
  node,
  end,
  clause: null,
  denied,
});

function readBracket(scan: Scan, nested: Nested, at: number): Condition | null {
  if (scan.depth >= MAX_DEPTH) return null;
  scan.depth += 1;
  const inside = nested.whole(at + 1);
  scan.depth -= 1;
  return plain(inside.node, inside.end + 1);
}

/** “no orders under 10” is one clause; “no” before a longer one is a denial of that. */
function deniesMore(scan: Scan, end: number, denied: number): boolean {
  const inner = readClause(scan.sentence, scan.skipSmall(denied));
  return inner !== null && inner.end > end;
}

/** “not …”: the clause, bracket or list that follows. What cannot be read whole is left unread whole. */
function readDenied(scan: Scan, nested: Nested, at: number, start: number): Condition {
  const known = scan.unknown.size;
  if (scan.depth < MAX_DEPTH) {
    scan.depth += 1;
    const inner = readDeniedPart(scan, nested, scan.skipSmall(start));
    scan.depth -= 1;
    // “not (VIP and fond of cats)”: without the cats, it would deny too much.
    if (inner && scan.unknown.size === known) return inner;
    if (inner) {
      scan.markUnknown(at, inner.end);
      return plain(null, inner.end, true);
    }
  }
  const end = Math.max(scan.clauseEnd(at), start);
  scan.markUnknown(at, end);
  return plain(null, end, true);
}

function readDeniedPart(scan: Scan, nested: Nested, place: number): Condition | null {
  const { sentence } = scan;
  if (sentence.is(place, '(', '[') || sentence.find(place, negations)) {
    const inner = readCondition(scan, nested, place, false);
    return inner?.node ? plain(not(inner.node), inner.end, true) : null;
  }
  const found = readClause(sentence, place);
  if (!found || found.inexpressible || found.incomplete) return null;
  const clause = readList(sentence, found, true);
  if (clause.takesObject && objectFollows(scan, clause)) return null;
  scan.assumptions.push(...(clause.assumptions ?? []));
  return { node: not(clause.node), end: clause.end, clause, denied: true };
}

/** “neither A nor B”. */
function readNeither(scan: Scan, at: number): Condition {
  const nodes: Node[] = [];
  let end = at + 1;
  for (;;) {
    const found = readClause(scan.sentence, scan.skipSmall(end));
    if (!found || found.inexpressible || found.incomplete) {
      // One of them could not be read, so none of them is.
      end = scan.clauseEnd(end);
      scan.markUnknown(at, end);
      return plain(null, end, true);
    }
    const list = readList(scan.sentence, found, true);
    scan.assumptions.push(...(list.assumptions ?? []));
    nodes.push(list.node);
    end = list.end;
    const next = scan.skipComma(scan.sentence.skip(end, people));
    if (!scan.sentence.is(next, 'nor', 'or')) return plain(not(or(...nodes)), end, true);
    end = next + 1;
  }
}

const beforeObjects = phraseSet('on|for|of|a|an|some|any|our|new|the|pair of|in');

/**
 * “bought shoes”, “spent 100 on shoes”: what was bought, though “shoes” alone would be the value of an attribute.
 * @returns the place after it, or null when none follows
 */
export function objectAfter({ sentence }: Scan, clause: Clause, at: number): number | null {
  if (!clause.takesObject || at !== clause.end) return null;
  const place = sentence.skip(at, beforeObjects);
  const name = sentence.names.find('value', place, sentence) ?? sentence.names.find('tag', place, sentence);
  if (!name || sentence.find(name.end, people) || readPeriod(sentence, at)) return null;
  return name.end;
}

/** Words we do not know right after “haven't bought”: what was not bought is left open. */
function objectFollows(scan: Scan, clause: Clause): boolean {
  const { sentence } = scan;
  const at = clause.end;
  if (objectAfter(scan, clause, at) !== null) return true;
  const place = sentence.skip(sentence.skip(at, glue), prepositions);
  const token = sentence.tokens[place];
  if (!token || token.kind === 'break' || token.kind === 'mark') return false;
  const goesOn = [relatives, people, negations].some((table) => sentence.find(place, table) !== null);
  if (sentence.find(place, joiners)) return false;
  if (goesOn || scan.exclusionAt(place) !== null) return false;
  return [at, place].every((i) => readClause(sentence, i) === null && readPeriod(sentence, i) === null);
}

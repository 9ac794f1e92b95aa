import type { Clause } from './clause.ts';
import { type Condition, type Nested, objectAfter, readCondition } from './conditions.ts';
import { and, type Node, not } from './nodes.ts';
import type { Period } from './period.ts';
import { readPeriod } from './periods.ts';
import type { Meaning, Scan } from './scan.ts';
import { conditions, joiners } from './vocabulary.ts';

/** A time said before what it is the time of. */
interface Early {
  period: Period;
  from: number;
  to: number;
  used: boolean;
}

/**
 * Reads conditions that all hold, joined by “and”, “but” or nothing, up to “or”, a comma, a stop or a closing bracket.
 * A chain of who is left out also stops at “and”: what follows may be one more who is.
 */
export class Chain {
  private readonly scan: Scan;
  private readonly nested: Nested;
  private readonly excluded: boolean;
  private readonly nodes: Node[] = [];
  /** The condition a time may still belong to, and its place among `nodes`. */
  private open: { clause: Clause; index: number; denied: boolean; from: number } | null = null;
  private early: Early | null = null;
  /** What joins the next condition to the one before. */
  private joined: 'and' | 'but' | 'or' | null = null;
  private nounOnly = true;

  constructor(scan: Scan, nested: Nested, excluded: boolean) {
    this.scan = scan;
    this.nested = nested;
    this.excluded = excluded;
  }

  /** `nounOnly`: nothing but names and people, no verb. */
  read(start: number): Meaning & { nounOnly: boolean } {
    const { scan } = this;
    let at = start;
    while (at < scan.sentence.length) {
      // “In 2025, …”
      if (this.early && this.nodes.length === 0) at = scan.skipComma(at);
      if (scan.isBoundary(at)) break;
      if (at > start && (scan.exclusionAt(at) !== null || scan.sentence.find(at, conditions))) break;
      const next = this.step(at);
      if (next === null) break;
      at = next;
    }
    // A time that belongs to nothing.
    if (this.early && !this.early.used) scan.markUnknown(this.early.from, this.early.to);
    return { node: this.nodes.length > 0 ? and(...this.nodes) : null, end: at, nounOnly: this.nounOnly };
  }

  /** @returns the place to go on at, or null where the chain ends */
  private step(at: number): number | null {
    const { scan } = this;
    const object = this.open && objectAfter(scan, this.open.clause, at);
    if (object) {
      scan.markUnknown(at, object);
      return object;
    }
    const condition = readCondition(scan, this.nested, at, this.excluded);
    if (condition) {
      this.add(condition, at);
      return condition.end;
    }
    const period = readPeriod(scan.sentence, at);
    if (period) {
      this.place(period.value, at, period.end);
      return period.end;
    }
    const joiner = scan.sentence.find(at, joiners);
    if (joiner) {
      this.joined = joiner.value;
      return joiner.value === 'or' || this.excluded ? null : joiner.end;
    }
    const next = scan.skipOne(at);
    if (next > at) return next;
    scan.markUnknown(at, at + 1);
    return at + 1;
  }

  private add({ node, clause, denied }: Condition, from: number): void {
    if (clause && !denied && this.joined === 'and') this.noteTime(clause, from);
    this.joined = null;
    if (clause && !clause.noun) this.nounOnly = false;
    const { early } = this;
    if (early && clause?.inPeriod) {
      const placed = clause.inPeriod(early.period);
      if (!early.used) this.scan.assumptions.push(...early.period.assumptions);
      // “in 2025 spent over 300 and ordered twice”: a time that comes first is that of all that follows.
      early.used = true;
      this.nodes.push(denied ? not(placed) : placed);
      this.open = null;
    } else {
      if (node) this.nodes.push(node);
      const index = node ? this.nodes.length - 1 : this.nodes.length;
      this.open = clause ? { clause, index, denied, from } : null;
    }
  }

  /** “ordered twice and spent 50 in May”: the time could be meant for both. */
  private noteTime(clause: Clause, from: number): void {
    const { open, scan } = this;
    const timed = (kind: Clause['kind']) => kind === 'orders' || kind === 'spend' || kind === 'figure';
    if (
      !open?.clause.inPeriod ||
      clause.inPeriod ||
      this.early ||
      !timed(clause.kind) ||
      !timed(open.clause.kind)
    )
      return;
    const [before, words] = [
      scan.sentence.written(open.from, open.clause.end),
      scan.sentence.written(from, clause.end),
    ];
    scan.assumptions.push(`The time in “${words}” was read as not meant for “${before}”.`);
  }

  /** A time by itself is that of the condition before it, or else of those to come. */
  private place(period: Period, from: number, to: number): void {
    const { open, scan } = this;
    if (open?.clause.inPeriod) {
      const placed = open.clause.inPeriod(period);
      this.nodes[open.index] = open.denied ? not(placed) : placed;
      this.open = null;
      scan.assumptions.push(...period.assumptions);
    } else if (this.early) scan.markUnknown(from, to);
    else this.early = { period, from, to, used: false };
  }
}

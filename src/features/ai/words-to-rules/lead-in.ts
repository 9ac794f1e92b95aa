import { readClause } from './clauses/all.ts';
import type { Sentence } from './sentence.ts';
import { joiners, negations, people, purposes, wishes } from './vocabulary.ts';

/**
 * Where the description begins: past a title (“win-back:”) and what someone wants done (“Hi! We're planning a spring
 * campaign and I'd love to reach …”). Words between the wish and the people stay, for they may describe them.
 */
export function leadInEnd(sentence: Sentence): number {
  let start = 0;
  for (let at = 0; at < Math.min(sentence.length, 12); at += 1)
    if (sentence.is(at, ':') && saysNothing(sentence, 0, at)) start = at + 1;
  for (let at = start; at < sentence.length; at += 1) {
    if (readClause(sentence, at)) break;
    const wish = sentence.find(at, wishes) ?? sentence.find(at, purposes);
    if (!wish) {
      if (sentence.find(at, people) || sentence.find(at, negations)) break;
      continue;
    }
    if (saysNothing(sentence, start, at)) start = wish.end;
    at = wish.end - 1;
  }
  return start;
}

/** No condition and no denial between two places. */
function saysNothing(sentence: Sentence, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (sentence.find(at, negations)) return false;
    const clause = readClause(sentence, at);
    if (clause && clause.end <= to) return false;
    if (sentence.find(at, joiners)?.value === 'or') return false;
  }
  return true;
}

import type { Sentence } from './sentence.ts';
import { glue, people, prepositions } from './vocabulary.ts';

/** Words that mean nothing on their own, left over at the edges of what was understood. */
const idle = /^[^\p{L}\p{N}]*$/u;

/** “near a store” rather than “store”. */
function withPreposition(sentence: Sentence, at: number): number {
  let from = at;
  for (let i = at - 1; i >= 0 && i >= at - 3; i -= 1) {
    if (sentence.find(i, prepositions)) from = i;
    else if (!sentence.is(i, 'a', 'an', 'the', 'their', 'our', 'my')) break;
  }
  return from;
}

/** The words left over, those side by side together, as they were written. */
export function unmappedSpans(sentence: Sentence, unknown: ReadonlySet<number>): string[] {
  const spans: [number, number][] = [];
  for (const at of [...unknown].sort((a, b) => a - b)) {
    if (idle.test(sentence.tokens[at]?.text ?? '')) continue;
    const last = spans.at(-1);
    const between = last ? Array.from({ length: at - last[1] }, (_, i) => (last?.[1] ?? 0) + i) : [];
    const small = (i: number) =>
      sentence.find(i, glue) ?? sentence.find(i, people) ?? sentence.find(i, prepositions);
    if (last && between.every((i) => unknown.has(i) || small(i) !== null)) last[1] = at + 1;
    else spans.push([withPreposition(sentence, at), at + 1]);
  }
  return spans.map(([from, to]) => sentence.written(from, to));
}

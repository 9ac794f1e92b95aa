import { readClause } from './clauses/all.ts';
import { phraseSet } from './phrases.ts';
import type { Sentence } from './sentence.ts';
import {
  exclusions,
  glue,
  joiners,
  negations,
  people,
  prepositions,
  purposes,
  wishes,
} from './vocabulary.ts';

/** A title is of a few words: “Early access for our best: …”. */
const TITLE_WORDS = 12;
/** “for our big spring and summer sale” */
const PURPOSE_WORDS = 7;

/**
 * Where the description begins: past a title (“win-back:”) and what someone wants done (“Hi! We're planning a spring
 * campaign and I'd love to reach …”). Words before a wish are passed over only when people follow it, and words
 * between the wish and the people stay, for they may describe them.
 */
export function leadInEnd(sentence: Sentence): number {
  let start = 0;
  let given = false;
  for (let at = 0; at < Math.min(sentence.length, TITLE_WORDS); at += 1)
    if (sentence.is(at, ':') && saysNothing(sentence, 0, at)) start = at + 1;
  for (let at = start; at < sentence.length; at += 1) {
    if (readClause(sentence, at)) break;
    const wish = sentence.find(at, wishes) ?? sentence.find(at, purposes);
    if (!wish) {
      // “offer free delivery to lapsed customers”
      if (
        given &&
        sentence.is(at, 'to', 'with') &&
        peopleFollow(sentence, at + 1) &&
        saysNothing(sentence, start, at)
      )
        start = at + 1;
      if ([people, negations, exclusions].some((table) => sentence.find(at, table))) break;
      continue;
    }
    given ||= sentence.find(at, giving) !== null;
    const plain = onlySmall(sentence, start, at) || peopleFollow(sentence, wish.end);
    if (plain && saysNothing(sentence, start, at)) start = wish.end;
    at = wish.end - 1;
  }
  return start;
}

/** “for our spring campaign”: what the audience is for, and nothing about who is in it. */
export function purposeEnd(sentence: Sentence, at: number): number | null {
  if (!sentence.is(at, 'for')) return null;
  for (let place = at + 1; place < Math.min(sentence.length, at + PURPOSE_WORDS); place += 1) {
    const purpose = sentence.find(place, purposes);
    if (purpose && place > at + 1) return purpose.end;
    const token = sentence.tokens[place];
    if (token?.kind === 'break' || token?.kind === 'mark' || sentence.find(place, negations)) return null;
  }
  return null;
}

function onlySmall(sentence: Sentence, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1)
    if (
      !sentence.find(at, glue) &&
      !sentence.find(at, prepositions) &&
      !sentence.find(at, joiners) &&
      !/^[^\p{L}\p{N}]*$/u.test(sentence.tokens[at]?.text ?? '')
    )
      return false;
  return true;
}

const giving = phraseSet(`
  send|offer|give|announce|promote|sell|pitch|show|email|mail|share|share with|offer to|launch|
  launching|reward|advertise`);
const between = phraseSet(`
  a|an|the|all|our|to|out|,|only|just|those|of|for|with|at|them|:|list of|some|any|everyone|about|
  and|we|i|would|like|want|is`);

/** Whether people, or a name for some, follow a wish: “… love to reach all our VIPs”. */
function peopleFollow(sentence: Sentence, at: number): boolean {
  let place = at;
  for (let next = at; next >= place; ) {
    place = next;
    if (sentence.find(place, people) || readClause(sentence, place)?.noun) return true;
    next = sentence.find(place, wishes)?.end ?? sentence.skip(place, between);
    if (next === place) return false;
  }
  return false;
}

/** No condition and no denial between two places. */
function saysNothing(sentence: Sentence, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (sentence.find(at, negations) || sentence.find(at, exclusions)) return false;
    if (readClause(sentence, at)) return false;
    if (sentence.find(at, joiners)?.value === 'or') return false;
  }
  return true;
}

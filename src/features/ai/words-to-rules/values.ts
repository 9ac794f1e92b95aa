import { phraseSet, phrases } from './phrases.ts';
import type { Read, Sentence } from './sentence.ts';
import { glue, joiners, people } from './vocabulary.ts';

// Texts that stand in a request as values, and whether a field has any.

/** “is missing”, “unknown” and “on file” after the name of a field. */
const presence = phrases<'null' | 'notNull'>({
  'missing|unknown|empty|blank|not set|not known|not given|not present|not filled in|absent|not on file|not available|not recorded|unset|null|undefined|not specified|not provided':
    'null',
  'on file|on record|known|set|present|given|listed|recorded|filled in|available|saved|stored|provided|not missing|not empty|not blank|not unknown|specified|registered|at all|is set|on their profile|on their account|in the system':
    'notNull',
});
const links = phraseSet('is|are|was|has been|field|number is|number|value|that is|address');

export function readPresence(sentence: Sentence, at: number): Read<'null' | 'notNull'> | null {
  return sentence.find(at, presence) ?? sentence.find(sentence.skip(at, links), presence);
}

export type TextOperator = '=' | '!=' | 'contains' | 'doesNotContain' | 'beginsWith' | 'endsWith';
const textOperators = phrases<TextOperator>({
  'is not|are not|!=|<>|≠|not|does not equal|is not equal to|other than|is anything but': '!=',
  'is|=|==|:|equals|equal to|is equal to|are|of|being|is set to|set to|is exactly|was|matches': '=',
  'contains|contain|containing|includes|include|including|has|with|that contains|which contains|having|that contain|like':
    'contains',
  'does not contain|do not contain|not containing|does not include|without|not including|not contains':
    'doesNotContain',
  'starts with|start with|starting with|begins with|begin with|beginning with|starting|that starts with|beginning|that start with|that begins with|starts|begins':
    'beginsWith',
  'ends with|end with|ending with|ending in|ends in|end in|ending|ends on|that ends with|that end with|that ends in|finishing with|that end in|ends':
    'endsWith',
});

/** “starts with”, “is not”; of a bare value nothing. */
export const readTextOperator = (sentence: Sentence, at: number): Read<TextOperator> | null => {
  const place = sentence.is(at, 'that', 'which') ? at + 1 : at;
  const longerForm = sentence.is(place, 'is', 'are') ? sentence.find(place + 1, textOperators) : null;
  const plain = sentence.find(at, textOperators);
  return longerForm && longerForm.value !== '=' && (!plain || longerForm.end > plain.end)
    ? longerForm
    : plain;
};

/** A text as it was written: in quotes, an address, or one word; `capitals` goes on over words in capitals. */
export function readText(sentence: Sentence, at: number, capitals = false): Read<string> | null {
  const token = sentence.tokens[at];
  if (!token || token.kind === 'break') return null;
  if (token.kind === 'quote') return token.text ? { value: token.text, end: at + 1 } : null;
  if (token.kind === 'mark') return null;
  if (
    sentence.find(at, joiners) ||
    (!token.capital && (sentence.find(at, glue) || sentence.find(at, people)))
  )
    return null;
  let end = at + 1;
  if (capitals && token.capital)
    while (
      sentence.tokens[end]?.kind === 'word' &&
      sentence.tokens[end]?.capital &&
      !sentence.find(end, joiners)
    )
      end += 1;
  return { value: sentence.written(at, end), end };
}

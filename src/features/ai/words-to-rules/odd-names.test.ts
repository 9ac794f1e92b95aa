import { expect, it } from 'vitest';
import type { WordsContext } from '../words-context.ts';
import { inShort } from './testing/it-reads.ts';
import { wordsToRules } from './words-to-rules.ts';

// A workspace may call its tags, cities and attributes as it likes.
const odd: WordsContext = {
  countries: ['GB', 'FR', 'U.S.A.', 'Unspecified'],
  cities: ['Nice', 'Of', 'Köln', "L'Aquila", 'Stoke-on-Trent'],
  tags: ['customer', 'the', 'new', '$where', 'C++', 'a|b', '(x', 'and', '50% off', '日本'],
  attributes: [
    { key: 'type', type: 'text', values: ['all', 'a', 'retail', 'no'] },
    { key: 'country', type: 'text', values: ['north'] },
    { key: 'constructor name', type: 'number' },
    { key: 'Größe (cm)', type: 'number' },
  ],
  now: new Date('2026-05-19T15:30:00Z'),
};

it.each([
  ['all the customers and new customers', 'firstOrderAt inLast 30 day'],
  ['customers of a shop', ''],
  ['tagged new', 'tags = new'],
  ['tagged the', 'tags = the'],
  ['tagged "C++"', 'tags = C++'],
  ['tagged "$where"', 'tags = $where'],
  ['50% off customers', 'tags = 50% off'],
  ['日本', 'tags = 日本'],
  ['from the UK or France', 'country in GB, FR'],
  ['Americans', 'country = U.S.A.'],
  ['in Nice', 'city = Nice'],
  ['nice customers', ''],
  ['in koln', 'city = Köln'],
  ["people in L'Aquila or Stoke on Trent", "city in L'Aquila, Stoke-on-Trent"],
  ['type is retail', 'attributes.type = retail'],
  ['retail customers', 'attributes.type = retail'],
  ['country is France', 'country = FR'],
  ['constructor name over 5', 'attributes.constructor name > 5'],
  ['größe (cm) over 170', 'attributes.Größe (cm) > 170'],
  ['groesse over 170', ''],
])('in a workspace with odd names: %s', (words, rules) => {
  expect(inShort(wordsToRules(words, odd).rules)).toBe(rules);
});

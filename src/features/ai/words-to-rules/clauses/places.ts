import type { Clause, ClauseReader } from '../clause.ts';
import type { Name } from '../names.ts';
import { type Node, rule } from '../nodes.ts';
import { phraseSet, phrases } from '../phrases.ts';
import type { Read, Sentence } from '../sentence.ts';
import { readPresence, readText } from '../values.ts';
import { isSmallWord } from '../vocabulary.ts';

// Where somebody is: countries and cities of the workspace by any of their names.

type Place = Extract<Name, { kind: 'place' }>;

const leads = phraseSet(`
  from|in|at|of|inside|within|across|to|live in|lives in|living in|based in|located in|
  based out of|resident in|residing in|reside in|resides in|come from|comes from|coming from|
  hail from|ship to|shipping to|that are from|who are from|who are in|out of|be in|be from|is|are|
  in the city of|city of|ordering from|buying from|anywhere in|somewhere in|all over|
  are in|are from|both|either|those in|those from|people in|people from|throughout`);
/** After these a name written in capitals is a place, known or not. */
const places = phraseSet(
  'from|in|inside|within|across|based in|located in|living in|live in|lives in|come from|resident in',
);
const fields = phrases<'country' | 'city'>({
  'country|countries|nation|nationality|market|home country|country code|billing country|shipping country':
    'country',
  'city|cities|town|home town|hometown': 'city',
});
const equals = phraseSet('is|=|==|:|are|in|equals|one of|is in|is one of|equal to|either|being|of|any of');
const differs = phraseSet(`
  is not|not|!=|<>|≠|not in|is not in|other than|is other than|is anything but|not equal to|
  not one of|is not one of`);
const small = phraseSet('the|a|an|city of|of|our|country of|both|either');

export const readPlace: ClauseReader = (sentence, at) => {
  const field = sentence.find(sentence.is(at, 'the', 'their', 'whose', 'a') ? at + 1 : at, fields);
  if (field) return readField(sentence, field, at);
  const start = sentence.skip(at, leads);
  const place = find(sentence, sentence.skip(start, small), start > at && sentence.skip(at, places) > at);
  return place && { ...clause(sentence, place, at), ...(start === at ? { noun: true } : {}) };
};

/** “country is France”, “no city on file”, “city: Paris”. */
function readField(sentence: Sentence, field: Read<'country' | 'city'>, at: number): Clause | null {
  const denied = sentence.find(field.end, differs);
  const start = denied?.end ?? sentence.skip(field.end, equals);
  const place = find(sentence, sentence.skip(start, small), false);
  if (place) return { ...clause(sentence, place, at), ...(denied ? { denies: true } : {}) };
  const known = readPresence(sentence, field.end);
  if (known) return { kind: 'contact', end: known.end, node: rule(field.value, known.value, null) };
  const text = start > field.end ? readText(sentence, start, true) : null;
  if (text) {
    return {
      kind: 'place',
      end: text.end,
      node: rule(field.value, '=', text.value),
      ...(denied ? { denies: true } : {}),
      exclusive: true,
      again: (s, next) => another(s, next, field.value),
    };
  }
  // “without a country”, “with a city”
  return sentence.is(at - 1, 'with', 'without', 'no', 'have', 'has', 'a') || sentence.is(at, 'a')
    ? { kind: 'contact', end: field.end, node: rule(field.value, 'notNull', null) }
    : null;
}

function another(sentence: Sentence, at: number, field: 'country' | 'city'): Clause | null {
  const place = find(sentence, sentence.skip(at, small), false);
  if (place) return clause(sentence, place, at);
  const text =
    sentence.tokens[at]?.capital || sentence.tokens[at]?.kind === 'quote'
      ? readText(sentence, at, true)
      : null;
  return text && { kind: 'place', end: text.end, node: rule(field, '=', text.value), exclusive: true };
}

/** A place by a name we know, or where a place must stand by any name in capitals. */
function find(sentence: Sentence, at: number, expected: boolean): Read<Place> | null {
  const named = sentence.names.find('place', at, sentence);
  const capital = sentence.tokens[at]?.capital === true;
  if (named && named.end === at + 1 && !expected && !capital && isSmallWord(sentence, at)) return null;
  if (named && (named.value.note !== 'unknown' || capital || expected))
    return usable(sentence, named, at, expected) ? named : null;
  const quoted =
    sentence.tokens[at]?.kind === 'quote' ? sentence.names.place(sentence.tokens[at]?.text ?? '') : null;
  if (quoted) return { value: quoted, end: at + 1 };
  if (!expected || !capital || !/^\p{Lu}/u.test(sentence.written(at, at + 1)) || sentence.knows(at))
    return null;
  const text = readText(sentence, at, true);
  return (
    text && {
      value: { kind: 'place', field: 'country', values: [text.value], note: 'unknown' },
      end: text.end,
    }
  );
}

/** “us” is a country in capitals, after “the” or before people; otherwise it is we. */
function usable(sentence: Sentence, named: Read<Place>, at: number, expected: boolean): boolean {
  if (named.end > at + 1) return true;
  const written = sentence.written(at, named.end);
  if (sentence.is(at, 'us'))
    return (
      /^U\.?S/.test(written) ||
      sentence.is(at - 1, 'the', 'in') ||
      sentence.is(
        at + 1,
        'customers',
        'shoppers',
        'buyers',
        'people',
        'based',
        'clients',
        'users',
        'residents',
        'orders',
        'folks',
      )
    );
  if (
    sentence.is(
      at,
      'pole',
      'poles',
      'turkey',
      'polish',
      'oz',
      'roma',
      'hamburger',
      'hamburgers',
      'roman',
      'kiwi',
      'kiwis',
      'swede',
      'swedes',
      'brummie',
      'florentine',
      'scot',
      'finn',
      'dane',
    )
  )
    return expected || sentence.tokens[at]?.capital === true;
  // Cities that are everyday words: Nice, Bath, Reading.
  if (named.value.field === 'city' && everydayCities.has(sentence.word(at)))
    return expected || sentence.tokens[at]?.capital === true;
  return true;
}

function clause(sentence: Sentence, { value, end }: Read<Place>, at: number): Clause {
  const { field, values, note } = value;
  const [only] = values;
  const node: Node =
    values.length === 1 && only !== undefined ? rule(field, '=', only) : rule(field, 'in', [...values]);
  const words = sentence.written(sentence.skip(sentence.skip(at, leads), small), end);
  const assumption =
    note === 'unknown'
      ? `“${values.join(', ')}” is none of the countries in use.`
      : note === 'part' || note === 'region'
        ? `“${words}” was read as ${values.join(', ')}.`
        : undefined;
  return {
    kind: 'place',
    end,
    node,
    exclusive: true,
    again: (s, next) => {
      const start = s.skip(next, leads);
      const place = find(s, s.skip(start, small), start > next);
      return place && clause(s, place, next);
    },
    ...(assumption ? { assumptions: [assumption] } : {}),
  };
}

const everydayCities = new Set(
  'nice bath reading mobile orange split cork deal sandwich hull wells rugby buffalo phoenix sale bury battle eye hope barking most date stone street march male bor of young boston essen tours angers worms'.split(
    ' ',
  ),
);

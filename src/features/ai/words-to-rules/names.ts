import type { KnownAttribute, WordsContext } from '../words-context.ts';
import {
  cityNicknames,
  countryCode,
  countryName,
  countryNames,
  partsOfCountries,
  regions,
} from './countries.ts';
import { british } from './spelling.ts';
import { plain, wordsOf } from './tokens.ts';

/** What a name of the workspace, or of the world, stands for. */
export type Name =
  | { kind: 'place'; field: 'country' | 'city'; values: string[]; note?: 'unknown' | 'part' | 'region' }
  | { kind: 'tag'; tag: string }
  | { kind: 'attribute'; attribute: KnownAttribute }
  | { kind: 'value'; attribute: KnownAttribute; value: string };

interface Entry {
  name: Name;
  /** Counts only where it is written in capitals: FR, DE, US. */
  capitals: boolean;
}

/** What is read from: the words at a place, and how they were written. */
interface Words {
  word(at: number): string;
  written(from: number, to: number): string;
}

/** The names that may occur in a text. Finding the longest takes one look-up for each number of words a name may have. */
export class NameIndex {
  private readonly byPhrase = new Map<string, Entry[]>();
  /** The most words of a name that starts with a word. */
  private readonly longest = new Map<string, number>();
  private readonly own = new Set<string>();

  constructor(context: WordsContext) {
    this.addPlaces(context.countries, context.cities);
    for (const tag of context.tags) this.addForms(wordsOf(tag), { kind: 'tag', tag });
    for (const attribute of context.attributes) this.addAttribute(attribute);
  }

  /** The longest name of a kind whose words start at a place. */
  find<K extends Name['kind']>(
    kind: K,
    at: number,
    sentence: Words,
  ): { value: Extract<Name, { kind: K }>; end: number } | null {
    const most = this.longest.get(sentence.word(at)) ?? 0;
    for (let count = most; count > 0; count -= 1) {
      const end = at + count;
      const phrase = Array.from({ length: count }, (_, i) => sentence.word(at + i)).join(' ');
      const entry = this.byPhrase
        .get(phrase)
        ?.find(
          ({ name, capitals }) =>
            name.kind === kind && (!capitals || /^[\p{Lu}.]+$/u.test(sentence.written(at, end))),
        );
      if (entry) return { value: entry.name as Extract<Name, { kind: K }>, end };
    }
    return null;
  }

  /** The place a text names as a whole. */
  place(text: string): Extract<Name, { kind: 'place' }> | null {
    const entries = this.byPhrase.get(wordsOf(text).map(british).join(' '));
    const name = entries?.find((entry) => entry.name.kind === 'place')?.name;
    return name?.kind === 'place' ? name : null;
  }

  /** The words of the workspace's own names, for the spelling correction. */
  get ownWords(): ReadonlySet<string> {
    return this.own;
  }

  /** Whether a name starts with a word. */
  has(word: string): boolean {
    return this.longest.has(word);
  }

  /** @returns whether the name was not there yet */
  private add(words: string[], name: Name, capitals = false): boolean {
    const spelled = words.map(british);
    const [first] = spelled;
    if (!first) return false;
    const phrase = spelled.join(' ');
    const entries = this.byPhrase.get(phrase) ?? [];
    // What was added first counts: the workspace's own countries and cities before the rest of the world.
    if (entries.some((entry) => entry.name.kind === name.kind && entry.capitals === capitals)) return false;
    entries.push({ name, capitals });
    this.byPhrase.set(phrase, entries);
    this.longest.set(first, Math.max(this.longest.get(first) ?? 0, spelled.length));
    if (name.kind !== 'place' || !name.note) for (const word of spelled) this.own.add(word);
    return true;
  }

  /** A name as it stands, and with its last word in the plural or singular. */
  private addForms(words: string[], name: Name): void {
    this.add(words, name);
    const last = words.at(-1) ?? '';
    const head = words.slice(0, -1);
    if (last.length < 2) return;
    const plural = /[^aeiou]y$/.test(last)
      ? `${last.slice(0, -1)}ies`
      : /(?:s|x|ch|sh)$/.test(last)
        ? `${last}es`
        : `${last}s`;
    this.add([...head, plural], name);
    if (/[^s]s$/.test(last) && last.length > 3) this.add([...head, last.slice(0, -1)], name);
  }

  private addPlaces(countries: readonly string[], cities: readonly string[]): void {
    const spellings = new Map<string, string[]>();
    for (const country of countries) {
      this.add(wordsOf(country), { kind: 'place', field: 'country', values: [country] });
      const code = countryCode(country);
      if (code) spellings.set(code, [...(spellings.get(code) ?? []), country]);
    }
    for (const city of cities) {
      const name: Name = { kind: 'place', field: 'city', values: [city] };
      const words = wordsOf(city);
      this.add(words, name);
      for (const other of nicknames.get(plain(city)) ?? [])
        this.add(other.split(' '), name, other.length <= 2);
      for (const ending of ['er', 'ers', 'ian', 'ians', 'ite', 'ites'])
        this.add([...words.slice(0, -1), `${words.at(-1) ?? ''}${ending}`], name);
    }
    for (const [code, forms] of world) {
      const values = spellings.get(code);
      for (const { words, part, capitals } of forms) {
        const note = !values ? 'unknown' : part ? 'part' : undefined;
        const named = values ?? [countryName(code)];
        this.add(
          words,
          { kind: 'place', field: 'country', values: named, ...(note ? { note } : {}) },
          capitals,
        );
      }
    }
    for (const [word, codes] of Object.entries(regions)) {
      const values = codes.split(' ').flatMap((code) => spellings.get(code) ?? []);
      const inAll =
        codes.split(' ').length > 3 || values.length > 0 ? values : codes.split(' ').map(countryName);
      this.add(word.split('_'), {
        kind: 'place',
        field: 'country',
        values: inAll.length > 0 ? inAll : [word],
        note: 'region',
      });
    }
  }

  private addAttribute(attribute: KnownAttribute): void {
    const { key } = attribute;
    const apart = key.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/[_-]+/g, ' ');
    for (const form of new Set([key, apart, apart.replace(/\s/g, '')]))
      this.addForms(wordsOf(form), { kind: 'attribute', attribute });
    // “500 points” of loyalty points.
    const last = wordsOf(apart).at(-1) ?? '';
    if (attribute.type === 'number' && last.length >= 5)
      this.addForms([last], { kind: 'attribute', attribute });
    for (const value of attribute.values ?? []) {
      const name: Name = { kind: 'value', attribute, value };
      this.addForms(wordsOf(value), name);
      const others = synonyms.find((group) => group.includes(plain(value))) ?? [];
      for (const other of others) this.add([other], name);
    }
  }
}

/** Country codes that are words or abbreviations of something else when they stand in a sentence in capitals. */
const englishCodes = new Set([
  'AM',
  'AS',
  'AT',
  'BE',
  'BY',
  'DO',
  'GO',
  'ID',
  'IN',
  'IS',
  'IT',
  'ME',
  'MY',
  'NO',
  'SO',
  'TO',
  'TV',
  'PM',
  'CC',
  'VC',
  'VA',
  'PR',
  'CV',
  'MS',
  'GA',
  'LA',
  'ML',
  'AI',
  'CA',
  'CO',
  'PS',
  'RE',
  'TM',
  'MR',
  'ST',
  'AC',
]);

interface Form {
  words: string[];
  part: boolean;
  capitals: boolean;
}

/** Every country by its code, with the words of each of its names. */
const world = new Map<string, Form[]>();
for (const [word, code] of countryNames) {
  const forms = world.get(code) ?? [];
  forms.push({ words: wordsOf(word), part: partsOfCountries.has(word), capitals: false });
  world.set(code, forms);
}
for (const [code, forms] of world)
  if (!englishCodes.has(code) && !countryNames.has(code.toLowerCase()))
    forms.push({ words: [code.toLowerCase()], part: false, capitals: true });

/** A city's names and those of its people, by each of them. */
const nicknames = new Map<string, string[]>();
for (const [usual, others] of Object.entries(cityNicknames)) {
  const all = [usual, ...others.split(' ').map((other) => other.replaceAll('_', ' '))];
  for (const name of all) nicknames.set(name, all);
}

/** Values and the words people use for them. */
const synonyms = [
  ['female', 'f', 'woman', 'women', 'females', 'lady', 'ladies'],
  ['male', 'm', 'man', 'men', 'males', 'gentleman', 'gentlemen'],
];

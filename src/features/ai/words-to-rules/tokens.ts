/** One word, number or mark of the text. `start` and `end` (exclusive) are places in the text as it was written. */
export interface Token {
  kind: 'word' | 'number' | 'date' | 'ordinal' | 'address' | 'quote' | 'mark' | 'break';
  /** What is compared: lower case without accents; of a quote what stands in it, of a break “.”. */
  text: string;
  start: number;
  end: number;
  /** Written with a capital letter. */
  capital: boolean;
  /** Of a number: its value. Of an ordinal: 1 for “1st”. */
  value?: number;
}

/**
 * Each pattern is tried where the one before ended, and none can look further than a bounded distance, so reading is
 * linear in the length of the text.
 */
const patterns: [Token['kind'], RegExp][] = [
  ['quote', /["“”„]([^"“”„\n]{1,100})["“”]/uy],
  ['quote', /(?<![\p{L}\d])['‘]([^'‘’\n]{1,100})['’](?![\p{L}\d])/uy],
  [
    'address',
    /(?<![\p{L}\d])[\p{L}\d._%+-]{0,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){0,5}|(?<![\p{L}\d.-])[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){0,3}\.(?:com|net|org|edu|gov|io|co|eu|uk|de|fr|es|it|nl|ie|ai|dev|shop)(?![\p{L}\d-])/uy,
  ],
  ['address', /(?<![\p{L}\d.])\.[a-z]{2,10}(?:\.[a-z]{2,3})?(?![\p{L}\d])/uy],
  ['word', /(?:\p{L}\.){2,6}(?![\p{L}\d])/uy],
  [
    'date',
    /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?![\d\p{L}])|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?![\d\p{L}])/uy,
  ],
  ['ordinal', /(\d{1,2})(?:st|nd|rd|th)(?![\p{L}\d])/iuy],
  // 1.000,50 and 12,50, as much of Europe writes them.
  [
    'number',
    /\d{1,3}(?:\.\d{3}){1,4},\d{2}(?![\d,])|\d{1,6},\d{2}(?![\d,.])|\d{1,3}(?:\.\d{3}){2,4}(?![\d.])/uy,
  ],
  ['number', /(?:\d{1,3}(?:[,'’\u00a0\u202f ]\d{3}){1,4}(?!\d)|\d{1,15})(?:\.\d{1,6}(?!\d))?/uy],
  ['number', /\.\d{1,6}(?!\d)/uy],
  ['word', /[\p{L}\p{M}\d_]{1,200}(?:['’][\p{L}\p{M}]{1,40}){0,2}/uy],
  ['mark', /<=|>=|=<|=>|!=|<>|==|&&|\|\|/y],
  ['mark', /[^\s]/uy],
];
const SPACE = /[^\S\n]*/y;

/** The text in pieces, in order. Hyphens between words and breaks at the end are left out. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    SPACE.lastIndex = at;
    SPACE.test(text);
    at = Math.max(at, SPACE.lastIndex);
    if (at >= text.length) break;
    if (text[at] === '\n') {
      tokens.push({ kind: 'break', text: '\n', start: at, end: at + 1, capital: false });
      at += 1;
      continue;
    }
    const [kind, match] = firstMatch(text, at);
    const end = at + match[0].length;
    tokens.push(...read(kind, match, at, end, text));
    at = end;
  }
  return tokens;
}

function firstMatch(text: string, at: number): [Token['kind'], RegExpExecArray] {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return [kind, match];
  }
  throw new Error('The last pattern matches whatever is no space');
}

function read(
  kind: Token['kind'],
  match: RegExpExecArray,
  start: number,
  end: number,
  text: string,
): Token[] {
  const written = match[0];
  const token = { kind, text: plain(written), start, end, capital: /^\p{Lu}/u.test(written) };
  switch (kind) {
    case 'quote':
      return [{ ...token, text: (match[1] ?? '').trim(), capital: /^\p{Lu}/u.test(match[1] ?? '') }];
    case 'number':
      return [{ ...token, value: numberOf(written) }];
    case 'ordinal':
      return [{ ...token, value: Number(match[1]) }];
    case 'word':
      return words(token, written);
    case 'mark':
      return mark(token, text);
    default:
      return [token];
  }
}

function numberOf(written: string): number {
  const european = /,\d{2}$/.test(written) || /\.\d{3}\./.test(written);
  return Number(
    european ? written.replaceAll('.', '').replace(',', '.') : written.replace(/[,'’\u00a0\u202f ]/g, ''),
  );
}

/** A hyphen inside “one-time” is no word of its own; one between figures is. */
function mark(token: Token, text: string): Token[] {
  // “!vip”
  if (
    token.text === '!' &&
    /\p{L}/u.test(text[token.end] ?? '') &&
    !/[\p{L}\d]/u.test(text[token.start - 1] ?? ' ')
  )
    return [{ ...token, kind: 'word', text: 'not' }];
  if (token.text === '.' || token.text === ';' || token.text === '!' || token.text === '?')
    return [{ ...token, kind: 'break', text: token.text }];
  if (/^[-‐‑]$/.test(token.text)) {
    const before = text[token.start - 1] ?? ' ';
    const after = text[token.end] ?? ' ';
    if (/[\p{L}\d]/u.test(before) && /[\p{L}\d]/u.test(after) && !(/\d/.test(before) && /\d/.test(after)))
      return [];
  }
  // “our best customers – those who …”
  if (
    /^[-–—]$/.test(token.text) &&
    /\s/.test(text[token.start - 1] ?? 'x') &&
    /[\s\p{L}]/u.test(text[token.end] ?? 'x') &&
    !/\d\s*$/.test(text.slice(Math.max(0, token.start - 4), token.start))
  )
    return [{ ...token, kind: 'break', text: '-' }];
  if (/^[‐‑–—]$/.test(token.text)) return [{ ...token, text: '-' }];
  return [token];
}

/** “haven’t” is “have” and “not”; “U.K.” is “uk”; of “it’s” and “we’ve” the first half is enough. */
function words(token: Token, written: string): Token[] {
  if (/^(?:\p{L}\.)+$/u.test(written)) return [{ ...token, text: token.text.replaceAll('.', '') }];
  const shortened = shortForms.get(token.text.replace(/[’']/g, ''));
  if (shortened) return [...shortened.split(' ')].map((text) => ({ ...token, text }));
  return [{ ...token, text: token.text.replace(/[’'](?:s|ve|re|ll|d|m)$|[’']$/, '').replace(/’/g, "'") }];
}

const shortForms = new Map(
  Object.entries({
    ...Object.fromEntries(
      ['have', 'has', 'had', 'do', 'does', 'did', 'is', 'are', 'was', 'were', 'should', 'would', 'could'].map(
        (verb) => [`${verb}nt`, `${verb} not`],
      ),
    ),
    ...Object.fromEntries(
      ['havnt', 'havet', 'hvnt', 'havenot', 'havn', 'havnot', 'hvent', 'haventt', 'haven'].map((slip) => [
        slip,
        'have not',
      ]),
    ),
    ...Object.fromEntries(['hasent', 'hasnot', 'hadent'].map((slip) => [slip, 'has not'])),
    ...Object.fromEntries(
      ['didint', 'dident', 'didnot', 'dosnt', 'dosent', 'doesent', 'dont'].map((slip) => [slip, 'do not']),
    ),
    arnt: 'are not',
    wernt: 'were not',
    wont: 'will not',
    cant: 'can not',
    cannot: 'can not',
    aint: 'is not',
  }),
);

/** Lower case, without accents and with plain apostrophes: what two spellings of a word have in common. */
export const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[‘’]/g, "'").toLowerCase();

const justLetters = /^[A-Za-z]+(?: [A-Za-z]+)*$/;

/** The words of a name, as `tokenise` would cut them. */
export function wordsOf(name: string): string[] {
  // A workspace has thousands of names, and most are just letters.
  if (justLetters.test(name)) return name.toLowerCase().split(' ');
  return tokenise(name)
    .filter((token) => token.kind !== 'break')
    .map((token) => token.text);
}

import { phraseSet, phrases } from './phrases.ts';
import type { Read, Sentence } from './sentence.ts';

/** A figure of the text; `money` when a currency stands beside it. */
export interface Figure {
  value: number;
  money: boolean;
}

const small: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const scales: Record<string, number> = {
  hundred: 100,
  hundreds: 100,
  thousand: 1_000,
  thousands: 1_000,
  k: 1_000,
  grand: 1_000,
  m: 1_000_000,
  mn: 1_000_000,
  mil: 1_000_000,
  mio: 1_000_000,
  million: 1_000_000,
  bn: 1_000_000_000,
  billion: 1_000_000_000,
};
const fixed = phrases({
  'a dozen|one dozen': 12,
  'half a dozen': 6,
  'a couple of|a couple|couple of|couple': 2,
  'a hundred': 100,
  'a thousand|a grand': 1_000,
  'a million': 1_000_000,
  'half a grand': 500,
  'half a million': 500_000,
});
const currencyWords = phraseSet(`
  usd|gbp|eur|jpy|inr|aud|cad|chf|sek|nok|dkk|pln|nzd|cny|brl|mxn|zar|pound|pounds|quid|sterling|
  pounds sterling|euro|euros|dollar|dollars|buck|bucks|yen|rupee|rupees|franc|francs|kroner|kronor|
  krone|krona|us dollars|australian dollars|canadian dollars|cents|pence|p`);
/** For the spelling correction. */
phraseSet([...Object.keys(small), ...Object.keys(scales)].join('|'));
const currencySign = /^\p{Sc}$/u;
const MAX = 1e13;

/** A number at a place, with the currency before or after it: “£1,000”, “1.5k”, “two hundred euros”, “USD 20”. */
export function readFigure(sentence: Sentence, at: number): Read<Figure> | null {
  return sentence.once('figure', at, () => {
    const start = currencyAt(sentence, at);
    const number = readNumber(sentence, start ?? at);
    if (!number || number.value > MAX) return null;
    const after = currencyAt(sentence, number.end);
    const money = start !== null || after !== null;
    return { value: { value: number.value, money }, end: after ?? number.end };
  });
}

/** The place after a currency sign, code or word, such as “US$”; null when there is none. */
function currencyAt(sentence: Sentence, at: number): number | null {
  if (currencySign.test(sentence.word(at))) return at + 1;
  if (
    sentence.is(at, 'us', 'a', 'c', 'au', 'ca', 'r', 'hk', 'nz', 'mx', 's') &&
    currencySign.test(sentence.word(at + 1)) &&
    touching(sentence, at + 1)
  )
    return at + 2;
  return sentence.find(at, currencyWords)?.end ?? null;
}

const touching = (sentence: Sentence, at: number): boolean =>
  sentence.tokens[at - 1]?.end === sentence.tokens[at]?.start;

/** A number in figures or words, no currency. */
export function readNumber(sentence: Sentence, at: number): Read<number> | null {
  const token = sentence.tokens[at];
  if (token?.kind === 'number' && token.value !== undefined) return scaled(sentence, token.value, at + 1);
  const words = sentence.find(at, fixed) ?? readNumberWords(sentence, at);
  if (!words) return null;
  // “two and a half thousand”, “a couple of hundred”
  const half = sentence.find(words.end, andAHalf);
  const scale = scaleOf(sentence.word(half?.end ?? words.end));
  if (!scale || scale < 100) return words;
  return { value: (words.value + (half ? 0.5 : 0)) * scale, end: (half?.end ?? words.end) + 1 };
}

const andAHalf = phraseSet('and a half');
const scaleOf = (word: string): number | undefined =>
  Object.hasOwn(scales, word) ? scales[word] : undefined;

/** “1.5k”, “5 thousand”, “2 grand”. A lone m or k counts only where it touches the figure. */
function scaled(sentence: Sentence, value: number, at: number): Read<number> {
  const word = sentence.word(at);
  const scale = Object.hasOwn(scales, word) ? scales[word] : undefined;
  if (!scale || (word.length <= 2 && !touching(sentence, at))) return { value, end: at };
  // 1.1 × 1000 is 1100.0000000000002.
  return { value: Math.round(value * scale * 1e6) / 1e6, end: at + 1 };
}

/** “two hundred and fifty”, “twenty five”, “three thousand”. */
function readNumberWords(sentence: Sentence, at: number): Read<number> | null {
  let total = 0;
  let part: number | null = null;
  let place = at;
  for (;;) {
    const word = sentence.word(place);
    const unit = Object.hasOwn(small, word) ? small[word] : undefined;
    const scale = Object.hasOwn(scales, word) ? scales[word] : undefined;
    if (
      unit !== undefined &&
      (part === null || (part % 100 === 0 && part > 0) || (part % 100 >= 20 && part % 10 === 0 && unit < 10))
    ) {
      part = (part ?? 0) + unit;
    } else if (scale === 100 && part !== null) part *= 100;
    else if (scale && part !== null) {
      total += part * scale;
      part = null;
    } else if (
      word === 'and' &&
      (total > 0 || (part !== null && part >= 100)) &&
      Object.hasOwn(small, sentence.word(place + 1))
    ) {
      // “two hundred and fifty”
    } else break;
    place += 1;
  }
  return place === at ? null : { value: total + (part ?? 0), end: place };
}

const WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
/** Words that say how much without a figure; a fact has to use the same word for them to be right. */
const AMOUNTS =
  /\b(?:half|halves|third|thirds|quarters?|fifths?|tenths?|double[ds]?|twice|triple[ds]?|dozens?|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|majority|everyone|everybody|nobody|all)\b/gi;
const NUMBER = /\d{1,3}(?:[,\u2009\u202f\u00a0’']\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g;
const PERCENT = new RegExp(`(?:${NUMBER.source})\\s?(?:%|percent\\b|per cent\\b)`, 'gi');

const toNumber = (text: string): number => Number(text.replace(/[^\d.]/g, ''));

/**
 * The figures in a text as plain numbers: “1,284 of 1,420 (90.4 %)” has 1284, 1420 and 90.4; “twelve” is 12. “One” is no
 * figure, since it mostly is none.
 */
export function figuresIn(text: string): number[] {
  const words = (text.toLowerCase().match(/\b[a-z]+\b/g) ?? []).flatMap((word) => {
    const n = WORDS.indexOf(word);
    return n >= 2 ? [n] : [];
  });
  return [...(text.match(NUMBER) ?? []).map(toNumber), ...words];
}

/**
 * Whatever the text says of how many or how much that the source does not: figures, shares that are no shares there, and
 * words such as “half” or “twice”. Empty when every figure has its source.
 */
export function inventedFigures(text: string, source: string): string[] {
  const known = new Set(figuresIn(source));
  const shares = new Set((source.match(PERCENT) ?? []).map(toNumber));
  const amounts = new Set((source.match(AMOUNTS) ?? []).map((word) => word.toLowerCase()));
  const found = [
    ...figuresIn(text)
      .filter((figure) => !known.has(figure))
      .map(String),
    ...(text.match(PERCENT) ?? []).filter((share) => !shares.has(toNumber(share))),
    ...(text.match(AMOUNTS) ?? []).filter((word) => !amounts.has(word.toLowerCase())),
  ];
  return [...new Set(found)];
}

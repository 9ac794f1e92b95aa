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
] as const;

/** The figures in a text as plain numbers: “1,284 of 1,420 (90.4 %)” has 1284, 1420 and 90.4; “twelve” is 12. */
export function figuresIn(text: string): number[] {
  // A comma or thin space between groups of three digits belongs to the number; any other ends it.
  const digits = text.match(/\d{1,3}(?:[,  ’']\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g) ?? [];
  const numbers = digits.map((n) => Number(n.replace(/[,  ’']/g, '')));
  const words = (text.toLowerCase().match(/\b[a-z]+\b/g) ?? []).flatMap((word) => {
    const n = WORDS.indexOf(word as (typeof WORDS)[number]);
    return n >= 2 ? [n] : [];
  });
  return [...numbers, ...words];
}

/** Figures of the text that do not stand in the source. */
export function inventedFigures(text: string, source: string): number[] {
  const known = new Set(figuresIn(source));
  return figuresIn(text).filter((figure) => !known.has(figure));
}

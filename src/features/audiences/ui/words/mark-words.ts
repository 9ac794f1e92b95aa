/** A stretch of the words, and whether no rule stands for it. */
export interface MarkedWords {
  text: string;
  missed: boolean;
}

/**
 * The words cut into stretches that were understood and such that were not. What cannot be found in them as it was
 * reported is in `elsewhere`.
 */
export function markWords(
  words: string,
  unmapped: readonly string[],
): { parts: MarkedWords[]; elsewhere: string[] } {
  const missed = new Array<boolean>(words.length).fill(false);
  const elsewhere: string[] = [];
  for (const phrase of unmapped) {
    const at = phrase.trim() === '' ? -1 : find(words, phrase.trim(), missed);
    if (at < 0) elsewhere.push(phrase);
    else missed.fill(true, at, at + phrase.trim().length);
  }
  const parts: MarkedWords[] = [];
  for (const [i, character] of [...words.split('')].entries()) {
    const last = parts.at(-1);
    if (last && last.missed === missed[i]) last.text += character;
    else parts.push({ text: character, missed: missed[i] ?? false });
  }
  return { parts, elsewhere };
}

/** Where the phrase stands by itself and is not marked yet: “or” is not looked for inside “for”. */
function find(words: string, phrase: string, taken: readonly boolean[]): number {
  const text = words.toLowerCase();
  const wanted = phrase.toLowerCase();
  // Lower case may be longer than the letter (İ), and then places in it are no places in the words.
  if (text.length !== words.length) return words.indexOf(phrase);
  const isLetter = (character: string | undefined) =>
    character !== undefined && /[\p{L}\p{N}]/u.test(character);
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const inWord =
      (isLetter(wanted[0]) && isLetter(text[at - 1])) ||
      (isLetter(wanted.at(-1)) && isLetter(text[at + wanted.length]));
    if (!inWord && !taken.slice(at, at + wanted.length).includes(true)) return at;
  }
  return -1;
}

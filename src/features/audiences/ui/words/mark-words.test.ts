import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markWords } from './mark-words.ts';

const missed = (words: string, unmapped: string[]) =>
  markWords(words, unmapped)
    .parts.map(({ text, missed }) => (missed ? `[${text}]` : text))
    .join('');

describe('markWords', () => {
  it.each([
    ['from France who like cats', ['like cats'], 'from France who [like cats]'],
    ['From France, LIKE CATS', ['like cats'], 'From France, [LIKE CATS]'],
    ['for or against', ['or'], 'for [or] against'],
    ['red red hats', ['red', 'red'], '[red] [red] hats'],
    ['nothing missed', [], 'nothing missed'],
    ['all of it', ['all of it'], '[all of it]'],
    ['İzmir and cats', ['cats'], 'İzmir and [cats]'],
  ])('%s without %j', (words, unmapped, expected) => {
    expect(missed(words, unmapped)).toBe(expected);
  });

  it('keeps what is not in the words', () => {
    expect(markWords('from France', ['dogs', ' ']).elsewhere).toEqual(['dogs', ' ']);
  });

  it('loses no letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (words, unmapped) => {
        expect(
          markWords(words, unmapped)
            .parts.map(({ text }) => text)
            .join(''),
        ).toBe(words);
      }),
    );
  });
});

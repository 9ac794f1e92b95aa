import type { WordsToRules } from './words-context.ts';
import { wordsToRules } from './words-to-rules.ts';

/** What the built-in parser makes of the words. */
export const readOffline: WordsToRules = (prompt, context) => ({
  assumptions: [],
  ...wordsToRules(prompt, context.countries),
});

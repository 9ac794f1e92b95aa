import { isGroup, type RuleGroup, rulesSchema } from '../../audiences/rules.schema.ts';
import type { WordsToRules } from '../words-context.ts';
import { Grammar } from './grammar.ts';
import { leadInEnd } from './lead-in.ts';
import { NameIndex } from './names.ts';
import type { Node } from './nodes.ts';
import { knownWords } from './phrases.ts';
import { Scan } from './scan.ts';
import { Sentence } from './sentence.ts';
import { british, byLength, correct } from './spelling.ts';
import { type Token, tokenise } from './tokens.ts';
import { unmappedSpans } from './unmapped.ts';

/**
 * An audience in words as a rule tree, without any service. Every reading that the words leave open is said in
 * `assumptions`, and every word that means something and became no rule stands in `unmapped` as it was written.
 * How “and”, “or” and “not” bind is told in `grammar.ts`; what can be said about customers in `clauses/`.
 * Never throws, whatever the text; takes time in proportion to its length.
 */
export const wordsToRules: WordsToRules = (prompt, context) => {
  const names = new NameIndex(context);
  const { tokens, corrections } = prepare(prompt, names);
  const sentence = new Sentence(prompt, tokens, context, names);
  const scan = new Scan(sentence);
  const node = new Grammar(scan).read(leadInEnd(sentence));
  const rules = asGroup(node);
  const unmapped = unmappedSpans(sentence, scan.unknown);
  const checked = rulesSchema.safeParse(rules);
  if (!checked.success)
    return {
      rules: asGroup(null),
      unmapped: [prompt.trim()].filter(Boolean),
      assumptions: ['This is more than one audience can hold; say it in fewer conditions.'],
    };
  return {
    rules: checked.data,
    unmapped,
    assumptions: [...new Set([...corrections, ...scan.assumptions])],
  };
};

const vocabulary = byLength(knownWords);

const asGroup = (node: Node | null): RuleGroup =>
  node === null
    ? { combinator: 'and', rules: [] }
    : isGroup(node)
      ? node
      : { combinator: 'and', rules: [node] };

/** Tokens in one spelling: slips corrected (and said), “twice” as “2 times”. */
function prepare(prompt: string, names: NameIndex): { tokens: Token[]; corrections: string[] } {
  const lists = [vocabulary, byLength(names.ownWords)];
  const corrections: string[] = [];
  const tokens = tokenise(prompt).flatMap((token, i, all): Token[] => {
    if (token.kind === 'number' && /^\d{1,3}\.\d{3}$/.test(token.text)) {
      const value = (token.value ?? 0) * 1_000;
      corrections.push(`“${token.text}” was read as ${Math.round(value)}.`);
      return [{ ...token, text: String(Math.round(value)), value: Math.round(value) }];
    }
    if (token.kind !== 'word') return [token];
    const before = all[i - 1];
    if (token.text === 'x' && before?.kind === 'number' && before.end === token.start)
      return [{ ...token, text: 'times' }];
    const times = counts.get(token.text);
    if (times)
      return [
        { ...token, kind: 'number', text: String(times), value: times },
        { ...token, text: 'times' },
      ];
    const text = british(token.text);
    if (knownWords.has(text) || names.has(text) || names.ownWords.has(text)) return [{ ...token, text }];
    // A name in the middle of a sentence is not one of our words misspelled, but may be another name.
    const name = token.capital && before !== undefined && before.kind !== 'break';
    const meant = correct(text, name ? lists.slice(1) : lists);
    if (!meant) return [{ ...token, text }];
    const shown = token.capital ? `${meant.charAt(0).toUpperCase()}${meant.slice(1)}` : meant;
    corrections.push(`“${prompt.slice(token.start, token.end)}” was read as “${shown}”.`);
    return [{ ...token, text: meant }];
  });
  return { tokens, corrections };
}

const counts = new Map([
  ['once', 1],
  ['twice', 2],
  ['thrice', 3],
]);

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGroup, type RuleGroup } from '../../audiences/rules.schema.ts';
import { and, type Node, not, or } from './nodes.ts';
import { inShort } from './testing/it-reads.ts';
import { workspace } from './testing/workspace.ts';
import { wordsToRules } from './words-to-rules.ts';

// Whatever two conditions are, joining their words joins their rules.

const conditions = [
  'spent over 100',
  'spent over 20 in the last year',
  'big spenders',
  'at least 3 orders',
  'ordered twice',
  'bought in 2025',
  'ordered in the last 30 days',
  'more than 2 orders over 50 in the last 6 months',
  'repeat buyers',
  'no orders',
  'average basket over 40',
  'biggest order over 90',
  'last order before 2025',
  'joined in the last month',
  'new customers',
  'lapsed customers',
  'from France',
  'tagged vip',
  'with a phone number',
  'gmail users',
  'named Maria',
  'gold members',
  'loyalty points over 50',
  'aged 20 to 30',
  'newsletter opt-in',
  'champions',
  'recency score above 3',
];

const read = (words: string) => wordsToRules(words, workspace);
const asNode = ({ rules: [only, ...more], combinator, not: denied }: RuleGroup): Node =>
  only && more.length === 0 && !denied
    ? only
    : { combinator, rules: only ? [only, ...more] : [], ...(denied ? { not: true } : {}) };
const meaning = (words: string) => asNode(read(words).rules);

function expectRules(words: string, node: Node): void {
  const { rules, unmapped } = read(words);
  expect(inShort(rules), words).toBe(inShort(isGroup(node) ? node : { combinator: 'and', rules: [node] }));
  expect(unmapped, words).toEqual([]);
}

describe('two conditions', () => {
  const forms: [string, (a: string, b: string) => string, (a: Node, b: Node) => Node][] = [
    ['or', (a, b) => `${a} or ${b}`, or],
    ['a comma and or', (a, b) => `${a}, or ${b}`, or],
    ['either … or', (a, b) => `either ${a} or ${b}`, or],
    ['a semicolon', (a, b) => `${a}; ${b}`, and],
    ['as long as', (a, b) => `${a} as long as ${b}`, and],
    ['excluding', (a, b) => `${a}, excluding ${b}`, (a, b) => and(a, not(b))],
    ['but not, in brackets', (a, b) => `(${a}) but not (${b})`, (a, b) => and(a, not(b))],
    ['a list that ends in or', (a, b) => `${a}, ${b} or in Paris`, (a, b) => or(a, b, meaning('in Paris'))],
    [
      'or, and a condition of both',
      (a, b) => `${a} or ${b}, as long as they live in Paris`,
      (a, b) => and(or(a, b), meaning('in Paris')),
    ],
  ];
  const pair = fc.uniqueArray(fc.constantFrom(...conditions), { minLength: 2, maxLength: 2 });

  it.each(forms)('are joined by %s', (_, say, join) => {
    fc.assert(
      fc.property(pair, ([a = '', b = '']) => {
        // Places in a row are a list of their own.
        fc.pre(!say('', '').includes('Paris') || b !== 'from France');
        expectRules(say(a, b), join(meaning(a), meaning(b)));
      }),
      { numRuns: 60 },
    );
  });

  const denials = [
    'not',
    'never',
    'without',
    'no',
    'except',
    'excluding',
    'unless',
    'outside',
    "don't",
    'minus',
    'non',
  ];
  it.each(denials)('never lose “%s”', (denial) => {
    for (const condition of conditions)
      for (const words of [
        `${denial} ${condition}`,
        `from Spain and ${denial} ${condition}`,
        `${denial} really ${condition}`,
      ]) {
        const { rules, unmapped } = read(words);
        const same = inShort(rules) === inShort(read(words.replace(denial, '')).rules);
        expect(same && !unmapped.some((part) => part.includes(denial)), words).toBe(false);
      }
  });

  it.each(conditions)('deny one: %s', (condition) => {
    expectRules(`not (${condition})`, not(meaning(condition)));
    expectRules(`everyone except ${condition}`, not(meaning(condition)));
  });
});

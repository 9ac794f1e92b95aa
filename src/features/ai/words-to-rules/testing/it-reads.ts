import { describe, expect, it } from 'vitest';
import {
  isGroup,
  isOrderAggregate,
  isOrderMatch,
  type Rule,
  type RuleGroup,
} from '../../../audiences/rules.schema.ts';
import { wordsToRules } from '../words-to-rules.ts';
import { workspace } from './workspace.ts';

/** Words, the rules they become in short, and what else is said of them (nothing where it is left out). */
type Reading = [words: string, rules: string, said?: { unmapped?: string[]; assumptions?: string[] }];

/** Test support: one test for each request, in the made-up workspace. */
export function itReads(topic: string, table: readonly Reading[]): void {
  describe(`words about ${topic}`, () => {
    it.each(table)('%s', (words, expected, said = {}) => {
      const { rules, unmapped, assumptions } = wordsToRules(words, workspace);
      expect(inShort(rules)).toBe(expected);
      expect({ unmapped, assumptions }).toEqual({ unmapped: [], assumptions: [], ...said });
    });
  });
}

/** Rules as they are stored, short: “totalSpend > 5 and (tags = vip or orders atLeast 2 {placedAt inLast 30 day})”. */
export function inShort(group: RuleGroup): string {
  const text = group.rules
    .map((rule) => (isGroup(rule) ? `(${inShort(rule)})` : ruleInShort(rule)))
    .join(` ${group.combinator} `);
  return group.not ? `not (${text})` : text;
}

function ruleInShort(rule: Rule): string {
  if (isOrderMatch(rule)) return `orders ${rule.match.mode} ${rule.match.threshold} {${inShort(rule.value)}}`;
  if (isOrderAggregate(rule))
    return `${rule.aggregate}${rule.where ? ` {${inShort(rule.where)}}` : ''} ${rule.operator} ${valueInShort(rule.value)}`;
  return `${rule.field} ${rule.operator} ${valueInShort(rule.value)}`.trim();
}

function valueInShort(value: Rule['value'] | null): string {
  if (value === null) return '';
  if (Array.isArray(value))
    return value
      .map(String)
      .join(', ')
      .replace(/T(?:00:00:00\.000|23:59:59\.999)Z/g, '');
  if (typeof value === 'object') return 'unit' in value ? `${value.amount} ${value.unit}` : '';
  return String(value).replace('T00:00:00.000Z', '');
}

import { isGroup, type Rule, type RuleGroup } from '../rules.schema.ts';
import { describeRule } from './describe.ts';
import { matchesGroup } from './evaluate.ts';
import type { FunnelCounts, FunnelGroup, FunnelNode } from './funnel.schema.ts';
import type { Wording } from './wording.ts';

/** How many customers a rule tree selects. */
export type CountOf = (tree: RuleGroup) => number;

/** All conditions of a tree, groups left out, in the order in which they stand. */
export const conditionsOf = (group: RuleGroup): Rule[] =>
  group.rules.flatMap((rule) => (isGroup(rule) ? conditionsOf(rule) : [rule]));

/**
 * What each condition and group of a tree does, from how many customers the tree and trees made from it select. Pure.
 *
 * Taking a part out only ever lets customers in or only ever keeps some out: a group grows or shrinks with each of its
 * parts, and so does the whole. The difference of two counts is therefore a number of customers.
 */
export function funnelOf(
  rules: RuleGroup,
  countOf: CountOf,
  wording: Wording = {},
): { total: number; count: number; funnel: FunnelGroup } {
  const count = countOf(rules);
  const figuresOf = (node: Rule | RuleGroup, siblings: readonly (Rule | RuleGroup)[], parent: RuleGroup) => {
    const withoutIt = countOf(without(rules, node) ?? EVERYONE);
    const before = siblings.slice(0, siblings.indexOf(node) + 1);
    return {
      alone: countOf(treeOf([node])),
      remaining: parent.combinator === 'and' ? countOf(treeOf(before)) : null,
      keptOut: Math.max(0, withoutIt - count),
      broughtIn: Math.max(0, count - withoutIt),
    };
  };
  const toNode = (node: Rule | RuleGroup, parent: RuleGroup): FunnelNode => {
    const figures = figuresOf(node, parent.rules, parent);
    return isGroup(node) ? toGroup(node, figures) : { sentence: describeRule(node, wording), ...figures };
  };
  const toGroup = (group: RuleGroup, figures: FunnelCounts): FunnelGroup => ({
    combinator: group.combinator,
    not: group.not ?? false,
    ...figures,
    rules: group.rules.map((rule) => toNode(rule, group)),
  });
  const total = countOf(EVERYONE);
  return {
    total,
    count,
    funnel: toGroup(rules, {
      alone: count,
      remaining: null,
      keptOut: total - count,
      broughtIn: 0,
    }),
  };
}

const EVERYONE: RuleGroup = { combinator: 'and', rules: [] };

/** All of the given parts; one group alone stands for itself, so that equal questions are asked once. */
function treeOf(parts: readonly (Rule | RuleGroup)[]): RuleGroup {
  const [first] = parts;
  return parts.length === 1 && first && isGroup(first) ? first : { combinator: 'and', rules: [...parts] };
}

/**
 * The tree without one part of it, known by identity; null when nothing is left. A group whose last part goes is taken
 * out with it: it would else be an empty group, which everyone fulfils.
 */
function without(group: RuleGroup, part: Rule | RuleGroup): RuleGroup | null {
  const rules = group.rules.flatMap((rule): (Rule | RuleGroup)[] => {
    if (rule === part) return [];
    if (!isGroup(rule)) return [rule];
    const rest = without(rule, part);
    return rest ? [rest] : [];
  });
  return rules.length === 0 && group.rules.length > 0 ? null : { ...group, rules };
}

/** The different trees a funnel asks for. */
export function treesOfFunnel(rules: RuleGroup): Map<string, RuleGroup> {
  const trees = new Map<string, RuleGroup>();
  funnelOf(rules, (tree) => {
    trees.set(treeKey(tree), tree);
    return 0;
  });
  return trees;
}

/** Equal for trees that ask the same. */
export const treeKey = (tree: RuleGroup): string => JSON.stringify(tree);

/** Customers for whom the same conditions hold: bit i of `mask` is that of the i-th of `conditionsOf`. */
export interface TruthCount {
  mask: number;
  n: number;
}

/** Counts any tree made of the conditions of `rules` from how often each combination of them holds. */
export function countFromTruths(rules: RuleGroup, truths: readonly TruthCount[]): CountOf {
  const bits = new Map(conditionsOf(rules).map((rule, i) => [rule, 2 ** i]));
  const holds = (group: RuleGroup, mask: number): boolean =>
    matchesGroup(
      group,
      group.rules.map((rule) =>
        // Beyond 31 bits JavaScript's own bit operators are wrong.
        isGroup(rule) ? holds(rule, mask) : Math.floor(mask / (bits.get(rule) ?? 1)) % 2 === 1,
      ),
    );
  return (tree) => truths.reduce((sum, { mask, n }) => (holds(tree, mask) ? sum + n : sum), 0);
}

import { isGroup, type Rule, type RuleGroup } from '../../audiences/rules.schema.ts';
import { leavesOf } from './boundaries.ts';
import type { Random } from './random.ts';

/**
 * Which conditions of a rule tree should hold of somebody, in the order of `leavesOf`: for each condition the two
 * combinations in which it alone decides, all, none, only one, all but one, and some at random. Without repeats; not
 * all need be possible.
 */
export function combinationsOf(group: RuleGroup, random: Random): boolean[][] {
  const each = leavesOf(group).map((_, i) => i);
  const combinations = [
    ...each.flatMap((one) => [deciding(group, one, true, random), deciding(group, one, false, random)]),
    each.map(() => true),
    each.map(() => false),
    ...each.map((one) => each.map((i) => i !== one)),
    ...each.map((one) => each.map((i) => i === one)),
    ...(each.length > 2 ? Array.from({ length: 6 }, () => each.map(() => random.chance(0.5))) : []),
  ];
  return [...new Map(combinations.map((c) => [c.join(), c])).values()];
}

/** All else is such that the tree's result is that of its condition number `leaf`, or the opposite of it. */
function deciding(group: RuleGroup, leaf: number, holds: boolean, random: Random): boolean[] {
  let before = 0;
  return group.rules.flatMap((rule) => {
    const own = leaf - before;
    const size = isGroup(rule) ? leavesOf(rule).length : 1;
    before += size;
    if (own < 0 || own >= size) return settled(rule, group.combinator === 'and', random);
    return isGroup(rule) ? deciding(rule, own, holds, random) : [holds];
  });
}

/** A combination of which the rule or group comes out as wanted, by as little as possible. */
function settled(rule: Rule | RuleGroup, wanted: boolean, random: Random): boolean[] {
  if (!isGroup(rule)) return [wanted];
  const result = rule.not ? !wanted : wanted;
  const every = rule.combinator === 'and';
  const odd = result === every ? -1 : random.whole(rule.rules.length);
  return rule.rules.flatMap((child, i) => settled(child, i === odd ? !every : every, random));
}

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGroup, type Rule, type RuleGroup, rulesSchema } from '../rules.schema.ts';
import { matchesRule, matchesRules } from './evaluate.ts';
import { type FunnelNode, isFunnelGroup } from './funnel.schema.ts';
import { conditionsOf, countFromTruths, funnelOf, treesOfFunnel } from './funnel.ts';
import { customerArb, NOW, treeArb } from './testing/random-rules.ts';

const pool = fc
  .sample(customerArb, { numRuns: 60, seed: 3 })
  .map(({ orders, ...customer }, i) => ({ orders, customer: { ...customer, email: `p${i}@example.com` } }));
const select = (tree: RuleGroup): number[] =>
  pool.flatMap(({ customer, orders }, i) => (matchesRules(tree, customer, orders, NOW) ? [i] : []));
const trees = treeArb.map((tree) => rulesSchema.parse(tree));

/** The tree with the part at a path taken out, and groups that are left empty by it with it. */
function cut(group: RuleGroup, [at, ...deeper]: number[]): RuleGroup | null {
  const rules: (Rule | RuleGroup)[] = group.rules.flatMap((rule, i): (Rule | RuleGroup)[] => {
    if (i !== at) return [rule];
    if (deeper.length === 0 || !isGroup(rule)) return [];
    const rest = cut(rule, deeper);
    return rest ? [rest] : [];
  });
  return rules.length === 0 ? null : { ...group, rules };
}

describe('a funnel', () => {
  it('of conditions counted together is that of conditions counted one by one', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const conditions = conditionsOf(tree);
        const truths = pool.map(({ customer, orders }) => ({
          n: 1,
          mask: conditions.reduce(
            (sum, rule, i) => (matchesRule(rule, customer, orders, NOW) ? sum + 2 ** i : sum),
            0,
          ),
        }));
        expect(funnelOf(tree, countFromTruths(tree, truths))).toEqual(
          funnelOf(tree, (t) => select(t).length),
        );
      }),
    );
  });

  it('says exactly who would come in or go without a part, as sets and not only as numbers', () => {
    let told = 0;
    fc.assert(
      fc.property(trees, (tree) => {
        const inside = new Set(select(tree));
        const check = (node: FunnelNode, path: number[]): void => {
          if (path.length > 0) {
            const without = new Set(select(cut(tree, path) ?? { combinator: 'and', rules: [] }));
            expect(node.keptOut).toBe([...without].filter((i) => !inside.has(i)).length);
            expect(node.broughtIn).toBe([...inside].filter((i) => !without.has(i)).length);
            if (node.keptOut + node.broughtIn > 0) told += 1;
          }
          if (isFunnelGroup(node)) for (const [i, rule] of node.rules.entries()) check(rule, [...path, i]);
        };
        check(funnelOf(tree, (t) => select(t).length).funnel, []);
      }),
    );
    expect(told).toBeGreaterThan(50);
  });

  it('ends where the audience does, after the last of conditions that must all hold', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        fc.pre(tree.combinator === 'and' && !tree.not && tree.rules.length > 0);
        const { funnel, count } = funnelOf(tree, (t) => select(t).length);
        const remaining = funnel.rules.map((rule) => rule.remaining ?? Number.NaN);
        expect(remaining.at(-1)).toBe(count);
        expect(remaining).toEqual(remaining.toSorted((a, b) => b - a));
      }),
    );
  });

  it('asks for each different tree once', () => {
    const one = { field: 'country', operator: '=', value: 'France' };
    const tree = rulesSchema.parse({ combinator: 'and', rules: [one, { ...one, value: 'Spain' }] });
    // Everyone, the whole, each alone (the first is what is left after it, the second the whole without the first).
    expect(treesOfFunnel(tree).size).toBe(4);
  });
});

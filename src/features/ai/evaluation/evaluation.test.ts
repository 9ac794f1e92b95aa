import { describe, expect, it } from 'vitest';
import { rulesSchema } from '../../audiences/rules.schema.ts';
import { heldOutCases } from './held-out-cases.ts';
import { compareRules, tells } from './judge.ts';
import { buildPool } from './pool.ts';
import { mutations } from './testing/mutations.ts';
import { tunedCases } from './tuned-cases.ts';
import { evaluationContext } from './workspace.ts';

const cases = [...tunedCases, ...heldOutCases];
const keptOut = new Set(heldOutCases.map((c) => c.id));
const pool = buildPool(cases, evaluationContext);

describe('the evaluation of words to rules', () => {
  it('has enough requests, a third of each topic kept out, each with its own id and words', () => {
    expect(cases.length).toBeGreaterThanOrEqual(150);
    expect(heldOutCases.length).toBeGreaterThanOrEqual(cases.length / 3);
    expect(new Set(cases.map((c) => c.id)).size).toBe(cases.length);
    expect(new Set(cases.map((c) => c.words.toLowerCase())).size).toBe(cases.length);
    for (const topic of new Set(cases.map((c) => c.topic))) {
      const share =
        heldOutCases.filter((c) => c.topic === topic).length / cases.filter((c) => c.topic === topic).length;
      expect(share, topic).toBeGreaterThan(0.2);
      expect(share, topic).toBeLessThan(0.45);
    }
  });

  it('expects rules that audiences may have', () => {
    for (const { id, means } of cases) expect(rulesSchema.safeParse(means).error, id).toBeUndefined();
  });

  it('asks in the words themselves for what it wants reported as not understood', () => {
    for (const { id, words, unmapped } of cases) {
      for (const word of unmapped) expect(words.toLowerCase(), id).toContain(word.toLowerCase());
    }
  });

  it('has a pool in which every expected rule selects some and leaves out some', () => {
    for (const { id, means } of cases) {
      const { missed: selected } = compareRules(means, nobody, pool, evaluationContext.now);
      expect(selected, id).toBeGreaterThan(0);
      if (means.rules.length > 0) expect(selected, id).toBeLessThan(pool.length);
    }
  });

  it('has a pool that tells at least 99 % of small mistakes from the expected rules', () => {
    const all = cases.flatMap(({ id, means }) =>
      mutations(means).map(({ what, rules }) => ({ id, what, rules, means })),
    );
    const unnoticed = all.filter(({ means, rules }) => !tells(pool, means, rules, evaluationContext.now));
    expect(all.length).toBeGreaterThan(1_000);
    expect(
      unnoticed.length / all.length,
      // Of what was kept out, the ids alone: who works on the parser reads this.
      unnoticed.map(({ id, what }) => (keptOut.has(id) ? id : `${id}: ${what}`)).join('\n'),
    ).toBeLessThanOrEqual(0.01);
  });
});

const nobody = { combinator: 'and' as const, not: true, rules: [] };

import { matchesRules } from '../../audiences/rules/evaluate.ts';
import { type RuleGroup, rulesSchema } from '../../audiences/rules.schema.ts';
import type { ReadWords, WordsContext } from '../words-context.ts';
import type { PoolCustomer } from './pool.ts';
import type { EvaluationCase } from './shorthand.ts';

/** What came of one request. */
export interface Verdict {
  case: EvaluationCase;
  right: boolean;
  got: ReadWords;
  /** Customers only the expected rules select, and such that only the produced ones do. */
  missed: number;
  surplus: number;
  /** Key words that should have been reported as not understood, and were not. */
  unreported: string[];
  /** Why there are no rules to compare. */
  error?: string;
}

/**
 * Whether what was read from the request's words is right: it selects the same customers of the pool as the rules the
 * words mean, and the words that no rule can express are among those reported.
 */
export function judge(
  request: EvaluationCase,
  got: ReadWords,
  pool: readonly PoolCustomer[],
  now: Date,
): Verdict {
  const parsed = rulesSchema.safeParse(got.rules);
  if (!parsed.success)
    return { ...failed(request, got), error: parsed.error.issues[0]?.message ?? 'No rules' };
  const { missed, surplus } = compareRules(request.means, parsed.data, pool, now);
  const reported = got.unmapped.map((words) => words.toLowerCase());
  const unreported = request.unmapped.filter((word) => !reported.some((r) => r.includes(word.toLowerCase())));
  return {
    case: request,
    right: missed + surplus === 0 && unreported.length === 0,
    got,
    missed,
    surplus,
    unreported,
  };
}

/** Whether some of the pool is selected by one of the rules alone. */
export const tells = (pool: readonly PoolCustomer[], one: RuleGroup, other: RuleGroup, now: Date): boolean =>
  pool.some(
    ({ customer, orders }) =>
      matchesRules(one, customer, orders, now) !== matchesRules(other, customer, orders, now),
  );

/** How many of the pool only the first rules select, and how many only the second. */
export function compareRules(
  expected: RuleGroup,
  produced: RuleGroup,
  pool: readonly PoolCustomer[],
  now: Date,
): { missed: number; surplus: number } {
  const counts = { missed: 0, surplus: 0 };
  if (JSON.stringify(expected) === JSON.stringify(produced)) return counts;
  for (const { customer, orders } of pool) {
    const wanted = matchesRules(expected, customer, orders, now);
    if (wanted === matchesRules(produced, customer, orders, now)) continue;
    if (wanted) counts.missed += 1;
    else counts.surplus += 1;
  }
  return counts;
}

const failed = (request: EvaluationCase, got: ReadWords): Verdict => ({
  case: request,
  right: false,
  got,
  missed: 0,
  surplus: 0,
  unreported: [],
});

/** Judges every request, one after another. A reader that throws has that request wrong. */
export async function judgeAll(
  cases: readonly EvaluationCase[],
  read: (prompt: string, context: WordsContext) => ReadWords | Promise<ReadWords>,
  pool: readonly PoolCustomer[],
  context: WordsContext,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const request of cases) {
    try {
      verdicts.push(judge(request, await read(request.words, context), pool, context.now));
    } catch (error) {
      const nothing: ReadWords = { rules: { combinator: 'and', rules: [] }, unmapped: [], assumptions: [] };
      verdicts.push({
        ...failed(request, nothing),
        error: error instanceof Error ? error.message : String(error),
      });
    }
  }
  return verdicts;
}

export interface Score {
  right: number;
  all: number;
  /** Requests that were right though some of their words were reported as not understood, beyond those that should be. */
  withUnmapped: number;
}

/** Right and all, of all verdicts and by topic. */
export function score(verdicts: readonly Verdict[]): { total: Score; topics: Map<string, Score> } {
  const topics = new Map<string, Score>();
  const total: Score = { right: 0, all: 0, withUnmapped: 0 };
  for (const verdict of verdicts) {
    const topic = topics.get(verdict.case.topic) ?? { right: 0, all: 0, withUnmapped: 0 };
    topics.set(verdict.case.topic, topic);
    for (const sum of [total, topic]) {
      sum.all += 1;
      if (verdict.right) sum.right += 1;
      if (verdict.case.unmapped.length === 0 && verdict.got.unmapped.length > 0) sum.withUnmapped += 1;
    }
  }
  return { total, topics };
}

export const TUNED_TARGET = 0.95;
export const HELD_OUT_TARGET = 0.85;
export const accuracy = ({ right, all }: Score): number => (all === 0 ? 0 : right / all);

import type { Document } from 'mongodb';
import { count, dim, say } from '../../scripts/lib/terminal.ts';
import { selectFirst } from '../../src/features/audiences/audiences.service.ts';
import { rulesSchema } from '../../src/features/audiences/rules.schema.ts';
import { closeDatabase, collection } from '../../src/server/db.ts';
import { percentile } from '../measure.ts';
import { type Answer, type Question, questions } from './audience-questions.ts';
import { openBigShop } from './big-shop.ts';

export interface AudienceResult {
  customers: number;
  orders: number;
  questions: { name: string; count: number; ours: Times; byHand: Times }[];
  ours: Times;
  byHand: Times;
}
/** Milliseconds. */
export interface Times {
  p50: number;
  p95: number;
}

/**
 * Previews of audiences in a big shop, in turns with the same question put to the driver by hand. Both answer the
 * count and the first ten (not the count of all customers, which a preview shows too and the product keeps for a
 * minute); answers that differ end the benchmark.
 * Run by bench/sections/audience.ts, with the shop's own database as DATABASE_URL.
 */
const [size = '1000000', rounds = '5'] = process.argv.slice(2);
const { workspaceId, customers, orders } = await openBigShop(Number(size));
/** A question that takes long is asked less often, once at least. */
const ENOUGH_MS = 40_000;

/** What a preview asks for, without its limit of time: an answer that took too long is measured, too. */
async function ask({ rules }: Question): Promise<Answer> {
  const tree: Document = Array.isArray(rules) ? { combinator: 'and', rules } : rules;
  const { count, sample } = await selectFirst({
    workspaceId,
    rules: rulesSchema.parse(tree),
    now: new Date(),
  });
  return { count, sample: sample.map(({ _id }) => _id.toHexString()) };
}

const askByHand = ({ byHand }: Question): Promise<Answer> =>
  byHand({
    workspaceId,
    customers: collection('customers'),
    orders: collection('orders'),
    now: new Date(),
  });

async function timed(work: () => Promise<Answer>): Promise<{ ms: number; answer: Answer }> {
  const began = performance.now();
  const answer = await work();
  return { ms: performance.now() - began, answer };
}

const times = (ms: readonly number[]): Times => ({
  p50: Math.round(percentile(ms, 0.5)),
  p95: Math.round(percentile(ms, 0.95)),
});

const results: AudienceResult['questions'] = [];
const all: { ours: number[]; byHand: number[] } = { ours: [], byHand: [] };
for (const question of questions) {
  const ours: number[] = [];
  const byHand: number[] = [];
  let selected = 0;
  const began = performance.now();
  // The first round is unmeasured: it warms both alike.
  for (let round = 0; round <= Number(rounds); round += 1) {
    if (round > 1 && performance.now() - began > ENOUGH_MS) break;
    const both: [typeof ours, () => Promise<Answer>][] = [
      [ours, () => ask(question)],
      [byHand, () => askByHand(question)],
    ];
    const answers: Answer[] = [];
    for (const [list, work] of round % 2 === 0 ? both : both.toReversed()) {
      const { ms, answer } = await timed(work);
      if (round > 0) list.push(ms);
      answers.push(answer);
    }
    const [one, other] = answers.map((answer) => JSON.stringify(answer));
    // Seconds pass between the two, and an order may leave the window meanwhile.
    if (one !== other && Math.abs((answers[0]?.count ?? 0) - (answers[1]?.count ?? 0)) > 5)
      throw new Error(`${question.name}: the answers differ: ${one} and ${other}`);
    selected = answers[0]?.count ?? 0;
  }
  all.ours.push(...ours);
  all.byHand.push(...byHand);
  const result = { name: question.name, count: selected, ours: times(ours), byHand: times(byHand) };
  results.push(result);
  say(dim(`  ${question.name}: ${count(selected)}; ${result.ours.p50} ms, by hand ${result.byHand.p50} ms`));
}
await closeDatabase();
const result: AudienceResult = {
  customers,
  orders,
  questions: results,
  ours: times(all.ours),
  byHand: times(all.byHand),
};
process.send?.(result);

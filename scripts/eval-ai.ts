import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { heldOutCases } from '../src/features/ai/evaluation/held-out-cases.ts';
import {
  accuracy,
  HELD_OUT_TARGET,
  judgeAll,
  type Score,
  score,
  TUNED_TARGET,
  type Verdict,
} from '../src/features/ai/evaluation/judge.ts';
import { buildPool } from '../src/features/ai/evaluation/pool.ts';
import { tunedCases } from '../src/features/ai/evaluation/tuned-cases.ts';
import { evaluationContext } from '../src/features/ai/evaluation/workspace.ts';
import type { WordsContext } from '../src/features/ai/words-context.ts';
import { wordsToRules } from '../src/features/ai/words-to-rules/words-to-rules.ts';
import { describeRules } from '../src/features/audiences/rules/describe.ts';
import { bold, count, dim, green, liveLine, red, say, seconds } from './lib/terminal.ts';

const { values: options } = parseArgs({
  options: {
    'show-held-out': { type: 'boolean', default: false },
    json: { type: 'string' },
    groq: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const HELP = `npm run eval:ai -- [options]

  --groq             the model behind GROQ_API_KEY instead of the built-in parser; needs DATABASE_URL and REDIS_URL
  --json FILE        write the figures and what came of each request
  --show-held-out    name the failing requests of the set that was kept out, too: not while working on the parser
`;

async function main(): Promise<boolean> {
  const cases = [...tunedCases, ...heldOutCases];
  const started = performance.now();
  const pool = buildPool(cases, evaluationContext);
  const { openModelReader } = options.groq ? await import('./lib/model-reader.ts') : {};
  const model = openModelReader?.();
  const who = model ? model.model : 'the built-in parser';
  say(bold(`Words to rules by ${who}: ${cases.length} requests, ${count(pool.length)} made-up customers`));
  const progress = liveLine();
  let asked = 0;
  const read = (words: string, context: WordsContext) => {
    asked += 1;
    if (model) progress.update(`Request ${asked} of ${cases.length}`);
    return model ? model.read(words, context) : wordsToRules(words, context);
  };
  const tuned = await judgeAll(tunedCases, read, pool, evaluationContext);
  const heldOut = await judgeAll(heldOutCases, read, pool, evaluationContext);
  await model?.close();
  const scores = { tuned: score(tuned), heldOut: score(heldOut) };

  printTable(scores.tuned, scores.heldOut);
  printFailures('Failing requests of the tuned set', tuned);
  if (options['show-held-out']) printFailures('Failing requests of the set kept out', heldOut);
  if (options.json) writeFileSync(options.json, `${JSON.stringify(toJson(tuned, heldOut), null, 2)}\n`);

  const passed =
    accuracy(scores.tuned.total) >= TUNED_TARGET && accuracy(scores.heldOut.total) >= HELD_OUT_TARGET;
  say();
  say(`tuned     ${line(scores.tuned.total, TUNED_TARGET)}`);
  say(`held out  ${line(scores.heldOut.total, HELD_OUT_TARGET)}`);
  say(dim(`Finished in ${seconds(performance.now() - started)}`));
  return passed;
}

type Scores = ReturnType<typeof score>;

function printTable(tuned: Scores, heldOut: Scores): void {
  const cells = (topic: string, a: Score | undefined, b: Score | undefined) =>
    `${topic.padEnd(16)}${cell(a)}${cell(b)}`;
  say();
  say(dim(`${'topic'.padEnd(16)}${'tuned'.padStart(18)}${'held out'.padStart(18)}`));
  for (const topic of new Set([...tuned.topics.keys(), ...heldOut.topics.keys()]))
    say(cells(topic, tuned.topics.get(topic), heldOut.topics.get(topic)));
  say(bold(cells('all', tuned.total, heldOut.total)));
  say(
    dim(
      `Words reported as not understood though all of them can be: ${tuned.total.withUnmapped} of the tuned requests, ${heldOut.total.withUnmapped} of those kept out`,
    ),
  );
}

const percent = (s: Score) => `${(accuracy(s) * 100).toFixed(1)} %`;
const cell = (s: Score | undefined) =>
  (s ? `${s.right}/${s.all} ${percent(s).padStart(8)}` : '–').padStart(18);

function line(total: Score, target: number): string {
  const text = `${total.right} of ${total.all} right, ${percent(total)} (target: ${target * 100} %)`;
  return accuracy(total) >= target ? green(text) : red(text);
}

function printFailures(title: string, verdicts: readonly Verdict[]): void {
  const failing = verdicts.filter((v) => !v.right);
  if (failing.length === 0) return;
  say();
  say(bold(`${title}: ${failing.length}`));
  for (const verdict of failing) {
    const { case: request, got, missed, surplus, unreported, error } = verdict;
    say();
    say(`${request.id}  “${request.words}”`);
    say(`  expected  ${describeRules(request.means)}${remarks(request.unmapped)}`);
    if (error) say(`  ${red(error)}`);
    else say(`  got       ${describeRules(got.rules)}${remarks(got.unmapped)}`);
    if (missed + surplus > 0) say(dim(`  ${count(missed)} customers missed, ${count(surplus)} too many`));
    if (unreported.length > 0) say(dim(`  not reported as not understood: ${unreported.join(', ')}`));
  }
}

const remarks = (unmapped: readonly string[]) =>
  unmapped.length > 0 ? `  [not understood: ${unmapped.join(' | ')}]` : '';

function toJson(tuned: readonly Verdict[], heldOut: readonly Verdict[]) {
  const figures = (verdicts: readonly Verdict[]) => {
    const { total, topics } = score(verdicts);
    return { ...total, accuracy: accuracy(total), topics: Object.fromEntries(topics) };
  };
  const requests = (verdicts: readonly Verdict[]) =>
    verdicts.map(({ case: request, right, got, missed, surplus, unreported, error }) => ({
      id: request.id,
      words: request.words,
      right,
      expected: describeRules(request.means),
      ...(error ? { error } : { got: describeRules(got.rules), rules: got.rules }),
      unmapped: got.unmapped,
      assumptions: got.assumptions,
      missed,
      surplus,
      unreported,
    }));
  return {
    at: new Date().toISOString(),
    tuned: { ...figures(tuned), requests: requests(tuned) },
    heldOut: {
      ...figures(heldOut),
      ...(options['show-held-out'] ? { requests: requests(heldOut) } : {}),
    },
  };
}

if (options.help) say(HELP);
else {
  try {
    if (!(await main())) process.exitCode = 1;
  } catch (error) {
    process.stderr.write(`${red(error instanceof Error ? error.message : String(error))}\n`);
    // Connections may be open.
    process.exit(2);
  }
}

import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DATA, type Lab, openLab } from '../bench/lab.ts';
import { judge, printResults, type Results } from '../bench/report.ts';
import { measureAudience } from '../bench/sections/audience.ts';
import { measureDelivery } from '../bench/sections/delivery.ts';
import { measureFairness } from '../bench/sections/fairness.ts';
import { measureFanout } from '../bench/sections/fanout.ts';
import { measureImport } from '../bench/sections/import.ts';
import { measureScale } from '../bench/sections/scale.ts';
import { measureWeb } from '../bench/sections/web.ts';
import { measureWebhook } from '../bench/sections/webhook.ts';
import { measureWorkers } from '../bench/sections/workers.ts';
import { envSchema } from '../src/env.ts';
import { closeDatabase, database } from '../src/server/db.ts';
import { build } from './lib/application.ts';
import { bold, dim, red, say, seconds } from './lib/terminal.ts';
import { runningOwner, type Services, startServices } from './services/start.ts';

const OUTPUT = join('bench', 'results.json');
const SECTIONS = [
  'delivery',
  'scale',
  'workers',
  'fairness',
  'webhook',
  'fanout',
  'import',
  'audience',
  'web',
] as const;
const { wanted, size, profile } = readArguments();
/** Rows of the import, and customers of the audiences' shop, for each recipient of the other sections. */
const ORDERS = 4;
const CUSTOMERS = 20;
/** The scale section's sizes: a tenth, one and five times the size of the others. */
const SIZES = [size / 10, size, size * 5].map(Math.round);

// Nothing of the developer's settings or .env reaches the benchmark: it empties its database again and again.
const urls = { database: process.env.BENCH_DATABASE_URL, redis: process.env.BENCH_REDIS_URL };
Object.assign(process.env, Object.fromEntries(Object.keys(envSchema.shape).map((key) => [key, ''])));

let services: Services | undefined;
let lab: Lab | undefined;
let interrupted = false;

async function cleanUp(): Promise<void> {
  await lab?.stop();
  // Asking for the database when no settings were made would fail.
  if (lab) await closeDatabase();
  await services?.stop();
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (interrupted) return;
    interrupted = true;
    say('\nStopping …');
    void cleanUp().finally(() => process.exit(130));
  });
}

async function main(): Promise<void> {
  say(bold(`NexusFlow benchmark: ${wanted.join(', ')}; ${size.toLocaleString('en-GB')} recipients`));
  const other = runningOwner(DATA);
  if (other !== null) throw new Error(`Another benchmark of this clone is at work (process ${other}).`);
  say('Services');
  Object.assign(process.env, { DATABASE_URL: urls.database ?? '', REDIS_URL: urls.redis ?? '' });
  services = await startServices({ dataDirectory: DATA, databaseName: 'nexusflow_bench' });
  await build();
  lab = await openLab(services, { profile });

  const results: Results = {};
  for (const section of wanted) {
    say();
    say(bold(section));
    if (section === 'delivery') results.delivery = await measureDelivery(lab, size);
    else if (section === 'scale') results.scale = await measureScale(lab, SIZES);
    else if (section === 'workers') results.workers = await measureWorkers(lab, size, [1, 2, 4]);
    else if (section === 'fairness') results.fairness = await measureFairness(lab, size * 2);
    else if (section === 'webhook') results.webhook = await measureWebhook(lab, size);
    else if (section === 'fanout') results.fanout = await measureFanout(lab);
    else if (section === 'import') results.import = await measureImport(lab, size * ORDERS);
    else if (section === 'web') results.web = await measureWeb(lab);
    else results.audience = await measureAudience(services.databaseUrl, size * CUSTOMERS);
  }
  const targets = judge(results);
  printResults(results, targets);
  const { version } = await database().command({ buildInfo: 1 });
  const machine = {
    cores: cpus().length,
    cpu: cpus()[0]?.model ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    platform: process.platform,
    node: process.version,
    mongodb: String(version),
  };
  const record = { at: new Date().toISOString(), machine, size, targets, ...results };
  writeFileSync(OUTPUT, `${JSON.stringify(record, null, 2)}\n`);
  say(dim(`\nWritten to ${OUTPUT}. How to read it: docs/benchmark.md`));
}

/** `--only delivery,fanout --size 5000 --profile`. */
function readArguments() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      size: { type: 'string', default: '50000' },
      profile: { type: 'boolean', default: false },
    },
  });
  const names = values.only?.split(',').map((name) => name.trim()) ?? [...SECTIONS];
  const unknown = names.filter((name) => !SECTIONS.some((section) => section === name));
  const asked = Number(values.size);
  if (unknown.length > 0 || !Number.isInteger(asked) || asked < 1_000) {
    say(
      unknown.length > 0
        ? `There is no section ${unknown.join(', ')}. Sections: ${SECTIONS.join(', ')}`
        : '--size is a whole number of recipients, 1000 at least',
    );
    process.exit(2);
  }
  return {
    wanted: SECTIONS.filter((section) => names.includes(section)),
    size: asked,
    profile: values.profile,
  };
}

const began = Date.now();
let failed = false;
try {
  await main();
} catch (error) {
  failed = true;
  if (!interrupted) say(red(error instanceof Error ? error.message : String(error)));
}
if (!interrupted) {
  await cleanUp();
  say(dim(`Finished in ${seconds(Date.now() - began)}`));
  // A missed target is a result, not a failure of the benchmark.
  process.exit(failed ? 1 : 0);
}

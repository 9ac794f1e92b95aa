import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { openApiDocument } from '../src/api/openapi/document.ts';
import { envSchema } from '../src/env.ts';
import { fuzzDocument, leftOut } from './fuzz/document.ts';
import { schemathesis } from './fuzz/install.ts';
import { type FuzzResult, fuzz } from './fuzz/run.ts';
import { type Application, build, migrate, startApplication } from './lib/application.ts';
import { run } from './lib/processes.ts';
import { bold, count, dim, green, red, say } from './lib/terminal.ts';
import { type Services, startServices } from './services/start.ts';

/**
 * `npm run test:api-fuzz`: schemathesis makes up thousands of requests from the OpenAPI document, as somebody with a key for
 * everything and as nobody, against a real web and worker process with a database of their own. No answer may be a 5xx, or
 * have a status, a type, a header or a body that the document does not tell of.
 *
 * `-- --seconds 300 --seed 1`; with `--url` a server that runs already is asked, whose settings are in the environment.
 */
const WHERE = { dataDirectory: join('.data', 'api-fuzz'), databaseName: 'nexusflow_fuzz' };
const LEAST_REQUESTS = 2_000;
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '240' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    url: { type: 'string' },
    /** A file for `{passed, failed}`. */
    report: { type: 'string' },
    least: { type: 'string', default: String(LEAST_REQUESTS) },
  },
});
const seconds = Number(values.seconds);

let services: Services | undefined;
let application: Application | undefined;
async function stop(): Promise<void> {
  await application?.stop();
  await services?.stop();
}
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void stop().finally(() => process.exit(130)));

/** A server of our own, or the one that is named. */
async function server(): Promise<{ url: string; env: Record<string, string> }> {
  if (values.url) return { url: values.url, env: {} };
  Object.assign(process.env, Object.fromEntries(Object.keys(envSchema.shape).map((key) => [key, ''])));
  services = await startServices(WHERE);
  await migrate(services.databaseUrl);
  await build();
  application = await startApplication({ ...services, dataDirectory: WHERE.dataDirectory });
  return application;
}

/** A workspace for this run alone, with a key for all of it. */
async function newKey(env: Record<string, string>): Promise<string> {
  const slug = `fuzz-${randomUUID()}`;
  const cli = async (...args: string[]): Promise<string> => {
    let said = '';
    const onOutput = (text: string) => {
      said += text;
    };
    await run(process.execPath, ['scripts/cli.ts', ...args], { env, onOutput });
    return said;
  };
  await cli('workspace', 'create', '--name', 'Fuzz', '--slug', slug);
  const said = await cli('api-key', 'create', '--workspace', slug, '--name', 'Fuzz', '--scopes', 'all');
  return said.trimEnd().split('\n').at(-1) ?? '';
}

async function main(): Promise<FuzzResult[]> {
  const program = await schemathesis();
  const { url, env } = await server();
  const document = join(WHERE.dataDirectory, 'openapi.json');
  mkdirSync(dirname(document), { recursive: true });
  writeFileSync(document, JSON.stringify(fuzzDocument(openApiDocument())));
  for (const [what, why] of Object.entries({ ...leftOut.paths, ...leftOut.parameters }))
    say(dim(`  Left out: ${what}: ${why}`));
  const options = { document, url, directory: join(WHERE.dataDirectory, 'reports'), seed: values.seed };
  const runs = [
    { name: 'with-a-key', key: await newKey(env), seconds },
    { name: 'as-nobody', key: null, seconds: Math.ceil(seconds / 3) },
  ];
  return Promise.all(runs.map((run) => fuzz(program, run, options)));
}

say(bold(`Requests made up from the OpenAPI document for ${seconds} s; seed ${values.seed}`));
let passed = 0;
let failed = 0;
try {
  const results = await main();
  for (const { name, requests, operations, failed: broken, output } of results) {
    passed += Math.max(0, operations - broken);
    failed += broken;
    say(
      `${broken === 0 ? green('✓') : red('✗')} ${name}: ${count(requests)} requests, ${operations} operations`,
    );
    if (broken > 0) say(output);
  }
  const requests = results.reduce((sum, result) => sum + result.requests, 0);
  if (requests < Number(values.least)) {
    failed += 1;
    say(
      red(
        `Only ${count(requests)} requests were made; it should be ${count(Number(values.least))} at least.`,
      ),
    );
  }
} catch (error) {
  failed += 1;
  say(red(error instanceof Error ? error.message : String(error)));
}
await stop();
if (values.report) writeFileSync(values.report, JSON.stringify({ passed, failed }));
say(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

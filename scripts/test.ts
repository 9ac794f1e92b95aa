import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Redis } from 'ioredis';
import { MongoClient } from 'mongodb';
import { envSchema } from '../src/env.ts';
import { type Application, isBuilt, migrate, startApplication } from './lib/application.ts';
import { freePort } from './lib/processes.ts';
import { bold, dim, green, red, say, seconds } from './lib/terminal.ts';
import { runningOwner, type Services, startServices } from './services/start.ts';
import { ensureBrowser } from './test/browser.ts';
import { add, type Counts, countPlaywright, countVitest, NONE } from './test/counts.ts';
import { startMailSink } from './test/mail-sink.ts';
import { type Command, runStage, skipStage, stopStage } from './test/stage.ts';

const DATA = join('.data', 'test');
const REPORTS = join(DATA, 'reports');
/** Where letters of the application lie for the browser's tests. */
const MAIL = join(DATA, 'mail');
/** For the time a demo runs from an older build: its pages must not change under its feet. */
const OWN_BUILD = join(DATA, 'next');
/** Away from 3000 and its neighbours, where the developer's own may start at any moment. */
const FIRST_PORT = 4_300;
const SECRET = 'nexusflow-test-secret-of-no-value';
const STAGES = ['lint', 'types', 'audit', 'unit', 'build', 'integration', 'e2e'] as const;
type Stage = (typeof STAGES)[number];
const TITLES: Record<Stage, string> = {
  lint: 'Lint',
  types: 'Types',
  audit: 'Known holes in dependencies',
  unit: 'Unit tests',
  build: 'Build',
  integration: 'Integration tests',
  e2e: 'End-to-end tests',
};

const { wanted, filters } = readArguments();
const has = (stage: Stage): boolean => wanted.includes(stage);

// Nothing of the developer's settings or .env reaches the tests: an empty value means "not set" and .env does not fill it.
const urls = { database: process.env.TEST_DATABASE_URL, redis: process.env.TEST_REDIS_URL };
if (process.env.DATABASE_URL || process.env.MONGODB_URI || process.env.REDIS_URL) {
  say(
    dim(
      'DATABASE_URL and REDIS_URL are left alone: tests use their own, or TEST_DATABASE_URL and TEST_REDIS_URL.',
    ),
  );
}
Object.assign(process.env, Object.fromEntries(Object.keys(envSchema.shape).map((key) => [key, ''])));

let services: Services | undefined;
let application: Application | undefined;
let mail: Awaited<ReturnType<typeof startMailSink>> | undefined;
let interrupted = false;

async function cleanUp(): Promise<void> {
  await application?.stop();
  await mail?.stop();
  await services?.stop();
  application = undefined;
  mail = undefined;
  services = undefined;
  rmSync(OWN_BUILD, { recursive: true, force: true });
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (interrupted) return;
    interrupted = true;
    say('\nStopping …');
    stopStage();
    void cleanUp().finally(() => process.exit(130));
  });
}

const began = Date.now();
let total = NONE;
const count = (counts: Counts): boolean => {
  total = add(total, counts);
  return counts.failed === 0;
};
const fail = (what: string, error: unknown): void => {
  say(`${red('✗')} ${what}\n${error instanceof Error ? error.message : String(error)}\n`);
  count({ ...NONE, failed: 1 });
};

const npmScript = (name: string, script: string, env: Record<string, string> = {}): Command => ({
  name,
  command: 'npm',
  args: ['run', '--silent', script],
  env,
});
const vitest = (name: string, project: string, env: Record<string, string>): Command => {
  const file = join(REPORTS, `${project}.json`);
  return {
    name,
    command: 'vitest',
    args: [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...filters,
    ],
    env: { NODE_ENV: 'test', LOG_LEVEL: 'warn', ...env },
    report: { file, count: countVitest },
  };
};

async function main(): Promise<void> {
  if (has('lint')) count(await runStage(npmScript(TITLES.lint, 'lint')));
  if (has('types')) count(await runStage(npmScript(TITLES.types, 'typecheck')));
  if (has('audit')) count(await runStage(npmScript(TITLES.audit, 'test:audit')));
  if (has('unit')) count(await runStage(vitest(TITLES.unit, 'unit', {})));

  const needsBuild = has('build') || has('integration') || has('e2e');
  const distDir = !isBuilt() && runningOwner('.data') !== null ? OWN_BUILD : '.next';
  const built = needsBuild && (await buildOnce(distDir));
  if (!has('integration') && !has('e2e')) return;

  const left = (['integration', 'e2e'] as const).filter(has);
  const leaveOut = (why: string) => {
    for (const stage of left) skipStage(TITLES[stage], why);
  };
  // Both start the web process from the build.
  if (!built) return leaveOut('the build failed');

  say('  Starting MongoDB and Redis for the tests …');
  services = await startTestServices().catch((error: unknown) => {
    fail('MongoDB and Redis', error);
    return undefined;
  });
  if (!services) return leaveOut('there is no database');
  const env = { ...connection(services), NEXTAUTH_SECRET: SECRET, NEXT_DIST_DIR: distDir };
  if (has('integration')) {
    // Tests start web and worker processes of their own, which find each other by this port.
    const PORT = String(await freePort(FIRST_PORT));
    count(await runStage(vitest(TITLES.integration, 'integration', { ...env, PORT })));
  }
  if (has('e2e')) await endToEnd(services, env);
}

async function buildOnce(distDir: string): Promise<boolean> {
  if (isBuilt(distDir)) {
    skipStage(TITLES.build, 'the last one is up to date');
    return true;
  }
  return count(
    await runStage(npmScript(TITLES.build, 'build', { NODE_ENV: 'production', NEXT_DIST_DIR: distDir })),
  );
}

const connection = (s: Services) => ({ DATABASE_URL: s.databaseUrl, REDIS_URL: s.redisUrl });

/** MongoDB and Redis of the tests' own, empty; or the ones TEST_DATABASE_URL and TEST_REDIS_URL name, as they are. */
async function startTestServices(): Promise<Services> {
  const other = runningOwner(DATA);
  if (other !== null) {
    throw new Error(`Another test run of this clone is at work (process ${other}). Wait for it, or stop it.`);
  }
  Object.assign(process.env, { DATABASE_URL: urls.database ?? '', REDIS_URL: urls.redis ?? '' });
  const started = await startServices({ dataDirectory: DATA, databaseName: 'nexusflow_test' });
  try {
    if (!urls.database) await dropDatabase(started.databaseUrl);
    if (!urls.redis) await emptyRedis(started.redisUrl);
    await migrate(started.databaseUrl);
    return started;
  } catch (error) {
    await started.stop();
    throw error;
  }
}

async function dropDatabase(url: string): Promise<void> {
  const client = await MongoClient.connect(url);
  await client.db().dropDatabase();
  await client.close();
}

async function emptyRedis(url: string): Promise<void> {
  const redis = new Redis(url);
  await redis.flushall();
  redis.disconnect();
}

async function endToEnd(running: Services, env: Record<string, string>): Promise<void> {
  const file = join(REPORTS, 'e2e.json');
  let browser: string;
  try {
    browser = await ensureBrowser();
    Object.assign(process.env, { PORT: String(FIRST_PORT) });
    mail = await startMailSink(MAIL);
    // Each test comes from an address of its own, as a proxy would say it (e2e/fixtures/test.ts).
    application = await startApplication({
      ...running,
      dataDirectory: DATA,
      env: { ...env, SMTP_URL: mail.url, TRUSTED_PROXIES: '1' },
    });
  } catch (error) {
    fail(`${TITLES.e2e} could not begin`, error);
    return;
  }
  say(dim(`  Browser: ${browser}; the app: ${application.url}, its logs in ${join(DATA, 'logs')}`));
  const passed = count(
    await runStage({
      name: TITLES.e2e,
      command: 'playwright',
      args: ['test', ...filters],
      env: {
        ...application.env,
        NODE_ENV: 'test',
        E2E_BASE_URL: application.url,
        E2E_MAIL_DIR: resolve(MAIL),
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      },
      report: { file, count: countPlaywright },
    }),
  );
  if (!passed)
    say(dim('  Traces and videos: test-results/; to look at one: npx playwright show-trace <trace.zip>'));
}

/** `--only lint,unit`; what follows is handed to the test runner, for example the name of a test file. */
function readArguments(): { wanted: readonly Stage[]; filters: string[] } {
  const { values, positionals } = parseArgs({
    options: { only: { type: 'string' } },
    allowPositionals: true,
  });
  const names = values.only?.split(',').map((name) => name.trim()) ?? [...STAGES];
  const unknown = names.filter((name) => !STAGES.some((stage) => stage === name));
  if (unknown.length > 0) {
    say(`There is no stage ${unknown.join(', ')}. Stages: ${STAGES.join(', ')}`);
    process.exit(2);
  }
  return { wanted: STAGES.filter((stage) => names.includes(stage)), filters: positionals };
}

rmSync(REPORTS, { recursive: true, force: true });
say(bold(`NexusFlow tests: ${wanted.join(', ')}`));
try {
  await main();
} catch (error) {
  if (!interrupted) fail('The test run broke off', error);
}
if (!interrupted) {
  await cleanUp();
  const summary = `${total.passed} passed, ${total.failed} failed`;
  say(`\nFinished in ${seconds(Date.now() - began)}`);
  say(total.failed === 0 ? green(summary) : red(summary));
  process.exit(total.failed === 0 ? 0 : 1);
}

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isBuilt } from './lib/application.ts';
import { picturesForThisBrowser, picturesLeftOut } from './lib/pictures.ts';
import { freePort } from './lib/processes.ts';
import { bold, dim, green, red, say, seconds } from './lib/terminal.ts';
import type { Services } from './services/start.ts';
import { ensureBrowser } from './test/browser.ts';
import { add, type Counts, countFuzz, countPlaywright, countVitest, NONE } from './test/counts.ts';
import {
  buildDirectory,
  DATA,
  FIRST_PORT,
  leaveSettingsBehind,
  removeOwnBuild,
  settingsOf,
  startTestApplication,
  startTestServices,
  type TestApplication,
} from './test/own-application.ts';
import { type Command, runStage, skipStage, stopStage } from './test/stage.ts';

const REPORTS = join(DATA, 'reports');
const STAGES = ['lint', 'types', 'audit', 'unit', 'build', 'integration', 'e2e', 'api-fuzz'] as const;
type Stage = (typeof STAGES)[number];
const TITLES: Record<Stage, string> = {
  lint: 'Lint',
  types: 'Types',
  audit: 'Known holes in dependencies',
  unit: 'Unit tests',
  build: 'Build',
  integration: 'Integration tests',
  e2e: 'End-to-end tests',
  'api-fuzz': 'Made-up requests',
};

const { wanted, filters } = readArguments();
const has = (stage: Stage): boolean => wanted.includes(stage);

const urls = leaveSettingsBehind();

let services: Services | undefined;
let application: TestApplication | undefined;
let interrupted = false;

async function cleanUp(): Promise<void> {
  await application?.stop();
  await services?.stop();
  application = undefined;
  services = undefined;
  removeOwnBuild();
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

  const needsBuild = has('build') || has('integration') || has('e2e') || has('api-fuzz');
  const distDir = buildDirectory();
  const built = needsBuild && (await buildOnce(distDir));
  const left = (['integration', 'e2e', 'api-fuzz'] as const).filter(has);
  if (left.length === 0) return;
  const leaveOut = (why: string) => {
    for (const stage of left) skipStage(TITLES[stage], why);
  };
  // All start the web process from the build.
  if (!built) return leaveOut('the build failed');

  say('  Starting MongoDB and Redis for the tests …');
  services = await startTestServices(urls).catch((error: unknown) => {
    fail('MongoDB and Redis', error);
    return undefined;
  });
  if (!services) return leaveOut('there is no database');
  if (has('integration')) {
    // Tests start web and worker processes of their own, which find each other by this port.
    const PORT = String(await freePort(FIRST_PORT));
    count(
      await runStage(vitest(TITLES.integration, 'integration', { ...settingsOf(services, distDir), PORT })),
    );
  }
  if (!has('e2e') && !has('api-fuzz')) return;
  try {
    application = await startTestApplication(services, distDir);
  } catch (error) {
    fail('The application', error);
    return;
  }
  if (has('e2e')) await endToEnd(application);
  // Last: it may pause queues and empty them.
  if (has('api-fuzz')) await apiFuzz(application);
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

/** So long (s) that requests are made up; `npm run test:api-fuzz` does it longer. */
const FUZZ_SECONDS = 45;

async function apiFuzz({ url, env }: TestApplication): Promise<void> {
  const file = join(REPORTS, 'api-fuzz.json');
  count(
    await runStage({
      name: TITLES['api-fuzz'],
      command: 'node',
      args: [
        'scripts/api-fuzz.ts',
        ...['--url', url, '--report', file],
        ...['--seconds', String(FUZZ_SECONDS), '--least', '500'],
      ],
      env,
      report: { file, count: countFuzz },
    }),
  );
}

async function endToEnd({ url, playwright }: TestApplication): Promise<void> {
  const file = join(REPORTS, 'e2e.json');
  let browser: string;
  try {
    browser = await ensureBrowser();
  } catch (error) {
    fail(`${TITLES.e2e} could not begin`, error);
    return;
  }
  say(dim(`  Browser: ${browser}; the app: ${url}, its logs in ${join(DATA, 'logs')}`));
  const passed = count(
    await runStage({
      name: TITLES.e2e,
      command: 'playwright',
      args: ['test', ...filters],
      env: {
        ...playwright,
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      },
      report: { file, count: countPlaywright },
    }),
  );
  const pictures = picturesForThisBrowser();
  if (!pictures.known) say(dim(picturesLeftOut(pictures)));
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

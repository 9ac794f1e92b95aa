import { type ChildProcess, spawn } from 'node:child_process';
import { build } from './lib/application.ts';
import { dim, red, say } from './lib/terminal.ts';
import type { Services } from './services/start.ts';
import { ensureBrowser } from './test/browser.ts';
import {
  buildDirectory,
  leaveSettingsBehind,
  removeOwnBuild,
  startTestApplication,
  startTestServices,
  type TestApplication,
} from './test/own-application.ts';

// Playwright with an application to try: the one that E2E_BASE_URL names, else one that is started for this run, as
// `npm test` does. Every argument is Playwright's own (e2e/README.md has examples).
const args = process.argv.slice(2);
/** Answered without an application. */
const ONLY_ASKS = ['--list', '--help', '-h'];
const asks = args.some((arg) => ONLY_ASKS.includes(arg));

let playwright: ChildProcess | undefined;
let services: Services | undefined;
let application: TestApplication | undefined;
let interrupted = false;

async function cleanUp(): Promise<void> {
  await application?.stop();
  await services?.stop();
  removeOwnBuild();
}
// A terminal's Ctrl-C reaches Playwright by itself, and its end is what is waited for.
process.on('SIGINT', () => {
  interrupted = true;
});
process.on('SIGTERM', () => {
  interrupted = true;
  playwright?.kill('SIGTERM');
});

async function surroundings(): Promise<Record<string, string>> {
  if (asks || process.env.E2E_BASE_URL) return {};
  const urls = leaveSettingsBehind();
  const distDir = buildDirectory();
  await build(distDir);
  services = await startTestServices(urls);
  application = await startTestApplication(services, distDir);
  say(dim(`  Browser: ${await ensureBrowser()}; the app: ${application.url}, its logs in .data/test/logs`));
  return application.playwright;
}

const run = (env: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    playwright = spawn('playwright', ['test', ...args], {
      stdio: 'inherit',
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    playwright.once('error', reject);
    playwright.once('exit', (code) => resolve(code ?? 1));
  });

let code = 1;
try {
  const env = await surroundings();
  if (!interrupted) code = await run(env);
} catch (error) {
  say(red(error instanceof Error ? error.message : String(error)));
}
await cleanUp();
process.exit(interrupted ? 130 : code);

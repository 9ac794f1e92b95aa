import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import lighthouse, { desktopConfig, type Result } from 'lighthouse';
import { DEMO_LOGIN } from './demo/prepare-account.ts';
import { build } from './lib/application.ts';
import { CHROMIUM_FLAGS, findChromium } from './lib/chromium.ts';
import { freePort } from './lib/processes.ts';
import { bold, dim, green, red, say, seconds } from './lib/terminal.ts';
import { type MeasuredPage, preparePages } from './lighthouse/pages.ts';
import type { Services } from './services/start.ts';
import { ensureBrowser } from './test/browser.ts';
import {
  buildDirectory,
  DATA,
  leaveSettingsBehind,
  removeOwnBuild,
  startTestApplication,
  startTestServices,
  type TestApplication,
} from './test/own-application.ts';

const OUTPUT = join(DATA, 'reports', 'lighthouse.json');
/** What is measured varies from run to run; the middle one counts. */
const RUNS = 3;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof CATEGORIES)[number];
/** The least that is good enough, of 100. Search engines see public pages only. */
const TARGETS: Record<Category, number> = {
  performance: 95,
  accessibility: 100,
  'best-practices': 100,
  seo: 95,
};

interface Measured {
  page: MeasuredPage;
  scores: Record<Category, number>;
  /** What did not get full marks, with Lighthouse's own words. */
  findings: string[];
  /** How quick Lighthouse found the machine to be just before; the least of the runs. */
  benchmarkIndex: number;
}

/** Below this Lighthouse itself takes a machine for a slow or busy one, whose performance scores say little. */
const BUSY_BELOW = 1_000;

const wanted = (page: MeasuredPage, category: Category): number | null =>
  category === 'seo' && !page.isPublic ? null : TARGETS[category];
const misses = ({ page, scores }: Measured): boolean =>
  CATEGORIES.some((category) => scores[category] < (wanted(page, category) ?? 0));

/** A browser with one profile: who signs in on a page of it is signed in where Lighthouse looks. */
async function openBrowser(profile: string, port: number): Promise<BrowserContext> {
  const browser = findChromium();
  return chromium.launchPersistentContext(profile, {
    args: [...CHROMIUM_FLAGS, `--remote-debugging-port=${port}`],
    ...(browser?.path ? { executablePath: browser.path } : {}),
  });
}

async function signIn(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('Email').fill(DEMO_LOGIN.email);
  await page.getByLabel('Password').fill(DEMO_LOGIN.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/dashboard');
  await page.close();
}

async function measure(url: string, port: number, page: MeasuredPage): Promise<Measured> {
  const runs: Result[] = [];
  for (let i = 0; i < RUNS; i += 1) {
    const result = await lighthouse(
      url + page.path,
      { port, output: 'json', logLevel: 'error', onlyCategories: [...CATEGORIES] },
      desktopConfig,
    );
    if (!result) throw new Error(`Lighthouse has no result for ${page.path}`);
    if (result.lhr.runtimeError) throw new Error(`${page.path}: ${result.lhr.runtimeError.message}`);
    if (new URL(result.lhr.finalDisplayedUrl).pathname !== page.path)
      throw new Error(`${page.path} led to ${result.lhr.finalDisplayedUrl}`);
    runs.push(result.lhr);
  }
  const score = (category: Category): number => {
    const scores = runs.map((run) => Math.round((run.categories[category]?.score ?? 0) * 100));
    return scores.toSorted((a, b) => a - b)[Math.floor(scores.length / 2)] ?? 0;
  };
  const scores = {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
    seo: score('seo'),
  };
  return {
    page,
    scores,
    findings: [...new Set(runs.flatMap((run) => findingsOf(run, page)))],
    benchmarkIndex: Math.round(Math.min(...runs.map((run) => run.environment.benchmarkIndex))),
  };
}

/** Audits without full marks in the categories that count for the page. */
function findingsOf(run: Result, page: MeasuredPage): string[] {
  return CATEGORIES.filter((category) => wanted(page, category) !== null).flatMap((category) =>
    (run.categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
      const audit = run.audits[id];
      if (!audit || weight === 0 || audit.score === null || audit.score >= 0.9) return [];
      const items = audit.details && 'items' in audit.details ? audit.details.items : [];
      const where = Array.isArray(items) ? items.slice(0, 3).map(placeOf).filter(Boolean) : [];
      return [
        `${category}: ${audit.title}${audit.displayValue ? ` (${audit.displayValue})` : ''}${where.length > 0 ? `: ${where.join(' | ')}` : ''}`,
      ];
    }),
  );
}

/** The element, file or message that an item of an audit is about. */
function placeOf(item: unknown): string {
  if (typeof item !== 'object' || item === null) return '';
  const { node, url, description } = item as Record<string, unknown>;
  if (typeof node === 'object' && node !== null && 'snippet' in node) return String(node.snippet);
  return [description, url].filter((part) => typeof part === 'string').join(' ');
}

function print(results: readonly Measured[]): void {
  const width = Math.max(...results.map(({ page }) => page.name.length));
  say(`\n${''.padEnd(width)}  ${CATEGORIES.join('   ')}`);
  for (const result of results) {
    const cells = CATEGORIES.map((category) => {
      const least = wanted(result.page, category);
      const score = result.scores[category];
      const text = least === null ? `(${score})` : String(score);
      const padded = text.padStart(category.length);
      return least === null ? dim(padded) : score >= least ? green(padded) : red(padded);
    });
    say(`${result.page.name.padEnd(width)}  ${cells.join('   ')}`);
  }
  for (const { page, findings } of results)
    for (const finding of findings) say(dim(`${page.name}: ${finding}`));
  const index = Math.min(...results.map(({ benchmarkIndex }) => benchmarkIndex));
  if (index < BUSY_BELOW)
    say(
      red(
        `\nThe machine was busy or is slow (index ${index}): performance scores say little. Measure again.`,
      ),
    );
  say(
    dim(
      `\nThe middle of ${RUNS} runs each; in brackets what does not count for a page behind the sign-in. All of it: ${OUTPUT}`,
    ),
  );
}

const urls = leaveSettingsBehind();
let services: Services | undefined;
let application: TestApplication | undefined;
let browser: BrowserContext | undefined;
let code = 1;
const began = Date.now();
const profile = mkdtempSync(join(tmpdir(), 'nexusflow-lighthouse-'));
async function cleanUp(): Promise<void> {
  await browser?.close();
  await application?.stop();
  await services?.stop();
  removeOwnBuild();
  rmSync(profile, { recursive: true, force: true });
}
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void cleanUp().finally(() => process.exit(130)));

try {
  say(bold('NexusFlow under Lighthouse'));
  const distDir = buildDirectory();
  await build(distDir);
  services = await startTestServices(urls);
  application = await startTestApplication(services, distDir);
  await ensureBrowser();
  Object.assign(process.env, application.env);
  const pages = await preparePages(application.url);
  const port = await freePort(9_400);
  browser = await openBrowser(profile, port);
  await signIn(browser, application.url);
  const results: Measured[] = [];
  for (const page of pages) {
    results.push(await measure(application.url, port, page));
    say(`  ${page.name} measured`);
  }
  mkdirSync(join(DATA, 'reports'), { recursive: true });
  writeFileSync(OUTPUT, `${JSON.stringify({ targets: TARGETS, results }, null, 2)}\n`);
  print(results);
  code = results.some(misses) ? 1 : 0;
} catch (error) {
  say(red(error instanceof Error ? error.message : String(error)));
}
await cleanUp();
say(dim(`Finished in ${seconds(Date.now() - began)}`));
process.exit(code);

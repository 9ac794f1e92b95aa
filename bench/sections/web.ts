import { type Browser, chromium, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/lib/chromium.ts';
import { count, say } from '../../scripts/lib/terminal.ts';
import type { Lab } from '../lab.ts';
import { percentile } from '../measure.ts';
import { openShop, type Shop, TEMPLATE } from '../shop.ts';

const CUSTOMERS = 100_000;
const CAMPAIGNS = 50;
/** So many of them are sent, to a seventh of the customers each. */
const SENT = 3;
/** What the large workspace is held against: the same pages with next to nothing in them. */
const SMALL = { customers: 50, campaigns: 1, sent: 1 };
const RUNS = 15;
/** Both are in both workspaces. */
const SOUGHT = { email: 'customer-7@example.com', name: 'Customer 7' };
const NOT_SOUGHT = 'Customer 8';
const VIEWPORT = { width: 1280, height: 800 };

export interface Timing {
  p50: number;
  p95: number;
}
export interface WebResult {
  customers: number;
  campaigns: number;
  /** In ms; `small` is the same in a workspace of next to nothing. */
  steps: { what: string; large: Timing; small: Timing }[];
  /** The time (ms) between two frames while the list of customers is scrolled. */
  frames: Timing & { longest: number };
}

interface Workspace {
  shop: Shop;
  page: Page;
  /** A campaign that is over. */
  campaignId: string;
}

/**
 * How long people wait in the browser: page loads with the app's files in its cache, a search, going from page to page.
 * A large and a small workspace of the same processes take turns.
 */
export async function measureWeb(lab: Lab): Promise<WebResult> {
  const app = await lab.fresh({ workers: 1 });
  const found = findChromium();
  if (!found) throw new Error('There is no browser. npm test -- --only e2e installs one.');
  const browser = await chromium.launch({
    args: CHROMIUM_FLAGS,
    ...(found.path ? { executablePath: found.path } : {}),
  });
  try {
    const large = await openWorkspace(browser, app.url, {
      customers: CUSTOMERS,
      campaigns: CAMPAIGNS,
      sent: SENT,
    });
    const small = await openWorkspace(browser, app.url, SMALL);
    const steps: WebResult['steps'] = [];
    for (const [what, step] of Object.entries(STEPS)) {
      const times: Record<'large' | 'small', number[]> = { large: [], small: [] };
      // The first of each fills caches: the browser's with code, the server's with the compiled page.
      for (let i = -1; i < RUNS; i += 1) {
        const [largeMs, smallMs] = [await step(large), await step(small)];
        if (i < 0) continue;
        times.large.push(largeMs);
        times.small.push(smallMs);
      }
      const result = { what, large: timing(times.large), small: timing(times.small) };
      say(`  ${what}: p50 ${result.large.p50} ms, p95 ${result.large.p95} ms`);
      steps.push(result);
    }
    const frames = await scroll(large);
    return { customers: CUSTOMERS, campaigns: CAMPAIGNS, steps, frames };
  } finally {
    await browser.close();
  }
}

const timing = (times: readonly number[]): Timing => ({
  p50: Math.round(percentile(times, 0.5)),
  p95: Math.round(percentile(times, 0.95)),
});

async function openWorkspace(
  browser: Browser,
  url: string,
  size: { customers: number; campaigns: number; sent: number },
): Promise<Workspace> {
  const shop = await openShop(url, size.customers);
  const { id: audienceId } = await shop.api.post<{ id: string }>('/api/audiences', {
    name: 'York',
    rules: { combinator: 'and', rules: [{ field: 'city', operator: '=', value: 'York' }] },
  });
  let campaignId = '';
  for (let i = 0; i < size.campaigns; i += 1) {
    const draft = { name: `Campaign ${i + 1}`, audienceId, template: TEMPLATE };
    const { id } = await shop.api.post<{ id: string }>('/api/campaigns', draft);
    if (i >= size.sent) continue;
    campaignId = id;
    await shop.api.post(`/api/campaigns/${id}/launch`);
    for await (const { status } of shop.api.progress(id)) if (status.startsWith('COMPLETED')) break;
  }
  say(`  a workspace with ${count(size.customers)} customers and ${count(size.campaigns)} campaigns`);
  const context = await browser.newContext({ viewport: VIEWPORT, baseURL: url });
  const [name = '', value = ''] = shop.cookie.split('=', 2);
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  return { shop, page, campaignId };
}

/** What is done and waited for; each returns the ms from the act to the moment a person sees what they asked for. */
const STEPS: Record<string, (workspace: Workspace) => Promise<number>> = {
  'dashboard, opened': ({ page }) =>
    opened(page, '/dashboard', () => page.getByText(/^(Campaign \d+|York)$/).first()),
  'customers, opened to the first rows': ({ page }) => opened(page, '/customers', () => aCustomer(page)),
  'customers, found by a search': async ({ page }) => {
    await page.goto('/customers');
    await aCustomer(page).waitFor();
    const began = performance.now();
    await page.getByRole('searchbox').first().fill(SOUGHT.email);
    await page.getByText(SOUGHT.name, { exact: true }).first().waitFor();
    await page.getByText(NOT_SOUGHT, { exact: true }).waitFor({ state: 'detached' });
    return performance.now() - began;
  },
  'a sent campaign, opened': ({ page, campaignId }) =>
    opened(page, `/campaigns/${campaignId}`, () => aCustomer(page)),
  'from page to page: dashboard to customers': ({ page }) => followed(page, '/dashboard', '/customers'),
  'from page to page: customers to campaigns': ({ page }) => followed(page, '/customers', '/campaigns'),
};

const aCustomer = (page: Page) => page.getByText(/^(Customer \d+|customer-\d+@example\.com)$/).first();

async function opened(page: Page, path: string, ready: () => ReturnType<Page['getByText']>): Promise<number> {
  await page.goto('about:blank');
  const began = performance.now();
  await page.goto(path, { waitUntil: 'commit' });
  await ready().waitFor();
  return performance.now() - began;
}

/**
 * Follows a link of the navigation after it was followed once before: code and data are there.
 * @returns the ms from the click to the frame after the other page's heading is there, as the page itself counts them
 */
async function followed(page: Page, from: string, to: string): Promise<number> {
  if (new URL(page.url()).pathname !== from) {
    await page.goto(from);
    for (const there of [to, from]) {
      await page.waitForLoadState('networkidle');
      await page.locator(`nav[aria-label="Main"] a[href="${there}"]`).first().click();
      await page.waitForURL(`**${there}`);
    }
    await page.waitForLoadState('networkidle');
  }
  const ms = await page.evaluate(
    ([href]) =>
      new Promise<number>((resolve, reject) => {
        const link = document.querySelector<HTMLAnchorElement>(`nav[aria-label="Main"] a[href="${href}"]`);
        const before = document.querySelector('h1')?.textContent;
        if (!link) return reject(new Error(`There is no link to ${href}`));
        const began = performance.now();
        const look = () => {
          const heading = document.querySelector('h1')?.textContent;
          if (location.pathname === href && heading && heading !== before)
            requestAnimationFrame(() => resolve(performance.now() - began));
          else requestAnimationFrame(look);
        };
        link.click();
        look();
      }),
    [to],
  );
  await page.locator(`nav[aria-label="Main"] a[href="${from}"]`).first().click();
  await page.waitForURL(`**${from}`);
  await page.waitForLoadState('networkidle');
  return ms;
}

/** Scrolls the list of customers down for some seconds, more rows being fetched on the way. */
async function scroll({ page }: Workspace): Promise<WebResult['frames']> {
  await page.goto('/customers');
  await aCustomer(page).waitFor();
  await page.mouse.move(VIEWPORT.width / 2, VIEWPORT.height / 2);
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const tick = (now: number) => {
      frames.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    Object.assign(window, { frames });
  });
  for (let i = 0; i < 100; i += 1) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(40);
  }
  const frames = await page.evaluate(() =>
    Reflect.get<{ frames: number[] }, 'frames'>(Object(window), 'frames'),
  );
  const result = { ...timing(frames), longest: Math.round(Math.max(...frames)) };
  say(`  scrolling: p95 ${result.p95} ms between two frames, ${result.longest} ms at most`);
  return result;
}

import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import { CHROMIUM_FLAGS, findChromium } from '../lib/chromium.ts';
import { say } from '../lib/terminal.ts';

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export interface Shot {
  /** The file's name, without theme and ending. */
  name: string;
  path: string;
  /** A part of the page to be brought to the top, by the words of its heading. */
  at?: RegExp;
  /** 1280 by default; the height follows the page, up to a limit. */
  width?: number;
}

/** What a page is still waiting for while this is seen. */
const LOADING = '[aria-label="Loading"], [aria-busy="true"], .skeleton';
const MAX_HEIGHT = 1_500;
const WIDE = { width: 1280, height: 800 };
const SETTLE_MS = 700;

/** A browser in light and dark that takes pictures of pages as they are when nothing is loading any more. */
export class Camera {
  /** Names of pictures that could not be taken, with the reason. */
  readonly missing: string[] = [];
  private readonly base: string;
  private readonly browser: Browser;
  private readonly contexts = new Map<string, BrowserContext>();

  private constructor(base: string, browser: Browser) {
    this.base = base;
    this.browser = browser;
  }

  /** @throws Error when there is no browser */
  static async open(base: string): Promise<Camera> {
    const found = findChromium();
    if (!found)
      throw new Error(
        'There is no Chromium. Install one, or name it in E2E_CHROMIUM; “npm test” fetches one too.',
      );
    const browser = await chromium.launch({
      args: CHROMIUM_FLAGS,
      ...(found.path ? { executablePath: found.path } : {}),
    });
    return new Camera(base, browser);
  }

  /** A page that nobody is signed in on, or the person who signed in by `signIn`. */
  async page(theme: Theme, { sharp: fine = false }: { sharp?: boolean } = {}): Promise<Page> {
    const key = `${theme}-${fine}`;
    const context =
      this.contexts.get(key) ??
      (await this.browser.newContext({
        baseURL: this.base,
        viewport: WIDE,
        colorScheme: theme,
        reducedMotion: 'reduce',
        locale: 'en-GB',
        timezoneId: 'Europe/London',
        deviceScaleFactor: fine ? 1.5 : 1,
        ...(this.state ? { storageState: this.state } : {}),
      }));
    this.contexts.set(key, context);
    return context.newPage();
  }

  private state: Awaited<ReturnType<BrowserContext['storageState']>> | null = null;

  /** From now on all pages are the person's. */
  async signIn(email: string, password: string): Promise<Page> {
    const page = await this.page('light');
    await page.goto('/sign-in');
    await page.getByLabel('Email', { exact: true }).fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL('**/dashboard');
    await this.remember(page);
    return page;
  }

  /** Pages opened from now on begin where this one is. */
  async remember(page: Page): Promise<void> {
    this.state = await page.context().storageState();
    await Promise.all(
      [...this.contexts.values()].map((context) => context !== page.context() && context.close()),
    );
    for (const [key, context] of this.contexts) if (context !== page.context()) this.contexts.delete(key);
  }

  /** From now on nobody is signed in. */
  async signOut(): Promise<void> {
    this.state = null;
    await Promise.all([...this.contexts.values()].map((context) => context.close()));
    this.contexts.clear();
  }

  /** For the documentation: in light and dark, as high as the page is. A page that fails is noted, and the others go on. */
  async take(directory: string, shots: readonly Shot[]): Promise<void> {
    for (const theme of themes)
      for (const shot of shots)
        await this.attempt(`${directory}/${shot.name}-${theme}.webp`, async (file) => {
          const page = await this.page(theme);
          try {
            const { width = WIDE.width } = shot;
            await page.setViewportSize({ width, height: width < 600 ? 740 : WIDE.height });
            await show(page, shot);
            // The window grows with the page, so that what sticks to its edges goes with it.
            const height = await page.evaluate(() => document.documentElement.scrollHeight);
            await page.setViewportSize({ width, height: Math.min(Math.max(height, 740), MAX_HEIGHT) });
            await page.waitForTimeout(SETTLE_MS);
            await write(await page.screenshot(), file, 78);
          } finally {
            await page.close();
          }
        });
  }

  /** For the start page: in light and dark, 1280 by 800 and finer. */
  async takeSharp(directory: string, shots: readonly Shot[]): Promise<void> {
    for (const theme of themes)
      for (const shot of shots)
        await this.attempt(`${directory}/${shot.name}-${theme}.webp`, async (file) => {
          const page = await this.page(theme, { sharp: true });
          try {
            await show(page, shot);
            await write(await page.screenshot(), file, 80);
          } finally {
            await page.close();
          }
        });
  }

  private async attempt(file: string, work: (file: string) => Promise<void>): Promise<void> {
    try {
      await work(file);
      say(`  ${file}`);
    } catch (error) {
      this.missing.push(`${file}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    }
  }

  close = (): Promise<void> => this.browser.close();
}

/** Opens a page and waits until all of it is there. @throws Error when it is not found, or never finishes loading */
async function show(page: Page, { path, at }: Shot): Promise<void> {
  const answer = await page.goto(path);
  if (!answer?.ok()) throw new Error(`${path} answered ${answer?.status()}`);
  await page.locator('h1').first().waitFor();
  await page.waitForFunction((selector) => document.querySelector(selector) === null, LOADING, {
    timeout: 20_000,
  });
  await page.evaluate(() => document.fonts.ready);
  // Pictures that wait until they are seen.
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager';
    await Promise.all(
      [...document.images]
        .filter((i) => i.offsetParent)
        .map((image) => image.decode().catch(() => undefined)),
    );
  });
  if (at)
    await page
      .getByRole('heading', { name: at })
      .first()
      .evaluate((heading) => window.scrollTo(0, heading.getBoundingClientRect().top + window.scrollY - 96))
      // Where the page has another heading by now, its top will do.
      .catch(() => undefined);
  await page.waitForTimeout(SETTLE_MS);
}

async function write(png: Buffer, file: string, quality: number): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await sharp(png).webp({ quality, effort: 6 }).toFile(file);
}

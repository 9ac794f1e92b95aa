import { defineConfig, devices } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './scripts/lib/chromium.ts';
import { type Pictures, picturesForThisBrowser, picturesLeftOut } from './scripts/lib/pictures.ts';

const browser = findChromium();

// Pictures are compared where there are some for this very browser, and when they are asked for by name: then their lack
// is a failure. Playwright's workers read this file too, without its arguments: what was decided goes to them.
if (!process.env.E2E_PICTURES) {
  const pictures = picturesForThisBrowser();
  const asked = process.argv.some((arg) => arg.includes('visual'));
  if (process.argv.includes('test') && !pictures.known && !asked) console.log(picturesLeftOut(pictures));
  process.env.E2E_PICTURES = JSON.stringify({ ...pictures, compare: pictures.known || asked });
}
const pictures: Pictures & { compare: boolean } = JSON.parse(process.env.E2E_PICTURES);

/** `npm test` starts the application and names it in E2E_BASE_URL; by hand, any running one will do. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes only sometimes is to be mended, not run again.
  retries: 0,
  timeout: 60_000,
  expect: {
    timeout: 10_000,
    toHaveScreenshot: { maxDiffPixelRatio: 0.002, stylePath: 'e2e/visual/still.css' },
  },
  // One that is not there is a failure, not made: a picture nobody looked at proves nothing.
  updateSnapshots: 'none',
  snapshotPathTemplate: `${pictures.folder}/{arg}{ext}`,
  reporter: [['list'], ...(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['json'] as const] : [])],
  use: {
    baseURL: process.env.E2E_BASE_URL ?? 'http://localhost:3000',
    trace: 'retain-on-failure',
    // Playwright's own download brings what films a page; a system's Chromium does without.
    video: browser?.path === null ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    launchOptions: {
      args: CHROMIUM_FLAGS,
      ...(browser?.path ? { executablePath: browser.path } : {}),
    },
  },
  // A test names the sizes it is for by tag; without one it is for the desktop (e2e/README.md).
  projects: [
    {
      name: 'desktop',
      grep: /^(?!.*@(phone|tablet|visual)\b)|@desktop\b/,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } },
    },
    // As narrow as phones in use get.
    {
      name: 'phone',
      ...(process.env.E2E_PHONE === 'journeys'
        ? { grep: /@(journey|phone)\b/, grepInvert: /@wide\b/ }
        : { grep: /@phone\b/ }),
      use: { ...devices['Pixel 7'], viewport: { width: 360, height: 740 } },
    },
    { name: 'tablet', grep: /@tablet\b/, use: { ...devices['Galaxy Tab S4'] } },
    ...(pictures.compare
      ? [
          {
            name: 'visual',
            grep: /@visual\b/,
            // What stands still for a picture is a style sheet of Playwright's, which the pages' policy would not let in.
            use: { ...devices['Desktop Chrome'], bypassCSP: true },
          },
        ]
      : []),
  ],
});

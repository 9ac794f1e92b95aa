import type { Page } from '@playwright/test';
import { expectNoAxeViolations } from '../fixtures/axe.ts';
import { eachOf } from '../fixtures/each-of.ts';
import { type AppPage, routesOfApp, SEEN_ELSEWHERE, SIGNED_IN, SIGNED_OUT } from '../fixtures/every-page.ts';
import { type FilledShop, fillShop } from '../fixtures/filled-shop.ts';
import { expect, test } from '../fixtures/test.ts';
import { App } from '../pages/app.ts';

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };
/** So many pages a test, so that workers share them. */
const AT_ONCE = 11;

test('no page of the app is left out here', { tag: '@a11y' }, () => {
  const listed = new Set([...SIGNED_IN, ...SIGNED_OUT].map(({ route }) => route));
  listed.delete('/not-found');
  expect([...listed, ...Object.keys(SEEN_ELSEWHERE)].toSorted()).toEqual(routesOfApp().toSorted());
});

/** Looks at each page in both themes and both sizes. */
async function lookAt(page: Page, pages: readonly AppPage[], shop: FilledShop): Promise<void> {
  const { shell } = new App(page);
  page.setDefaultTimeout(10_000);
  await eachOf(
    pages.map((entry) => entry.path(shop)),
    (path) => path,
    async (path) => {
      await page.setViewportSize(DESKTOP);
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await page.goto(path);
      await shell.settled();
      await expectNoAxeViolations(page, `${path}, light`);
      await shell.setTheme('dark');
      await expectNoAxeViolations(page, `${path}, dark`);
      await page.setViewportSize(PHONE);
      await shell.expectNoSidewaysScroll(path);
      await expectNoAxeViolations(page, `${path}, dark, ${PHONE.width} px`);
      await shell.setTheme('light');
      await expectNoAxeViolations(page, `${path}, light, ${PHONE.width} px`, 'colours');
    },
  );
}

for (let first = 0; first < SIGNED_IN.length; first += AT_ONCE) {
  const pages = SIGNED_IN.slice(first, first + AT_ONCE);
  test(`pages from ${pages[0]?.route} on: no axe violation in light and dark, nothing wider than a phone`, {
    tag: '@a11y',
  }, async ({ signedInPage: page, api, baseURL }) => {
    test.setTimeout(180_000);
    await lookAt(page, pages, await fillShop(api, baseURL ?? ''));
  });
}

test('pages without signing in: no axe violation in light and dark, nothing wider than a phone', {
  tag: '@a11y',
}, async ({ page, api, baseURL }) => {
  test.setTimeout(180_000);
  await lookAt(page, SIGNED_OUT, await fillShop(api, baseURL ?? ''));
});

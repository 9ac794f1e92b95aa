import { fillShop } from '../fixtures/filled-shop.ts';
import { expect, test } from '../fixtures/test.ts';

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

for (const { name, size, colorScheme } of [
  { name: 'desktop, light', size: DESKTOP, colorScheme: 'light' },
  { name: 'desktop, dark', size: DESKTOP, colorScheme: 'dark' },
  { name: 'phone, light', size: PHONE, colorScheme: 'light' },
] as const) {
  test(`the main pages look as they did: ${name}`, { tag: '@visual' }, async ({ app, api, baseURL }) => {
    test.setTimeout(180_000);
    const { page, shell } = app;
    const shop = await fillShop(api, baseURL ?? '');
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const pages = {
      landing: '/',
      dashboard: '/dashboard',
      customers: '/customers',
      customer: `/customers/${shop.customerId}`,
      audience: `/audiences/${shop.audienceId}`,
      campaigns: '/campaigns',
      composer: `/campaigns/${shop.draftId}/edit`,
      draft: `/campaigns/${shop.draftId}`,
      campaign: `/campaigns/${shop.sentId}`,
      import: `/imports/${shop.importId}`,
      failures: '/failures',
      settings: '/settings/workspace',
    };
    for (const [picture, path] of Object.entries(pages)) {
      await page.goto(path);
      await shell.settled();
      await page.evaluate(() => document.fonts.ready);
      await expect.soft(page).toHaveScreenshot(`${picture}-${name.replace(', ', '-')}.png`);
    }
  });
}

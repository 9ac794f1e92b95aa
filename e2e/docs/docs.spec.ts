import { expectNoAxeViolations } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/test.ts';

test('the documentation is read and searched by anybody', { tag: '@journey' }, async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/docs');
  await expect(page.getByRole('heading', { level: 1, name: 'Documentation' })).toBeVisible();

  const pages = page.getByRole('navigation', { name: 'Pages of the documentation' });
  await pages.getByRole('link', { name: 'Rules', exact: true }).click();
  await expect(page).toHaveURL(/\/docs\/rules$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Rules' })).toBeVisible();
  await expect(pages.getByRole('link', { name: 'Rules', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );

  await page.getByRole('button', { name: 'Search' }).click();
  const search = page.getByRole('dialog', { name: 'Search the documentation' });
  await search.getByRole('combobox').fill('holdout');
  await expect(search.getByRole('option').first()).toContainText(/holdout/i);
  await expectNoAxeViolations(page, 'search of the documentation');
  await search.getByRole('combobox').press('Enter');
  await expect(search).toBeHidden();
  await expect(page).toHaveURL(/\/docs\/.+/);

  const missing = await page.goto('/docs/no-such-page');
  expect(missing?.status()).toBe(404);
});

test('the documentation fits a phone, and its pages are in a menu', { tag: '@journey' }, async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of ['/docs', '/docs/rules', '/docs/api', '/docs/settings']) {
    await page.goto(path);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider, path).toBeLessThanOrEqual(0);
  }
  await page.goto('/docs/rules');
  await page.getByText('Pages', { exact: true }).click();
  await page
    .getByRole('navigation', { name: 'Pages of the documentation' })
    .getByRole('link', { name: 'Templates' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Templates' })).toBeVisible();
});

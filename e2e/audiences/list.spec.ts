import { expectNoAxeViolations } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/test.ts';

test('an audience is found by a part of its name, the oldest first if one likes', {
  tag: ['@journey', '@desktop', '@phone'],
}, async ({ app, api }) => {
  const { page } = app;
  await page.goto('/audiences');
  await expect(page.getByText('No audiences yet')).toBeVisible();
  await expect(page.getByRole('searchbox', { name: 'Search audiences' })).toBeHidden();
  for (const name of ['Big spenders', 'Lost', 'Big in France']) await api.createAudience(name);
  await page.reload();
  const names = page.getByRole('link', { name: /^(Big|Lost)/ });
  await expect(names).toHaveText(['Big in France', 'Lost', 'Big spenders']);
  await page.getByLabel('Order').selectOption('Oldest first');
  await expect(names).toHaveText(['Big spenders', 'Lost', 'Big in France']);
  const search = page.getByRole('searchbox', { name: 'Search audiences' });
  await search.fill('big');
  await expect(names).toHaveText(['Big spenders', 'Big in France']);
  await expectNoAxeViolations(page);
  await search.fill('bigger');
  await expect(page.getByText('No audience fits')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(names).toHaveCount(3);
  await expect(search).toHaveValue('');
});

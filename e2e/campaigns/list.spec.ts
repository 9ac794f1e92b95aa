import { expectNoAxeViolations } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/test.ts';

test('campaigns are found by name and status, and leave the list with their status', {
  tag: ['@journey', '@desktop', '@phone'],
}, async ({ app, api }) => {
  const { page } = app;
  await api.addCustomers(2);
  const audience = await api.createAudience('Everyone');
  for (const name of ['Spring news', 'Spring sale', 'Autumn'])
    await api.createCampaign({ name, audienceId: audience.id });
  const last = await api.createCampaign({ name: 'Winter', audienceId: audience.id });
  await page.goto('/campaigns');
  const names = page.getByRole('link', { name: /^(Spring|Autumn|Winter)/ });
  await expect(names).toHaveText(['Winter', 'Autumn', 'Spring sale', 'Spring news']);
  await page.getByLabel('Order').selectOption('Oldest first');
  await expect(names).toHaveText(['Spring news', 'Spring sale', 'Autumn', 'Winter']);
  await page.getByRole('searchbox', { name: 'Search campaigns' }).fill('sPRing');
  await expect(names).toHaveText(['Spring news', 'Spring sale']);
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await expect(page.getByRole('searchbox', { name: 'Search campaigns' })).toBeFocused();

  const status = page.getByLabel('Show campaigns with status');
  await status.selectOption('Completed');
  await expect(page.getByText('No campaign fits')).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(names).toHaveCount(4);
  await status.selectOption('Draft');
  await expect(names).toHaveCount(4);
  await api.setSimulator({ deliveryRate: 1, bounceRate: 0, delayMs: 0 });
  await api.launch(last.id);
  await expect(names).toHaveText(['Spring news', 'Spring sale', 'Autumn']);
  await status.selectOption('Completed');
  await expect(names).toHaveText(['Winter'], { timeout: 20_000 });

  await test.step('the way back from one leads to the same list; the navigation to all', async () => {
    await names.click();
    await expect(app.shell.heading(/^Winter/)).toBeVisible();
    await page.goBack();
    await expect(names).toHaveText(['Winter']);
    await expect(page).toHaveURL(/[?&]status=COMPLETED\b/);
    await page.getByRole('searchbox', { name: 'Search campaigns' }).fill('Win');
    await page.reload();
    await expect(page.getByRole('searchbox', { name: 'Search campaigns' })).toHaveValue('Win');
    await app.shell.goTo('Campaigns');
    await expect(page).toHaveURL(/\/campaigns$/);
    await expect(names).toHaveText(['Winter', 'Autumn', 'Spring sale', 'Spring news']);
  });
});

import { expectNoAxeViolations } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/test.ts';

test('keys go places, are listed on a sheet, leave fields alone, and can be turned off', {
  tag: '@journey',
}, async ({ app, api }) => {
  test.setTimeout(120_000);
  const { page, shell } = app;
  await api.addCustomers(1);
  await page.goto('/dashboard');
  await shell.settled();

  await page.keyboard.type('gc');
  await expect(shell.heading('Customers')).toBeVisible();

  const search = page.getByRole('searchbox').first();
  await expect(search).toBeVisible();
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.type('gc?');
  await expect(search).toHaveValue('gc?');
  await expect(shell.heading('Customers')).toBeVisible();
  // Rows of the search before are pale while the new ones are on their way.
  await expect(page.getByText('Nobody found')).toBeVisible();
  await search.blur();

  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByRole('region', { name: 'Go to' })).toContainText('Customers');
  await expectNoAxeViolations(page, 'sheet of shortcuts');
  // While something is open, keys mean nothing else.
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await expect(sheet).toBeVisible();
  await sheet.getByRole('link', { name: 'your account' }).click();

  await expect(shell.heading('Your account')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Shortcuts of single keys' }).uncheck();
  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'Shortcuts of single keys' })).not.toBeChecked();
  await page.keyboard.press('?');
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog', { name: 'Search or do' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(shell.heading('Your account')).toBeVisible();
});

test('a narrow sidebar stays narrow, from the first moment of the next page', {
  tag: ['@journey', '@wide'],
}, async ({ app }) => {
  const { page, shell } = app;
  const sidebar = page.getByRole('complementary', { name: 'Sidebar' });
  const width = async () => (await sidebar.boundingBox())?.width;
  await page.goto('/orders');
  await page.getByRole('button', { name: 'Narrow the sidebar' }).click();
  await expect.poll(width).toBe(64);
  await shell.goTo('Imports');
  await expect(shell.heading('Imports')).toBeVisible();
  expect(await width()).toBe(64);
  // As the server drew it, before any script.
  const html = await (await page.request.get('/imports')).text();
  expect(html).toContain('lg:grid-cols-[4rem_');
  await page.reload();
  expect(await width()).toBe(64);
  await page.getByRole('button', { name: 'Widen the sidebar' }).click();
  await expect.poll(width).toBe(240);
});

test('a deleted draft comes back by undoing, goes when the notice goes, and when the tab is closed', {
  tag: '@journey',
}, async ({ app, api, context, account }) => {
  test.setTimeout(120_000);
  const { page, shell } = app;
  const audience = await api.createAudience('Everyone');
  const [kept, closed] = await Promise.all(
    ['To keep', 'To close on'].map((name) => api.createCampaign({ name, audienceId: audience.id })),
  );
  const isThere = async (id = '') => (await account.request.get(`/api/campaigns/${id}`)).status() === 200;
  const remove = async (id = '') => {
    await page.goto(`/campaigns/${id}`);
    await page.getByRole('button', { name: 'Delete this draft' }).click();
    await expect(shell.heading('Campaigns')).toBeVisible();
  };

  await remove(kept?.id);
  await expect(page.getByRole('link', { name: 'To close on' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'To keep' })).toBeHidden();
  expect(await isThere(kept?.id)).toBe(true);
  await shell.undo('“To keep” deleted');
  await expect(shell.heading(/To keep/)).toBeVisible();

  await remove(kept?.id);
  await shell.closeNotice('“To keep” deleted');
  await expect.poll(() => isThere(kept?.id)).toBe(false);
  await expect(page.getByRole('link', { name: 'To keep' })).toBeHidden();

  await remove(closed?.id);
  expect(await isThere(closed?.id)).toBe(true);
  await page.close();
  await expect.poll(() => isThere(closed?.id)).toBe(false);
  expect(context.pages()).toEqual([]);
});

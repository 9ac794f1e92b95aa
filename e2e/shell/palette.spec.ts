import { expectNoAxeViolations } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/test.ts';
import { Palette } from '../pages/palette.ts';

test('by a few letters one goes to a page, finds a thing and creates one, with the keyboard alone', {
  tag: '@journey',
}, async ({ app, api }) => {
  test.setTimeout(120_000);
  const { page, shell } = app;
  const palette = new Palette(page);
  await api.importCustomers([{ email: 'zoe@example.com', name: 'Zoë Müller' }]);
  const audience = await api.createAudience('Regulars of Ghent');
  await api.createCampaign({ name: 'Midsummer letter', audienceId: audience.id });
  await page.goto('/dashboard');

  await test.step('to a page, also by another word for it', async () => {
    await palette.go('do not send', 'Suppressions');
    await expect(shell.heading('Suppressions')).toBeVisible();
  });

  await test.step('to a customer, a campaign, an audience', async () => {
    await palette.go('zoe@', 'Zoë Müller');
    await expect(shell.heading('Zoë Müller')).toBeVisible();
    await palette.go('midsummer', 'Midsummer letter');
    await expect(shell.heading(/Midsummer letter/)).toBeVisible();
    await palette.go('ghent', 'Regulars of Ghent');
    await expect(shell.heading('Regulars of Ghent')).toBeVisible();
  });

  await test.step('what was looked at stands on top', async () => {
    await palette.open();
    await expect(palette.lines.first()).toContainText('Midsummer letter');
    await page.keyboard.press('ArrowDown');
    await expect(palette.lines.nth(1)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(shell.heading('Zoë Müller')).toBeVisible();
  });

  await test.step('a customer is added from anywhere', async () => {
    await page.keyboard.press('c');
    await expect(palette.box).toBeFocused();
    await palette.find('customer', 'Add a customer');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Add a customer' });
    await expect(dialog).toBeVisible();
    await dialog.getByLabel('Email').focus();
    await page.keyboard.type('new@example.com');
    await page.keyboard.press('Enter');
    await expect(shell.heading('new@example.com')).toBeVisible();
  });

  await test.step('nothing fits, and says so', async () => {
    await palette.open();
    await page.keyboard.type('qqqq');
    await expect(palette.lines.filter({ hasText: 'All customers with “qqqq”' })).toBeVisible();
    await expectNoAxeViolations(page, 'palette with one line');
    await page.keyboard.press('Escape');
    await expect(palette.dialog).toBeHidden();
  });
});

test('only what one may do is offered', { tag: '@journey' }, async ({ app, api, browser, baseURL }) => {
  test.setTimeout(120_000);
  const { page } = app;
  await page.goto('/settings/members');
  await expect(page.getByRole('button', { name: 'Leave the workspace' })).toBeVisible();
  const link = await test.step('somebody is invited to look', async () => {
    await page.keyboard.press('c');
    const palette = new Palette(page);
    await expect(palette.box).toBeFocused();
    await palette.find('invite', 'Invite somebody');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Invite somebody' });
    await dialog.getByLabel('Role').selectOption({ label: 'Viewer' });
    await dialog.getByRole('button', { name: 'Make a link' }).click();
    return page.getByLabel('Link of the invitation').inputValue();
  });
  expect(new URL(link).origin).toBe(new URL(baseURL ?? '').origin);
  await api.createAudience('Everyone');

  const viewer = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
  await viewer.goto(link);
  await viewer.getByRole('link', { name: 'Create an account' }).click();
  await viewer.getByLabel('Name').fill('A Viewer');
  await viewer.getByLabel('Email').fill(`viewer-${Date.now()}@example.com`);
  await viewer.getByLabel('Password').fill('a-long-password');
  await viewer.getByRole('button', { name: 'Create account' }).click();
  await viewer.getByRole('button', { name: /^Join as/ }).click();
  await expect(viewer.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
  const theirs = new Palette(viewer);
  await theirs.open();
  await expect(theirs.lines.filter({ hasText: 'Audiences' })).toBeVisible();
  await expect(
    theirs.lines.filter({ hasText: /^New campaign|^Add a customer|^Audit log|^Webhooks/ }),
  ).toHaveCount(0);
  await viewer.context().close();
});

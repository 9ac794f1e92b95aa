import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures/test.ts';
import { App } from '../pages/app.ts';

test('somebody is invited, joins, sees what the role allows, and is removed', { tag: '@journey' }, async ({
  app,
  browser,
  baseURL,
}) => {
  const { page } = app;
  // Two people, and many pages.
  test.setTimeout(150_000);
  const link = await app.settings.invite('Viewer');
  await expect(page.getByRole('listitem').filter({ hasText: 'Whoever has the link' })).toContainText('Open');

  // The guest has no account yet: the link leads through the sign-up and back.
  const guestContext = await browser.newContext({ baseURL: baseURL ?? '' });
  const guestApp = new App(await guestContext.newPage());
  const { page: guest } = guestApp;
  const email = `guest-${randomUUID()}@example.com`;
  await guest.goto(new URL(link).pathname);
  await expect(guest.getByText('Sample Marketer invites you')).toBeVisible();
  await guest.getByRole('link', { name: 'Create an account' }).click();
  await guestApp.accounts.signUp({ name: 'Grace Guest', email, password: 'a-long-enough-password' });
  await guest.getByRole('button', { name: `Join as ${email}` }).click();
  await expect(guestApp.shell.heading('Dashboard')).toBeVisible();
  await guestApp.shell.openMenu();
  await expect(guestApp.shell.switcher).toContainText('Viewer');

  // A viewer changes nothing, and the log is not for them.
  await guest.goto('/customers');
  await expect(guestApp.shell.heading('Customers')).toBeVisible();
  await expect(guest.getByRole('link', { name: 'Audit log' })).toBeHidden();
  await guest.goto('/settings/members');
  await expect(guest.getByRole('listitem').filter({ hasText: 'Grace Guest' })).toContainText('you');
  await expect(guest.getByRole('button', { name: 'Invite somebody' })).toBeHidden();
  const refused = await guest.request.post('/api/customers', { data: { email: 'no@example.com' } });
  expect(refused.status()).toBe(403);

  // Used once.
  await guest.goto(new URL(link).pathname);
  await expect(guest.getByText('You are a member of this workspace already')).toBeVisible();

  await page.reload();
  await page.getByLabel('Role of Grace Guest').selectOption('Marketer');
  await expect(page.getByText('Grace Guest is marketer now')).toBeVisible();
  const allowed = await guest.request.post('/api/customers', {
    data: { email: `made-${randomUUID()}@example.com` },
  });
  expect(allowed.status()).toBe(201);

  await guest.goto('/campaigns');
  await expect(guestApp.shell.heading('Campaigns')).toBeVisible();
  await page.getByRole('button', { name: 'Remove Grace Guest' }).click();
  await page.getByRole('button', { name: 'Remove member' }).click();
  await expect(page.getByText('Grace Guest is removed')).toBeVisible();
  expect((await guest.request.get('/api/customers')).status()).toBe(401);
  // What they had open leaves by itself.
  await expect(guestApp.shell.heading('You are in no workspace')).toBeVisible();
  await guestContext.close();

  // The log tells all of it, and can be taken away.
  await page.goto('/settings/audit');
  const log = page.getByRole('table');
  for (const line of [
    /Sample Marketer.* removed from the workspace “Grace Guest/,
    /Sample Marketer.* changed the role of “Grace Guest/,
    /Grace Guest.* accepted an invitation to/,
    /Grace Guest.* added the customer “made-/,
  ])
    await expect(log.getByText(line)).toBeVisible();
  await log.getByRole('button', { name: /Details: .* changed the role of/ }).click();
  await expect(page.getByRole('table', { name: 'What changed' })).toHaveCount(0);
  const change = page.getByRole('dialog').getByRole('row', { name: /^Role/ });
  await expect(change).toContainText('viewer');
  await expect(change).toContainText('marketer');
  await page.keyboard.press('Escape');
  await page.getByLabel('Show what was done', { exact: true }).selectOption({ label: 'Members: everything' });
  await expect(log.getByText(/added the customer/)).toBeHidden();
  await page.reload();
  await expect(log.getByText(/removed from the workspace/)).toBeVisible();
  await expect(log.getByText(/added the customer/)).toBeHidden();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export' }).click(),
  ]);
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv).toContain('members.remove');
  expect(csv).not.toContain('customers.create');
});

test('one person has several workspaces and goes from one to the other', {
  tag: ['@journey', '@wide'],
}, async ({ app, context, account }) => {
  const { page, shell } = app;
  await page.goto('/customers');
  const other = new App(await context.newPage());
  await other.page.goto('/campaigns');
  await expect(other.shell.heading('Campaigns')).toBeVisible();
  await shell.switcher.click();
  await page.getByRole('menuitem', { name: 'Create a workspace' }).click();
  await page.getByLabel('Name').fill('Second shop');
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await expect(shell.switcher).toContainText('Second shop');
  // The other tab has followed.
  await expect(other.shell.switcher).toContainText('Second shop');

  await page.goto('/settings/members');
  await shell.switcher.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio', { name: /Second shop/ })).toBeChecked();
  await page.getByRole('menuitemradio', { name: /Sample Marketer’s workspace/ }).press('Enter');
  await expect(shell.switcher).toContainText('Sample Marketer’s workspace');
  await expect(page).toHaveURL(/\/settings\/members$/);

  // Deleting the one that one is in leads to the other.
  await page.goto('/settings/workspace');
  await page.getByRole('button', { name: 'Delete…' }).click();
  const confirm = page.getByRole('button', { name: 'Delete for good' });
  await page.getByLabel('The workspace’s name').fill('Second shop');
  await expect(confirm).toBeDisabled();
  await page.getByLabel('The workspace’s name').fill('Sample Marketer’s workspace');
  await page.getByLabel('Your password').fill('not the password');
  await confirm.click();
  await expect(page.getByText('Is not your password')).toBeVisible();
  await page.getByLabel('Your password').fill(account.password);
  await confirm.click();
  await expect(shell.switcher).toContainText('Second shop');
});

test('an invitation that is no good says why', { tag: '@journey' }, async ({ app }) => {
  const { page } = app;
  const link = await app.settings.invite('Viewer');
  await page.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('button', { name: 'Revoke invitation' }).click();
  await expect(page.getByText('Revoked', { exact: true })).toBeVisible();
  await page.context().clearCookies();
  await page.goto(new URL(link).pathname);
  await expect(page.getByText('has been revoked')).toBeVisible();
  await page.goto(`/invitations/${'A'.repeat(43)}`);
  await expect(page.getByText('This link is not a valid invitation')).toBeVisible();
});

test('the drawer of a phone has the workspaces and the way out', { tag: ['@phone', '@journey'] }, async ({
  app,
}) => {
  const { page, shell } = app;
  await page.goto('/workspaces/new');
  await page.getByLabel('Name').fill('A shop with a name that is really much longer than any phone is wide');
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await expect(shell.heading('Dashboard')).toBeVisible();
  await shell.menu.click();
  await shell.switcher.click();
  await page.getByRole('menuitemradio', { name: /Sample Marketer’s workspace/ }).click();
  await shell.menu.click();
  await expect(shell.switcher).toContainText('Sample Marketer’s workspace');
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: 'Your account' }).click();
  await expect(shell.heading('Your account')).toBeVisible();
  await expect(shell.dialog).toBeHidden();
  await shell.signOut();
  await expect(page).toHaveURL(/\/sign-in$/);
});

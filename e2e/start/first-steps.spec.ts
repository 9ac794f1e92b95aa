import { expect, test } from '../fixtures/test.ts';

test('the first steps are put away, and brought back on the account’s page', { tag: '@journey' }, async ({
  app,
}) => {
  const { page, firstSteps } = app;
  await page.goto('/dashboard');
  await firstSteps.hide.click();
  await expect(firstSteps.region).toBeHidden();
  await page.goto('/settings/account');
  await page.getByRole('button', { name: 'Show them again' }).click();
  await page.getByRole('link', { name: 'Go there' }).click();
  await expect(firstSteps.region).toBeVisible();
});

test('a sample workspace is filled while one looks, labelled, and deleted as any other', {
  tag: '@journey',
}, async ({ app, account }) => {
  const { page, firstSteps } = app;
  test.setTimeout(240_000);
  await page.goto('/dashboard');
  await firstSteps.openSample.click();
  await expect(page).toHaveURL(/\/workspaces\/sample$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your sample shop is ready', {
    timeout: 180_000,
  });
  await page.getByRole('link', { name: 'Open the dashboard' }).click();
  await expect(page.getByText('This is a sample workspace')).toBeVisible();
  const { items } = await (await page.request.get('/api/campaigns')).json();
  expect(items).toHaveLength(2);
  await page.goto('/settings/workspace');
  await page.getByRole('button', { name: 'Delete…' }).click();
  await page.getByLabel('The workspace’s name').fill('Sample shop');
  await page.getByLabel('Your password').fill(account.password);
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page).toHaveURL(/\/dashboard$/);
  await expect(firstSteps.region).toBeVisible();
});

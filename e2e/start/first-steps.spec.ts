import { randomUUID } from 'node:crypto';
import { expect, test } from '../fixtures/test.ts';

const CUSTOMERS = 'Import your customers';
const ORDERS = 'Import their orders';
const AUDIENCE = 'Describe an audience';
const CAMPAIGN = 'Launch a campaign';

test('from sign-up through the first steps: the sample shop by one click, an audience, a campaign', {
  tag: ['@journey', '@smoke'],
}, async ({ visitor }) => {
  const { page, firstSteps, audiences, campaigns, shell } = visitor;
  test.setTimeout(240_000);

  await test.step('sign up, told what the password must be', async () => {
    await page.goto('/sign-up');
    const { accounts } = visitor;
    const rules = page.getByRole('list', { name: 'What it must be' });
    await accounts.name.fill('Ada Sample');
    await accounts.email.fill(`ada-${randomUUID()}@example.com`);
    await accounts.password.fill('abcabcabcabc');
    await expect(rules.getByRole('listitem').filter({ hasText: 'At least 10' })).toContainText('(met)');
    await expect(rules.getByRole('listitem').filter({ hasText: 'row of keys' })).toContainText('(not yet)');
    await accounts.password.fill('correct horse battery');
    await expect(rules.getByText('(not yet)')).toHaveCount(0);
    const show = page.getByRole('button', { name: 'Show what is typed' });
    await show.click();
    await expect(accounts.password).toHaveAttribute('type', 'text');
    await show.click();
    await expect(accounts.password).toHaveAttribute('type', 'password');
    await accounts.createAccount.click();
    await expect(page).toHaveURL(/\/dashboard$/, { timeout: 30_000 });
  });

  await test.step('import the sample shop by one click; the steps tick off while one looks', async () => {
    for (const title of [CUSTOMERS, ORDERS, AUDIENCE, CAMPAIGN]) await firstSteps.expectOpen(title);
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await firstSteps.importSample.click();
    await expect(firstSteps.importSample).toBeHidden();
    await firstSteps.expectDone(CUSTOMERS);
    await firstSteps.expectDone(ORDERS);
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
    const { items } = await (await page.request.get('/api/imports')).json();
    expect(items.map(({ kind, status }: { kind: string; status: string }) => [kind, status])).toEqual([
      ['ORDERS', 'COMPLETED'],
      ['CUSTOMERS', 'COMPLETED'],
    ]);
  });

  await test.step('the suggested audience is filled in already', async () => {
    await firstSteps.region.getByRole('link', { name: 'Begin with “Good customers”' }).click();
    await expect(audiences.name).toHaveValue('Good customers');
    await expect(audiences.count).toHaveText('2,692');
    await audiences.save.click();
    await audiences.expectSaved();
    await shell.goTo('Dashboard');
    await firstSteps.expectDone(AUDIENCE);
  });

  await test.step('a campaign to it, launched: all is done', async () => {
    await firstSteps.region.getByRole('link', { name: 'Write a campaign' }).click();
    await campaigns.name.fill('Thank you');
    await campaigns.begin();
    await campaigns.subject.fill('Thank you, {{ customer.name }}');
    await campaigns.text.fill('Dear {{ customer.name }}, thank you for {{ customer.orderCount }} orders.');
    await campaigns.saveAndReview();
    await campaigns.launch(2_692);
    await shell.goTo('Dashboard');
    const done = page.getByText('That was everything to begin with');
    await expect(done).toBeVisible();
    await page.getByRole('button', { name: 'Put away' }).click();
    await expect(done).toBeHidden();
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
    await expect(firstSteps.region).toBeHidden();
  });
});

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

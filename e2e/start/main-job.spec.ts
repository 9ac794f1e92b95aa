import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures/test.ts';
import { App } from '../pages/app.ts';

/** What is known of the sample shop. */
const SHOP = { customers: 4_372, orders: 22_190 };

/** Waits until all rows of an import are in, watching the page itself. */
async function allIn({ imports }: App, rows: number): Promise<void> {
  await imports.expectCompleted();
  await expect(imports.bar).toHaveAttribute('aria-valuenow', '100');
  await expect(imports.figure('New')).toContainText(rows.toLocaleString('en-GB'));
}

test('from sign-up to a delivered campaign on the sample shop', { tag: ['@journey', '@smoke'] }, async ({
  visitor,
}) => {
  const { page, audiences, campaigns, customers, imports } = visitor;
  test.setTimeout(180_000);

  await test.step('sign up', async () => {
    await page.goto('/sign-up');
    await visitor.accounts.signUp({
      name: 'Ada Sample',
      email: `ada-${randomUUID()}@example.com`,
      password: 'correct horse battery',
    });
    await expect(page).toHaveURL(/\/dashboard$/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  await test.step('import customers, then their orders', async () => {
    await imports.start('customers', 'public/samples/online-retail-customers.csv');
    await allIn(visitor, SHOP.customers);
    await page.getByRole('link', { name: 'Import orders' }).click();
    await expect(page.getByRole('radio', { name: 'Orders' })).toBeChecked();
    await imports.file.setInputFiles('public/samples/online-retail-orders.csv');
    await imports.startButton.click();
    await expect(page).toHaveURL(/\/imports\/[0-9a-f]{24}$/);
    await allIn(visitor, SHOP.orders);
  });

  await test.step('build an audience by clicks and see who is in it', async () => {
    await visitor.shell.goTo('Audiences');
    await page.getByRole('link', { name: 'New audience' }).click();
    await audiences.name.fill('Good customers');
    await audiences.addFilled('1', 'Total spend', '250');
    await audiences.addFilled('2', 'Number of orders', '2');
    await expect(audiences.count).toHaveText('2,692');
    await expect(audiences.sentence).toHaveText(
      'Total spend is at least £250 and number of orders is at least 2',
    );
    await audiences.save.click();
    await audiences.expectSaved();
  });

  await test.step('see why one customer is in it, and another is not', async () => {
    const asked = audiences.panel('Is someone in it?');
    const box = asked.getByRole('combobox', { name: 'Customer to look up' });
    await box.fill('nobody-at-all');
    await expect(asked.getByText('No customer found')).toBeVisible();
    await box.fill('customer-12347');
    await expect(asked.getByRole('option')).toHaveCount(1);
    await box.press('Enter');
    await expect(asked.getByText('In the audience', { exact: true })).toBeVisible();
    await expect(
      asked.getByRole('listitem').filter({ hasText: 'Number of orders is at least 2' }),
    ).toContainText('Fits:');
    await audiences.value(audiences.condition('2')).fill('8');
    await expect(asked.getByText('Not in the audience')).toBeVisible();
    const orders = asked.getByRole('listitem').filter({ hasText: 'Number of orders is at least 8' });
    await expect(orders).toContainText('Does not fit:');
    await expect(orders).toContainText('The customer has: 7');
    await audiences.value(audiences.condition('2')).fill('2');
    await expect(audiences.unsaved).toBeHidden();
  });

  await test.step('take the audience along as a file', async () => {
    const started = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Export CSV' }).press('Enter');
    const download = await started;
    expect(download.suggestedFilename()).toMatch(/^Good customers \d{4}-\d{2}-\d{2}\.csv$/);
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
    expect(lines[0]).toMatch(/^email,name,phone,country,city,tags,totalSpend,/);
    expect(lines).toHaveLength(1 + 2_692);
    expect(lines).toContainEqual(expect.stringMatching(/^customer-12347@example\.com,/));
  });

  await test.step('write the message, with a preview as one customer gets it', async () => {
    await page.getByRole('link', { name: 'Create a campaign' }).click();
    await campaigns.name.fill('Thank you');
    await campaigns.begin();
    await campaigns.subject.fill('Thank you, {{ customer.name }}');
    await campaigns.text.fill('Dear {{ customer.name }}, you ordered {{ customer.orderCount }} times.');
    await campaigns.previewAs('customer-12347@example.com');
    await expect(campaigns.preview).toContainText('you ordered 7 times.');
    await campaigns.saveAndReview();
  });

  await test.step('launch, and watch it being delivered without a reload', async () => {
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await expect(page.getByText('Nobody would be skipped.')).toBeVisible();
    await campaigns.launch(2_692);
    await expect(campaigns.bar).toBeVisible();
    await expect(campaigns.bar).toHaveAttribute('aria-valuenow', '100', { timeout: 60_000 });
    await campaigns.expectStatus('Completed');
    const ends = await Promise.all(
      ['Delivered', 'Bounced', 'Failed'].map((label) => campaigns.figure(label)),
    );
    expect(ends.reduce((sum, n) => sum + n, 0)).toBe(2_692);
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  });

  await test.step('the customer’s page shows the message', async () => {
    await customers.openFound('customer-12347');
    await expect(customers.messages.getByRole('link', { name: 'Thank you' })).toBeVisible();
    await expect(customers.messages).toContainText(/Delivered|Bounced/);
  });
});

test('a launch is seen in two browsers at once, without a reload', { tag: '@journey' }, async ({
  app,
  api,
  browser,
  account,
}) => {
  await api.addCustomers(3_000);
  const audience = await api.createAudience('Everyone');
  const campaign = await api.createCampaign({ name: 'Watched by two', audienceId: audience.id });
  const other = await browser.newContext({ storageState: await account.request.storageState() });
  const tabs = [app.campaigns, new App(await other.newPage()).campaigns];
  for (const tab of tabs) {
    await tab.open(campaign.id);
    await expect(tab.launchButton).toBeEnabled();
  }
  await api.launch(campaign.id);
  for (const tab of tabs) await expect(tab.bar).toHaveAttribute('aria-valuenow', '100', { timeout: 30_000 });
  await other.close();
});

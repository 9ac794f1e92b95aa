import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';

/** What is known of the sample shop. */
const SHOP = { customers: 4_372, orders: 22_190 };

/** Chooses a file on the import page, takes its columns as they are guessed, and waits until all of it is in, watching the page itself. */
async function importFile(page: Page, kind: 'Customers' | 'Orders', file: string, rows: number) {
  await page.getByRole('radio', { name: kind }).check();
  await page.getByLabel('CSV file').setInputFiles(file);
  await page.getByRole('button', { name: 'Start import' }).click();
  await expect(page).toHaveURL(/\/imports\/[0-9a-f]{24}$/);
  await expect(page.getByText('Completed', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('progressbar', { name: 'Import progress' })).toHaveAttribute(
    'aria-valuenow',
    '100',
  );
  await expect(page.getByText('New', { exact: true }).locator('..')).toContainText(
    rows.toLocaleString('en-GB'),
  );
}

test('from sign-up to a delivered campaign on the sample shop', { tag: ['@journey', '@smoke'] }, async ({
  page,
}) => {
  test.setTimeout(180_000);

  await test.step('sign up', async () => {
    await page.goto('/sign-up');
    await page.getByLabel('Name').fill('Ada Sample');
    await page.getByLabel('Email').fill(`ada-${randomUUID()}@example.com`);
    await page.getByLabel('Password').fill('correct horse battery');
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page).toHaveURL(/\/dashboard$/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  await test.step('import customers, then their orders', async () => {
    await page.goto('/imports/new');
    await importFile(page, 'Customers', 'public/samples/online-retail-customers.csv', SHOP.customers);
    await page.getByRole('link', { name: 'Import orders' }).click();
    await importFile(page, 'Orders', 'public/samples/online-retail-orders.csv', SHOP.orders);
  });

  await test.step('build an audience by clicks and see who is in it', async () => {
    await page.getByRole('link', { name: 'Audiences' }).click();
    await page.getByRole('link', { name: 'New audience' }).click();
    await page.getByLabel('Audience name').fill('Good customers');
    const condition = page.getByRole('button', { name: 'Condition', exact: true });
    const field = page.getByLabel('Field', { exact: true }).last();
    const value = page.getByLabel('Value', { exact: true }).last();
    await condition.click();
    await field.selectOption({ label: 'Total spend' });
    await value.fill('250');
    await condition.click();
    await field.selectOption({ label: 'Number of orders' });
    await value.fill('2');
    await expect(page.getByTestId('audience-count')).toHaveText('2,692');
    await expect(page.getByTestId('rule-sentence')).toHaveText(
      'Total spend is at least £250 and number of orders is at least 2',
    );
    await page.getByRole('button', { name: 'Save audience' }).click();
    await expect(page).toHaveURL(/\/audiences\/[0-9a-f]{24}$/);
  });

  await test.step('see why one customer is in it, and another is not', async () => {
    const asked = page.getByRole('region', { name: 'Is someone in it?' });
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
    await page.getByLabel('Value', { exact: true }).last().fill('8');
    await expect(asked.getByText('Not in the audience')).toBeVisible();
    const orders = asked.getByRole('listitem').filter({ hasText: 'Number of orders is at least 8' });
    await expect(orders).toContainText('Does not fit:');
    await expect(orders).toContainText('The customer has: 7');
    await page.getByLabel('Value', { exact: true }).last().fill('2');
    await expect(page.getByText('Unsaved changes')).toBeHidden();
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
    await page.getByLabel('Campaign name').fill('Thank you');
    await page.getByLabel('Subject').fill('Thank you, {{ customer.name }}');
    await page
      .getByLabel('Text')
      .fill('Dear {{ customer.name }}, you ordered {{ customer.orderCount }} times.');
    await page.getByLabel('Preview as').fill('customer-12347');
    await page.getByRole('option', { name: /customer-12347@example\.com/ }).click();
    await expect(page.getByRole('article', { name: 'Message preview' })).toContainText(
      'you ordered 7 times.',
    );
    await page.getByRole('button', { name: 'Save and review' }).click();
    await expect(page).toHaveURL(/\/campaigns\/[0-9a-f]{24}$/);
  });

  await test.step('launch, and watch it being delivered without a reload', async () => {
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await expect(page.getByText('Nobody would be skipped.')).toBeVisible();
    await page.getByRole('button', { name: 'Launch' }).click();
    await page.getByRole('button', { name: 'Launch to 2,692 people' }).click();
    const bar = page.getByRole('progressbar', { name: 'Campaign progress' });
    await expect(bar).toBeVisible();
    await expect(bar).toHaveAttribute('aria-valuenow', '100', { timeout: 60_000 });
    await expect(page.getByText('Completed', { exact: true })).toBeVisible({ timeout: 60_000 });
    const count = async (label: string) => {
      const cell = page.locator('dl > div', { has: page.getByText(label, { exact: true }) }).first();
      const text = await cell.locator('dd').evaluate((dd) => dd.firstChild?.textContent ?? '');
      return Number(text.replaceAll(',', ''));
    };
    expect((await count('Delivered')) + (await count('Bounced')) + (await count('Failed'))).toBe(2_692);
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  });

  await test.step('the customer’s page shows the message', async () => {
    await page.goto('/customers?search=customer-12347');
    await page.getByRole('link', { name: /customer-12347@example\.com/ }).click();
    const messages = page.getByRole('region', { name: 'Messages sent to this customer' });
    await expect(messages.getByRole('link', { name: 'Thank you' })).toBeVisible();
    await expect(messages).toContainText(/Delivered|Bounced/);
  });
});

test('a launch is seen in two browsers at once, without a reload', { tag: '@journey' }, async ({
  signedInPage: page,
  api,
  browser,
  account,
}) => {
  await api.addCustomers(3_000);
  const audience = await api.createAudience('Everyone');
  const campaign = await api.createCampaign({ name: 'Watched by two', audienceId: audience.id });
  const other = await browser.newContext({ storageState: await account.request.storageState() });
  const second = await other.newPage();
  for (const tab of [page, second]) {
    await tab.goto(`/campaigns/${campaign.id}`);
    await expect(tab.getByRole('button', { name: 'Launch' })).toBeEnabled();
  }
  await api.launch(campaign.id);
  for (const tab of [page, second])
    await expect(tab.getByRole('progressbar', { name: 'Campaign progress' })).toHaveAttribute(
      'aria-valuenow',
      '100',
      { timeout: 30_000 },
    );
  await other.close();
});

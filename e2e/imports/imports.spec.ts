import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';

const csv = (name: string, ...lines: string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\n')),
});
type CsvFile = ReturnType<typeof csv>;

/** The figure under a name on an import's page. */
const figure = (page: Page, name: string) =>
  page.locator('dl > div', { has: page.getByText(name, { exact: true }) }).locator('dd');
const isCompleted = (page: Page) =>
  expect(page.getByText('Completed', { exact: true })).toBeVisible({ timeout: 60_000 });

async function choose(page: Page, kind: 'customers' | 'orders', file: CsvFile | CsvFile[]) {
  await page.goto(`/imports/new?kind=${kind}`);
  await page.getByLabel('CSV file').setInputFiles(file);
}
async function start(page: Page, kind: 'customers' | 'orders', file: CsvFile) {
  await choose(page, kind, file);
  await page.getByRole('button', { name: 'Start import' }).click();
  await expect(page).toHaveURL(/\/imports\/[0-9a-f]{24}$/);
}

const HEADER = 'Wer;Vorname;Nachname;Seit;Stufe;Punkte';
const PEOPLE = csv(
  'kunden.csv',
  HEADER,
  'ann@example.com;Ann;Lee;31.01.2024;gold;1,5',
  'bo@example.com;Bo;Ray;29.02.2024;silver;2',
  'nobody;No;Body;01.03.2024;silver;2',
  'cy@example.com;Cy;Fox;30.02.2024;gold;2',
);

test('a file with columns of its own: mapped, checked, mended, imported, and undone', {
  tag: '@journey',
}, async ({ signedInPage: page }) => {
  test.setTimeout(120_000);
  await test.step('the columns are guessed, and what is lacking is said at once', async () => {
    await choose(page, 'customers', PEOPLE);
    // By its contents: nobody calls an email address “Wer”.
    await expect(page.getByLabel('What “Wer” is')).toHaveValue('email');
    await expect(page.getByLabel('Type of “Seit”')).toHaveValue('text');
    await expect(page.getByLabel('How numbers in “Punkte” are written')).toHaveValue('comma');
    await expect(page.getByRole('button', { name: 'Start import' })).toBeEnabled();
    await page.getByLabel('What “Wer” is').selectOption('Leave out');
    await expect(page.getByText('Choose the column that holds: Email.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Start import' })).toBeDisabled();
    await page.getByLabel('What “Wer” is').selectOption('Email');
    await page.getByLabel('What “Vorname” is').selectOption('First name');
    await page.getByLabel('What “Nachname” is').selectOption('First name');
    await expect(page.getByLabel('What “Nachname” is')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByText('“Vorname” is the first name already.')).toBeVisible();
    await page.getByLabel('What “Nachname” is').selectOption('Last name');
    await page.getByLabel('Attribute name for “Stufe”').fill('tier');
  });

  await test.step('a check writes nothing and shows what is wrong', async () => {
    await page.getByRole('button', { name: 'Check first' }).click();
    await isCompleted(page);
    await expect(page.getByText('Check only')).toBeVisible();
    await expect(figure(page, 'Would be new')).toHaveText('3');
    await expect(figure(page, 'Would fail')).toHaveText('1');
    await expect(page.getByRole('cell', { name: 'email is not an email address' })).toBeVisible();
    const customers = await page.request.get('/api/customers');
    expect((await customers.json()).items).toEqual([]);
  });

  await test.step('the same file is checked again with a column mended, without another upload', async () => {
    await page.getByRole('button', { name: 'Change the columns' }).click();
    await expect(page.getByLabel('Attribute name for “Stufe”')).toHaveValue('tier');
    await page.getByLabel('Type of “Seit”').selectOption('Date');
    await page.getByLabel('How dates in “Seit” are written').selectOption('Day first: 31/12/2024');
    await expect(page.getByText('1 value of the first 4 does not fit: “30.02.2024”')).toBeVisible();
    await page.getByRole('button', { name: 'Check again' }).click();
    await expect(figure(page, 'Would fail')).toHaveText('2');
    await expect(page.getByRole('cell', { name: /Seit: “30\.02\.2024” is not a date/ })).toBeVisible();
  });

  await test.step('it is started from there', async () => {
    await page.getByRole('button', { name: 'Start the import' }).click();
    await expect(page.getByRole('link', { name: 'after a check' })).toBeVisible();
    await isCompleted(page);
    await expect(figure(page, 'New')).toHaveText('2');
    const customers = await page.request.get('/api/customers?search=ann');
    expect((await customers.json()).items).toMatchObject([
      { name: 'Ann Lee', attributes: { tier: 'gold', Seit: '2024-01-31', Punkte: 1.5 } },
    ]);
  });
  const imported = page.url();

  await test.step('its bad rows come as a file, are mended and imported, with the columns remembered', async () => {
    const started = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Bad rows as CSV' }).click();
    const text = await readFile(await (await started).path(), 'utf8');
    expect(text).toContain('Wer,Vorname,Nachname,Seit,Stufe,Punkte,row,error');
    const mended = text.replace('nobody', 'no@example.com').replace('30.02.2024', '28.02.2024');
    await choose(page, 'customers', csv('kunden-errors.csv', mended));
    await expect(page.getByText('As you had them for the last file with these columns.')).toBeVisible();
    await expect(page.getByLabel('How dates in “Seit” are written')).toHaveValue('dmy');
    await expect(page.getByLabel('What “error” is')).toHaveCount(0);
    await page.getByRole('button', { name: 'Start import' }).click();
    await isCompleted(page);
    await expect(figure(page, 'New')).toHaveText('2');
    await expect(figure(page, 'Failed')).toHaveText('0');
  });

  await test.step('the first import is taken back; what was changed since stays', async () => {
    const [bo] = (await (await page.request.get('/api/customers?search=bo@')).json()).items;
    await page.request.patch(`/api/customers/${bo.id}`, { data: { city: 'Rome' } });
    await page.goto(imported);
    await page.getByRole('button', { name: 'Undo import' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('2 new customers will be deleted.');
    await dialog.getByRole('button', { name: 'Undo import' }).click();
    await expect(page.getByRole('heading', { name: 'Undone', exact: true })).toBeVisible({ timeout: 30_000 });
    await expect(figure(page, 'New customers removed')).toHaveText('1');
    await expect(figure(page, 'Kept')).toHaveText('1');
    await expect(page.getByText('1 row changed since, by hand or by a later import')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Undo import' })).toHaveCount(0);
    const left = (await (await page.request.get('/api/customers')).json()).items;
    expect(left.map((c: { email: string }) => c.email).toSorted()).toEqual([
      'bo@example.com',
      'cy@example.com',
      'no@example.com',
    ]);
  });

  await test.step('the history tells them apart', async () => {
    await page.goto('/imports');
    await expect(page.getByRole('table').getByText('Undone', { exact: true })).toBeVisible();
    await page.getByLabel('Imports or checks').selectOption('Checks only');
    await expect(page.getByRole('table').getByText('Check only')).toHaveCount(2);
    await page.getByLabel('Search imports').fill('errors');
    await expect(page.getByText('No import fits')).toBeVisible();
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect(page.getByRole('link', { name: /kunden-errors\.csv/ })).toBeVisible();
  });
});

test('what is no file of ours is told before anything is uploaded', { tag: '@journey' }, async ({
  signedInPage: page,
}) => {
  const uploads: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('bulk-upload')) uploads.push(request.url());
  });
  const cases: [CsvFile | CsvFile[], RegExp][] = [
    [csv('book.xlsx', 'PK\u0003\u0004and so on'), /workbook or an archive/],
    [csv('empty.csv', ''), /The file is empty/],
    [csv('blank.csv', '  ', ''), /no line with column names/],
    [
      csv('wide.csv', Array.from({ length: 300 }, (_, i) => `c${i}`).join(',')),
      /300 columns; 200 are the most/,
    ],
  ];
  for (const [file, words] of cases) {
    await choose(page, 'customers', file);
    await expect(page.getByRole('main').getByRole('alert')).toContainText(words);
    await expect(page.getByText('Drop a CSV file here')).toBeVisible();
  }
  await choose(page, 'orders', csv('names.csv', 'a,b', '1,2'));
  for (const field of ['Order number', 'Customer’s email', 'Amount', 'Date of the order'])
    await expect(page.getByText(`Choose the column that holds: ${field}.`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check first' })).toBeDisabled();
  expect(uploads).toEqual([]);
});

test('an import is cancelled half-way, shows how fast it was, goes on with the same file, and is undone', {
  tag: '@journey',
}, async ({ signedInPage: page }) => {
  test.setTimeout(180_000);
  const rows = 40_000;
  const file = csv(
    'many-orders.csv',
    'orderId,customerEmail,orderAmount,orderDate',
    ...Array.from({ length: rows }, (_, i) => `M${i},buyer-${i % 4_000}@example.com,10.00,2024-05-01`),
  );

  await start(page, 'orders', file);
  const bar = page.getByRole('progressbar', { name: 'Import progress' });
  await expect(page.getByText(/rows per second · about .* left/)).toBeVisible({ timeout: 60_000 });
  // The page goes on where the import is, also when it is opened anew.
  await page.reload();
  await expect(bar).not.toHaveAttribute('aria-valuenow', '0');
  await page.getByRole('button', { name: 'Cancel import' }).click();
  await expect(page.getByRole('dialog')).toContainText('Rows that are in already stay in');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel import' }).click();
  await expect(page.getByText('Cancelled', { exact: true })).toBeVisible();
  await expect(page.getByText('Undo the import to take it out again.')).toBeVisible();
  const count = async (name: string) => Number((await figure(page, name).textContent())?.replaceAll(',', ''));
  const before = await count('New');
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(rows);
  const cancelled = page.url();

  await start(page, 'orders', file);
  await isCompleted(page);
  expect(await count('Unchanged')).toBe(before);
  expect(await count('New')).toBe(rows - before);

  await page.goto(cancelled);
  await page.getByRole('button', { name: 'Undo import' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo import' }).click();
  await expect(page.getByRole('heading', { name: 'Undone', exact: true })).toBeVisible({ timeout: 60_000 });
  expect(await count('New orders removed')).toBe(before);
});

import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures/test.ts';
import { type CsvFile, csvFile } from '../pages/imports.ts';

const HEADER = 'Wer;Vorname;Nachname;Seit;Stufe;Punkte';
const PEOPLE = csvFile(
  'kunden.csv',
  HEADER,
  'ann@example.com;Ann;Lee;31.01.2024;gold;1,5',
  'bo@example.com;Bo;Ray;29.02.2024;silver;2',
  'nobody;No;Body;01.03.2024;silver;2',
  'cy@example.com;Cy;Fox;30.02.2024;gold;2',
);

test('a file with columns of its own: mapped, checked, mended, imported, and undone', {
  tag: '@journey',
}, async ({ app }) => {
  const { page, imports } = app;
  test.setTimeout(120_000);
  await test.step('the columns are guessed, and what is lacking is said at once', async () => {
    await imports.choose('customers', PEOPLE);
    // By its contents: nobody calls an email address “Wer”.
    await expect(imports.columnMeaning('Wer')).toHaveValue('email');
    await expect(page.getByLabel('Type of “Seit”')).toHaveValue('text');
    await expect(page.getByLabel('How numbers in “Punkte” are written')).toHaveValue('comma');
    await expect(imports.startButton).toBeEnabled();
    await imports.columnMeaning('Wer').selectOption('Leave out');
    await expect(page.getByText('Choose the column that holds: Email.')).toBeVisible();
    await expect(imports.startButton).toBeDisabled();
    await imports.columnMeaning('Wer').selectOption('Email');
    await imports.columnMeaning('Vorname').selectOption('First name');
    await imports.columnMeaning('Nachname').selectOption('First name');
    await expect(imports.columnMeaning('Nachname')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByText('“Vorname” is the first name already.')).toBeVisible();
    await imports.columnMeaning('Nachname').selectOption('Last name');
    await page.getByLabel('Attribute name for “Stufe”').fill('tier');
  });

  await test.step('a check writes nothing and shows what is wrong', async () => {
    await imports.checkFirst.click();
    await imports.expectCompleted();
    await expect(page.getByText('Check only')).toBeVisible();
    await expect(imports.figure('Would be new')).toHaveText('3');
    await expect(imports.figure('Would fail')).toHaveText('1');
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
    await expect(imports.figure('Would fail')).toHaveText('2');
    await expect(page.getByRole('cell', { name: /Seit: “30\.02\.2024” is not a date/ })).toBeVisible();
  });

  await test.step('it is started from there', async () => {
    await page.getByRole('button', { name: 'Start the import' }).click();
    await expect(page.getByRole('link', { name: 'after a check' })).toBeVisible();
    await imports.expectCompleted();
    await expect(imports.figure('New')).toHaveText('2');
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
    await imports.choose('customers', csvFile('kunden-errors.csv', mended));
    await expect(page.getByText('As you had them for the last file with these columns.')).toBeVisible();
    await expect(page.getByLabel('How dates in “Seit” are written')).toHaveValue('dmy');
    await expect(imports.columnMeaning('error')).toHaveCount(0);
    await imports.startButton.click();
    await imports.expectCompleted();
    await expect(imports.figure('New')).toHaveText('2');
    await expect(imports.figure('Failed')).toHaveText('0');
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
    await expect(imports.figure('New customers removed')).toHaveText('1');
    await expect(imports.figure('Kept')).toHaveText('1');
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

test('what is no file of ours is told before anything is uploaded', {
  tag: ['@journey', '@desktop', '@phone'],
}, async ({ app }) => {
  const { page, imports } = app;
  const uploads: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('bulk-upload')) uploads.push(request.url());
  });
  const cases: [CsvFile | CsvFile[], RegExp][] = [
    [csvFile('book.xlsx', 'PK\u0003\u0004and so on'), /workbook or an archive/],
    [csvFile('empty.csv', ''), /The file is empty/],
    [csvFile('blank.csv', '  ', ''), /no line with column names/],
    [
      csvFile('wide.csv', Array.from({ length: 300 }, (_, i) => `c${i}`).join(',')),
      /300 columns; 200 are the most/,
    ],
  ];
  for (const [file, words] of cases) {
    await imports.choose('customers', file);
    await expect(page.getByRole('main').getByRole('alert')).toContainText(words);
    await expect(page.getByText('Drop a CSV file here')).toBeVisible();
  }
  await imports.choose('orders', csvFile('names.csv', 'a,b', '1,2'));
  for (const field of ['Order number', 'Customer’s email', 'Amount', 'Date of the order'])
    await expect(page.getByText(`Choose the column that holds: ${field}.`)).toBeVisible();
  await expect(imports.checkFirst).toBeDisabled();
  expect(uploads).toEqual([]);
});

test('an import is cancelled half-way, shows how fast it was, goes on with the same file, and is undone', {
  tag: '@journey',
}, async ({ app }) => {
  const { page, imports } = app;
  test.setTimeout(180_000);
  const rows = 40_000;
  const file = csvFile(
    'many-orders.csv',
    'orderId,customerEmail,orderAmount,orderDate',
    ...Array.from({ length: rows }, (_, i) => `M${i},buyer-${i % 4_000}@example.com,10.00,2024-05-01`),
  );

  await imports.start('orders', file);
  await expect(page.getByText(/rows per second · about .* left/)).toBeVisible({ timeout: 60_000 });
  // The page goes on where the import is, also when it is opened anew.
  await page.reload();
  await expect(imports.bar).not.toHaveAttribute('aria-valuenow', '0');
  await page.getByRole('button', { name: 'Cancel import' }).click();
  await expect(page.getByRole('dialog')).toContainText('Rows that are in already stay in');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel import' }).click();
  await expect(page.getByText('Cancelled', { exact: true })).toBeVisible();
  await expect(page.getByText('Undo the import to take it out again.')).toBeVisible();
  const before = await imports.count('New');
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(rows);
  const cancelled = page.url();

  await imports.start('orders', file);
  await imports.expectCompleted();
  expect(await imports.count('Unchanged')).toBe(before);
  expect(await imports.count('New')).toBe(rows - before);

  await page.goto(cancelled);
  await imports.undo();
  expect(await imports.count('New orders removed')).toBe(before);
});

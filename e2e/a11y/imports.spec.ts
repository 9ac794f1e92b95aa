import { expectNoAxeViolations } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/test.ts';
import { csvFile } from '../pages/imports.ts';

const FILE = csvFile(
  'people.csv',
  'mail,First name,since,n',
  'ann@example.com,Ann,03/04/2024,x',
  'nobody,Bo,x,1',
  '',
);

for (const colorScheme of ['light', 'dark'] as const) {
  test(`an import at each step, ${colorScheme}: no axe violation`, { tag: '@a11y' }, async ({ app }) => {
    const { page, imports } = app;
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const check = (step: string) => expectNoAxeViolations(page, step);
    await imports.choose('customers', FILE);
    await expect(imports.startButton).toBeEnabled();
    await page.getByLabel('Type of “since”').selectOption('Date');
    await check('columns');
    await imports.columnMeaning('mail').selectOption('First name');
    await expect(page.getByText('Choose the column that holds: Email.')).toBeVisible();
    await check('wrong columns');
    await imports.columnMeaning('mail').selectOption('Email');
    await page.getByLabel('Type of “since”').selectOption('Text');
    await imports.checkFirst.click();
    await expect(page.getByRole('button', { name: 'Start the import' })).toBeEnabled();
    await check('checked');
    await page.getByRole('button', { name: 'Change the columns' }).click();
    await check('mending');
    await page.getByRole('button', { name: 'Start the import' }).click();
    await page.getByRole('button', { name: 'Undo import' }).click();
    await check('asked to undo');
    await page.getByRole('dialog').getByRole('button', { name: 'Undo import' }).click();
    await expect(page.getByRole('heading', { name: 'Undone', exact: true })).toBeVisible();
    await check('undone');
    await page.goto('/imports');
    await page.getByLabel('Search imports').fill('nothing of this name');
    await expect(page.getByText('No import fits')).toBeVisible();
    await check('nothing found');
  });
}

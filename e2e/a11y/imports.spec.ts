import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../fixtures/test.ts';

const FILE = {
  name: 'people.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('mail,First name,since,n\nann@example.com,Ann,03/04/2024,x\nnobody,Bo,x,1\n'),
};

for (const colorScheme of ['light', 'dark'] as const) {
  test(`an import at each step, ${colorScheme}: no axe violation`, { tag: '@a11y' }, async ({
    signedInPage: page,
  }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const check = async (step: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`),
        step,
      ).toEqual([]);
    };
    await page.goto('/imports/new');
    await page.getByLabel('CSV file').setInputFiles(FILE);
    await expect(page.getByRole('button', { name: 'Start import' })).toBeEnabled();
    await page.getByLabel('Type of “since”').selectOption('Date');
    await check('columns');
    await page.getByLabel('What “mail” is').selectOption('First name');
    await expect(page.getByText('Choose the column that holds: Email.')).toBeVisible();
    await check('wrong columns');
    await page.getByLabel('What “mail” is').selectOption('Email');
    await page.getByLabel('Type of “since”').selectOption('Text');
    await page.getByRole('button', { name: 'Check first' }).click();
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

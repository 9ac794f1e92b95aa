import { readFile } from 'node:fs/promises';
import type { ShopApi } from '../fixtures/shop-api.ts';
import { expect, test } from '../fixtures/test.ts';

/** Six people: three in France, of whom one is tagged already. */
const fillShop = (api: ShopApi) =>
  api.importCustomers(
    [
      ['ann', 'France', 'VIP'],
      ['ben', 'France', ''],
      ['cat', 'France', ''],
      ['dan', 'Spain', ''],
      ['eve', 'Italy', 'b2b'],
      ['fay', 'Italy', ''],
    ].map(([name = '', country = '', tags = '']) => ({ email: `${name}@example.com`, name, country, tags })),
  );

test('a view keeps filters, sorting and columns, has a link, and comes back after it was deleted', {
  tag: ['@journey', '@wide'],
}, async ({ app, api }) => {
  const { page } = app;
  await fillShop(api);
  await page.goto('/customers');
  const grid = page.getByRole('grid', { name: 'Customers' });
  await expect(grid).toHaveAttribute('aria-rowcount', '7');

  await page.getByRole('button', { name: 'Country' }).click();
  // What is chosen stands in the address first.
  await page.getByRole('checkbox', { name: 'France' }).click();
  await expect(page.getByRole('checkbox', { name: 'France' })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(grid).toHaveAttribute('aria-rowcount', '4');
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'City' }).click();
  await expect(page.getByRole('checkbox', { name: 'City' })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(grid.getByRole('columnheader', { name: 'City' })).toBeVisible();

  await page.getByRole('button', { name: 'Save as view' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save as view' });
  await dialog.getByRole('button', { name: 'Save view' }).click();
  await expect(dialog.getByText('Give it a name')).toBeVisible();
  await dialog.getByLabel('Name').fill('French');
  await dialog.getByRole('button', { name: 'Save view' }).click();
  const views = page.getByRole('navigation', { name: 'Views' });
  await expect(views.getByRole('button', { name: 'French' })).toHaveAttribute('aria-current', 'page');
  const link = page.url();

  await views.getByRole('button', { name: 'All customers' }).click();
  await expect(grid).toHaveAttribute('aria-rowcount', '7');
  await page.goto(link);
  await expect(grid).toHaveAttribute('aria-rowcount', '4');
  await expect(grid.getByRole('columnheader', { name: 'City' })).toBeVisible();

  await page.getByRole('button', { name: 'What can be done with this view' }).click();
  await page.getByRole('menuitem', { name: 'Delete view' }).click();
  await expect(views.getByRole('button', { name: 'French' })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(views.getByRole('button', { name: 'French' })).toBeVisible();
});

test('with the keyboard alone: rows are chosen, get a tag, lose it again, and are a file', {
  tag: '@journey',
}, async ({ app, api }) => {
  const { page } = app;
  await fillShop(api);
  await page.goto('/customers?sort=name');
  const grid = page.getByRole('grid', { name: 'Customers' });
  await expect(grid.getByRole('row', { name: /ann@example/ })).toBeVisible();
  await grid.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('3 chosen')).toBeVisible();
  await page.getByRole('button', { name: 'Tags', exact: true }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Tags of 3 customers' });
  await dialog.getByLabel('Add', { exact: true }).fill('vip');
  await page.keyboard.press('Enter');
  // Ann has it already, in another case.
  await expect(page.getByText('“vip” added for 2 customers.')).toBeVisible();
  const tagged = async () => {
    const { items } = await (await page.request.get('/api/customers?tag=vip')).json();
    return items.flatMap(({ tags }: { tags: string[] }) => tags).sort();
  };
  expect(await tagged()).toEqual(['VIP', 'vip', 'vip']);
  // A phone shows no tags in the list.
  if (!app.shell.narrow) await expect(grid.getByText('vip', { exact: true })).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Taken back for 2 customers')).toBeVisible();
  expect(await tagged()).toEqual(['VIP']);
  await expect(grid.getByText('vip', { exact: true })).toHaveCount(0);
  if (!app.shell.narrow) await expect(grid.getByText('VIP', { exact: true })).toHaveCount(1);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export chosen' }).press('Enter');
  const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toContain('email,name,country,tags');
});

test('all that match become an audience with the same rules', { tag: '@journey' }, async ({ app, api }) => {
  const { page, audiences } = app;
  await fillShop(api);
  await page.goto('/customers?country=Italy');
  await page.getByRole('link', { name: 'Make an audience' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'New audience' })).toBeVisible();
  await expect(audiences.count).toHaveText('2');
});

test('a profile tells what happened, and its tags are changed where they stand', {
  tag: '@journey',
}, async ({ app, api }) => {
  const { page, customers } = app;
  await fillShop(api);
  await api.importOrders([
    { orderId: 'O-1', customerEmail: 'ann@example.com', orderAmount: 50, orderDate: '2024-01-01' },
    { orderId: 'O-2', customerEmail: 'ann@example.com', orderAmount: -10, orderDate: '2024-02-01' },
  ]);
  await customers.open('ann');
  const happened = page.getByRole('list', { name: 'What happened' });
  await expect(happened.getByText('O-1')).toBeVisible();
  await expect(happened.getByRole('listitem').filter({ hasText: 'O-2' })).toContainText('Refund');
  await expect(happened.getByText(/Came in with the import/)).toBeVisible();
  await page.getByRole('button', { name: 'Orders', exact: true }).click();
  await expect(happened.getByText('O-1')).toBeHidden();

  await page.getByRole('button', { name: 'Add tag' }).click();
  await page.getByLabel('New tag').fill('friend');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove the tag friend' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Remove the tag friend' })).toBeHidden();
});

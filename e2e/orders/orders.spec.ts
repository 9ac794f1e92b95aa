import { expectNoAxeViolations } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/test.ts';

test('the dearest order of a month is found, and what went back', {
  tag: ['@journey', '@desktop', '@phone'],
}, async ({ app, api }) => {
  const { page } = app;
  await api.importOrders(
    [
      ['O-1', 40, '2024-04-30'],
      ['O-2', 120.5, '2024-05-01'],
      ['O-3', -20, '2024-05-03'],
      ['O-4', 300, '2024-05-31'],
      ['O-5', 999, '2024-06-02'],
    ].map(([orderId, orderAmount, day]) => ({
      orderId: String(orderId),
      customerEmail: 'ann@example.com',
      orderAmount: Number(orderAmount),
      orderDate: `${day}T12:00:00Z`,
    })),
  );
  await page.goto('/orders');
  const numbers = page.getByText(/^O-\d$/);
  const placed = page.locator('th', { hasText: 'Placed' });
  const amount = page.locator('th', { hasText: 'Amount' });
  await expect(numbers).toHaveText(['O-5', 'O-4', 'O-3', 'O-2', 'O-1']);
  await expect(placed).toHaveAttribute('aria-sort', 'descending');

  await placed.getByRole('button').click();
  await expect(numbers).toHaveText(['O-1', 'O-2', 'O-3', 'O-4', 'O-5']);
  await amount.getByRole('button').click();
  await expect(numbers).toHaveText(['O-5', 'O-4', 'O-2', 'O-1', 'O-3']);
  await expect(amount).toHaveAttribute('aria-sort', 'descending');
  await expect(placed).toHaveAttribute('aria-sort', 'none');

  await page.getByLabel('From this day').fill('2024-05-01');
  await page.getByLabel('Until this day').fill('2024-05-31');
  await expect(numbers).toHaveText(['O-4', 'O-2', 'O-3']);
  await expectNoAxeViolations(page);
  const kind = page.getByLabel('Purchases or refunds');
  await kind.selectOption('Only refunds');
  await expect(numbers).toHaveText(['O-3']);
  await kind.selectOption('Only purchases');
  await expect(numbers).toHaveText(['O-4', 'O-2']);
  await page.reload();
  await expect(numbers).toHaveText(['O-4', 'O-2']);

  await page.getByLabel('From this day').fill('2024-05-30');
  await kind.selectOption('Only refunds');
  await expect(page.getByText('No order fits')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(numbers).toHaveText(['O-5', 'O-4', 'O-2', 'O-1', 'O-3']);
});

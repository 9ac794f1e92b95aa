import { expect, test } from '../fixtures/test.ts';

test('what somebody else changed meanwhile is not overwritten, and what was typed stays', {
  tag: ['@journey', '@desktop', '@phone'],
}, async ({ app, api }) => {
  const customer = await api.createCustomer({ email: 'ann@example.com', name: 'Ann' });
  await app.page.goto(`/customers/${customer.id}`);
  const dialog = await app.customers.edit();
  await dialog.getByLabel('Name').fill('Ann Smith');
  const theirs = await api.request.patch(`/api/customers/${customer.id}`, { data: { city: 'Oslo' } });
  expect(theirs.status()).toBe(200);
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await expect(dialog.getByText(/Somebody else changed this meanwhile/)).toBeVisible();
  await expect(dialog.getByLabel('Name')).toHaveValue('Ann Smith');
  const now = await api.request.get(`/api/customers/${customer.id}`);
  expect(await now.json()).toMatchObject({ name: 'Ann', city: 'Oslo' });
});

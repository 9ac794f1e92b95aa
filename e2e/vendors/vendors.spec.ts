import { expect, test } from '../fixtures/test.ts';

test('the simulator is listed as answering, and told how many messages a second it takes', {
  tag: ['@journey', '@desktop', '@phone'],
}, async ({ app }) => {
  const { page } = app;
  await app.settings.open('vendors');
  const row = page
    .getByRole('region', { name: 'Vendors' })
    .getByRole('row')
    .filter({ hasText: 'Vendor simulator' });
  await expect(row).toContainText('Answering');
  await expect(row).toContainText('No limit');

  const rate = page.getByLabel('Messages a second');
  const save = page.getByRole('button', { name: 'Save' });
  await rate.fill('2.5');
  await save.click();
  await expect(rate).toHaveAccessibleDescription(/Must be a whole number from 1 to 100,000/);
  await expect(row).toContainText('No limit');
  await rate.fill('1200');
  await save.click();
  await expect(row).toContainText('1,200');
  await page.reload();
  await expect(rate).toHaveValue('1200');

  await rate.fill('');
  await save.click();
  await expect(row).toContainText('No limit');
});

test('the simulator is told how many messages fail, and does so', { tag: '@journey' }, async ({
  app,
  api,
}) => {
  await app.settings.setSimulator({ Delivered: 0, Bounced: 100 });
  await api.addCustomers(2);
  const { id: audienceId } = await api.createAudience('Everyone');
  const { id } = await api.createCampaign({ name: 'Bounces', audienceId });
  await api.launch(id);
  expect((await api.campaignWhen(id)).stats).toMatchObject({ audience: 2, bounced: 2, delivered: 0 });
});

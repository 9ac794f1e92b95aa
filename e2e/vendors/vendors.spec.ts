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

test('a vendor is deleted with a way back; one that campaigns went through after a question, one in use not at all', {
  tag: '@journey',
}, async ({ app, api, account }) => {
  const { page } = app;
  const [unused, used] = await Promise.all([api.createVendor('Texts Ltd'), api.createVendor('Busy Ltd')]);
  const audience = await api.createAudience('Everyone');
  const through = { audienceId: audience.id, vendorId: used.id };
  const scheduledAt = new Date(Date.now() + 86_400_000).toISOString();
  const campaign = await api.createCampaign({ ...through, name: 'Tomorrow', scheduledAt });
  await api.launch(campaign.id);
  const status = async (id: string) => (await account.request.get(`/api/vendors/${id}`)).status();
  const dialog = page.getByRole('dialog');
  await app.settings.open('vendors');

  await test.step('nothing speaks against it: gone at once, back by undoing, gone for good with the notice', async () => {
    const link = page.getByRole('link', { name: 'Texts Ltd' });
    await page.getByRole('button', { name: 'Delete Texts Ltd' }).click();
    await expect(link).toBeHidden();
    expect(await status(unused.id)).toBe(200);
    await app.shell.undo('“Texts Ltd” deleted');
    await expect(link).toBeVisible();

    await page.getByRole('button', { name: 'Delete Texts Ltd' }).click();
    await app.shell.closeNotice('“Texts Ltd” deleted');
    await expect.poll(() => status(unused.id)).toBe(404);
    await expect(link).toBeHidden();
  });

  const link = page.getByRole('link', { name: 'Busy Ltd' });
  await test.step('in use: shown by what', async () => {
    await page.getByRole('button', { name: 'Delete Busy Ltd' }).click();
    await expect(dialog.getByRole('link', { name: 'Tomorrow' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Keep it' }).click();
    await expect(link).toBeVisible();
  });

  await test.step('used before: asked; refused after all, it is back', async () => {
    await api.cancel(campaign.id);
    await page.getByRole('button', { name: 'Delete Busy Ltd' }).click();
    await expect(dialog).toContainText('1 campaign went through it');
    await dialog.getByRole('button', { name: 'Delete vendor' }).click();
    await expect(link).toBeHidden();
    await api.createCampaign({ ...through, name: 'Meanwhile' });
    await app.shell.closeNotice('“Busy Ltd” deleted');
    await expect(page.getByText('The campaign “Meanwhile” uses this vendor')).toBeVisible();
    await expect(link).toBeVisible();
    expect(await status(used.id)).toBe(200);
  });
});

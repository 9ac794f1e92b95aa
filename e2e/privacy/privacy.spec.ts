import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures/test.ts';

const EMAIL = 'ann.leaver@example.com';

test('a customer gets all that is kept of them, is erased, and no import brings them back', {
  tag: '@journey',
}, async ({ app, api }) => {
  const { page } = app;
  await api.importCustomers([
    { email: EMAIL, name: 'Ann Leaver', phone: '+44 20 7946 0123', city: 'Hull', tags: 'vip' },
    { email: 'bob@example.com', name: 'Bob Stayer' },
  ]);
  await api.importOrders([
    { orderId: 'L-1', customerEmail: EMAIL, orderAmount: 40, orderDate: '2024-05-01' },
    { orderId: 'S-1', customerEmail: 'bob@example.com', orderAmount: 10, orderDate: '2024-05-02' },
  ]);
  const audience = await api.createAudience('Everyone');
  const campaign = await api.createCampaign({ name: 'Spring', audienceId: audience.id });
  await api.launch(campaign.id);
  const before = (await api.campaignWhen(campaign.id)).stats;

  await test.step('everything kept of them comes as a file', async () => {
    await app.customers.open('Ann Leaver');
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Export data' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^Data of ann\.leaver@example\.com \d{4}-\d\d-\d\d\.json$/);
    const data = JSON.parse(await readFile(await download.path(), 'utf8'));
    expect(data).toMatchObject({
      version: 1,
      customer: { email: EMAIL, name: 'Ann Leaver', city: 'Hull' },
      audiences: [{ name: 'Everyone' }],
      orders: [{ orderId: 'L-1', orderAmount: 40 }],
      messages: [{ campaignName: 'Spring', text: { basis: 'RENDERED_AGAIN' } }],
    });
  });

  await test.step('erasing asks for the address, and leaves what is no person', async () => {
    await page.getByRole('button', { name: 'Erase…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('bob@example.com');
    await dialog.getByRole('button', { name: 'Erase for good' }).click();
    await expect(dialog.getByRole('alert')).toHaveText('This is not the address');
    await dialog.getByRole('textbox').fill('Ann.Leaver@example.com');
    await dialog.getByRole('button', { name: 'Erase for good' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Erased customer' })).toBeVisible();
    await expect(page.getByText('This customer was erased')).toBeVisible();
    await expect(page.getByText('L-1')).toBeVisible();
    await expect(page.getByText('Ann Leaver')).toHaveCount(0);
    await page.goto('/customers');
    await expect(page.getByRole('link', { name: 'Bob Stayer' })).toBeVisible();
    await expect(page.getByText('Ann Leaver')).toHaveCount(0);
    await page.goto('/orders');
    await expect(page.getByRole('row').filter({ hasText: 'L-1' })).toContainText('Erased customer');
  });

  await test.step('no figure of the campaign has changed, and its log names nobody', async () => {
    expect((await api.campaignWhen(campaign.id)).stats).toEqual(before);
    await app.campaigns.open(campaign.id);
    await expect(page.getByText('Address not kept')).toBeVisible();
    await expect(page.getByText(EMAIL)).toHaveCount(0);
  });

  await test.step('an import that names them leaves them out, and says why', async () => {
    const state = await api.importCustomers([
      { email: EMAIL, name: 'Ann Leaver' },
      { email: 'new@example.com', name: 'New Person' },
    ]);
    expect(state.counts).toMatchObject({ inserted: 1, failed: 1 });
    await page.goto(`/imports/${state.id}`);
    await expect(page.getByText('The person was erased on request; cannot be imported')).toBeVisible();
    await expect(page.getByText(EMAIL)).toHaveCount(0);
  });

  await test.step('they may be let in again by an administrator', async () => {
    await app.shell.goTo('Privacy');
    await expect(page.getByText('address kept from coming back')).toBeVisible();
    const box = page.locator('section').filter({ hasText: 'Let somebody come back' });
    await box.getByRole('textbox', { name: 'Their email address' }).fill('bob@example.com');
    await box.getByRole('button', { name: 'Allow again' }).click();
    await expect(box.getByRole('alert')).toContainText('Nobody with this address was erased here');
    await box.getByRole('textbox', { name: 'Their email address' }).fill(EMAIL);
    await box.getByRole('button', { name: 'Allow again' }).click();
    await expect(page.getByText('addresses kept from coming back')).toBeVisible();
    expect((await api.importCustomers([{ email: EMAIL }])).counts.inserted).toBe(1);
  });
});

test('somebody who writes in is erased by address; how long things are kept is set in days', {
  tag: ['@journey', '@desktop', '@phone'],
}, async ({ app, api }) => {
  const { page } = app;
  await api.createCustomer({ email: EMAIL, name: 'Ann Leaver' });
  await app.settings.open('privacy');
  const card = page.locator('section').filter({ hasText: 'Erase by address' });
  await card.getByRole('textbox').fill('nobody');
  await card.getByRole('button', { name: 'Erase…' }).click();
  await expect(card.getByRole('alert')).toBeVisible();
  await card.getByRole('textbox').fill(EMAIL);
  await card.getByRole('button', { name: 'Erase…' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(EMAIL);
  await page.keyboard.press('Enter');
  await expect(page.getByText('address kept from coming back')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Latest erasures' }).getByRole('listitem')).toHaveCount(1);
  await page.getByRole('link', { name: /What is left/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Erased customer' })).toBeVisible();

  await app.settings.open('privacy');
  const addresses = page.getByRole('textbox', { name: /^Addresses in messages/ });
  await addresses.fill('7');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'at least 30' })).toBeVisible();
  await addresses.fill('365');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved')).toBeVisible();
  await page.reload();
  await expect(addresses).toHaveValue('365');
});

import { expect, test } from '../fixtures/test.ts';

// No address on this machine may be told anything (the wall), so what is told is seen in worker/webhooks.integration.test.ts.

test('a webhook is added, tried out, given another secret, turned off and on, and deleted', {
  tag: ['@journey', '@desktop', '@phone'],
}, async ({ app }) => {
  const { page } = app;
  await app.settings.open('webhooks');
  await page.getByRole('button', { name: 'Add a webhook' }).first().click();
  const dialog = page.getByRole('dialog');
  const address = dialog.getByRole('textbox', { name: 'Address' });
  await dialog.getByRole('button', { name: 'Add webhook' }).click();
  await expect(address).toHaveAccessibleDescription(/Give an address that begins with https:\/\//);
  await expect(dialog.getByText('Choose at least one event')).toBeVisible();
  await dialog.getByLabel('campaign.completed').check();
  await address.fill('https://169.254.169.254/latest');
  await dialog.getByRole('button', { name: 'Add webhook' }).click();
  await expect(address).toHaveAccessibleDescription(/is on a private network/);
  await address.fill('https://hooks.invalid/nexusflow');
  await dialog.getByRole('button', { name: 'Add webhook' }).click();
  await expect(dialog.getByLabel('Secret')).toHaveValue(/^whsec_/);
  const secret = await dialog.getByLabel('Secret').inputValue();
  await dialog.getByRole('button', { name: 'I have copied it' }).click();

  await page.getByRole('link', { name: 'https://hooks.invalid/nexusflow' }).click();
  await expect(page.getByRole('heading', { name: 'hooks.invalid' })).toBeVisible();
  expect(await page.content()).not.toContain(secret);
  await page.getByRole('button', { name: 'Test' }).click();
  await dialog.getByRole('button', { name: 'Send the test event' }).click();
  await expect(dialog.getByText('It did not get through')).toBeVisible();
  await expect(dialog).toContainText('The name hooks.invalid could not be resolved');
  await page.keyboard.press('Escape');
  const log = page.getByRole('region', { name: 'Deliveries' });
  await expect(log.getByRole('row').filter({ hasText: 'webhook.test' })).toContainText('Failed');
  await page.getByLabel('State').selectOption('Delivered');
  await expect(page.getByText('Nothing like that')).toBeVisible();

  await page.getByRole('button', { name: 'Make a new secret' }).click();
  await dialog.getByRole('button', { name: 'Make a new secret' }).click();
  await expect(dialog.getByLabel('Secret')).not.toHaveValue(secret);
  await dialog.getByRole('button', { name: 'I have copied it' }).click();
  await expect(page.getByRole('list', { name: 'Secrets' }).getByRole('listitem')).toHaveCount(2);

  await page.getByRole('button', { name: 'Turn off' }).click();
  await dialog.getByRole('button', { name: 'Turn off' }).click();
  await expect(page.getByText('This webhook is off')).toBeVisible();
  await page.getByRole('button', { name: 'Turn it on again' }).click();
  await expect(page.getByText('This webhook is off')).toBeHidden();

  const own = page.url();
  const there = async () =>
    (await page.request.get(`/api/webhook-endpoints/${own.split('/').at(-1)}`)).status() === 200;
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('No webhooks yet')).toBeVisible();
  expect(await there()).toBe(true);
  await app.shell.undo('Webhook to hooks.invalid deleted');
  await expect(page).toHaveURL(own);
  await expect(page.getByRole('heading', { name: 'hooks.invalid' })).toBeVisible();
  await page.getByRole('button', { name: 'Delete' }).click();
  await app.shell.closeNotice('Webhook to hooks.invalid deleted');
  await expect.poll(there).toBe(false);
  await expect(page.getByText('No webhooks yet')).toBeVisible();
});

test('a webhook that is turned off is shown so at once, and as it was when that fails', {
  tag: '@journey',
}, async ({ app, api }) => {
  const { page } = app;
  const { id } = await api.createWebhook();
  await page.goto(`/settings/webhooks/${id}`);
  let lose = () => {};
  const lost = new Promise<void>((resolve) => {
    lose = resolve;
  });
  await page.route('**/api/trpc/*webhooks.update*', async (route) => {
    await lost;
    await route.abort();
  });
  await page.getByRole('button', { name: 'Turn off' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Turn off' }).click();
  await expect(page.getByText('This webhook is off')).toBeVisible();
  lose();
  await expect(page.getByText('The server could not be reached.')).toBeVisible();
  await expect(page.getByText('This webhook is off')).toBeHidden();
});

test('a vendor gets a secret of its own for receipts, another one, and goes back to none', {
  tag: '@journey',
}, async ({ app }) => {
  const { page } = app;
  const settings = { url: 'https://texts.invalid/send' };
  const vendor = await (
    await page.request.post('/api/vendors', { data: { kind: 'HTTP', name: 'Texts Ltd', settings } })
  ).json();
  await page.goto(`/settings/vendors/${vendor.id}`);
  const address = page.getByLabel('Address for receipts');
  await expect(address).not.toHaveValue(/vendor=/);
  await page.getByRole('button', { name: 'Make its own secret' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Make the secret' }).click();
  await expect(dialog.getByLabel('Secret')).toHaveValue(/^whsec_/);
  await dialog.getByRole('button', { name: 'I have copied it' }).click();
  await expect(address).toHaveValue(new RegExp(`vendor=${vendor.id}$`));

  await page.getByRole('button', { name: 'Make a new secret' }).click();
  await dialog.getByLabel(/How long/).selectOption('For an hour');
  await dialog.getByRole('button', { name: 'Make a new secret' }).click();
  await dialog.getByRole('button', { name: 'I have copied it' }).click();
  const secrets = page.getByRole('list', { name: 'Secrets' }).getByRole('listitem');
  await expect(secrets).toHaveCount(2);
  await page.getByRole('button', { name: 'End earlier secrets now' }).click();
  await dialog.getByRole('button', { name: 'End them' }).click();
  await expect(secrets).toHaveCount(1);
  await page.getByRole('button', { name: 'Go back to the server-wide secret' }).click();
  await dialog.getByRole('button', { name: 'End all of its secrets' }).click();
  await expect(address).not.toHaveValue(/vendor=/);
});

import { expect, test } from '../fixtures/test.ts';
import { openWire } from '../fixtures/wire.ts';
import { App } from '../pages/app.ts';

test('two people watch one campaign; who loses the connection is told calmly and catches up', {
  tag: '@journey',
}, async ({ app, account, api, browser }) => {
  test.setTimeout(180_000);
  const people = 150;
  await api.addCustomers(people);
  await api.setSimulator({ transientRate: 0, deliveryRate: 1, bounceRate: 0 });
  // Over a minute, so that there is time to look.
  await api.limitSimulator(2);
  const audience = await api.createAudience('Everyone');
  const { id } = await api.createCampaign({ name: 'Watched', audienceId: audience.id });

  const wire = await openWire();
  const context = await browser.newContext({
    storageState: await account.request.storageState(),
    proxy: wire.proxy,
  });
  const watcher = new App(await context.newPage());
  await watcher.campaigns.open(id);
  await expect(watcher.campaigns.launchButton).toBeVisible();
  await app.campaigns.open(id);
  await app.campaigns.launch(people);

  await test.step('both see it move', async () => {
    for (const { campaigns, page } of [app, watcher]) {
      await campaigns.expectStatus('Sending');
      await expect(page.getByRole('list', { name: 'From audience to orders' })).toContainText(
        `Audience${people}`,
      );
      await expect(campaigns.log.getByRole('button').first()).toBeVisible();
    }
    await app.page.getByRole('button', { name: 'Pause' }).click();
    await watcher.campaigns.expectStatus('Paused');
    await watcher.page.getByRole('button', { name: 'Resume' }).click();
    for (const { campaigns } of [app, watcher]) await campaigns.expectStatus('Sending');
  });

  await test.step('one loses the connection', async () => {
    wire.cut();
    await expect(watcher.page.getByText('The connection is lost')).toBeVisible();
    await api.limitSimulator(null);
    await api.campaignWhen(id);
    await app.campaigns.expectStatus('Completed');
    await expect(watcher.campaigns.status('Sending')).toBeVisible();
  });

  await test.step('and catches up once it is back', async () => {
    wire.mend();
    await watcher.campaigns.expectStatus('Completed');
    await expect(watcher.page.getByText('The connection is lost')).toBeHidden();
    await watcher.page.getByRole('searchbox', { name: 'Address begins with' }).fill('customer-7@');
    await expect(watcher.campaigns.logRow('customer-7@example.com')).toContainText('Delivered');
    expect(await watcher.campaigns.figure('Delivered')).toBe(people);
  });
  await context.close();
  await wire.close();
});

test('a message is found in the log and its story read; others are told why they got none', {
  tag: ['@journey', '@desktop', '@phone'],
}, async ({ app, api }) => {
  const { page, campaigns } = app;
  await api.setSimulator({ transientRate: 0, deliveryRate: 1, bounceRate: 0 });
  await api.importCustomers([
    { email: 'anne@example.com', name: 'Anne Martin', country: 'France' },
    { email: 'luc@example.com', name: 'Luc Petit', country: 'France' },
    { email: 'hans@example.com', name: 'Hans Meier', country: 'Germany' },
  ]);
  await api.suppress('luc@example.com', 'Asked by phone');
  const audience = await api.createAudience('The French', {
    combinator: 'and',
    rules: [{ field: 'country', operator: '=', value: 'France' }],
  });
  const { id } = await api.createCampaign({ name: 'Bonjour', audienceId: audience.id });
  await api.launch(id);
  await api.campaignWhen(id);
  await campaigns.open(id);
  const happened = page.getByRole('list', { name: 'What happened' });

  await test.step('the log is filtered', async () => {
    await page.getByRole('combobox', { name: 'Show messages with status' }).selectOption('Skipped');
    await expect(campaigns.logRow('luc@example.com')).toContainText('Blocked by hand');
    await expect(campaigns.logRow('anne@example.com')).toBeHidden();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('searchbox', { name: 'Address begins with' }).fill('ANN');
    await expect(campaigns.logRow('luc@example.com')).toBeHidden();
    await expect(campaigns.logRow('anne@example.com')).toBeVisible();
  });

  await test.step('a message’s story has an address', async () => {
    await campaigns.log.getByRole('button', { name: 'anne@example.com' }).press('Enter');
    for (const step of ['Put in the queue', 'Handed to the vendor', 'Delivered'])
      await expect(happened).toContainText(step);
    await expect(page).toHaveURL(/\?message=[0-9a-f]{24}$/);
    await page.reload();
    await expect(happened).toContainText('Handed to the vendor');
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(new RegExp(`/campaigns/${id}$`));
  });

  await test.step('why somebody got none', async () => {
    const why = page.getByRole('region', { name: 'Why did or didn’t they get it?' });
    await campaigns.askWhy('Luc');
    await expect(why).toContainText('Luc Petit was skipped');
    await expect(why).toContainText('Blocked by hand');
    await campaigns.askWhy('Hans');
    await expect(why).toContainText('Hans Meier was not in the audience');
    await expect(why.getByRole('listitem')).toContainText('Does not fit:');
    await expect(why.getByRole('listitem')).toContainText('Germany');
    await expect(page).toHaveURL(/\?why=[0-9a-f]{24}$/);
  });

  await test.step('from the customer’s own page', async () => {
    await app.customers.open('Anne Martin');
    await page.getByRole('link', { name: 'Bonjour', exact: true }).click();
    await expect(happened).toContainText('Delivered');
  });
});

test('pausing shows at once, whatever news from before still comes, and goes back when it fails', {
  tag: '@journey',
}, async ({ app, api }) => {
  test.setTimeout(120_000);
  const { page, campaigns } = app;
  await api.addCustomers(200);
  await api.setSimulator({ transientRate: 0, deliveryRate: 1, bounceRate: 0, delayMs: 0 });
  await api.limitSimulator(2);
  const audience = await api.createAudience('Everyone');
  const { id } = await api.createCampaign({ name: 'To pause', audienceId: audience.id });
  await api.launch(id);
  await campaigns.open(id);
  await campaigns.expectStatus('Sending');

  let lose = () => {};
  const lost = new Promise<void>((resolve) => {
    lose = resolve;
  });
  await page.route('**/api/trpc/*campaigns.pause*', async (route) => {
    await lost;
    await route.abort();
  });
  await page.getByRole('button', { name: 'Pause' }).click();
  await campaigns.expectStatus('Paused');
  await expect(page.getByRole('button', { name: 'Resume' })).toBeDisabled();
  // The news that it is sending are seen, and change nothing but the figures.
  const statuses = await campaigns.watchStatus();
  const delivered = await campaigns.figure('Delivered');
  await expect.poll(() => campaigns.figure('Delivered'), { timeout: 30_000 }).toBeGreaterThan(delivered + 1);
  expect(await statuses()).toEqual([]);
  lose();
  await campaigns.expectStatus('Sending');
  await expect(page.getByText('The server could not be reached.')).toBeVisible();

  await page.unroute('**/api/trpc/*campaigns.pause*');
  await page.getByRole('button', { name: 'Pause' }).click();
  await campaigns.expectStatus('Paused');
  await expect.poll(async () => (await api.campaign(id)).status).toBe('PAUSED');
  await page.getByRole('button', { name: 'Resume' }).click();
  await campaigns.expectStatus('Sending');
  await expect.poll(async () => (await api.campaign(id)).status).toBe('SENDING');
  await api.cancel(id);
});

import { DASHBOARD_BUDGET, measureFirstLoad } from '../../scripts/lib/first-load.ts';
import { expect, test } from '../fixtures/test.ts';

const dayName = (date: Date) => date.toISOString().slice(0, 10);

test('a campaign moves on the dashboard, and its figures follow', { tag: ['@journey', '@smoke'] }, async ({
  app,
  api,
  account,
}) => {
  const { page, dashboard } = app;
  await api.addCustomers(30);
  // Its receipts take a while, so that there is something to see.
  await api.setSimulator({ deliveryRate: 0.8, bounceRate: 0.2, delayMs: 3_000 });
  const { id: audienceId } = await api.createAudience('Everybody');
  const campaign = await api.createCampaign({ name: 'Spring news', audienceId });

  await test.step('before the first campaign it says what will be here', async () => {
    await dashboard.open();
    await expect(page.getByText('Your figures begin with the first campaign')).toBeVisible();
  });

  await test.step('the bar moves, and the figures come without a reload', async () => {
    await api.launch(campaign.id);
    const bar = page.getByRole('progressbar', { name: 'Progress of Spring news' });
    await expect(bar).toBeVisible();
    const { stats } = await api.campaignWhen(campaign.id);
    await expect(bar).toBeHidden();
    await expect(dashboard.figure('People reached')).toContainText(`${stats.delivered} messages delivered`);
    await expect(dashboard.figure('Delivery rate')).toContainText(
      `of 30 sent; ${stats.bounced} bounced, 0 failed`,
    );
    await expect(dashboard.panel('Messages over time').getByRole('application')).toBeVisible();
  });

  await test.step('orders afterwards are counted for it, refunds taken off', async () => {
    const { items } = await (
      await account.request.get(`/api/campaigns/${campaign.id}/messages?status=DELIVERED`)
    ).json();
    const { email } = await (await account.request.get(`/api/customers/${items[0].customerId}`)).json();
    for (const [orderId, orderAmount] of [
      ['A1', 120.5],
      ['A2', -20],
    ] as const) {
      const answer = await account.request.post('/api/orders', {
        data: { orderId, customerEmail: email, orderAmount, orderDate: new Date().toISOString() },
      });
      expect(answer.status(), await answer.text()).toBe(201);
    }
    await dashboard.open();
    await expect(dashboard.figure('Revenue from campaigns')).toContainText('£100.50');
    await expect(dashboard.figure('Revenue from campaigns')).toContainText('1 order within 7 days');
    await expect(dashboard.panel('Top audiences').getByRole('link', { name: 'Everybody' })).toBeVisible();
  });

  await test.step('behind the chart are a table and a file that say the same', async () => {
    const { stats } = await api.campaign(campaign.id);
    const table = await dashboard.showTable('Messages over time');
    const today = table.getByRole('row').last();
    await expect(today.getByRole('cell').nth(1)).toHaveText('30');
    await expect(today.getByRole('cell').nth(2)).toHaveText(String(stats.delivered));
    await expect(today.getByRole('cell').nth(4)).toHaveText(String(stats.bounced));
    const { name, lines } = await dashboard.download('Messages over time');
    expect(name).toMatch(/^messages-\d{4}-\d\d-\d\d-to-\d{4}-\d\d-\d\d\.csv$/);
    expect(lines[0]).toBe('Day,Sent,Delivered,No receipt,Bounced,Failed,Unsubscribed');
    expect(lines).toHaveLength(31);
    expect(lines.at(-1)).toMatch(
      new RegExp(`^\\d{4}-\\d\\d-\\d\\d,30,${stats.delivered},0,${stats.bounced},0,0$`),
    );
  });
});

test('a campaign stopped in the middle stays in sight, however many are newer', async ({
  app,
  api,
  account,
}) => {
  await api.addCustomers(40);
  // Slow enough to be stopped in time.
  await api.limitSimulator(5);
  const { id: audienceId } = await api.createAudience('Everybody');
  const old = await api.createCampaign({ name: 'Stopped long ago', audienceId });
  await api.launch(old.id);
  const paused = await account.request.post(`/api/campaigns/${old.id}/pause`);
  expect(paused.status(), await paused.text()).toBe(200);
  for (let i = 1; i <= 7; i += 1) await api.createCampaign({ name: `Newer ${i}`, audienceId });
  await app.dashboard.open();
  const { page } = app;
  await expect(page.getByRole('progressbar', { name: 'Progress of Stopped long ago' })).toBeVisible();
  const newest = page.getByRole('region', { name: 'Recent campaigns' });
  await expect(newest.getByRole('link', { name: 'Newer 7' })).toBeVisible();
  await expect(newest.getByRole('link')).toHaveCount(6);
});

test('a failure leads to where it is decided on', async ({ app, api }) => {
  await api.addCustomers(3);
  await api.setSimulator({ deliveryRate: 0, bounceRate: 0 });
  const { id: audienceId } = await api.createAudience('Everybody');
  const campaign = await api.createCampaign({ name: 'Nobody gets this', audienceId });
  await api.launch(campaign.id);
  const { stats } = await api.campaignWhen(campaign.id);
  expect(stats.dead).toBe(3);
  await app.dashboard.open();
  const cause = app.dashboard.panel('Failures to look at').getByRole('link', { name: /Nobody gets this/ });
  await expect(cause).toContainText('3');
  await cause.click();
  await expect(app.page).toHaveURL(new RegExp(`/failures\\?campaignId=${campaign.id}`));
});

test('the period is in the address, by name or by days, and “back” leads back', async ({ app, api }) => {
  const { page, dashboard } = app;
  await api.setSimulator({ transientRate: 0, deliveryRate: 1, bounceRate: 0 });
  await api.addCustomers(2);
  const { id: audienceId } = await api.createAudience('Everybody');
  const campaign = await api.createCampaign({ name: 'Spring news', audienceId });
  await api.launch(campaign.id);
  await api.campaignWhen(campaign.id);

  await dashboard.open();
  await expect(dashboard.figure('People reached')).toContainText('2 messages');
  await dashboard.choosePeriod('12 months');
  await expect(page).toHaveURL(/\?period=12m$/);
  await page.reload();
  await expect(dashboard.period.getByRole('button', { name: '12 months' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );

  await dashboard.chooseDays('2026-01-10', '2026-01-20');
  await expect(page).toHaveURL(/\?from=2026-01-10&to=2026-01-20$/);
  await expect(page.getByText('No messages were sent in this time.')).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\?period=12m$/);
  await expect(dashboard.figure('People reached')).toContainText('2 messages');

  await test.step('days that make no sense are refused beside the field', async () => {
    await dashboard.chooseDays(dayName(new Date()), '2026-01-20');
    await expect(dashboard.range.getByLabel('Last day')).toHaveAttribute('aria-invalid', 'true');
    await expect(dashboard.range.getByText('Must not lie before the first day')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dashboard.range).toBeHidden();
  });

  await test.step('nonsense in the address is the usual period', async () => {
    await dashboard.open('?from=yesterday&to=today');
    await expect(dashboard.period.getByRole('button', { name: '30 days' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await expect(dashboard.figure('People reached')).toContainText('2 messages');
  });
});

test('fits a phone', { tag: '@phone' }, async ({ app, api }) => {
  const { page, dashboard } = app;
  await api.addCustomers(2);
  const { id: audienceId } = await api.createAudience(`Everybody ${'with a very long name '.repeat(4)}`);
  const campaign = await api.createCampaign({
    name: `News ${'with a very long name '.repeat(5)}`,
    audienceId,
  });
  await api.launch(campaign.id);
  await api.campaignWhen(campaign.id);
  await dashboard.open();
  const noSidewaysScroll = () =>
    expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
      .toBeLessThanOrEqual(0);
  await expect(dashboard.panel('Messages over time').getByRole('application')).toBeVisible();
  await noSidewaysScroll();
  await dashboard.showTable('Messages over time');
  await dashboard.showTable('Top audiences');
  await dashboard.period.getByRole('button', { name: 'Other days' }).click();
  await noSidewaysScroll();
});

test('asks for no more JavaScript than it may before it stands', async ({ account }) => {
  const read = async (path: string) => {
    const answer = await account.request.get(path);
    expect(answer.status(), path).toBe(200);
    return answer.text();
  };
  const { bytes, scripts } = await measureFirstLoad(read, '/dashboard');
  const largest = scripts.sort((a, b) => b.bytes - a.bytes).slice(0, 10);
  expect(bytes, JSON.stringify(largest)).toBeLessThanOrEqual(DASHBOARD_BUDGET);
});

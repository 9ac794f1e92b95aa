import type { APIRequestContext } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';

const FAILED_REASON = 'The vendor is busy (simulated)';

async function patch(request: APIRequestContext, campaignId: string, data: object): Promise<void> {
  const answer = await request.patch(`/api/campaigns/${campaignId}`, { data });
  expect(answer.status(), await answer.text()).toBe(200);
}

test('what a failing vendor leaves is grouped, corrected, sent again, and completes the campaign', {
  tag: '@journey',
}, async ({ app, api }) => {
  const { page, campaigns } = app;
  test.setTimeout(120_000);
  await api.addCustomers(6);
  await api.setSimulator({ transientRate: 1, deliveryRate: 1, bounceRate: 0 });
  const audience = await api.createAudience('Everyone');
  const campaign = await api.createCampaign({ name: 'Outage', audienceId: audience.id });
  await api.launch(campaign.id);

  await campaigns.open(campaign.id);
  await campaigns.expectStatus('Completed with failures');
  await page.getByRole('link', { name: '6 messages to look at' }).click();
  const group = app.failures.group(FAILED_REASON);
  await expect(group).toContainText('6');

  await api.setSimulator({ transientRate: 0 });
  await app.failures.openOf(campaign.id);

  await test.step('one goes with another text', async () => {
    await group.getByRole('button', { name: FAILED_REASON }).click();
    await group.getByRole('button', { name: 'Edit and retry customer-1@example.com' }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit and retry' });
    await expect(dialog.getByLabel('Text')).toHaveValue('Hello Customer 1');
    await expect(dialog.getByRole('listitem')).toContainText([
      `Try 1 failed: ${FAILED_REASON}`,
      `Try 2 failed: ${FAILED_REASON}`,
      `Try 3 failed: ${FAILED_REASON}`,
      `Failed after 4 tries: ${FAILED_REASON}`,
    ]);
    await dialog.getByLabel('To (email address)').fill('not an address');
    await dialog.getByRole('button', { name: 'Retry this message' }).click();
    await expect(dialog.getByText('Is not an email address')).toBeVisible();
    await dialog.getByLabel('To (email address)').fill('first@example.com');
    await dialog.getByLabel('Text').fill('Dear Customer 1, here it is.');
    await dialog.getByRole('button', { name: 'Retry this message' }).click();
    await expect(page.getByText('1 message on the way again')).toBeVisible();
    await expect(dialog).toBeHidden();
  });

  await test.step('the others go as a group', async () => {
    await group.getByRole('button', { name: 'Retry all' }).click();
    await expect(page.getByText('5 messages on the way again')).toBeVisible();
    await expect(page.getByText('Nothing failed')).toBeVisible();
  });

  await campaigns.open(campaign.id);
  await campaigns.expectStatus('Completed');
  expect((await api.campaign(campaign.id)).stats).toMatchObject({ audience: 6, delivered: 6, failed: 0 });
  await expect(page.getByText('first@example.com').first()).toBeVisible();

  await page.goto('/failures?status=RETRIED');
  await page.getByRole('button', { name: 'History of first@example.com' }).click();
  const history = page.getByRole('dialog', { name: 'What happened' }).getByRole('listitem');
  await expect(history).toHaveCount(5);
  await expect(history.last()).toContainText('Sent once more with another address and text');
});

test('a campaign is paused, resumed and cancelled by its buttons', {
  tag: ['@journey', '@desktop', '@phone'],
}, async ({ app, api }) => {
  const { page, campaigns } = app;
  test.setTimeout(120_000);
  await api.addCustomers(30);
  // One message after the other, so that there is time to press a button.
  await api.setSimulator({ deliveryRate: 1, bounceRate: 0, delayMs: 0 });
  await api.limitSimulator(1);
  const audience = await api.createAudience('Everyone');
  const resumed = await api.createCampaign({ name: 'Paused a while', audienceId: audience.id });
  await api.launch(resumed.id);
  await campaigns.open(resumed.id);
  await page.getByRole('button', { name: 'Pause' }).click();
  await campaigns.expectStatus('Paused');
  // It stands there before the server has answered; then there is the way on.
  await expect(page.getByRole('button', { name: 'Resume' })).toBeEnabled();
  expect((await api.campaign(resumed.id)).status).toBe('PAUSED');

  await campaigns.open(resumed.id);
  await api.limitSimulator(null);
  await page.getByRole('button', { name: 'Resume' }).click();
  await campaigns.expectStatus('Completed');
  expect((await api.campaign(resumed.id)).stats).toMatchObject({ audience: 30, delivered: 30 });

  await api.limitSimulator(1);
  const cancelled = await api.createCampaign({ name: 'Stopped', audienceId: audience.id });
  await api.launch(cancelled.id);
  await campaigns.open(cancelled.id);
  await page.getByRole('button', { name: 'Cancel campaign' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel campaign' }).click();
  await campaigns.expectStatus('Cancelled');
  await expect(page.getByText('Cancelled before it was sent')).toBeVisible();
  const { stats } = await api.campaignWhen(cancelled.id, ({ stats }) => stats.sending + stats.sent === 0);
  expect(stats).toMatchObject({ audience: 30, queued: 0, failed: 0 });
  expect(stats.cancelled).toBeGreaterThan(0);
  expect(stats.cancelled + stats.delivered).toBe(30);
});

test('a scheduled campaign tells its time, goes back to a draft, and is sent when its time comes', {
  tag: '@journey',
}, async ({ app, api, account }) => {
  const { page, campaigns } = app;
  test.setTimeout(120_000);
  await api.addCustomers(3);
  const audience = await api.createAudience('Everyone');
  const { id } = await api.createCampaign({ name: 'Tomorrow', audienceId: audience.id });
  await patch(account.request, id, { scheduledAt: '2099-07-01T08:00:00Z', timeZone: 'Europe/London' });
  await campaigns.open(id);
  await campaigns.schedule();
  await expect(page.getByText('Sending begins 1 Jul 2099, 09:00 (Europe/London)')).toBeVisible();

  await page.getByRole('button', { name: 'Reschedule' }).click();
  const dialog = page.getByRole('dialog', { name: 'Choose another time' });
  await dialog.getByLabel('Send at').fill('2099-12-24T18:00');
  await dialog.getByLabel('Time zone').selectOption('America/New_York');
  await dialog.getByRole('button', { name: 'Reschedule' }).click();
  await expect(
    page.getByRole('main').getByText('24 Dec 2099, 18:00 (America/New York)').first(),
  ).toBeVisible();
  const answer = await account.request.get(`/api/campaigns/${id}`);
  expect(await answer.json()).toMatchObject({ scheduledAt: '2099-12-24T23:00:00.000Z', status: 'SCHEDULED' });

  await page.getByRole('button', { name: 'Back to draft' }).click();
  await campaigns.expectStatus('Draft');

  await patch(account.request, id, { scheduledAt: new Date(Date.now() + 20_000).toISOString() });
  await page.reload();
  await campaigns.schedule();
  await campaigns.expectStatus('Completed');
  expect((await api.campaign(id)).stats.audience).toBe(3);
});

test('those whose message failed get a campaign of their own', { tag: '@journey' }, async ({ app, api }) => {
  const { page, campaigns } = app;
  test.setTimeout(90_000);
  await api.addCustomers(4);
  await api.setSimulator({ deliveryRate: 0, bounceRate: 0 });
  const audience = await api.createAudience('Everyone');
  const campaign = await api.createCampaign({ name: 'First try', audienceId: audience.id });
  await api.launch(campaign.id);
  await campaigns.open(campaign.id);
  await campaigns.expectStatus('Completed with failures');
  await page.getByRole('button', { name: 'Resend to failed' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Again: First try/ })).toBeVisible();
  await expect(page.getByText('those whose message failed or bounced in')).toBeVisible();
  await expect(campaigns.launchButton).toBeEnabled();
  await campaigns.launchButton.click();
  await expect(page.getByRole('button', { name: 'Launch to 4 people' })).toBeVisible();

  await campaigns.open(campaign.id);
  await page.getByRole('button', { name: 'Duplicate' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Copy of First try/ })).toBeVisible();
  await campaigns.expectStatus('Draft');
});

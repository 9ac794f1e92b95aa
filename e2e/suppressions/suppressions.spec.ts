import { expectNoAxeViolations } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/test.ts';
import type { App } from '../pages/app.ts';

/** Opens a draft and waits until it is counted who gets it. */
async function openCounted({ page, campaigns }: App, campaignId: string): Promise<void> {
  await campaigns.open(campaignId);
  await expect(page.getByText('Will get it')).toBeVisible();
}

test('an address added by hand is skipped, before and after the launch with its reason', {
  tag: ['@journey', '@desktop', '@phone'],
}, async ({ app, api }) => {
  const { page, campaigns } = app;
  await api.addCustomers(3);
  const audience = await api.createAudience('Everyone');
  const campaign = await api.createCampaign({ name: 'Without one', audienceId: audience.id });

  await page.goto('/dashboard');
  await app.shell.goTo('Suppressions');
  await expect(page.getByText('Nobody is suppressed')).toBeVisible();
  await page.getByRole('button', { name: 'Add addresses' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Addresses' }).fill('Customer-2@example.com\nnobody');
  await dialog.getByRole('button', { name: 'Add to the list' }).click();
  await expect(dialog.getByRole('alert')).toContainText('nobody');
  await dialog.getByRole('textbox', { name: 'Addresses' }).fill('Customer-2@example.com');
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Asked by phone');
  await dialog.getByRole('button', { name: 'Add to the list' }).click();
  const listed = page.getByRole('row').filter({ hasText: 'customer-2@example.com' });
  await expect(listed).toContainText('Added by hand');
  await expect(listed).toContainText('Asked by phone');

  await openCounted(app, campaign.id);
  await expect(page.getByRole('listitem').filter({ hasText: 'Blocked by hand' })).toContainText('1');
  await campaigns.launch(2);
  await expect(campaigns.logRow('customer-2@example.com')).toContainText('Skipped');
  await expect(campaigns.logRow('customer-2@example.com')).toContainText('Blocked by hand');
  const { stats } = await api.campaignWhen(campaign.id);
  expect(stats).toMatchObject({ audience: 3, skipped: 1 });

  await page.goto('/suppressions');
  await page.getByRole('searchbox', { name: 'Search suppressions' }).fill('customer-2');
  await page.getByRole('button', { name: 'Remove customer-2@example.com from the list' }).click();
  await expect(page.getByText('No address found')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(listed).toBeVisible();
});

test('suppressions are sorted by when they came', { tag: ['@journey', '@desktop', '@phone'] }, async ({
  app,
  api,
}) => {
  const { page } = app;
  for (const name of ['ann', 'ben', 'cat']) await api.suppress(`${name}@example.com`, 'Asked by phone');
  await page.goto('/suppressions');
  const addresses = page.getByText(/^(ann|ben|cat)@/);
  await expect(addresses).toHaveText([/^cat/, /^ben/, /^ann/]);
  const since = page.locator('th', { hasText: 'Since' });
  await since.getByRole('button').click();
  await expect(addresses).toHaveText([/^ann/, /^ben/, /^cat/]);
  await expect(since).toHaveAttribute('aria-sort', 'ascending');
  await expectNoAxeViolations(page);
});

test('a workspace limits how often people are written to, and keeps quiet hours', {
  tag: '@journey',
}, async ({ app, api }) => {
  const { page, campaigns, settings } = app;
  await api.addCustomers(5);
  const audience = await api.createAudience('Everyone');
  const [first, second, third] = await Promise.all(
    ['First', 'Second', 'Third'].map((name) => api.createCampaign({ name, audienceId: audience.id })),
  );
  await api.launch(first?.id ?? '');
  const { stats } = await api.campaignWhen(first?.id ?? '');
  // Who bounced is suppressed from now on.
  const well = 5 - (stats.bounced ?? 0);

  await test.step('one message in seven days', async () => {
    await settings.open('workspace');
    await page.getByRole('checkbox', { name: 'Limit how many messages one person gets' }).check();
    await page.getByLabel('At most, messages').fill('1');
    await page.getByLabel('Within, days').fill('7');
    await settings.saveWorkspace();
    await campaigns.open(second?.id ?? '');
    await expect(
      page.getByRole('listitem').filter({ hasText: 'Has had enough messages lately (at most 1 in 7 days)' }),
    ).toContainText(String(well));
    await expect(page.getByText('Everybody in this audience would be skipped.')).toBeVisible();
  });

  await test.step('then quiet hours instead', async () => {
    const clock = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 16);
    await settings.open('workspace');
    await page.getByRole('checkbox', { name: 'Limit how many messages one person gets' }).uncheck();
    await page.getByRole('checkbox', { name: 'Keep quiet hours' }).check();
    await page.getByLabel('Quiet from').fill(clock(-1));
    await page.getByLabel('Quiet until').fill(clock(2));
    await settings.saveWorkspace();
    await page.reload();
    await expect(page.getByLabel('Quiet until')).toHaveValue(clock(2));

    await openCounted(app, third?.id ?? '');
    await expect(page.getByText('It is within quiet hours')).toBeVisible();
    await campaigns.launch(well);
    await expect(page.getByText('Quiet hours: waiting until').first()).toBeVisible({ timeout: 20_000 });
    const state = await api.campaign(third?.id ?? '');
    expect(state.stats).toMatchObject({ audience: 5, queued: well, skipped: 5 - well });
  });
});

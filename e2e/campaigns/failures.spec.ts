import { expectNoAxeViolations } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/test.ts';

const BUSY = 'The vendor is busy (simulated)';
const REFUSED = 'Refused by the carrier (simulated)';

test('failures of one cause are looked at by themselves, wherever they were', {
  tag: ['@journey', '@desktop', '@phone'],
}, async ({ app, api }) => {
  const { page } = app;
  test.setTimeout(120_000);
  await api.addCustomers(2);
  const audience = await api.createAudience('Everyone');
  const fail = async (name: string) => {
    const { id } = await api.createCampaign({ name, audienceId: audience.id });
    await api.launch(id);
    await api.campaignWhen(id);
  };
  await api.setSimulator({ deliveryRate: 0, bounceRate: 0 });
  await fail('First');
  await page.goto('/failures');
  await expect(app.failures.group(REFUSED)).toBeVisible();
  // One cause is nothing to choose from.
  const cause = page.getByLabel('Show failures with cause');
  await expect(cause).toBeHidden();
  await fail('Second');
  await api.setSimulator({ transientRate: 1 });
  await fail('Third');

  await cause.selectOption(`${REFUSED} (4)`);
  await expect(app.failures.group(REFUSED)).toHaveCount(2);
  await expect(app.failures.group(BUSY)).toHaveCount(0);
  await page.reload();
  await expect(app.failures.group(REFUSED)).toHaveCount(2);
  await expect(app.failures.group(BUSY)).toHaveCount(0);
  await expectNoAxeViolations(page);

  await test.step('and so are those decided on', async () => {
    await cause.selectOption(`${BUSY} (2)`);
    await app.failures.group(BUSY).getByRole('button', { name: 'Discard all' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Discard/ })
      .click();
    await expect(page.getByText('Nothing failed for this cause')).toBeVisible();
    await page.getByRole('link', { name: 'Discarded' }).click();
    await expect(page.getByRole('button', { name: /^History of/ })).toHaveCount(2);
    await page.goto(`/failures?status=DISCARDED&reason=${encodeURIComponent(REFUSED)}`);
    await expect(page.getByText('Nothing was discarded for this cause')).toBeVisible();
    await page.getByRole('link', { name: 'Show the failures of all causes' }).click();
    await expect(page.getByRole('button', { name: /^History of/ })).toHaveCount(2);
  });
});

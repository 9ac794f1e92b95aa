import { expectNoAxeViolations } from '../fixtures/axe.ts';
import type { ShopApi } from '../fixtures/shop-api.ts';
import { expect, test } from '../fixtures/test.ts';

const FRANCE = { field: 'country', operator: '=', value: 'France' };
const SPENT = { field: 'totalSpend', operator: '>=', value: 100 };
const all = (...rules: object[]) => ({ combinator: 'and' as const, rules });

/** Five people: two in France who spent enough, one who did not, one in Spain who did, one without orders. */
async function fillShop(api: ShopApi): Promise<void> {
  await api.importCustomers(
    [
      ['ann', 'France'],
      ['ben', 'France'],
      ['cat', 'France'],
      ['dan', 'Spain'],
      ['eve', 'Italy'],
    ].map(([name = '', country = '']) => ({ email: `${name}@example.com`, name, country })),
  );
  await api.importOrders(
    [
      ['ann', 500],
      ['ben', 120],
      ['cat', 20],
      ['dan', 900],
    ].map(([name, orderAmount], i) => ({
      orderId: `O-${i}`,
      customerEmail: `${name}@example.com`,
      orderAmount: Number(orderAmount),
      orderDate: `2024-0${i + 1}-01`,
    })),
  );
}

test('a count that is overtaken is given up, and each condition says what it does', {
  tag: '@journey',
}, async ({ app, api }) => {
  const { page, audiences } = app;
  await fillShop(api);
  await api.createAudience('Everyone who spent', all(SPENT));
  const { id } = await api.createAudience('French spenders', all(FRANCE, SPENT));
  await page.goto(`/audiences/${id}`);
  await expect(audiences.count).toHaveText('2');

  const givenUp: string[] = [];
  page.on('requestfailed', (request) => {
    if (request.url().includes('audiences.preview')) givenUp.push(request.failure()?.errorText ?? '');
  });
  // The first count after a change is slow; the second change comes while it runs.
  let first = true;
  await page.route('**/api/trpc/**audiences.preview**', async (route) => {
    if (first) {
      first = false;
      await new Promise((resolve) => setTimeout(resolve, 3_000));
    }
    // One that was given up cannot go on.
    await route.continue().catch(() => undefined);
  });
  const amount = audiences.condition('2').getByLabel('Value', { exact: true });
  const asked = page.waitForRequest((request) => request.url().includes('audiences.preview'));
  await amount.fill('400');
  await asked;
  await amount.fill('10');
  await expect(audiences.count).toHaveText('3');
  expect(givenUp).toContain('net::ERR_ABORTED');

  await amount.fill('100');
  await expect(audiences.count).toHaveText('2');
  await page.getByRole('button', { name: /^What each condition does/ }).click();
  const funnel = audiences.panel('What each condition does');
  await expect(funnel.getByText('Of 5 customers 2 are in the audience.')).toBeVisible();
  const steps = funnel.getByRole('listitem');
  await expect(steps.nth(0)).toContainText('3 left');
  await expect(steps.nth(0)).toContainText('It keeps out 1 who fits everything else');
  await expect(steps.nth(1)).toContainText('2 left');
  await expect(steps.nth(1)).toContainText('3 fit it');

  await page.getByRole('button', { name: /^What they are like/ }).click();
  const profile = audiences.panel('What they are like');
  await expect(profile.getByText('£620.00')).toBeVisible();
  await expect(profile.getByRole('row', { name: /France/ })).toContainText('2');

  await page.getByRole('button', { name: /^Overlap with another audience/ }).click();
  await page.getByLabel('Audience to compare with').fill('Everyone who');
  await page.keyboard.press('Enter');
  const overlap = audiences.panel('Overlap with another audience');
  await expect(overlap.getByRole('row', { name: /In both/ })).toContainText('2');
  await expect(overlap.getByRole('row', { name: /Only in “Everyone who spent”/ })).toContainText('1');
  await expectNoAxeViolations(page);
});

test('a snapshot stays as it was, and what is used cannot be deleted', { tag: '@journey' }, async ({
  app,
  api,
}) => {
  const { page, audiences } = app;
  test.setTimeout(90_000);
  await fillShop(api);
  const { id } = await api.createAudience('French', all(FRANCE));
  await page.goto(`/audiences/${id}`);
  await expect(audiences.panel('Used by')).toContainText('Nothing yet');
  await page.getByRole('button', { name: 'Take a snapshot' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^French, / })).toBeVisible();
  // Its job may wait its turn; the page learns by itself that it is done.
  await expect(audiences.count).toHaveText('3', { timeout: 30_000 });
  const snapshotId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  expect(snapshotId).not.toBe(id);

  await api.importCustomers([{ email: 'ann@example.com', name: 'ann', country: 'Spain' }]);
  await page.goto(`/audiences/${id}`);
  await expect(audiences.count).toHaveText('2');
  await page.goto(`/audiences/${snapshotId}`);
  await expect(audiences.count).toHaveText('3');
  await expectNoAxeViolations(page);

  await api.createCampaign({ name: 'To those of then', audienceId: snapshotId });
  await page.reload();
  await expect(audiences.panel('Used by').getByRole('link', { name: 'To those of then' })).toBeVisible();
  await page.goto('/audiences');
  const row = page.getByRole('row').filter({ hasText: 'Snapshot' });
  await row.getByRole('button', { name: /^Delete French, / }).click();
  const dialog = page.getByRole('dialog', { name: /is in use$/ });
  await expect(dialog.getByRole('link', { name: 'To those of then' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(row).toBeVisible();
});

test('RFM segments lead to an audience and to a campaign', {
  tag: ['@journey', '@desktop', '@phone'],
}, async ({ app, api }) => {
  const { page, audiences } = app;
  test.setTimeout(90_000);
  await page.goto('/audiences/segments');
  await expect(page.getByText('No segments yet')).toBeVisible();
  await fillShop(api);
  await page.getByRole('button', { name: 'Compute now' }).click();
  // The page learns of it by itself.
  await expect(page.getByText('4 customers with orders')).toBeVisible({ timeout: 30_000 });
  // Dan ordered last and spent the most of four; with one order each they are alike in frequency.
  const champions = page.getByRole('row', { name: /Champions/ });
  await expect(champions).toContainText('£900.00');
  await expect(page.getByRole('region', { name: 'What the scores stand for' })).toContainText('Since');
  await expectNoAxeViolations(page);

  await champions.getByRole('link', { name: /Use as audience/ }).click();
  await expect(audiences.name).toHaveValue('Champions');
  await expect(audiences.count).toHaveText('1');
  await audiences.save.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Champions' })).toBeVisible();
  await expect(audiences.panel('Over time')).toContainText('Since', { timeout: 15_000 });

  await page.goto('/audiences/segments');
  await page
    .getByRole('row', { name: /Champions/ })
    .getByRole('button', { name: /Write to them/ })
    .click();
  await expect(page).toHaveURL(/\/campaigns\/new\?audienceId=/);
  // The audience that is there already is taken, not another one of the same name made.
  const kept = await (await page.request.get('/api/audiences')).json();
  expect(kept.items.filter((a: { name: string }) => a.name === 'Champions')).toHaveLength(1);
});

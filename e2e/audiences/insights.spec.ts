import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';

const FRANCE = { field: 'country', operator: '=', value: 'France' };
const SPENT = { field: 'totalSpend', operator: '>=', value: 100 };
const all = (...rules: object[]) => ({ combinator: 'and' as const, rules });

const condition = (page: Page, number: string) =>
  page.getByRole('group', { name: `Condition ${number}`, exact: true });
const count = (page: Page) => page.getByTestId('audience-count');
const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const noViolations = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`),
  ).toEqual([]);
};

/** Five people: two in France who spent enough, one who did not, one in Spain who did, one without orders. */
async function fillShop(api: {
  importCustomers(rows: { email: string; name: string; country: string }[]): Promise<unknown>;
  importOrders(
    rows: { orderId: string; customerEmail: string; orderAmount: number; orderDate: string }[],
  ): Promise<unknown>;
}): Promise<void> {
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
}, async ({ signedInPage: page, api }) => {
  await fillShop(api);
  await api.createAudience('Everyone who spent', all(SPENT));
  const { id } = await api.createAudience('French spenders', all(FRANCE, SPENT));
  await page.goto(`/audiences/${id}`);
  await expect(count(page)).toHaveText('2');

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
  const amount = condition(page, '2').getByLabel('Value', { exact: true });
  const asked = page.waitForRequest((request) => request.url().includes('audiences.preview'));
  await amount.fill('400');
  await asked;
  await amount.fill('10');
  await expect(count(page)).toHaveText('3');
  expect(givenUp).toContain('net::ERR_ABORTED');

  await amount.fill('100');
  await expect(count(page)).toHaveText('2');
  await page.getByRole('button', { name: /^What each condition does/ }).click();
  const funnel = panel(page, 'What each condition does');
  await expect(funnel.getByText('Of 5 customers 2 are in the audience.')).toBeVisible();
  const steps = funnel.getByRole('listitem');
  await expect(steps.nth(0)).toContainText('3 left');
  await expect(steps.nth(0)).toContainText('It keeps out 1 who fits everything else');
  await expect(steps.nth(1)).toContainText('2 left');
  await expect(steps.nth(1)).toContainText('3 fit it');

  await page.getByRole('button', { name: /^What they are like/ }).click();
  const profile = panel(page, 'What they are like');
  await expect(profile.getByText('£620.00')).toBeVisible();
  await expect(profile.getByRole('row', { name: /France/ })).toContainText('2');

  await page.getByRole('button', { name: /^Overlap with another audience/ }).click();
  await page.getByLabel('Audience to compare with').fill('Everyone who');
  await page.keyboard.press('Enter');
  const overlap = panel(page, 'Overlap with another audience');
  await expect(overlap.getByRole('row', { name: /In both/ })).toContainText('2');
  await expect(overlap.getByRole('row', { name: /Only in “Everyone who spent”/ })).toContainText('1');
  await noViolations(page);
});

test('a snapshot stays as it was, and what is used cannot be deleted', { tag: '@journey' }, async ({
  signedInPage: page,
  api,
}) => {
  test.setTimeout(90_000);
  await fillShop(api);
  const { id } = await api.createAudience('French', all(FRANCE));
  await page.goto(`/audiences/${id}`);
  await expect(panel(page, 'Used by')).toContainText('Nothing yet');
  await page.getByRole('button', { name: 'Take a snapshot' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^French, / })).toBeVisible();
  // Its job may wait its turn; the page learns by itself that it is done.
  await expect(count(page)).toHaveText('3', { timeout: 30_000 });
  const snapshotId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  expect(snapshotId).not.toBe(id);

  await api.importCustomers([{ email: 'ann@example.com', name: 'ann', country: 'Spain' }]);
  await page.goto(`/audiences/${id}`);
  await expect(count(page)).toHaveText('2');
  await page.goto(`/audiences/${snapshotId}`);
  await expect(count(page)).toHaveText('3');
  await noViolations(page);

  await api.createCampaign({ name: 'To those of then', audienceId: snapshotId });
  await page.reload();
  await expect(panel(page, 'Used by').getByRole('link', { name: 'To those of then' })).toBeVisible();
  await page.goto('/audiences');
  const row = page.getByRole('row').filter({ hasText: 'Snapshot' });
  await row.getByRole('button', { name: /^Delete French, / }).click();
  await page.getByRole('button', { name: 'Delete audience' }).click();
  await expect(page.getByText('The campaign “To those of then” uses this audience')).toBeVisible();
  await expect(row).toBeVisible();
});

test('RFM segments lead to an audience and to a campaign', { tag: '@journey' }, async ({
  signedInPage: page,
  api,
}) => {
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
  await noViolations(page);

  await champions.getByRole('link', { name: /Use as audience/ }).click();
  await expect(page.getByLabel('Audience name')).toHaveValue('Champions');
  await expect(count(page)).toHaveText('1');
  await page.getByRole('button', { name: 'Save audience' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Champions' })).toBeVisible();
  await expect(panel(page, 'Over time')).toContainText('Since', { timeout: 15_000 });

  await page.goto('/audiences/segments');
  await page
    .getByRole('row', { name: /Champions/ })
    .getByRole('button', { name: /Write to them/ })
    .click();
  await expect(page).toHaveURL(/\/campaigns\/new\?audienceId=/);
  // The audience that is there already is taken, not another one of the same name made.
  const audiences = await (await page.request.get('/api/audiences')).json();
  expect(audiences.items.filter((a: { name: string }) => a.name === 'Champions')).toHaveLength(1);
});

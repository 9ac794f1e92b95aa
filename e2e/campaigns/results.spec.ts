import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { expect, test } from '../fixtures/test.ts';

const messagePage = z.object({ items: z.array(z.object({ to: z.string() })) });

/** What a link hands over as a file, as its lines. */
async function downloaded(page: Page, link: string): Promise<string[]> {
  const started = page.waitForEvent('download');
  await page.getByRole('link', { name: link }).click();
  const file = await started;
  return (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
}

test('a campaign with two texts and a holdout group shows what it earned, what is chance, and hands it over', {
  tag: '@journey',
}, async ({ app, account, api }) => {
  const { page, campaigns } = app;
  await api.setSimulator({ transientRate: 0, deliveryRate: 1, bounceRate: 0 });
  await api.importCustomers(
    Array.from({ length: 160 }, (_, i) => ({
      email: `person-${i}@example.com`,
      name: `Person ${i}`,
      country: i % 2 === 0 ? 'France' : 'Spain',
    })),
  );
  const audience = await api.createAudience('Everyone');
  const made = await account.request.post('/api/campaigns', {
    data: {
      name: 'Spring',
      audienceId: audience.id,
      template: { subject: 'News', body: 'Hello' },
      experiment: {
        variants: [{ key: 'B', share: 50, template: { subject: 'Other news', body: 'Good day' } }],
        holdout: 50,
      },
    },
  });
  expect(made.status(), await made.text()).toBe(201);
  const { id } = z.object({ id: z.string() }).parse(await made.json());
  await api.launch(id);
  await api.campaignWhen(id);

  const got = async (query: string) =>
    messagePage.parse(
      await (await account.request.get(`/api/campaigns/${id}/messages?limit=500&${query}`)).json(),
    ).items;
  const [withB, heldOut] = [await got('variant=B&status=DELIVERED'), await got('skipReason=HOLDOUT')];
  expect(withB.length).toBeGreaterThan(15);
  expect(heldOut.length).toBeGreaterThan(40);
  const now = new Date().toISOString();
  // Everybody with the other text buys, and one of those who were held out.
  const buyers = [...withB.map(({ to }) => to), heldOut[0]?.to ?? ''];
  await api.importOrders(
    buyers.map((customerEmail, i) => ({
      orderId: `S${i}`,
      customerEmail,
      orderAmount: 20,
      orderDate: now,
    })),
  );

  await campaigns.open(id);
  const earned = page.getByRole('region', { name: 'What it earned' });
  const revenue = (20 * withB.length).toLocaleString('en-GB', { minimumFractionDigits: 2 });
  await expect(earned).toContainText(revenue);
  await expect(earned).toContainText('and more than chance explains: the message brought orders');
  await expect(earned).toContainText('Variant B brought more buyers than A, beyond chance');
  await expect(page.getByRole('list', { name: 'From audience to orders' })).toContainText(
    `Ordered within 7 days${withB.length}`,
  );
  for (const name of ['By country', 'By customer group'])
    await expect(earned.getByRole('region', { name }).first()).toBeVisible();

  await earned.getByRole('combobox', { name: 'Orders count within' }).selectOption('Within 30 days');
  await expect(page).toHaveURL(/\?days=30$/);
  await page.reload();
  await expect(earned.getByRole('combobox', { name: 'Orders count within' })).toHaveValue('30');

  const results = await downloaded(page, 'Results as CSV');
  expect(results[0]).toContain('group,name,days,people,delivered');
  expect(results.filter((line) => line.startsWith('variant,'))).toHaveLength(2);
  expect(await downloaded(page, 'Recipients as CSV')).toHaveLength(161);

  await page.getByRole('combobox', { name: 'Show messages of variant' }).selectOption('B');
  await expect(campaigns.logRow('person-').first()).toContainText('B');
});

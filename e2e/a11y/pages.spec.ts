import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../fixtures/test.ts';

/** Pages a signed-in person sees, each with data on it. */
const PAGES = [
  '/dashboard',
  '/customers',
  '/orders',
  '/imports',
  '/imports/new',
  '/audiences',
  '/audiences/new',
  '/audiences/segments',
  '/campaigns',
  '/campaigns/new',
  '/failures',
  '/queues',
  '/suppressions',
  '/settings/workspace',
  '/settings/members',
  '/settings/audit',
  '/settings/account',
  '/settings/api-keys',
  '/settings/vendors',
  '/settings/privacy',
  '/settings/webhooks',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page, ${colorScheme}: no axe violation`, { tag: '@a11y' }, async ({
    signedInPage: page,
    api,
  }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await api.addCustomers(3);
    await api.importOrders([
      { orderId: 'A-1', customerEmail: 'customer-1@example.com', orderAmount: 20, orderDate: '2024-05-01' },
    ]);
    const audience = await api.createAudience('Everyone');
    const draft = await api.createCampaign({ name: 'A draft', audienceId: audience.id });
    const sent = await api.createCampaign({ name: 'A sent one', audienceId: audience.id });
    await api.launch(sent.id);
    await api.campaignWhen(sent.id);
    const customers = await (await page.request.get('/api/customers')).json();
    const pages = [
      '/',
      '/workspaces/new',
      ...PAGES,
      `/customers/${customers.items[0].id}`,
      `/audiences/${audience.id}`,
      `/campaigns/${draft.id}`,
      `/campaigns/${sent.id}`,
    ];
    for (const path of pages) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`),
        path,
      ).toEqual([]);
    }
  });
}

/** Pages for whoever is not signed in. */
const OUTSIDE = [
  '/sign-in',
  '/sign-in?error=GoogleVerifyFirst',
  '/sign-up',
  '/forgot-password',
  '/reset-password?token=spent',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page of signing in, ${colorScheme}: no axe violation`, { tag: '@a11y' }, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const path of OUTSIDE) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`),
        path,
      ).toEqual([]);
    }
  });
}

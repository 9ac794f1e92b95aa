import type { Page } from '@playwright/test';
import { SIGNED_IN } from '../fixtures/every-page.ts';
import { fillShop } from '../fixtures/filled-shop.ts';
import { EVERYONE } from '../fixtures/shop-api.ts';
import { expect, test } from '../fixtures/test.ts';

/** What would run, were a name ever taken for code: in HTML, in an attribute, in a link, in a template of a page. */
const HOSTILE = `"><img src=x onerror=alert(1)><script>alert(2)</script>'-alert(3)-'`;

/** All that a page did that its policy forbids, or that only code from a name can do. */
async function watch(page: Page): Promise<string[]> {
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (/content security policy|violates/i.test(message.text())) seen.push(message.text());
  });
  await page.exposeFunction('reportViolation', (text: string) => seen.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(window, 'reportViolation');
      if (typeof report === 'function')
        report(
          `${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
        );
    });
  });
  return seen;
}

/** Until a page has drawn itself. Some keep a request open, so quiet is waited for only so long. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: 2_500 }).catch(() => undefined);
}

const signedOut = [
  '/',
  '/sign-in',
  '/sign-up',
  '/unsubscribe/preview',
  '/no-such-page',
  '/wait',
  '/api/swagger',
  '/docs',
  '/docs/vendors',
];

test('pages for everyone keep to their policy', { tag: '@security' }, async ({ page }) => {
  const seen = await watch(page);
  for (const path of signedOut) {
    const answer = await page.goto(path);
    await settle(page);
    expect(answer?.headers()['content-security-policy'], path).toMatch(/script-src[^;]*;/);
    expect(seen, path).toEqual([]);
  }
});

test('every page shows hostile names as text, and keeps to its policy', { tag: '@security' }, async ({
  signedInPage: page,
  api,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const seen = await watch(page);
  const shop = await fillShop(api, baseURL ?? '');
  const customer = await api.createCustomer({
    email: 'hostile@example.com',
    name: HOSTILE,
    city: HOSTILE,
    tags: ['<b>tag</b>'],
    attributes: { note: HOSTILE },
  });
  const audience = await api.createAudience(HOSTILE.slice(0, 100), EVERYONE);
  const template = {
    subject: `${HOSTILE} {{ customer.name }}`,
    body: `<img src=x onerror=alert(4)> {{ customer.name }}`,
  };
  const draft = await api.createCampaign({ name: HOSTILE, audienceId: audience.id, template });
  const sent = await api.createCampaign({ name: HOSTILE, audienceId: audience.id, template });
  await api.launch(sent.id);
  await api.campaignWhen(sent.id);
  const imported = await api.importCustomers([{ email: 'not an address', name: HOSTILE }]);
  await api.mutate('workspaces.updateSettings', { name: HOSTILE.slice(0, 80) }, baseURL ?? '');
  const hostile = {
    ...shop,
    customerId: customer.id,
    audienceId: audience.id,
    draftId: draft.id,
    sentId: sent.id,
    importId: imported.id,
  };
  const search = `/customers?search=${encodeURIComponent(HOSTILE)}`;
  for (const path of [...SIGNED_IN.map((entry) => entry.path(hostile)), search]) {
    await page.goto(path);
    await settle(page);
    expect(seen, path).toEqual([]);
    expect(await page.locator('img[src="x"]').count(), path).toBe(0);
  }
  // What opens over a page has style sheets of its own.
  await page.goto('/customers');
  await expect(page.getByText(HOSTILE).first()).toBeVisible();
  await page.goto('/campaigns');
  await page.getByRole('button', { name: 'Switch between light and dark' }).first().click();
  await page.goto('/suppressions');
  await page.getByRole('button', { name: /add/i }).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(seen).toEqual([]);
});

import { EVERYONE } from '../fixtures/shop-api.ts';
import { expect, test } from '../fixtures/test.ts';

test('an HTML message is shown in a frame without rights, with values as text', { tag: '@security' }, async ({
  app,
  api,
}) => {
  const { page, campaigns } = app;
  await api.createCustomer({ email: 'eve@example.com', name: '<b id="name">Eve</b>' });
  const { id } = await api.createAudience('Everyone', EVERYONE);
  const elsewhere = page.waitForEvent('requestfailed', (request) => request.url().includes('elsewhere'));
  await page.goto(`/campaigns/new?audienceId=${id}`);
  await campaigns.name.fill('In a frame');
  await campaigns.begin();
  await campaigns.subject.fill('Hello');
  await campaigns.text.fill(
    '<html><body style="color: rgb(1, 2, 3)"><h1>Hi {{ customer.name }}</h1><img src="https://elsewhere.invalid/x.png"><script>document.querySelector("h1").textContent = "run"</script></body></html>',
  );
  const frame = page.frameLocator('iframe[title="The message as it looks"]');
  await expect(frame.getByRole('heading')).toHaveText('Hi <b id="name">Eve</b>');
  await expect(frame.locator('body')).toHaveCSS('color', 'rgb(1, 2, 3)');
  await expect(frame.locator('#name')).toHaveCount(0);
  // Not by DNS: by the frame's policy, before anything is sent.
  expect((await elsewhere).failure()?.errorText).toBe('csp');
});

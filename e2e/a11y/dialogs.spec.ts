import { expectNoAxeViolations } from '../fixtures/axe.ts';
import { eachOf } from '../fixtures/each-of.ts';
import { DIALOGS } from '../fixtures/every-dialog.ts';
import { fillShop } from '../fixtures/filled-shop.ts';
import { expect, signIn, test } from '../fixtures/test.ts';

/** So many dialogs a test, so that workers share them. */
const AT_ONCE = 12;

for (let first = 0; first < DIALOGS.length; first += AT_ONCE) {
  const dialogs = DIALOGS.slice(first, first + AT_ONCE);
  test(`dialogs from “${dialogs[0]?.name}” on: no axe violation in light and dark, on desktop and phone`, {
    tag: '@a11y',
  }, async ({ app, api, account, playwright, baseURL }) => {
    test.setTimeout(300_000);
    const { page, shell } = app;
    page.setDefaultTimeout(10_000);
    const shop = await fillShop(api, baseURL ?? '');
    // About vendors with campaigns: they are not in the pictures of the filled shop.
    for (const name of ['Busy Ltd', 'Past Ltd']) {
      const { id: vendorId } = await api.createVendor(name);
      const scheduledAt = new Date(Date.now() + 86_400_000).toISOString();
      const through = { name: `Through ${name}`, audienceId: shop.audienceId, vendorId, scheduledAt };
      const { id } = await api.createCampaign(through);
      await api.launch(id);
      if (name === 'Past Ltd') await api.cancel(id);
    }
    // There are dialogs about a person's other sessions.
    const elsewhere = await playwright.request.newContext({ baseURL });
    await signIn(elsewhere, account);
    await elsewhere.dispose();

    await eachOf(
      dialogs,
      ({ name }) => name,
      async (dialog) => {
        await page.setViewportSize({ width: 1280, height: 800 });
        await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
        await page.goto(dialog.on(shop));
        for (const [role, name] of dialog.press)
          await page.getByRole(role, { name, exact: true }).first().click();
        const opened = page.getByRole(dialog.role ?? 'dialog').first();
        await expect(opened).toBeVisible();
        await shell.settled();
        await expectNoAxeViolations(page, `${dialog.name}, light`);
        await shell.setTheme('dark');
        await expectNoAxeViolations(page, `${dialog.name}, dark`, 'colours');
        // What is open stays open when the window gets narrow, and is all within reach; a menu hangs on its button, which may
        // be behind another one then.
        await page.setViewportSize({ width: 360, height: 740 });
        if (dialog.role !== 'menu') {
          await shell.expectNoSidewaysScroll(dialog.name);
          await expect
            .poll(async () => {
              const box = await opened.boundingBox();
              return box && { left: box.x >= 0, right: box.x + box.width <= 360 };
            }, `${dialog.name} is within 360 px`)
            .toEqual({ left: true, right: true });
        }
        await page.keyboard.press('Escape');
        await expect(opened, `${dialog.name} closes with Escape`).toBeHidden();
      },
    );
  });
}

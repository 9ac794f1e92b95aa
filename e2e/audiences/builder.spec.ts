import type { Locator, Page } from '@playwright/test';
import { expectNoAxeViolations } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/test.ts';

const FRANCE = { field: 'country', operator: 'in', value: ['France'] };
const SPENT = { field: 'totalSpend', operator: '>=', value: 100 };
const VIP = { field: 'tags', operator: 'in', value: ['vip'] };
const all = (...rules: object[]) => ({ combinator: 'and', rules });

const createAudience = async (page: Page, name: string, rules: object): Promise<string> => {
  const answer = await page.request.post('/api/audiences', { data: { name, rules } });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()).id;
};
test('builds, nests, saves and reloads a rule by keyboard alone', { tag: '@journey' }, async ({
  app,
  api,
}) => {
  const { page, audiences } = app;
  test.setTimeout(180_000);
  await api.addCustomers(3);
  await page.goto('/audiences/new');
  const { keyboard } = page;

  await test.step('a name and a first condition', async () => {
    await app.shell.tabTo(audiences.name);
    await keyboard.type('By keyboard');
    await app.shell.tabTo(audiences.addCondition);
    await keyboard.press('Enter');
    // The new condition has the focus on its field; a letter chooses, as in any list.
    await expect(audiences.condition('1').getByLabel('Field', { exact: true })).toBeFocused();
    await keyboard.type('Total');
    await app.shell.tabTo(audiences.condition('1').getByLabel('Value', { exact: true }));
    await keyboard.type('1,250.5');
    await expect(audiences.sentence).toHaveText('Total spend is at least £1,250.50');
  });

  await test.step('a group of its own, turned around', async () => {
    await app.shell.tabTo(audiences.addGroup);
    await keyboard.press('Enter');
    const nested = audiences.group('2');
    await app.shell.tabTo(nested.getByLabel('Add a value'));
    await keyboard.type('France');
    await keyboard.press('Enter');
    await keyboard.type('Spain,');
    await app.shell.tabTo(nested.getByRole('button', { name: 'Condition', exact: true }));
    await keyboard.press('Enter');
    await keyboard.type('Tags');
    await app.shell.tabTo(audiences.condition('2.2').getByLabel('Add a value'));
    await keyboard.type('staff');
    await keyboard.press('Enter');
    await app.shell.tabTo(nested.getByLabel('How the conditions are joined'), 'Shift+Tab');
    await keyboard.type('None');
    await expect(audiences.sentence).toHaveText(
      'Total spend is at least £1,250.50 and (none of these is true: country is France or Spain; they are tagged staff)',
    );
  });

  await test.step('orders in a window', async () => {
    const adder = page
      .getByRole('group', { name: 'All conditions' })
      .getByRole('button', { name: 'Condition', exact: true });
    await app.shell.tabTo(adder.last());
    await keyboard.press('Enter');
    await keyboard.type('Placed');
    const orders = audiences.condition('3');
    await app.shell.tabTo(orders.getByLabel('Number of orders', { exact: true }));
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type('2');
    await app.shell.tabTo(orders.getByLabel('Amount of each order'));
    await keyboard.type('over');
    await app.shell.tabTo(orders.getByLabel('Value', { exact: true }));
    await keyboard.type('100');
    await app.shell.tabTo(orders.getByLabel('When the orders were placed'));
    await keyboard.type('in the last');
    await app.shell.tabTo(orders.getByRole('button', { name: 'Usual spans of time' }));
    await keyboard.press('Enter');
    await app.shell.tabTo(page.getByRole('menuitem', { name: 'the last 6 months' }), 'ArrowDown');
    await keyboard.press('Enter');
    await expect(audiences.sentence).toContainText(
      'and they placed at least 2 orders over £100 in the last 6 months',
    );
  });

  await test.step('moved into the group, out of it, and up', async () => {
    await app.shell.tabTo(audiences.handle(audiences.condition('3')), 'Shift+Tab');
    await keyboard.press('Alt+ArrowRight');
    await expect(audiences.said).toHaveText('Moved into the group above.');
    await expect(audiences.handle(audiences.condition('2.3'))).toBeFocused();
    await keyboard.press('Alt+ArrowUp');
    await expect(audiences.said).toHaveText('Moved up, now 2 of 3.');
    await keyboard.press('Alt+ArrowLeft');
    await expect(audiences.said).toHaveText('Moved out of its group.');
    await expect(audiences.handle(audiences.condition('3'))).toBeFocused();
    await keyboard.press('Alt+ArrowDown');
    await expect(audiences.said).toHaveText('This condition is the last of its group.');
    await keyboard.press('Alt+ArrowUp');
    await keyboard.press('Alt+ArrowUp');
    await expect(audiences.handle(audiences.condition('1'))).toBeFocused();
  });

  const wanted = all(
    {
      field: 'orders',
      match: { mode: 'atLeast', threshold: 2 },
      value: all(
        { field: 'amount', operator: '>', value: 100 },
        { field: 'placedAt', operator: 'inLast', value: { amount: 6, unit: 'month' } },
      ),
    },
    { field: 'totalSpend', operator: '>=', value: 1250.5 },
    {
      combinator: 'or',
      not: true,
      rules: [
        { field: 'country', operator: 'in', value: ['France', 'Spain'] },
        { field: 'tags', operator: 'in', value: ['staff'] },
      ],
    },
  );
  await test.step('saved, and the same after a reload', async () => {
    await app.shell.tabTo(audiences.save);
    await keyboard.press('Enter');
    await audiences.expectSaved();
    expect(await audiences.savedRules()).toEqual(wanted);
    await page.reload();
    await expect(audiences.sentence).toHaveText(
      'They placed at least 2 orders over £100 in the last 6 months, total spend is at least £1,250.50 and ' +
        '(none of these is true: country is France or Spain; they are tagged staff)',
    );
    await expect(audiences.unsaved).toBeHidden();
  });
});

test('words become conditions, which are changed, used and saved', { tag: '@journey' }, async ({
  app,
  api,
}) => {
  const { page, audiences } = app;
  await api.addCustomers(5);
  await page.goto('/audiences/new');
  await audiences.name.fill('In words');
  const words = page.getByRole('region', { name: 'Describe it in words' });
  const box = words.getByLabel('Describe the audience in words');

  await box.press('Enter');
  await expect(words.getByRole('alert')).toHaveText('Describe the audience in a few words first.');

  await box.fill('spent over £500 and at least 3 orders in the last 90 days who wear green hats');
  await box.press('Enter');
  const chips = words.getByRole('group', { name: 'The rules' });
  await expect(chips.locator('[data-chip]')).toHaveCount(2);
  await expect(words.locator('mark')).toHaveText(/green hats/);
  await expect(words.getByTestId('words-count')).toHaveText(/^0 customers now/);

  await test.step('one condition is changed, one taken out and brought back', async () => {
    await chips.getByRole('button', { name: 'Total spend is more than £500', exact: true }).click();
    await page.getByRole('dialog').getByLabel('Value', { exact: true }).fill('20');
    await page.keyboard.press('Escape');
    await expect(
      chips.getByRole('button', { name: 'Total spend is more than £20', exact: true }),
    ).toBeVisible();
    await chips.getByRole('button', { name: /^Take out: Placed at least 3/ }).click();
    await expect(chips.locator('[data-chip]')).toHaveCount(1);
  });

  await test.step('used, joined with more words, and undone', async () => {
    await words.getByRole('button', { name: 'Use these rules' }).click();
    await expect(audiences.sentence).toHaveText('Total spend is more than £20');
    await box.fill('customers from France');
    await box.press('Enter');
    await words.getByRole('button', { name: 'Add: either may fit' }).click();
    await expect(audiences.sentence).toHaveText('Total spend is more than £20 or country is France');
    await words.getByRole('button', { name: 'Undo' }).click();
    await expect(audiences.sentence).toHaveText('Total spend is more than £20');
    await words.getByRole('button', { name: 'Add: both must fit' }).click();
    await expect(audiences.sentence).toHaveText('Total spend is more than £20 and country is France');
  });

  await test.step('changed in the builder and saved', async () => {
    await audiences.condition('1').getByLabel('Value', { exact: true }).fill('30');
    await audiences.save.click();
    await audiences.expectSaved();
    expect(await audiences.savedRules()).toMatchObject({
      combinator: 'and',
      rules: [{ field: 'totalSpend', operator: '>', value: 30 }, { field: 'country' }],
    });
  });
});

test('moves by mouse, undoes and redoes', { tag: ['@journey', '@wide'] }, async ({ app }) => {
  const { page, audiences } = app;
  const id = await createAudience(
    page,
    'Dragged',
    all(FRANCE, SPENT, {
      combinator: 'or',
      rules: [VIP, { field: 'phone', operator: 'notNull', value: null }],
    }),
  );
  await page.goto(`/audiences/${id}`);
  const before =
    'Country is France, total spend is at least £100 and (they are tagged vip or phone is known)';
  await expect(audiences.sentence).toHaveText(before);

  await audiences.drag(audiences.handle(audiences.condition('1')), audiences.condition('3.2'));
  const dragged =
    'Total spend is at least £100 and (they are tagged vip, country is France or phone is known)';
  await expect(audiences.sentence).toHaveText(dragged);
  await expect(audiences.unsaved).toBeVisible();

  await page.keyboard.press('ControlOrMeta+z');
  await expect(audiences.sentence).toHaveText(before);
  await expect(audiences.unsaved).toBeHidden();
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(audiences.sentence).toHaveText(dragged);

  await test.step('typing in one box is one step', async () => {
    const value = audiences.condition('1').getByLabel('Value', { exact: true });
    await value.click();
    await value.press('End');
    await value.pressSequentially('5', { delay: 20 });
    await value.pressSequentially('0', { delay: 20 });
    await expect(audiences.sentence).toContainText('at least £10,050');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(audiences.sentence).toContainText('at least £100 ');
    await page.getByRole('button', { name: 'Redo' }).click();
    await expect(audiences.sentence).toContainText('at least £10,050');
  });

  await test.step('several selected go into a group; a group goes as a whole', async () => {
    await audiences.handle(audiences.condition('2.1')).click();
    await audiences.handle(audiences.condition('2.3')).click();
    await page.getByRole('button', { name: 'Put 2 into a group' }).click();
    await expect(audiences.said).toHaveText('Put the 2 items into a new group.');
    await expect(audiences.condition('2.1.2')).toBeVisible();
    await audiences.group('2').getByRole('button', { name: 'Actions for group 2', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Remove this group' }).click();
    await expect(audiences.sentence).toHaveText('Total spend is at least £10,050');
  });
});

test('copies conditions from one audience into another', { tag: '@journey' }, async ({ app, context }) => {
  const { page, audiences } = app;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const orders = {
    field: 'orders',
    match: { mode: 'atLeast', threshold: 1 },
    value: all({ field: 'amount', operator: '>', value: 5 }),
  };
  const from = await createAudience(page, 'From', all(FRANCE, { combinator: 'or', rules: [SPENT, orders] }));
  const to = await createAudience(page, 'To', all(VIP));
  await page.goto(`/audiences/${from}`);
  await audiences.handle(audiences.group('2')).focus();
  await page.keyboard.press('ControlOrMeta+c');
  await expect(audiences.said).toHaveText('Copied.');

  await page.goto(`/audiences/${to}`);
  await audiences.handle(audiences.condition('1')).focus();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(audiences.said).toHaveText('Pasted.');
  await expect(audiences.sentence).toHaveText(
    'They are tagged vip and (total spend is at least £100 or they placed at least 1 order over £5)',
  );
  // The menu does the same, and what cannot be used is refused.
  await audiences
    .condition('1')
    .getByRole('button', { name: 'Actions for condition 1', exact: true })
    .click();
  await page.getByRole('menuitem', { name: /^Cut/ }).click();
  await expect(audiences.sentence).toHaveText(
    'Total spend is at least £100 or they placed at least 1 order over £5',
  );
  await page.getByRole('button', { name: 'Paste', exact: true }).click();
  await expect(audiences.condition('2')).toBeVisible();
  await page.evaluate(() => navigator.clipboard.writeText('[{"field":"shoe","operator":"=","value":1}]'));
  await page.getByRole('button', { name: 'Paste', exact: true }).click();
  await expect(audiences.said).toHaveText('These conditions cannot be used here. There is no field “shoe”.');
  // Into a box goes text.
  await page.evaluate(() => navigator.clipboard.writeText('Hello'));
  await audiences.name.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(audiences.name).toHaveValue('Hello');
  await audiences.saveChanges.click();
  await expect(page.getByRole('heading', { name: 'Hello' })).toBeVisible();
  expect(await audiences.savedRules()).toEqual(all({ combinator: 'or', rules: [SPENT, orders] }, VIP));
  // What was saved can still be undone.
  await expect(audiences.unsaved).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(audiences.sentence).toHaveText(
    'Total spend is at least £100 or they placed at least 1 order over £5',
  );
  await expect(audiences.unsaved).toBeVisible();
});

test('marks what is wrong at its field when that is left', { tag: '@journey' }, async ({ app }) => {
  const { page, audiences } = app;
  await page.goto('/audiences');
  await page.getByRole('link', { name: 'New audience' }).click();
  await audiences.addCondition.click();
  const first = audiences.condition('1');
  // Saving leads to what is missing, from the top.
  const name = audiences.name;
  await audiences.save.click();
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription('Give the audience a name');
  await page.reload();
  await audiences.addCondition.click();
  await first.getByLabel('Field', { exact: true }).selectOption({ label: 'Number of orders' });
  const value = first.getByLabel('Value', { exact: true });
  await value.pressSequentially('x');
  await expect(value).not.toHaveAttribute('aria-invalid');
  await expect(first.getByText('Must be a number')).toBeHidden();
  await value.press('Tab');
  await expect(value).toHaveAttribute('aria-invalid', 'true');
  await expect(value).toHaveAccessibleDescription('Must be a number');
  await value.fill('3');
  await expect(value).not.toHaveAttribute('aria-invalid');
  await value.fill('');
  await expect(value).toHaveAccessibleDescription('Enter a number.');

  await first.getByLabel('Field', { exact: true }).selectOption({ label: 'Last order' });
  await first.getByLabel('Operator').selectOption({ label: 'was before' });
  const date = first.getByLabel('Value', { exact: true });
  await date.fill('31/2/2024');
  await date.press('Tab');
  await expect(date).toHaveAccessibleDescription(/^Must be a date/);
  await date.fill('1 June 2024');
  await expect(audiences.sentence).toHaveText('Last order was before 1 June 2024');
  await first.getByRole('button', { name: 'Value: choose from a calendar' }).click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(date).toBeFocused();
  await expect(audiences.sentence).toHaveText('Last order was before 2 June 2024');
  // A link inside the app asks, and so does going back.
  await app.shell.goTo('Customers');
  await page.getByRole('button', { name: 'Stay here' }).click();
  await expect(page).toHaveURL(/\/audiences\/new$/);
  await page.evaluate(() => window.history.back());
  await page.getByRole('button', { name: 'Stay here' }).click();
  await expect(page).toHaveURL(/\/audiences\/new$/);
  await expect(audiences.sentence).toHaveText('Last order was before 2 June 2024');
  await page.evaluate(() => window.history.back());
  await page.getByRole('button', { name: 'Leave without saving' }).click();
  await expect(page).toHaveURL(/\/audiences$/);
  await expect(page.getByRole('heading', { name: 'Audiences', exact: true })).toBeVisible();
});

test('on a phone, eight levels deep, everything is within reach', { tag: ['@phone', '@journey'] }, async ({
  app,
}) => {
  const { page, audiences } = app;
  await page.setViewportSize({ width: 360, height: 740 });
  const deep = (levels: number): object =>
    levels === 1 ? all(SPENT) : { combinator: levels % 2 ? 'or' : 'and', rules: [FRANCE, deep(levels - 1)] };
  await page.goto(`/audiences/${await createAudience(page, 'A name that is '.repeat(8), deep(8))}`);
  const innermost = audiences.condition('2.2.2.2.2.2.2.1');
  await expect(innermost.getByLabel('Value', { exact: true })).toBeVisible();
  await app.shell.expectNoSidewaysScroll();
  const act = async (item: Locator, name: string) => {
    await item.getByRole('button', { name: /^Actions for condition/ }).tap();
    await page.getByRole('menuitem', { name }).tap();
  };
  await act(innermost, 'Put into a group');
  await expect(audiences.said).toHaveText('Groups may be nested 8 deep at most, and this would be 9 deep.');
  await act(innermost, 'Move out of its group');
  await expect(audiences.said).toHaveText('Moved out of its group.');
  await expect(audiences.condition('2.2.2.2.2.2.3')).toBeVisible();
  await app.shell.expectNoSidewaysScroll();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a nested rule with order conditions, ${colorScheme}: no axe violation`, { tag: '@a11y' }, async ({
    app,
  }) => {
    const { page, audiences } = app;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const orders = (rules: object) => ({
      field: 'orders',
      match: { mode: 'atLeast', threshold: 1 },
      value: rules,
    });
    const either = {
      combinator: 'or',
      rules: [
        { field: 'amount', operator: '>', value: 5 },
        { field: 'placedAt', operator: '<', value: '2024-01-01' },
      ],
    };
    const id = await createAudience(
      page,
      'Nested',
      all(
        FRANCE,
        orders(either),
        orders(all()),
        { combinator: 'or', not: true, rules: [VIP, all(SPENT, orders(either))] },
        { field: 'orders.amount', operator: '>=', value: 5, aggregate: 'avg', where: either },
      ),
    );
    await page.goto(`/audiences/${id}`);
    const words = page.getByLabel('Describe the audience in words');
    await words.fill('spent over 500 and wear hats');
    await words.press('Enter');
    await expect(page.locator('[data-chip]')).toHaveCount(1);
    await audiences.addCondition.last().click();
    await audiences.saveChanges.click();
    await expect(page.getByText('Enter a value.')).toBeVisible();
    await audiences.handle(audiences.condition('1')).click();
    for (const open of [null, 'Actions for condition 1', 'calendar']) {
      if (open === 'calendar') {
        await page.keyboard.press('Escape');
        await page
          .getByRole('button', { name: /choose from a calendar/ })
          .first()
          .click();
      } else if (open) await page.getByRole('button', { name: open, exact: true }).click();
      await page.waitForLoadState('networkidle');
      await expectNoAxeViolations(page, open ?? 'at rest');
    }
  });
}

import { expect, test } from '../fixtures/test.ts';
import type { App } from '../pages/app.ts';
import { fingerOf, type Hands, keyboardOf } from '../pages/hands.ts';
import { csvFile } from '../pages/imports.ts';

const FILE = csvFile(
  'people.csv',
  'email,name,country',
  'ann@example.com,Ann Lee,France',
  'ben@example.com,Ben Ray,France',
  'cat@example.com,Cat Fox,Spain',
);

/** From a file to a delivered campaign, with these hands alone; `look` is called on every page on the way. */
async function mainJob(app: App, hands: Hands, look: () => Promise<void>): Promise<void> {
  const { page, audiences, campaigns, imports, shell } = app;

  await test.step('import a file', async () => {
    await page.goto('/dashboard');
    await look();
    await hands.goTo('Imports');
    await expect(shell.heading('Imports')).toBeVisible();
    await look();
    await hands.press(page.getByRole('link', { name: 'New import' }).first());
    await hands.chooseFile(imports.chooseFile, FILE);
    await expect(imports.startButton).toBeEnabled();
    await look();
    await hands.press(imports.startButton);
    await imports.expectCompleted();
    await expect(imports.figure('New')).toHaveText('3');
    await look();
  });

  await test.step('describe the audience', async () => {
    await hands.goTo('Audiences');
    await hands.press(page.getByRole('link', { name: 'New audience' }).first());
    await hands.write(audiences.name, 'In France');
    await hands.press(audiences.addCondition);
    const first = audiences.condition('1');
    await expect(audiences.field(first)).toBeFocused();
    await audiences.field(first).selectOption({ label: 'Country' });
    await hands.write(first.getByRole('combobox', { name: 'Add a value' }), 'France');
    await page.keyboard.press('Enter');
    await expect(audiences.count).toHaveText('2');
    await look();
    await hands.press(audiences.save);
    await audiences.expectSaved();
    await look();
  });

  await test.step('write the message', async () => {
    await hands.press(page.getByRole('link', { name: 'Create a campaign' }));
    await hands.write(campaigns.name, 'By hand');
    await look();
    await hands.press(campaigns.continueButton);
    await expect(page).toHaveURL(/step=message$/);
    await hands.write(campaigns.subject, 'Bonjour');
    await hands.write(campaigns.text, 'Dear customer, it is spring in France.');
    await look();
    await hands.press(campaigns.saveButton);
    await expect(page).toHaveURL(/\/campaigns\/[0-9a-f]{24}$/);
    await look();
  });

  await test.step('launch it and watch it arrive', async () => {
    await expect(campaigns.launchButton).toBeEnabled();
    await hands.press(campaigns.launchButton);
    await hands.press(shell.dialog.getByRole('button', { name: 'Launch to 2 people' }));
    await expect(campaigns.bar).toHaveAttribute('aria-valuenow', '100', { timeout: 30_000 });
    await look();
  });
}

test('from a file to a delivered campaign by keyboard alone', { tag: ['@journey', '@a11y'] }, async ({
  app,
}) => {
  test.setTimeout(120_000);
  await mainJob(app, keyboardOf(app.page), async () => undefined);
});

test(
  'from a file to a delivered campaign by touch, nothing wider than the screen',
  {
    tag: ['@journey', '@a11y', '@phone', '@tablet'],
  },
  async ({ app }, { project }) => {
    test.setTimeout(120_000);
    const hands = fingerOf(app.page);
    await mainJob(app, hands, () => app.shell.expectNoSidewaysScroll());
    expect(project.use.viewport?.width).toBeLessThan(800);
  },
);

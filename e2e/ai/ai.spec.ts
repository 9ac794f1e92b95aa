import { expect, test } from '../fixtures/test.ts';

const OBJECTIVE = 'Win back people who have not ordered for months, 15% off with code BACK15 until Sunday';

test('a message from a draft, its tags, and the result in words', { tag: '@journey' }, async ({
  app,
  api,
}) => {
  const { page, campaigns } = app;
  await api.addCustomers(30);
  await api.createAudience('Everyone we know');

  await test.step('ask for drafts by keyboard, and take the second one', async () => {
    await page.goto('/campaigns/new');
    await campaigns.name.fill('October');
    await campaigns.audience.selectOption({ label: 'Everyone we know' });
    await campaigns.begin();
    await campaigns.subject.fill('My own subject');
    await page.getByRole('button', { name: 'Suggest a message' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Suggest an e-mail' });
    await expect(dialog.getByText('Written to the audience Everyone we know')).toBeVisible();
    await dialog.getByLabel('What is it for?').fill(OBJECTIVE);
    await dialog.getByLabel('Tone').selectOption('Formal');
    await dialog.getByLabel('What is it for?').press('Enter');
    const drafts = dialog.getByRole('list', { name: 'Suggestions' }).getByRole('listitem');
    await expect(drafts).toHaveCount(3);
    await expect(dialog.getByText('From the built-in library')).toBeVisible();
    for (const draft of await drafts.all())
      await expect(draft).toContainText('15% off with the code BACK15, until Sunday');
    await dialog.getByRole('button', { name: 'Use draft 2' }).press('Enter');
    await expect(dialog).toBeHidden();
    await expect(campaigns.subject).toHaveValue('Come back for 15% off');
    await expect(campaigns.text).toHaveValue(/^Dear {{ customer\.name \| default: "there" }},/);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(campaigns.subject).toHaveValue('My own subject');
  });

  await test.step('take another one, and keep only the tags that are right', async () => {
    await page.getByRole('button', { name: 'Suggest a message' }).click();
    const dialog = page.getByRole('dialog', { name: 'Suggest an e-mail' });
    await dialog.getByLabel('What is it for?').fill(OBJECTIVE);
    await dialog.getByLabel('What is it for?').press('Enter');
    await dialog.getByRole('button', { name: 'Use draft 1' }).click();
    await campaigns.saveAndReview();
    const tags = page.getByRole('list', { name: 'Tags' });
    await expect(tags).toContainText('sale');
    await tags.getByRole('button', { name: 'Take off the tag sale' }).click();
    await expect(tags.getByText('sale', { exact: true })).toBeHidden();
    await tags.getByRole('button', { name: 'Tag', exact: true }).press('Enter');
    await page.getByRole('menuitem', { name: 'win-back' }).press('Enter');
    await expect(tags).toContainText('win-back');
  });

  await test.step('launch, and read how it went as soon as it is over', async () => {
    await campaigns.launch(30);
    await expect(page.getByText(/^\d+ of 30 people were reached/)).toBeVisible({ timeout: 40_000 });
    await expect(page.getByText('Written without AI')).toBeVisible();
    await page.getByRole('button', { name: 'Write again' }).click();
    await expect(page.getByText('Figures counted from the messages just now')).toBeVisible();
  });

  await test.step('find it again by its tag', async () => {
    await page.goto('/campaigns');
    await page.getByLabel('Show campaigns tagged').selectOption('sale');
    await expect(page.getByText('No campaign fits')).toBeVisible();
    await page.getByLabel('Show campaigns tagged').selectOption('win-back');
    await expect(page.getByRole('link', { name: 'October' })).toBeVisible();
  });
});

import { z } from 'zod';
import { expect, test } from '../fixtures/test.ts';

test('a campaign with two texts and a holdout, step by step, that saves itself', { tag: '@journey' }, async ({
  app,
  api,
}) => {
  const { page, campaigns } = app;
  test.setTimeout(120_000);
  await api.addCustomers(60);
  await api.createAudience('Everyone');

  await test.step('who: what is missing is said, and where', async () => {
    await page.goto('/campaigns/new');
    await campaigns.continueButton.click();
    await expect(page.getByText('Give the campaign a name')).toBeVisible();
    await expect(page.getByText('Choose who gets it')).toBeVisible();
    await campaigns.name.fill('Two ways to say it');
    await campaigns.audience.selectOption({ label: 'Everyone' });
    await expect(page.getByText('people right now, 100% of all customers')).toBeVisible();
    await campaigns.begin();
  });

  await test.step('what: names are offered, a slip is marked and mended', async () => {
    await campaigns.subject.fill('For you');
    await campaigns.text.fill('');
    await campaigns.text.pressSequentially('Dear {{ customer.na');
    const offered = page.getByRole('listbox', { name: 'Suggestions' });
    await expect(offered.getByRole('option', { name: 'customer.name' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await page.keyboard.press('Enter');
    await expect(campaigns.text).toHaveValue('Dear {{ customer.name }}');
    await campaigns.text.fill('Dear {{ customer.nmae }}, hello.');
    const wrong = page.getByRole('list', { name: 'What is wrong with the text' });
    await expect(wrong).toContainText('Line 1: customer.nmae is no variable customers have');
    await wrong.getByRole('button', { name: 'Use customer.name' }).click();
    await expect(wrong).toBeHidden();
    await campaigns.previewAs('customer-7@example.com');
    await expect(campaigns.preview).toContainText('Dear Customer 7, hello.');
    await page.getByRole('button', { name: 'As on a phone' }).click();
    await expect(campaigns.preview).toBeVisible();
  });

  await test.step('a second text for a third of them, a fifth gets none; a reload loses nothing', async () => {
    await page.getByRole('button', { name: 'Try a second text' }).click();
    await campaigns.text.fill('Second text for {{ customer.name }}.');
    await page.getByRole('slider', { name: 'Share of text B' }).fill('33');
    await page.getByRole('spinbutton', { name: 'Holdout, percent' }).fill('20');
    await expect(campaigns.saved).toBeVisible();
    await page.reload();
    await expect(campaigns.text).toHaveValue('Dear {{ customer.name }}, hello.');
    await page.getByRole('tab', { name: 'Text B 33%' }).click();
    await expect(campaigns.text).toHaveValue('Second text for {{ customer.name }}.');
    await expect(page.getByText('20% of the audience get no message.')).toBeVisible();
  });

  await test.step('review, and launch from the last step', async () => {
    await campaigns.continueButton.click();
    await expect(page.getByText('of 60 in the audience')).toBeVisible();
    await expect(page.getByText('Held out on purpose')).toBeVisible();
    await page.getByRole('combobox', { name: 'Which text' }).selectOption('Text B');
    await expect(campaigns.preview).toContainText('Second text for');
    await campaigns.continueButton.click();
    await page.getByRole('radio', { name: 'At a time I choose' }).check();
    await expect(page.getByRole('button', { name: 'Schedule', exact: true }).last()).toBeEnabled();
    await page.getByRole('radio', { name: 'As soon as I launch it' }).check();
    await campaigns.launchButton.click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Launch to \d+ people$/ })
      .click();
    await campaigns.expectStatus('Completed');
  });

  const id = z.string().parse(new URL(page.url()).pathname.split('/').at(-1));
  const { stats } = await api.campaign(id);
  expect(stats.audience).toBe(60);
  expect(stats.skipped).toBeGreaterThan(0);
  expect(stats.skipped).toBeLessThan(35);
});

test('of two who write the same draft, the second is asked which one it shall be', {
  tag: '@journey',
}, async ({ app, api, account }) => {
  const { page, campaigns } = app;
  await api.addCustomers(2);
  const audience = await api.createAudience('Everyone');
  const { id } = await api.createCampaign({ name: 'Ours', audienceId: audience.id });
  const theirs = async (name: string) =>
    expect((await account.request.patch(`/api/campaigns/${id}`, { data: { name } })).status()).toBe(200);
  const conflict = page.getByText('Somebody else changed this draft meanwhile');

  await page.goto(`/campaigns/${id}/edit`);
  await expect(campaigns.name).toHaveValue('Ours');
  await theirs('Theirs');
  await campaigns.name.fill('Mine');
  await expect(conflict).toBeVisible();
  await page.getByRole('button', { name: 'Load theirs' }).click();
  await expect(campaigns.name).toHaveValue('Theirs');
  await expect(conflict).toBeHidden();

  await theirs('Theirs again');
  await campaigns.name.fill('Mine after all');
  await expect(conflict).toBeVisible();
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await expect(campaigns.saved).toBeVisible();
  expect((await api.campaign(id)).name).toBe('Mine after all');
});

test('what is written without a connection is kept, and saved when there is one again', {
  tag: '@journey',
}, async ({ app, api }) => {
  const { page, campaigns } = app;
  await api.addCustomers(2);
  const audience = await api.createAudience('Everyone');
  const { id } = await api.createCampaign({ name: 'Before', audienceId: audience.id });
  await page.goto(`/campaigns/${id}/edit`);
  await expect(campaigns.saved).toBeVisible();
  await page.context().setOffline(true);
  await campaigns.name.fill('Written in a tunnel');
  await expect(page.getByText('No connection: kept here')).toBeVisible();
  await page.context().setOffline(false);
  await expect(campaigns.saved).toBeVisible();
  expect((await api.campaign(id)).name).toBe('Written in a tunnel');
});

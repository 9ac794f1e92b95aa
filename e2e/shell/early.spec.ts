import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { csvFile } from '../pages/imports.ts';

/** Holds back the page's scripts, as a slow line does, until the answer is called. */
async function holdScripts(page: Page): Promise<() => Promise<void>> {
  const waiting: (() => Promise<void>)[] = [];
  let held = true;
  await page.route('**/_next/static/chunks/*.js', (route) => {
    if (held) waiting.push(() => route.continue());
    else return route.continue();
  });
  return async () => {
    held = false;
    await Promise.all(waiting.map((go) => go()));
  };
}

test('a menu opened before the page’s scripts are there opens when they are', {
  tag: ['@journey', '@phone'],
}, async ({ app }) => {
  const { page, shell } = app;
  const release = await holdScripts(page);
  await page.goto('/dashboard', { waitUntil: 'commit' });
  await shell.menu.click();
  await release();
  await expect(shell.switcher).toBeVisible();
});

test('who signs in before the page’s scripts are there is signed in, and the address never has the password', {
  tag: ['@journey', '@desktop', '@phone'],
}, async ({ visitor, account }) => {
  const { page, shell } = visitor;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const release = await holdScripts(page);
  await page.goto('/sign-in', { waitUntil: 'commit' });
  await page.getByLabel('Email').fill(account.email);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await page.keyboard.press('Enter');
  await release();
  await expect(shell.heading('Dashboard')).toBeVisible();
  expect(asked.filter((url) => url.includes(account.password))).toEqual([]);
});

test('a file chosen before the page’s scripts are there is taken', { tag: ['@journey'] }, async ({ app }) => {
  const { page, imports } = app;
  const release = await holdScripts(page);
  await page.goto('/imports/new?kind=customers', { waitUntil: 'commit' });
  await imports.file.setInputFiles(csvFile('early.csv', 'email', 'ann@example.com'));
  await release();
  await expect(imports.startButton).toBeEnabled();
});

test('a press that itself makes the page listen is done once', { tag: ['@journey'] }, async ({ visitor }) => {
  const { page } = visitor;
  await holdScripts(page);
  await page.goto('/sign-in', { waitUntil: 'commit' });
  const button = page.getByRole('button', { name: 'Sign in', exact: true });
  // As hydration does: what listens to the whole document wakes the page within the press.
  await button.evaluate((element) => {
    let presses = 0;
    document.addEventListener('click', () => window.handOver?.(), { capture: true, once: true });
    element.addEventListener('click', (event) => {
      event.preventDefault();
      presses += 1;
      element.dataset.presses = String(presses);
    });
  });
  await button.click();
  await expect(button).toHaveAttribute('data-presses', '1');
});

import { randomUUID } from 'node:crypto';
import { TOTP } from 'otpauth';
import { linkInLetter } from '../fixtures/mail.ts';
import { expect, test } from '../fixtures/test.ts';
import { App } from '../pages/app.ts';

const PASSWORD = 'correct horse battery';
const NEW_PASSWORD = 'staple of another kind';

/** Where a sign-in leads to in these tests. */
const TO_ACCOUNT = '/sign-in?callbackUrl=/settings/account';

test('an account from sign-up to signing out everywhere: a common password, a forgotten one, a second factor', {
  tag: '@journey',
}, async ({ visitor, browser }) => {
  const { page, accounts } = visitor;
  test.setTimeout(120_000);
  const email = `accounts-${randomUUID()}@example.com`;

  await page.goto('/sign-up');
  await accounts.signUp({ name: 'Ada Sample', email, password: 'Password123' });
  await expect(accounts.password).toHaveAccessibleDescription(/one of the most common/);
  await accounts.password.fill(PASSWORD);
  await accounts.createAccount.click();
  await expect(page).toHaveURL(/\/dashboard$/);

  // The address is confirmed by the letter’s link and a button.
  await page.goto('/settings/account');
  await expect(page.getByText('Not confirmed')).toBeVisible();
  await page.goto(await linkInLetter(email, 'Confirm your address'));
  await page.getByRole('button', { name: 'Confirm this address' }).click();
  await expect(page.getByText('Your address is confirmed')).toBeVisible();

  // Elsewhere, the password is forgotten and chosen anew: the first browser is out.
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto('/sign-in');
  await other.getByRole('link', { name: 'Forgot it?' }).click();
  await expect(other.getByRole('heading', { name: 'Choose a new password' })).toBeVisible();
  await other.getByLabel('Email').fill(email);
  await other.getByRole('button', { name: 'Send the link' }).click();
  await expect(other.getByText('Look into your mail')).toBeVisible();
  const link = await linkInLetter(email, 'Choose a new password');
  await other.goto(link);
  await other.getByLabel('New password').fill(NEW_PASSWORD);
  await other.getByRole('button', { name: 'Set the password' }).click();
  await expect(other).toHaveURL(/\/dashboard$/);
  await other.goto(link);
  await expect(other.getByText('This link does not work any more')).toBeVisible();
  await page.goto('/settings/account');
  await accounts.expectSignInAsked();

  // A second factor; the recovery codes have to be kept before the window closes.
  await other.goto('/settings/account');
  await expect(other.getByText('Confirmed', { exact: true })).toBeVisible();
  await other.getByRole('button', { name: 'Turn on' }).click();
  const key = other.getByLabel('Key for the app');
  await expect(key).toHaveValue(/^[A-Z2-7]{32}$/);
  const totp = new TOTP({ secret: await key.inputValue() });
  const dialog = other.getByRole('dialog');
  await dialog.getByLabel('Give the code it shows').fill('000000');
  await dialog.getByRole('button', { name: 'Turn on' }).click();
  await expect(dialog.getByLabel('Give the code it shows')).toHaveAccessibleDescription(/is not right/i);
  await dialog.getByLabel('Give the code it shows').fill(totp.generate());
  await dialog.getByRole('button', { name: 'Turn on' }).click();
  const recovery = (await dialog.getByRole('listitem').first().textContent()) ?? '';
  expect(recovery).toMatch(/^[a-z2-7]{4}(-[a-z2-7]{4}){3}$/);
  await other.keyboard.press('Escape');
  await expect(dialog.getByRole('alert')).toContainText('Say first that you have kept them');
  await dialog.getByLabel('I have kept them').check();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(other.getByText('10 recovery codes left')).toBeVisible();

  // Signing in asks for the code, and brings one where one was going.
  await accounts.signIn({ email, password: NEW_PASSWORD }, TO_ACCOUNT);
  await expect(page).toHaveURL((url) => url.pathname === '/sign-in/code');
  await page.getByLabel('Code').fill('000000');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('This code is not right')).toBeVisible();
  await page.getByRole('button', { name: 'I do not have my app' }).click();
  await page.getByLabel('Recovery code').fill(recovery);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/settings\/account$/);
  await expect(page.getByText('9 recovery codes left')).toBeVisible();

  // Signing out everywhere else: the other page, left open, finds itself at the sign-in.
  await expect(page.getByText('Where you are signed in')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere else' }).click();
  await expect(page.getByText('1 other session ended')).toBeVisible();
  await other.goto('/settings/account');
  await expect(other).toHaveURL((url) => url.pathname === '/sign-in');
  await elsewhere.close();
});

test('sessions are listed and ended one by one; a new password ends them all', {
  tag: '@journey',
}, async ({ signedInPage: page, account, browser }) => {
  const phone = await browser.newContext({
    userAgent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
  });
  const other = await phone.newPage();
  await new App(other).accounts.signIn(account, TO_ACCOUNT);
  await expect(other.getByText('Where you are signed in')).toBeVisible();

  await page.goto('/settings/account');
  const item = page.getByRole('listitem').filter({ hasText: 'Safari on iPhone' });
  await item.getByRole('button', { name: 'End the session of Safari on iPhone' }).click();
  await expect(item).toHaveCount(0);
  await other.reload();
  await expect(other).toHaveURL((url) => url.pathname === '/sign-in');

  await new App(other).accounts.signIn(account, TO_ACCOUNT);
  await expect(other.getByText('Where you are signed in')).toBeVisible();
  await page.getByLabel('Present password').fill('not the password');
  await page.getByLabel('New password').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByLabel('Present password')).toHaveAccessibleDescription(/not your password/);
  await page.getByLabel('Present password').fill(account.password);
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByText('Your password is changed')).toBeVisible();
  await other.reload();
  await expect(other).toHaveURL((url) => url.pathname === '/sign-in');
});

test('a page left open finds out that its session ended', { tag: '@journey' }, async ({
  signedInPage: page,
  account,
  playwright,
  baseURL,
}) => {
  const socket = page.waitForEvent('websocket');
  await page.goto('/campaigns');
  await socket;
  // Its figures come over the socket; nobody touches the page from here on.
  const elsewhere = await playwright.request.newContext({ baseURL });
  const { signIn: signInByRequest } = await import('../fixtures/test.ts');
  await signInByRequest(elsewhere, account);
  const answer = await elsewhere.post('/api/trpc/account.endOtherSessions', { data: {} });
  expect(answer.status(), await answer.text()).toBe(200);
  await expect(page).toHaveURL((url) => url.pathname === '/sign-in');
  await elsewhere.dispose();
});

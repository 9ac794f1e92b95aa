import { SIGNED_IN } from '../fixtures/every-page.ts';
import { expect, test } from '../fixtures/test.ts';

/** All but those of single things. */
const PAGES = SIGNED_IN.map(({ route }) => route).filter((route) => !route.includes('['));

test('pages of the app lead to the sign-in and back', { tag: ['@journey', '@smoke'] }, async ({
  visitor,
  account,
}) => {
  const { page, accounts, shell } = visitor;
  for (const path of PAGES) {
    const answer = await page.request.get(path);
    expect(new URL(answer.url()).pathname, path).toBe('/sign-in');
  }
  await page.goto('/audiences/new');
  await accounts.signIn({ email: account.email, password: 'not the password' }, null);
  await expect(page.getByText('do not belong together')).toBeVisible();
  await accounts.password.fill(account.password);
  await accounts.signInButton.click();
  await expect(page).toHaveURL(/\/audiences\/new$/);

  await shell.signOut();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto('/dashboard');
  await accounts.expectSignInAsked();
});

test('a sign-up says at the field what is wrong', { tag: ['@journey', '@desktop', '@phone'] }, async ({
  visitor,
  account,
}) => {
  const { page, accounts } = visitor;
  await page.goto('/sign-up');
  await accounts.createAccount.click();
  await expect(page.getByText('Give a name')).toBeVisible();
  await accounts.signUp({ name: 'Ada Sample', email: account.email, password: 'short' });
  await expect(page.getByText('Must have at least 10 characters')).toBeVisible();
  await accounts.password.fill('long enough now');
  await accounts.createAccount.click();
  await expect(page.getByText('There is an account with this email address already')).toBeVisible();
});

test('another workspace’s things are not there', { tag: '@journey' }, async ({
  signedInPage: page,
  playwright,
  baseURL,
}) => {
  const stranger = await playwright.request.newContext({ baseURL });
  const { signIn } = await import('../fixtures/test.ts');
  const other = { name: 'Other', email: `other-${Date.now()}@example.com`, password: 'a-long-password' };
  expect((await stranger.post('/api/auth/register', { data: other })).status()).toBe(201);
  await signIn(stranger, other);
  const created = await stranger.post('/api/customers', { data: { email: 'theirs@example.com' } });
  const { id } = await created.json();
  await page.goto(`/customers/${id}`);
  await expect(page.getByText('There is no such customer')).toBeVisible();
  await stranger.dispose();
});

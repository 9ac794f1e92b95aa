import { expect, test } from '../fixtures/test.ts';

const PAGES = [
  '/dashboard',
  '/customers',
  '/orders',
  '/imports',
  '/imports/new',
  '/audiences',
  '/audiences/new',
  '/campaigns',
  '/campaigns/new',
  '/failures',
  '/queues',
  '/settings/account',
  '/settings/api-keys',
  '/settings/vendors',
  '/settings/privacy',
];

test('pages of the app lead to the sign-in and back', { tag: '@journey' }, async ({ page, account }) => {
  for (const path of PAGES) {
    await page.goto(path);
    await expect(page, path).toHaveURL((url) => url.pathname === '/sign-in');
  }
  await page.goto('/audiences/new');
  await page.getByLabel('Email').fill(account.email);
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('do not belong together')).toBeVisible();
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/audiences\/new$/);

  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto('/dashboard');
  await expect(page).toHaveURL((url) => url.pathname === '/sign-in');
});

test('a sign-up says at the field what is wrong', { tag: '@journey' }, async ({ page, account }) => {
  await page.goto('/sign-up');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByText('Give a name')).toBeVisible();
  await page.getByLabel('Name').fill('Ada Sample');
  await page.getByLabel('Email').fill(account.email);
  await page.getByLabel('Password').fill('short');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByText('Must have at least 10 characters')).toBeVisible();
  await page.getByLabel('Password').fill('long enough now');
  await page.getByRole('button', { name: 'Create account' }).click();
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

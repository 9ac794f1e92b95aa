import { Redis } from 'ioredis';
import { expect, test } from '../fixtures/test.ts';

// The limits are far away for a person; here the count is set to where it would be after too many requests.
const WINDOW_MS = 4_000;
async function useUp(limit: string, key: string, calls: number): Promise<void> {
  const redis = new Redis(process.env.REDIS_URL ?? '');
  await redis.set(`nexusflow:limit:${limit}:${key}`, calls, 'PX', WINDOW_MS);
  await redis.quit();
}

test('a page asked for too often says how long to wait, and opens by itself', { tag: '@security' }, async ({
  signedInPage: page,
  extraHTTPHeaders,
}) => {
  await useUp('pages', extraHTTPHeaders?.['x-forwarded-for'] ?? '', 600);
  const answer = await page.goto('/customers?search=ann');
  expect(answer?.status()).toBe(429);
  expect(Number(answer?.headers()['retry-after'])).toBeGreaterThan(0);
  await expect(page.getByRole('heading', { name: 'One moment, please' })).toBeVisible();
  await expect(page.getByRole('timer')).toHaveText(/^\d s$/);
  await expect(page.getByRole('heading', { name: 'Customers' })).toBeVisible();
  expect(new URL(page.url()).search).toBe('?search=ann');
});

test('what a page asks for too often waits with a notice, and goes again by itself', {
  tag: '@security',
}, async ({ signedInPage: page, account, api }) => {
  await api.createCustomer({ email: 'ann@example.com', name: 'Ann Waiting' });
  await page.goto('/dashboard');
  await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible();
  await useUp('api', `user:${account.id}`, 6_000);
  await page.getByRole('link', { name: 'Customers' }).first().click();
  await expect(page.getByText('Too many requests at once')).toBeVisible();
  await expect(page.getByRole('timer')).toHaveText(/^\d s$/);
  await expect(page.getByText('Ann Waiting')).toBeVisible();
  await expect(page.getByText('Too many requests at once')).toBeHidden();
});

import type { Metadata } from 'next';
import { AccountPage } from '@/features/auth/ui/account/account-page.tsx';

export const metadata: Metadata = { title: 'Your account' };

export default async function Account({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { google } = await searchParams;
  return <AccountPage google={typeof google === 'string' ? google : undefined} />;
}

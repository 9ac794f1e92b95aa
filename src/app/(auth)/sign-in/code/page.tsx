import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { halfSignedIn } from '@/features/auth/half-signed-in.ts';
import { SecondFactorForm } from '@/features/auth/ui/second-factor-form.tsx';

export const metadata: Metadata = { title: 'Sign in' };

export default async function CodePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { callbackUrl } = await searchParams;
  const path = typeof callbackUrl === 'string' ? callbackUrl : undefined;
  if ((await halfSignedIn((await headers()).get('cookie'))) === null)
    redirect(path ? `/sign-in?callbackUrl=${encodeURIComponent(path)}` : '/sign-in');
  return <SecondFactorForm callbackUrl={path} />;
}

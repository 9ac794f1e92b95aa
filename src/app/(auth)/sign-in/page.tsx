import type { Metadata } from 'next';
import { getEnv } from '@/env.ts';
import { SignInForm } from '@/features/auth/ui/sign-in-form.tsx';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { callbackUrl, error } = await searchParams;
  return (
    <SignInForm
      callbackUrl={typeof callbackUrl === 'string' ? callbackUrl : undefined}
      error={typeof error === 'string' ? error : undefined}
      google={getEnv().google !== null}
    />
  );
}

import type { Metadata } from 'next';
import { getEnv } from '@/env.ts';
import { SignUpForm } from '@/features/auth/ui/sign-up-form.tsx';
import { lettersAreRead } from '@/server/mail.ts';

export const metadata: Metadata = { title: 'Create an account' };

export default async function SignUpPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { callbackUrl, invitation } = await searchParams;
  return (
    <SignUpForm
      google={getEnv().google !== null}
      signUp={getEnv().signUp}
      mail={lettersAreRead()}
      callbackUrl={typeof callbackUrl === 'string' ? callbackUrl : undefined}
      invitation={typeof invitation === 'string' ? invitation : undefined}
    />
  );
}

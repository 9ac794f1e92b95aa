import type { Metadata } from 'next';
import { findToken } from '@/features/auth/tokens.ts';
import { ResetPasswordForm, SpentLink } from '@/features/auth/ui/reset-password-form.tsx';

// The address is a secret: no other page may learn it.
export const metadata: Metadata = { title: 'Choose a new password', referrer: 'no-referrer' };

export default async function ResetPasswordPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { token } = await searchParams;
  if (typeof token === 'string' && (await findToken('reset', token)))
    return <ResetPasswordForm token={token} />;
  return (
    <SpentLink
      what="It was used, it is more than an hour old, or it was cut off when it was copied."
      href="/forgot-password"
      action="Ask for a new one"
    />
  );
}

import type { Metadata } from 'next';
import { findToken } from '@/features/auth/tokens.ts';
import { SpentLink } from '@/features/auth/ui/reset-password-form.tsx';
import { VerifyEmail } from '@/features/auth/ui/verify-email.tsx';

// The address is a secret: no other page may learn it.
export const metadata: Metadata = { title: 'Confirm your address', referrer: 'no-referrer' };

export default async function VerifyEmailPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { token } = await searchParams;
  const found = typeof token === 'string' ? await findToken('verify', token) : null;
  if (typeof token === 'string' && found) return <VerifyEmail token={token} email={found.subject} />;
  return (
    <SpentLink
      what="It was used, it is more than a day old, or it was cut off when it was copied."
      href="/settings/account"
      action="Ask for a new one on the page of your account"
    />
  );
}

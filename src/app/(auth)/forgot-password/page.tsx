import type { Metadata } from 'next';
import { ForgotPasswordForm } from '@/features/auth/ui/forgot-password-form.tsx';
import { lettersAreRead } from '@/server/mail.ts';

export const metadata: Metadata = { title: 'Choose a new password' };
// Whether there is mail is a setting of the server, not of the build.
export const dynamic = 'force-dynamic';

export default function ForgotPasswordPage() {
  return <ForgotPasswordForm mail={lettersAreRead()} />;
}

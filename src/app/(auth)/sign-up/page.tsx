import type { Metadata } from 'next';
import { getEnv } from '@/env.ts';
import { SignUpForm } from '@/features/auth/ui/sign-up-form.tsx';

export const metadata: Metadata = { title: 'Create an account' };
// Which ways there are to sign in is a setting of the server, not of the build.
export const dynamic = 'force-dynamic';

export default function SignUpPage() {
  return <SignUpForm google={getEnv().google !== null} />;
}

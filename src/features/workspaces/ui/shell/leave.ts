import { signOut } from 'next-auth/react';
import { forgetRecent } from '@/ui/recent.ts';

/** Signs out, leaving nothing of this person's in the browser. */
export function leave(): void {
  forgetRecent();
  void signOut({ callbackUrl: '/sign-in' });
}

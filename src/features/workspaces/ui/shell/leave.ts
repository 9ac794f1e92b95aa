import { signOut } from 'next-auth/react';
import { forgetRecent } from '@/ui/recent.ts';
import { toast } from '@/ui/toast.ts';
import { setLeaving } from '@/ui/trpc.tsx';

/**
 * Signs out, leaving nothing of this person's in the browser.
 * @param to where it leads
 */
export function leave(to = '/sign-in'): void {
  forgetRecent();
  setLeaving(true);
  signOut({ callbackUrl: to }).catch((error: unknown) => {
    setLeaving(false);
    toast.error(error);
  });
}

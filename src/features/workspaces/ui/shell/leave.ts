import { signOut } from 'next-auth/react';
import { forgetRecent } from '@/ui/recent.ts';
import { toast } from '@/ui/toast.ts';
import { setLeaving } from '@/ui/trpc.tsx';

/** Signs out, leaving nothing of this person's in the browser. */
export function leave(): void {
  forgetRecent();
  setLeaving(true);
  signOut({ callbackUrl: '/sign-in' }).catch((error: unknown) => {
    setLeaving(false);
    toast.error(error);
  });
}

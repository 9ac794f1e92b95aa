'use client';
import { EyeOff } from 'lucide-react';
import { Button } from '@/ui/button.tsx';
import { toast } from '@/ui/toast.ts';
import { trpc } from '@/ui/trpc.tsx';

/** Puts the first steps away, for oneself alone and with a way back. */
export function HideButton({ label = 'Hide' }: { label?: string }) {
  const utils = trpc.useUtils();
  const set = trpc.onboarding.hideFirstSteps.useMutation({
    onMutate: ({ hidden }) =>
      utils.onboarding.firstSteps.setData(undefined, (known) => (known ? { ...known, hidden } : known)),
    onError: (error) => {
      toast.error(error);
      void utils.onboarding.firstSteps.invalidate();
    },
  });
  const hide = () => {
    set.mutate({ hidden: true });
    toast.undo('Put away. On the page “Your account” you can bring it back.', () =>
      set.mutate({ hidden: false }),
    );
  };
  return (
    <Button variant="ghost" size="sm" onClick={hide}>
      <EyeOff aria-hidden />
      {label}
    </Button>
  );
}

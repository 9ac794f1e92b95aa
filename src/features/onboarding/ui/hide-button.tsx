'use client';
import { EyeOff } from 'lucide-react';
import { Button } from '@/ui/button.tsx';
import { toast } from '@/ui/toast.ts';
import { useHideFirstSteps } from './use-first-steps.ts';

/** Puts the first steps away, for oneself alone and with a way back. */
export function HideButton({ label = 'Hide' }: { label?: string }) {
  const set = useHideFirstSteps();
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

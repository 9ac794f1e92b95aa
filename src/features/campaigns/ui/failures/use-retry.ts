'use client';
import { plural } from '@/lib/format.ts';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';

/** Sends failed messages once more; `onDone` once the server has taken it up. */
export function useRetry(onDone?: () => void) {
  const utils = trpc.useUtils();
  return trpc.deadLetters.retry.useMutation({
    onSuccess: ({ retried }) => {
      if (retried > 0) toast.success(`${plural(retried, 'message')} on the way again`);
      else toast.warning('Nothing was sent: their campaign was cancelled, or somebody has decided already.');
      onDone?.();
    },
    onError: (error) => toast.error(messageOf(error)),
    onSettled: () => utils.deadLetters.invalidate(),
  });
}

'use client';
import { ConfirmDialog } from '@/ui/dialog.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { Suppression } from '../suppressions.schema.ts';
import { removalWarning } from './suppression-reason.tsx';

/** Asks before an address is written to again; what the person said themselves is warned of the most. */
export function RemoveSuppression({
  suppression: { id, address, reason },
  onClose,
}: {
  suppression: Suppression;
  onClose(): void;
}) {
  const utils = trpc.useUtils();
  const remove = trpc.suppressions.delete.useMutation({
    onSuccess: () => toast.success(`Campaigns may write to ${address} again`),
    onError: (error) => toast.error(messageOf(error)),
    onSettled: async () => {
      await Promise.all([utils.suppressions.list.invalidate(), utils.campaigns.preflight.invalidate()]);
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Write to ${address} again?`}
      description={removalWarning[reason]}
      action={
        reason === 'UNSUBSCRIBED' || reason === 'COMPLAINED' ? 'Remove all the same' : 'Remove from the list'
      }
      pending={remove.isPending}
      onConfirm={() => remove.mutate({ id })}
    />
  );
}

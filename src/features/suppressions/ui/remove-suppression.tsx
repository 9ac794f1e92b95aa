'use client';
import { useState } from 'react';
import { ConfirmDialog } from '@/ui/dialog.tsx';
import { trpc } from '@/ui/trpc.tsx';
import { usePostponed } from '@/ui/use-postponed.ts';
import type { Suppression } from '../suppressions.schema.ts';
import { removalWarning } from './suppression-reason.tsx';

/**
 * Takes addresses off the list, with a notice that puts them back: until it goes they are on it, and no campaign writes to
 * them. Where much speaks against it, it asks before.
 */
export function useRemoveSuppression() {
  const utils = trpc.useUtils();
  const postpone = usePostponed();
  const [asked, setAsked] = useState<Suppression | null>(null);
  const remove = ({ id, address }: Suppression) => {
    setAsked(null);
    postpone({
      mutation: trpc.suppressions.delete,
      input: { id },
      ids: [id],
      message: `Campaigns may write to ${address} again`,
      refresh: () =>
        Promise.all([utils.suppressions.list.invalidate(), utils.campaigns.preflight.invalidate()]),
    });
  };
  return {
    ask: (suppression: Suppression) =>
      removalWarning[suppression.reason] ? setAsked(suppression) : remove(suppression),
    dialog: asked && (
      <ConfirmDialog
        open
        onOpenChange={(open) => !open && setAsked(null)}
        title={`Write to ${asked.address} again?`}
        description={removalWarning[asked.reason]}
        action="Remove all the same"
        pending={false}
        onConfirm={() => remove(asked)}
      />
    ),
  };
}

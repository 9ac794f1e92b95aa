'use client';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { toast } from '@/ui/toast.ts';
import { trpc } from '@/ui/trpc.tsx';
import { usePostponed } from '@/ui/use-postponed.ts';
import type { Audience } from '../audiences.schema.ts';
import { UsageCard } from './insights/usage-card.tsx';

/** Deletes an audience that nothing uses, with a notice that brings it back; of one in use it shows by what. */
export function DeleteAudience({ audience: { id, name } }: { audience: Audience }) {
  const utils = trpc.useUtils();
  const postpone = usePostponed();
  const [asking, setAsking] = useState(false);
  const [inUse, setInUse] = useState(false);
  const remove = async () => {
    setAsking(true);
    try {
      // Asked before, not when the time to undo is over: a deletion that was announced should not fail.
      const { campaignCount, audiences } = await utils.audiences.usage.fetch({ id }, { staleTime: 0 });
      if (campaignCount + audiences.length > 0) return setInUse(true);
      postpone({
        mutation: trpc.audiences.delete,
        input: { id },
        ids: [id],
        message: `Audience “${name}” deleted`,
        refresh: () => utils.audiences.list.invalidate(),
      });
    } catch (error) {
      toast.error(error);
    } finally {
      setAsking(false);
    }
  };
  return (
    <>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={`Delete ${name}`}
        aria-busy={asking}
        onClick={() => !asking && void remove()}
      >
        <Trash2 aria-hidden />
      </Button>
      {inUse && (
        <Dialog
          open
          onOpenChange={setInUse}
          title={`“${name}” is in use`}
          description="It can be deleted once nothing refers to it any more: delete the drafts, or give them another audience. Campaigns that were sent keep theirs."
        >
          <UsageCard id={id} />
          <div className="mt-5 flex justify-end">
            <Button onClick={() => setInUse(false)}>Keep it</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

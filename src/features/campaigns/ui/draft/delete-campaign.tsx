'use client';
import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Button } from '@/ui/button.tsx';
import { Tooltip } from '@/ui/tooltip.tsx';
import { trpc } from '@/ui/trpc.tsx';
import { usePostponed } from '@/ui/use-postponed.ts';
import type { Campaign } from '../../campaigns.schema.ts';

/** Deletes a draft; the notice brings it back. */
export function DeleteCampaign({ campaign: { id, name } }: { campaign: Campaign }) {
  const router = useRouter();
  const utils = trpc.useUtils();
  const postpone = usePostponed();
  const remove = () => {
    router.push('/campaigns');
    postpone({
      mutation: trpc.campaigns.delete,
      input: { id },
      ids: [id],
      message: `Draft “${name}” deleted`,
      refresh: () => utils.campaigns.list.invalidate(),
      onUndo: () => router.push(`/campaigns/${id}`),
    });
  };
  return (
    <Tooltip text="Delete this draft">
      <Button variant="ghost" size="icon" aria-label="Delete this draft" onClick={remove}>
        <Trash2 aria-hidden />
      </Button>
    </Tooltip>
  );
}

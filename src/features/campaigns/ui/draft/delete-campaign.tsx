'use client';
import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button.tsx';
import { ConfirmDialog } from '@/ui/dialog.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { Campaign } from '../../campaigns.schema.ts';

export function DeleteCampaign({ campaign }: { campaign: Campaign }) {
  const [asking, setAsking] = useState(false);
  const router = useRouter();
  const utils = trpc.useUtils();
  const remove = trpc.campaigns.delete.useMutation({
    onSuccess: async () => {
      toast.success('Draft deleted');
      router.push('/campaigns');
      await utils.campaigns.list.invalidate();
    },
    onError: (error) => toast.error(messageOf(error)),
  });
  return (
    <>
      <Button variant="ghost" size="icon" aria-label="Delete this draft" onClick={() => setAsking(true)}>
        <Trash2 aria-hidden />
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Delete this draft?"
        description={`“${campaign.name}” and its message are deleted. This cannot be undone.`}
        action="Delete draft"
        pending={remove.isPending || remove.isSuccess}
        onConfirm={() => remove.mutate({ id: campaign.id })}
      />
    </>
  );
}

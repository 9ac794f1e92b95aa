'use client';
import { Copy, Repeat2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { plural } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import type { Campaign } from '../campaigns.schema.ts';

/** Both lead to the new draft: nothing is sent before it is reviewed and launched there. */
function useNewDraft() {
  const router = useRouter();
  return {
    onSuccess: ({ id, name }: Campaign) => {
      toast.success(`Draft “${name}” made`);
      router.push(`/campaigns/${id}`);
    },
    onError: (error: unknown) => toast.error(messageOf(error)),
  };
}

export function DuplicateButton({ campaign }: { campaign: Campaign }) {
  const may = useMay('campaigns:write');
  const duplicate = trpc.campaigns.duplicate.useMutation(useNewDraft());
  if (!may) return null;
  return (
    <Button
      variant="secondary"
      pending={duplicate.isPending || duplicate.isSuccess}
      onClick={() => duplicate.mutate({ id: campaign.id })}
    >
      <Copy aria-hidden />
      Duplicate
    </Button>
  );
}

/** For those whose message failed for good or bounced, when there are any. */
export function ResendButton({ campaign }: { campaign: Campaign }) {
  const may = useMay('campaigns:write');
  const resend = trpc.campaigns.resendFailed.useMutation(useNewDraft());
  const failed = campaign.stats.dead + campaign.stats.bounced;
  if (!may || failed === 0) return null;
  return (
    <Button
      variant="secondary"
      size="sm"
      title={`A new draft to the ${plural(failed, 'person', 'people')} whose message failed or bounced`}
      pending={resend.isPending || resend.isSuccess}
      onClick={() => resend.mutate({ id: campaign.id })}
    >
      <Repeat2 aria-hidden />
      Resend to failed
    </Button>
  );
}

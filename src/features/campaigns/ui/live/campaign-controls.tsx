'use client';
import { Ban, Pause, Play } from 'lucide-react';
import { useState } from 'react';
import { plural } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { ConfirmDialog } from '@/ui/dialog.tsx';
import { toast } from '@/ui/toast.ts';
import { trpc } from '@/ui/trpc.tsx';
import type { Campaign } from '../../campaigns.schema.ts';
import { isOver } from './use-campaign-progress.ts';

/** Pause, resume and cancel, each only where it is possible. */
export function CampaignControls({ campaign }: { campaign: Campaign }) {
  const [cancelling, setCancelling] = useState(false);
  const utils = trpc.useUtils();
  const options = {
    onSuccess: (changed: Campaign) => utils.campaigns.get.setData({ id: changed.id }, changed),
    onError: toast.error,
  };
  const pause = trpc.campaigns.pause.useMutation(options);
  const resume = trpc.campaigns.resume.useMutation(options);
  const cancel = trpc.campaigns.cancel.useMutation({
    ...options,
    onSettled: () => setCancelling(false),
  });
  const { id, status, stats } = campaign;
  if (isOver(status)) return null;
  // Those that wait for another try too.
  const waiting = stats.queued + stats.sending + stats.failed - stats.dead;
  return (
    <>
      {(status === 'PREPARING' || status === 'SENDING') && waiting > 0 && (
        <Button variant="secondary" pending={pause.isPending} onClick={() => pause.mutate({ id })}>
          <Pause aria-hidden />
          Pause
        </Button>
      )}
      {status === 'PAUSED' && (
        <Button pending={resume.isPending} onClick={() => resume.mutate({ id })}>
          <Play aria-hidden />
          Resume
        </Button>
      )}
      <Button variant="danger-ghost" onClick={() => setCancelling(true)}>
        <Ban aria-hidden />
        Cancel campaign
      </Button>
      <ConfirmDialog
        open={cancelling}
        onOpenChange={setCancelling}
        title="Cancel this campaign?"
        description={
          status === 'SCHEDULED'
            ? 'It will not be sent. A cancelled campaign cannot be started again.'
            : `What has been sent stays sent; ${plural(waiting, 'message')} still waiting will not be sent. A cancelled campaign cannot be started again.`
        }
        action="Cancel campaign"
        pending={cancel.isPending}
        onConfirm={() => cancel.mutate({ id })}
      />
    </>
  );
}

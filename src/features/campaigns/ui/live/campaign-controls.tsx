'use client';
import { Ban, Pause, Play } from 'lucide-react';
import { useState } from 'react';
import { plural } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { ConfirmDialog } from '@/ui/dialog.tsx';
import { optimistic } from '@/ui/optimistic.ts';
import { toast } from '@/ui/toast.ts';
import { trpc } from '@/ui/trpc.tsx';
import type { Campaign } from '../../campaigns.schema.ts';
import { type Asked, statusMeanwhile } from './asked-status.ts';
import { isOver } from './use-campaign-progress.ts';

/** Pause, resume and cancel, each only where it is possible. */
export function CampaignControls({ campaign }: { campaign: Campaign }) {
  const [cancelling, setCancelling] = useState(false);
  const utils = trpc.useUtils();
  const shownAtOnce = (asked: Asked) =>
    optimistic(utils.campaigns.get, {
      input: ({ id }: { id: string }) => ({ id }),
      read: ({ status }) => status,
      put: (shown, status) => ({ ...shown, status }),
      wanted: (_, { status }) => statusMeanwhile(status, asked),
    });
  const pause = trpc.campaigns.pause.useMutation(shownAtOnce({ pause: true, resume: false }));
  const resume = trpc.campaigns.resume.useMutation(shownAtOnce({ pause: false, resume: true }));
  const cancel = trpc.campaigns.cancel.useMutation({
    onSuccess: (changed) => utils.campaigns.get.setData({ id: changed.id }, changed),
    onError: toast.error,
    onSettled: () => setCancelling(false),
  });
  const asking = pause.isPending || resume.isPending;
  const { id, status, stats } = campaign;
  if (isOver(status)) return null;
  // Those that wait for another try too.
  const waiting = stats.queued + stats.sending + stats.failed - stats.dead;
  return (
    <>
      {(status === 'PREPARING' || status === 'SENDING') && waiting > 0 && (
        <Button variant="secondary" pending={asking} onClick={() => pause.mutate({ id })}>
          <Pause aria-hidden />
          Pause
        </Button>
      )}
      {status === 'PAUSED' && (
        <Button pending={asking} onClick={() => resume.mutate({ id })}>
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

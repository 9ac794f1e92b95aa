'use client';
import { CalendarClock, FileText, Send } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { ConfirmDialog } from '@/ui/dialog.tsx';
import { Notice } from '@/ui/states.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import type { Campaign } from '../../campaigns.schema.ts';
import { RescheduleDialog } from './reschedule-dialog.tsx';
import { ScheduledTime } from './scheduled-time.tsx';

/** When a scheduled campaign is sent, or that its time was missed and somebody must decide. */
export function ScheduleNotice({ campaign }: { campaign: Campaign }) {
  const mayDecide = useMay('campaigns:launch');
  return campaign.missedAt ? (
    <Notice tone="warning" title="Its time was missed: it waits for you">
      <p>
        It was to be sent <ScheduledTime campaign={campaign} />, when nothing was running, and it is more than
        15 minutes late. Nothing has been sent.
      </p>
      {mayDecide && (
        <div className="mt-3 flex flex-wrap gap-2">
          <SendNow campaign={campaign} />
          <Reschedule campaign={campaign} />
          <BackToDraft campaign={campaign} />
        </div>
      )}
    </Notice>
  ) : (
    <Notice tone="info" title="Scheduled">
      <p>
        Sending begins <ScheduledTime campaign={campaign} />. The audience is evaluated then.
      </p>
      {mayDecide && (
        <div className="mt-3 flex flex-wrap gap-2">
          <Reschedule campaign={campaign} />
          <BackToDraft campaign={campaign} />
        </div>
      )}
    </Notice>
  );
}

/** What the decisions have in common: the page shows the campaign as the server has it then. */
function useDecision() {
  const utils = trpc.useUtils();
  return {
    onSuccess: (changed: Campaign) => utils.campaigns.get.setData({ id: changed.id }, changed),
    onError: (error: unknown) => toast.error(messageOf(error)),
  };
}

function SendNow({ campaign }: { campaign: Campaign }) {
  const [asking, setAsking] = useState(false);
  const confirm = trpc.campaigns.confirm.useMutation({ ...useDecision(), onSettled: () => setAsking(false) });
  return (
    <>
      <Button size="sm" onClick={() => setAsking(true)}>
        <Send aria-hidden />
        Send now
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        danger={false}
        title={`Send “${campaign.name}” now?`}
        description="It goes at once to whoever is in the audience now. What is sent is sent."
        action="Send it now"
        pending={confirm.isPending}
        onConfirm={() => confirm.mutate({ id: campaign.id })}
      />
    </>
  );
}

function Reschedule({ campaign }: { campaign: Campaign }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" variant="secondary" onClick={() => setOpen(true)}>
        <CalendarClock aria-hidden />
        Reschedule
      </Button>
      {open && <RescheduleDialog campaign={campaign} onClose={() => setOpen(false)} />}
    </>
  );
}

function BackToDraft({ campaign }: { campaign: Campaign }) {
  const update = trpc.campaigns.update.useMutation(useDecision());
  return (
    <Button
      size="sm"
      variant="secondary"
      pending={update.isPending}
      onClick={() => update.mutate({ id: campaign.id, scheduledAt: null })}
    >
      <FileText aria-hidden />
      Back to draft
    </Button>
  );
}

'use client';
import { Rocket } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { plural } from '@/lib/format.ts';
import { formatInZone } from '@/lib/zoned-time.ts';
import { Button } from '@/ui/button.tsx';
import { ConfirmDialog } from '@/ui/dialog.tsx';
import { toast } from '@/ui/toast.ts';
import { trpc } from '@/ui/trpc.tsx';
import type { Campaign } from '../../campaigns.schema.ts';
import { ownTimeZone } from '../schedule/zone-select.tsx';

/** The point of no return: says to how many it goes before it goes. */
export function LaunchButton({ campaign, disabled = false }: { campaign: Campaign; disabled?: boolean }) {
  const [asking, setAsking] = useState(false);
  const utils = trpc.useUtils();
  const router = useRouter();
  const preflight = trpc.campaigns.preflight.useQuery({ id: campaign.id });
  const launch = trpc.campaigns.launch.useMutation({
    onSuccess: (launched) => {
      utils.campaigns.get.setData({ id: launched.id }, launched);
      // Where it is watched.
      router.push(`/campaigns/${launched.id}`);
    },
    onError: toast.error,
    onSettled: () => {
      setAsking(false);
      void utils.campaigns.get.invalidate({ id: campaign.id });
    },
  });
  const later = campaign.scheduledAt && campaign.scheduledAt > new Date() ? campaign.scheduledAt : null;
  const recipients = preflight.data?.recipients;
  const action = later ? 'Schedule' : 'Launch';
  return (
    <>
      <Button
        disabled={disabled || (preflight.data ? preflight.data.problems.length > 0 : true)}
        onClick={() => setAsking(true)}
      >
        <Rocket aria-hidden />
        {action}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        danger={false}
        title={`${action} “${campaign.name}”?`}
        description={
          later
            ? `It is sent on ${formatInZone(later, campaign.timeZone ?? ownTimeZone())} to whoever is in the audience then: right now ${plural(recipients ?? 0, 'person', 'people')}.`
            : `It goes to ${plural(recipients ?? 0, 'person', 'people')} at once. Sending can be paused or cancelled, but what is sent is sent.`
        }
        action={later ? 'Schedule it' : `Launch to ${plural(recipients ?? 0, 'person', 'people')}`}
        pending={launch.isPending}
        onConfirm={() => launch.mutate({ id: campaign.id })}
      />
    </>
  );
}

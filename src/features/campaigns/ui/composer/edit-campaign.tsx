'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import { toZonedText } from '@/lib/zoned-time.ts';
import { Button } from '@/ui/button.tsx';
import { Card } from '@/ui/card.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { ErrorState, Notice, SkeletonRows } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { Campaign } from '../../campaigns.schema.ts';
import { ownTimeZone } from '../schedule/zone-select.tsx';
import { CampaignForm } from './campaign-form.tsx';

export function EditCampaign({ id }: { id: string }) {
  const campaign = trpc.campaigns.get.useQuery({ id }, { refetchOnWindowFocus: false });
  return (
    <>
      <PageHeader
        title="Edit campaign"
        breadcrumbs={[
          { href: '/campaigns', label: 'Campaigns' },
          { href: `/campaigns/${id}`, label: campaign.data?.name ?? 'Campaign' },
        ]}
        current="Edit"
      />
      {campaign.isPending && (
        <Card>
          <SkeletonRows />
        </Card>
      )}
      {campaign.isError && (
        <ErrorState message={messageOf(campaign.error)} onRetry={() => void campaign.refetch()} />
      )}
      {campaign.data?.resendOf && (
        <Notice tone="info" title="It goes to those who did not get another campaign" className="mb-6">
          If you choose another audience here, it goes to that one instead.
        </Notice>
      )}
      {campaign.data?.status === 'DRAFT' && <DraftForm campaign={campaign.data} />}
      {campaign.data && campaign.data.status !== 'DRAFT' && (
        <Notice tone="info" title="This campaign can no longer be changed">
          It was launched or scheduled.{' '}
          <Button asChild variant="secondary" size="sm" className="mt-2">
            <Link href={`/campaigns/${id}`}>Back to the campaign</Link>
          </Button>
        </Notice>
      )}
    </>
  );
}

function DraftForm({ campaign }: { campaign: Campaign }) {
  // The version that the form shows, whatever is fetched while it is filled in.
  const [ifUpdatedAt] = useState(campaign.updatedAt);
  const router = useRouter();
  const utils = trpc.useUtils();
  const update = trpc.campaigns.update.useMutation({
    onSuccess: (changed) => {
      utils.campaigns.get.setData({ id: changed.id }, changed);
      void utils.campaigns.preflight.invalidate({ id: changed.id });
      toast.success('Changes saved');
      router.push(`/campaigns/${changed.id}`);
    },
  });
  const timeZone = campaign.timeZone ?? ownTimeZone();
  return (
    <CampaignForm
      initial={{
        name: campaign.name,
        audienceId: campaign.audienceId,
        channel: campaign.channel,
        vendorId: campaign.vendorId ?? '',
        subject: campaign.template.subject ?? '',
        body: campaign.template.body,
        scheduledAt: campaign.scheduledAt ? toZonedText(campaign.scheduledAt, timeZone) : '',
        timeZone,
      }}
      submitLabel="Save changes"
      pending={update.isPending || update.isSuccess}
      error={update.error}
      onSubmit={(input) => update.mutate({ id: campaign.id, ifUpdatedAt, ...input })}
    />
  );
}

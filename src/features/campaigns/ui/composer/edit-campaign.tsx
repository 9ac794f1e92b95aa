'use client';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Card } from '@/ui/card.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { ErrorState, Notice, SkeletonRows } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { Composer } from './composer.tsx';

export function EditCampaign({ id }: { id: string }) {
  const campaign = trpc.campaigns.get.useQuery({ id }, { refetchOnWindowFocus: false });
  /** Counts how often the page began anew with what the server has. */
  const [round, setRound] = useState(0);
  if (campaign.data?.status === 'DRAFT')
    return (
      <Composer
        key={`${id}-${round}`}
        campaign={campaign.data}
        onLoadTheirs={async () => {
          await campaign.refetch();
          setRound((before) => before + 1);
        }}
      />
    );
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
      {campaign.data && (
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

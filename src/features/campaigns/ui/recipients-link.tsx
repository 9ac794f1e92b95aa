'use client';
import Link from 'next/link';
import { trpc } from '@/ui/trpc.tsx';
import type { Campaign } from '../campaigns.schema.ts';

const look = 'break-words font-medium text-foreground underline-offset-4 hover:underline';

/** Whom a campaign goes to: its audience, or those who did not get another campaign. */
export const RecipientsLink = ({ campaign }: { campaign: Campaign }) =>
  campaign.resendOf ? (
    <FailedOf campaignId={campaign.resendOf} />
  ) : (
    <AudienceLink audienceId={campaign.audienceId} />
  );

function FailedOf({ campaignId }: { campaignId: string }) {
  const source = trpc.campaigns.get.useQuery({ id: campaignId });
  return (
    <>
      those whose message failed or bounced in{' '}
      <Link href={`/campaigns/${campaignId}`} className={look}>
        {source.data?.name ?? (source.isError ? 'another campaign' : '…')}
      </Link>
    </>
  );
}

function AudienceLink({ audienceId }: { audienceId: string }) {
  const audience = trpc.audiences.get.useQuery({ id: audienceId });
  return (
    <Link href={`/audiences/${audienceId}`} className={look}>
      {audience.data?.name ?? (audience.isError ? 'a deleted audience' : '…')}
    </Link>
  );
}

import type { Metadata } from 'next';
import { NewCampaign } from '@/features/campaigns/ui/composer/new-campaign.tsx';

export const metadata: Metadata = { title: 'New campaign' };

export default async function NewCampaignPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { audienceId } = await searchParams;
  return <NewCampaign audienceId={typeof audienceId === 'string' ? audienceId : ''} />;
}

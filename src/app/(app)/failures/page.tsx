import type { Metadata } from 'next';
import { FailuresPage } from '@/features/campaigns/ui/failures/failures-page.tsx';

export const metadata: Metadata = { title: 'Failures' };

export default async function Failures({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { status, campaignId } = await searchParams;
  return (
    <FailuresPage
      status={typeof status === 'string' ? status : undefined}
      campaignId={typeof campaignId === 'string' ? campaignId : undefined}
    />
  );
}

import type { Metadata } from 'next';
import { CampaignPage } from '@/features/campaigns/ui/campaign-page.tsx';

export const metadata: Metadata = { title: 'Campaign' };

export default async function CampaignDetailPage({ params }: { params: Promise<{ id: string }> }) {
  return <CampaignPage id={(await params).id} />;
}

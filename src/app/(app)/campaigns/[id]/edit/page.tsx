import type { Metadata } from 'next';
import { EditCampaign } from '@/features/campaigns/ui/composer/edit-campaign.tsx';

export const metadata: Metadata = { title: 'Edit campaign' };

export default async function EditCampaignPage({ params }: { params: Promise<{ id: string }> }) {
  return <EditCampaign id={(await params).id} />;
}

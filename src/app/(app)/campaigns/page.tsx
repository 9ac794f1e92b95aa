import type { Metadata } from 'next';
import { CampaignList } from '@/features/campaigns/ui/campaign-list.tsx';

export const metadata: Metadata = { title: 'Campaigns' };

export default function CampaignsPage() {
  return <CampaignList />;
}

import { CampaignStatusBadge } from '@/ui/campaign-status.tsx';
import type { Campaign } from '../campaigns.schema.ts';

/** A campaign's name with its status, as its page is called. */
export const CampaignTitle = ({ campaign }: { campaign: Campaign }) => (
  <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
    <span className="min-w-0 break-words">{campaign.name}</span>
    <CampaignStatusBadge status={campaign.status} />
  </span>
);

/** The way to it. */
export const campaignTrail = [{ href: '/campaigns', label: 'Campaigns' }];

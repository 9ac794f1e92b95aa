import type { ReactNode } from 'react';
import { CampaignStatusBadge } from '@/ui/campaign-status.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import type { Campaign } from '../campaigns.schema.ts';
import { CampaignTags } from './campaign-tags.tsx';
import { RecipientsLink } from './recipients-link.tsx';

/** The head of a campaign's page, whatever becomes of it: its name and status, to whom it goes, what it is for. */
export const CampaignHead = ({
  campaign,
  when,
  actions,
}: {
  campaign: Campaign;
  /** When it goes or went out, behind a comma. */
  when: ReactNode;
  actions: ReactNode;
}) => (
  <PageHeader
    title={
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 break-words">{campaign.name}</span>
        <CampaignStatusBadge status={campaign.status} />
      </span>
    }
    description={
      <>
        To <RecipientsLink campaign={campaign} />
        {when && <>, {when}</>}
        <div className="mt-2">
          <CampaignTags campaign={campaign} />
        </div>
      </>
    }
    breadcrumbs={[{ href: '/campaigns', label: 'Campaigns' }]}
    current={campaign.name}
    remember
    actions={actions}
  />
);

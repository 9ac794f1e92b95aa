'use client';
import { Pencil } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/ui/button.tsx';
import { CampaignStatusBadge } from '@/ui/campaign-status.tsx';
import { Card } from '@/ui/card.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { ErrorState, Notice, SkeletonRows } from '@/ui/states.tsx';
import { Time } from '@/ui/time.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { Campaign } from '../campaigns.schema.ts';
import { CampaignTags } from './campaign-tags.tsx';
import { DuplicateButton } from './copy-buttons.tsx';
import { DeleteCampaign } from './draft/delete-campaign.tsx';
import { LaunchButton } from './draft/launch-button.tsx';
import { PreflightCard } from './draft/preflight-card.tsx';
import { SavedPreview } from './draft/saved-preview.tsx';
import { TestSend } from './draft/test-send.tsx';
import { CampaignControls } from './live/campaign-controls.tsx';
import { MessageLog } from './live/message-log.tsx';
import { ProgressCard } from './live/progress-card.tsx';
import { ResultsCard } from './live/results-card.tsx';
import { SummaryCard } from './live/summary-card.tsx';
import { isOver, type LiveProgress, useCampaignProgress } from './live/use-campaign-progress.ts';
import { RecipientsLink } from './recipients-link.tsx';
import { ScheduleNotice } from './schedule/schedule-notice.tsx';
import { ScheduledTime } from './schedule/scheduled-time.tsx';

/** One campaign: a draft is reviewed and launched here, a launched one watched, an ended one looked back on. */
export function CampaignPage({ id }: { id: string }) {
  const campaign = trpc.campaigns.get.useQuery({ id });
  if (campaign.isPending)
    return (
      <Card>
        <SkeletonRows />
      </Card>
    );
  if (!campaign.data)
    return (
      <ErrorState
        title="This campaign could not be shown"
        message={messageOf(campaign.error)}
        onRetry={() => void campaign.refetch()}
      />
    );
  return <LoadedCampaign campaign={campaign.data} />;
}

/** A draft listens too: somebody else may launch it while one looks. */
function LoadedCampaign({ campaign }: { campaign: Campaign }) {
  const progress = useCampaignProgress(campaign);
  return campaign.status === 'DRAFT' ? (
    <Draft campaign={campaign} />
  ) : (
    <Launched campaign={campaign} progress={progress} />
  );
}

const Title = ({ campaign }: { campaign: Campaign }) => (
  <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
    <span className="min-w-0 break-words">{campaign.name}</span>
    <CampaignStatusBadge status={campaign.status} />
  </span>
);

const trail = [{ href: '/campaigns', label: 'Campaigns' }];

const Draft = ({ campaign }: { campaign: Campaign }) => (
  <>
    <PageHeader
      title={<Title campaign={campaign} />}
      description={
        <>
          To <RecipientsLink campaign={campaign} />
          {campaign.scheduledAt && (
            <>
              , <ScheduledTime campaign={campaign} />
            </>
          )}
          <div className="mt-2">
            <CampaignTags campaign={campaign} />
          </div>
        </>
      }
      breadcrumbs={trail}
      current={campaign.name}
      remember
      actions={
        <>
          <DeleteCampaign campaign={campaign} />
          <DuplicateButton campaign={campaign} />
          <Button asChild variant="secondary">
            <Link href={`/campaigns/${campaign.id}/edit`}>
              <Pencil aria-hidden />
              Edit
            </Link>
          </Button>
          <LaunchButton campaign={campaign} />
        </>
      }
    />
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <PreflightCard campaignId={campaign.id} />
      <div className="flex flex-col gap-6">
        <SavedPreview campaign={campaign} />
        <TestSend campaign={campaign} />
      </div>
    </div>
  </>
);

function Launched({ campaign, progress }: { campaign: Campaign; progress: LiveProgress }) {
  return (
    <>
      <PageHeader
        title={<Title campaign={campaign} />}
        description={
          <>
            To <RecipientsLink campaign={campaign} />
            {campaign.launchedAt && (
              <>
                , launched <Time value={campaign.launchedAt} />
              </>
            )}
            <div className="mt-2">
              <CampaignTags campaign={campaign} />
            </div>
          </>
        }
        breadcrumbs={trail}
        current={campaign.name}
        remember
        actions={
          <>
            <DuplicateButton campaign={campaign} />
            <CampaignControls campaign={campaign} />
          </>
        }
      />
      <div className="flex flex-col gap-6">
        {campaign.status === 'SCHEDULED' && campaign.scheduledAt && <ScheduleNotice campaign={campaign} />}
        {campaign.status === 'SENDING' && progress.vendorRetryAt && (
          <Notice tone="warning" title="The vendor does not answer">
            It is left alone for a while and tried again <Time value={progress.vendorRetryAt} />. Messages
            wait; nobody is lost.
          </Notice>
        )}
        {campaign.failureReason && (
          <Notice tone="danger" title="The campaign could not be sent">
            {campaign.failureReason}
          </Notice>
        )}
        {campaign.status !== 'SCHEDULED' && <ProgressCard campaign={campaign} progress={progress} />}
        {isOver(campaign.status) && campaign.launchedAt && <SummaryCard campaign={campaign} />}
        {isOver(campaign.status) && campaign.stats.audience > 0 && <ResultsCard campaign={campaign} />}
        {campaign.status !== 'SCHEDULED' && <MessageLog campaign={campaign} />}
        <SavedPreview campaign={campaign} />
      </div>
    </>
  );
}

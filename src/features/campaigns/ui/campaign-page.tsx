'use client';
import { Pencil } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/ui/button.tsx';
import { Card } from '@/ui/card.tsx';
import { ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { Campaign } from '../campaigns.schema.ts';
import { CampaignHead } from './campaign-head.tsx';
import { DuplicateButton } from './copy-buttons.tsx';
import { DeleteCampaign } from './draft/delete-campaign.tsx';
import { LaunchButton } from './draft/launch-button.tsx';
import { PreflightCard } from './draft/preflight-card.tsx';
import { SavedPreview } from './draft/saved-preview.tsx';
import { TestSend } from './draft/test-send.tsx';
import { LaunchedCampaign } from './live/launched-campaign.tsx';
import { useCampaignProgress } from './live/use-campaign-progress.ts';
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
    <LaunchedCampaign campaign={campaign} progress={progress} />
  );
}

const Draft = ({ campaign }: { campaign: Campaign }) => (
  <>
    <CampaignHead
      campaign={campaign}
      when={campaign.scheduledAt && <ScheduledTime campaign={campaign} />}
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
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
      <PreflightCard campaignId={campaign.id} />
      <div className="flex flex-col gap-6">
        <SavedPreview campaign={campaign} />
        <TestSend campaign={campaign} />
      </div>
    </div>
  </>
);

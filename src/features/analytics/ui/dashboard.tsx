'use client';
import { Plus } from 'lucide-react';
import Link from 'next/link';
import type { Campaign, CampaignStatus } from '@/features/campaigns/campaigns.schema.ts';
import { useAnyProgress } from '@/features/campaigns/ui/live/use-any-progress.ts';
import { FirstSteps } from '@/features/onboarding/ui/first-steps.tsx';
import { Button } from '@/ui/button.tsx';
import { Card } from '@/ui/card.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { ErrorState } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import { KeyFigures, KeyFiguresSkeleton } from './key-figures.tsx';
import { LatestImports } from './latest-imports.tsx';
import { LiveCampaigns } from './live-campaigns.tsx';
import { OpenFailuresNotice } from './open-failures-notice.tsx';
import { RecentCampaigns } from './recent-campaigns.tsx';

const CAMPAIGNS = { limit: 20 };
const live: readonly CampaignStatus[] = ['PREPARING', 'SENDING', 'PAUSED'];

/** The workspace at a glance: what to do first, what is going on, what needs a decision, how the last weeks went. */
export function Dashboard() {
  const may = useMay('campaigns:write') !== false;
  const overview = trpc.analytics.overview.useQuery();
  const campaigns = useCampaigns();
  const running = campaigns.data?.items.filter(({ status }) => live.includes(status)) ?? [];
  return (
    <>
      <PageHeader
        title="Dashboard"
        actions={
          may && (
            <Button asChild>
              <Link href="/campaigns/new">
                <Plus aria-hidden />
                New campaign
              </Link>
            </Button>
          )
        }
      />
      <div className="flex flex-col gap-6">
        <FirstSteps />
        {overview.data && <OpenFailuresNotice count={overview.data.openFailures} />}
        {running.length > 0 && <LiveCampaigns campaigns={running} />}
        {overview.data ? (
          <KeyFigures overview={overview.data} />
        ) : overview.isError ? (
          <Card>
            <ErrorState message={messageOf(overview.error)} onRetry={() => void overview.refetch()} />
          </Card>
        ) : (
          <KeyFiguresSkeleton />
        )}
        <div className="grid items-start gap-6 min-[1400px]:grid-cols-[minmax(0,1fr)_20rem]">
          <RecentCampaigns
            campaigns={campaigns.data?.items}
            error={campaigns.isError ? messageOf(campaigns.error) : null}
            onRetry={() => void campaigns.refetch()}
          />
          <LatestImports />
        </div>
      </div>
    </>
  );
}

/** The newest campaigns; those at work move while one looks, and the figures follow a little later. */
function useCampaigns() {
  const utils = trpc.useUtils();
  const campaigns = trpc.campaigns.list.useQuery(CAMPAIGNS);
  useAnyProgress(
    () => {
      void utils.campaigns.list.invalidate();
      void utils.analytics.overview.invalidate();
    },
    ({ campaignId, status, stats }) =>
      utils.campaigns.list.setData(CAMPAIGNS, (page) =>
        page
          ? {
              ...page,
              items: page.items.map((c): Campaign => (c.id === campaignId ? { ...c, status, stats } : c)),
            }
          : page,
      ),
  );
  return campaigns;
}

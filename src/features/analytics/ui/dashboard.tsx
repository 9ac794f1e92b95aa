'use client';
import { ChartColumn, Plus } from 'lucide-react';
import Link from 'next/link';
import { FirstSteps } from '@/features/onboarding/ui/first-steps.tsx';
import { Button } from '@/ui/button.tsx';
import { Card } from '@/ui/card.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { EmptyState, ErrorState } from '@/ui/states.tsx';
import { messageOf } from '@/ui/trpc.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import { MessagesPanel, RevenuePanel } from './charts/period-charts.tsx';
import { TopAudiences } from './charts/top-audiences.tsx';
import { FailuresToLookAt } from './failures-to-look-at.tsx';
import { KeyTiles, KeyTilesSkeleton } from './figures/key-tiles.tsx';
import { LatestImports } from './latest-imports.tsx';
import { LiveCampaigns } from './live-campaigns.tsx';
import { PeriodPicker } from './period/period-picker.tsx';
import { usePeriod } from './period/use-period.ts';
import { RecentCampaigns } from './recent-campaigns.tsx';
import { useDashboard } from './use-dashboard.ts';
import { rangeName } from './words.ts';

/** The workspace at a glance: what to do first, what is going on, how a period went, what needs a decision. */
export function Dashboard() {
  const may = useMay('campaigns:write') !== false;
  const { period, choose } = usePeriod();
  const { figures, recent, running } = useDashboard(period);
  const { data } = figures;
  const panel = {
    data,
    error: figures.isError ? messageOf(figures.error) : null,
    onRetry: () => void figures.refetch(),
  };
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
        {running.length > 0 && <LiveCampaigns campaigns={running} />}
        {data && !data.any ? (
          <NoFigures may={may} />
        ) : (
          <section aria-label="Figures of a period" className="flex flex-col gap-4">
            <div className="flex flex-wrap items-start justify-between gap-3">
              <p className="pt-1.5 text-muted text-small" aria-live="polite" data-varies>
                {data && `${rangeName(data.from, data.to)}, compared with as many days before`}
              </p>
              <PeriodPicker period={period} shown={data} today={data?.today} onChoose={choose} />
            </div>
            <div
              aria-busy={figures.isPlaceholderData}
              className="flex flex-col gap-6 transition-opacity aria-busy:opacity-60"
            >
              {data ? (
                <KeyTiles data={data} />
              ) : panel.error ? (
                <Card>
                  <ErrorState message={panel.error} onRetry={panel.onRetry} />
                </Card>
              ) : (
                <KeyTilesSkeleton />
              )}
              <div className="grid grid-cols-1 gap-6 xl:grid-cols-2">
                <MessagesPanel {...panel} />
                <RevenuePanel {...panel} />
              </div>
            </div>
          </section>
        )}
        {(!data || data.any) && (
          <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
            <TopAudiences {...panel} />
            <div className="flex flex-col gap-6">
              <FailuresToLookAt />
              <LatestImports />
            </div>
          </div>
        )}
        {data && !data.any && <LatestImports />}
        {(!data || data.any || (recent.data?.items.length ?? 0) > 0) && (
          <RecentCampaigns
            campaigns={recent.data?.items}
            error={recent.isError ? messageOf(recent.error) : null}
            onRetry={() => void recent.refetch()}
          />
        )}
      </div>
    </>
  );
}

/** Before the first campaign: what will be here. */
const NoFigures = ({ may }: { may: boolean }) => (
  <Card>
    <EmptyState
      icon={ChartColumn}
      title="Your figures begin with the first campaign"
      actions={
        may && (
          <Button asChild variant="secondary">
            <Link href="/campaigns/new">Write a campaign</Link>
          </Button>
        )
      }
    >
      Whom you reach, what arrives, what people order afterwards and who unsubscribes, day by day and compared
      with the time before. Every figure is counted from the messages and orders themselves.
    </EmptyState>
  </Card>
);

'use client';
import Link from 'next/link';
import { formatNumber } from '@/lib/format.ts';
import { CampaignStatusBadge } from '@/ui/campaign-status.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { ErrorState, Skeleton } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';

/** Which campaigns speak to an audience, and which audiences refer to it. */
export function UsageCard({ id }: { id: string }) {
  const usage = trpc.audiences.usage.useQuery({ id }, { staleTime: 10_000 });
  const { campaigns = [], campaignCount = 0, audiences = [] } = usage.data ?? {};
  return (
    <Card aria-label="Used by">
      <CardHeader title="Used by" description="While anything uses it, it cannot be deleted." />
      <CardBody className="text-sm">
        {usage.isPending && <Skeleton className="h-12" />}
        {usage.isError && (
          <ErrorState message={messageOf(usage.error)} onRetry={() => void usage.refetch()} />
        )}
        {usage.data && campaignCount + audiences.length === 0 && <p className="text-muted">Nothing yet.</p>}
        {campaigns.length > 0 && (
          <ul className="flex flex-col gap-2.5">
            {campaigns.map(({ id: campaignId, name, status }) => (
              <li key={campaignId} className="flex items-center justify-between gap-3">
                <Link
                  href={`/campaigns/${campaignId}`}
                  className="min-w-0 truncate underline-offset-4 hover:underline"
                >
                  {name}
                </Link>
                <CampaignStatusBadge status={status} />
              </li>
            ))}
          </ul>
        )}
        {campaignCount > campaigns.length && (
          <p className="mt-2 text-small text-muted">
            and {formatNumber(campaignCount - campaigns.length)} older campaigns
          </p>
        )}
        {audiences.length > 0 && (
          <>
            <h3 className="mt-4 mb-1.5 font-medium text-small text-muted first:mt-0">
              Named in the rules of
            </h3>
            <ul className="flex flex-col gap-1.5">
              {audiences.map(({ id: audienceId, name }) => (
                <li key={audienceId}>
                  <Link href={`/audiences/${audienceId}`} className="underline-offset-4 hover:underline">
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          </>
        )}
      </CardBody>
    </Card>
  );
}

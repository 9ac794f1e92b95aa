import { Megaphone } from 'lucide-react';
import Link from 'next/link';
import type { Campaign } from '@/features/campaigns/campaigns.schema.ts';
import { formatNumber, formatShare } from '@/lib/format.ts';
import { CampaignStatusBadge } from '@/ui/campaign-status.tsx';
import { Card, CardHeader } from '@/ui/card.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import { Time } from '@/ui/time.tsx';

/** The newest campaigns, whatever their state. */
export const RecentCampaigns = ({
  campaigns,
  error,
  onRetry,
}: {
  campaigns: readonly Campaign[] | undefined;
  error: string | null;
  onRetry(): void;
}) => (
  <Card className="overflow-hidden">
    <CardHeader
      title="Recent campaigns"
      actions={
        <Link href="/campaigns" className="text-small text-muted underline-offset-4 hover:underline">
          All campaigns
        </Link>
      }
    />
    {!campaigns && (error ? <ErrorState message={error} onRetry={onRetry} /> : <SkeletonRows rows={4} />)}
    {campaigns?.length === 0 && (
      <EmptyState icon={Megaphone} title="No campaigns yet">
        The newest appear here, and those being sent move while you look.
      </EmptyState>
    )}
    {campaigns && campaigns.length > 0 && (
      <Table label="Recent campaigns">
        <thead>
          <tr>
            <Th>Campaign</Th>
            <Th>Status</Th>
            <Th className="text-right">Delivered</Th>
            <Th>Launched</Th>
          </tr>
        </thead>
        <tbody>
          {campaigns.map((campaign) => (
            <CampaignRow key={campaign.id} campaign={campaign} />
          ))}
        </tbody>
      </Table>
    )}
  </Card>
);

function CampaignRow({
  campaign: { id, name, status, stats, launchedAt, scheduledAt },
}: {
  campaign: Campaign;
}) {
  const any = stats.audience > 0;
  const when = launchedAt ?? (status === 'SCHEDULED' ? scheduledAt : null);
  return (
    <Tr>
      <Td className="w-full min-w-44 max-w-0">
        <Link
          href={`/campaigns/${id}`}
          className="block truncate font-medium underline-offset-4 hover:underline"
          title={name}
        >
          {name}
        </Link>
      </Td>
      <Td>
        <CampaignStatusBadge status={status} />
      </Td>
      <Td className="whitespace-nowrap text-right tabular-nums">
        {any ? (
          <>
            {formatShare(stats.delivered, stats.audience)}
            <span className="text-muted"> of {formatNumber(stats.audience)}</span>
          </>
        ) : (
          '–'
        )}
      </Td>
      <Td className="text-muted">{when ? <Time value={when} /> : 'Not yet'}</Td>
    </Tr>
  );
}

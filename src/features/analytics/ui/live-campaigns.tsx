import Link from 'next/link';
import type { Campaign } from '@/features/campaigns/campaigns.schema.ts';
import { handledShare, ledgerParts } from '@/features/campaigns/ui/ledger-parts.ts';
import { formatNumber, formatShare } from '@/lib/format.ts';
import { CampaignStatusBadge } from '@/ui/campaign-status.tsx';
import { Card, CardHeader } from '@/ui/card.tsx';
import { Progress } from '@/ui/progress.tsx';

/** Campaigns under way, each with its bar. */
export const LiveCampaigns = ({ campaigns }: { campaigns: readonly Campaign[] }) => (
  <Card>
    <CardHeader title="Under way" />
    <ul className="px-5 pb-2">
      {campaigns.map((campaign) => (
        <LiveCampaign key={campaign.id} campaign={campaign} />
      ))}
    </ul>
  </Card>
);

function LiveCampaign({ campaign: { id, name, status, stats } }: { campaign: Campaign }) {
  const share = handledShare(stats);
  const retrying = stats.failed - stats.dead;
  const waiting = stats.queued + stats.sending + retrying;
  return (
    <li className="border-line py-3 not-first:border-t">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <Link
          href={`/campaigns/${id}`}
          className="min-w-0 truncate font-medium underline-offset-4 hover:underline"
          title={name}
        >
          {name}
        </Link>
        <CampaignStatusBadge status={status} />
      </div>
      <Progress label={`Progress of ${name}`} value={share} parts={ledgerParts(stats)} className="my-2" />
      <p className="flex flex-wrap gap-x-4 text-small text-muted tabular-nums">
        <span>
          {formatNumber(stats.audience - waiting)} of {formatNumber(stats.audience)} handled
        </span>
        <span>{formatShare(stats.delivered, stats.audience)} delivered</span>
        {retrying > 0 && <span>{formatNumber(retrying)} waiting to retry</span>}
        {stats.dead > 0 && <span className="text-danger-text">{formatNumber(stats.dead)} failed</span>}
      </p>
    </li>
  );
}

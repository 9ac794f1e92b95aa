'use client';
import Link from 'next/link';
import { formatNumber, formatShare, plural } from '@/lib/format.ts';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { skipReasonText } from '@/ui/message-status.tsx';
import { trpc } from '@/ui/trpc.tsx';
import type { Campaign } from '../../campaigns.schema.ts';
import { ResendButton } from '../copy-buttons.tsx';

/** What became of everyone, once the campaign is over: in sentences, with the reasons. */
export function ResultsCard({ campaign }: { campaign: Campaign }) {
  const { stats } = campaign;
  const skips = trpc.campaigns.skips.useQuery({ id: campaign.id }, { enabled: stats.skipped > 0 });
  const reached = stats.audience - stats.skipped - stats.cancelled;
  return (
    <Card>
      <CardHeader title="Result" actions={<ResendButton campaign={campaign} />} />
      <CardBody className="grid grid-cols-1 gap-x-10 gap-y-5 sm:grid-cols-2">
        <dl className="flex flex-col gap-2">
          <Figure label="In the audience at launch" value={formatNumber(stats.audience)} />
          <Figure label="Handed to the vendor" value={formatNumber(reached)} />
          <Figure
            label="Delivered"
            value={`${formatNumber(stats.delivered)} (${formatShare(stats.delivered, reached)})`}
          />
          <Figure
            label="Bounced"
            value={`${formatNumber(stats.bounced)} (${formatShare(stats.bounced, reached)})`}
          />
          {stats.sent > 0 && <Figure label="No receipt came" value={formatNumber(stats.sent)} />}
          {stats.failed > 0 && (
            <div className="flex items-baseline justify-between gap-4 text-sm">
              <dt className="text-muted">Failed for good</dt>
              <dd className="tabular-nums">
                <Link
                  href={`/failures?campaignId=${campaign.id}`}
                  className="font-medium text-danger-text underline underline-offset-4"
                >
                  {plural(stats.failed, 'message')} to look at
                </Link>
              </dd>
            </div>
          )}
        </dl>
        <div>
          <h3 className="font-medium text-sm">Who did not get it, and why</h3>
          {stats.skipped === 0 && stats.cancelled === 0 ? (
            <p className="mt-1 text-muted text-sm">Nobody was skipped.</p>
          ) : (
            <ul className="mt-2 flex flex-col gap-2 text-sm">
              {skips.data?.map(({ reason, detail, count }) => (
                <li key={`${reason}${detail}`} className="flex items-baseline justify-between gap-4">
                  <span className="text-muted">{skipReasonText(reason, detail)}</span>
                  <span className="tabular-nums">{formatNumber(count)}</span>
                </li>
              ))}
              {stats.cancelled > 0 && (
                <li className="flex items-baseline justify-between gap-4">
                  <span className="text-muted">Cancelled before it was sent</span>
                  <span className="tabular-nums">{formatNumber(stats.cancelled)}</span>
                </li>
              )}
            </ul>
          )}
        </div>
      </CardBody>
    </Card>
  );
}

const Figure = ({ label, value }: { label: string; value: string }) => (
  <div className="flex items-baseline justify-between gap-4 text-sm">
    <dt className="text-muted">{label}</dt>
    <dd className="font-medium tabular-nums">{value}</dd>
  </div>
);

'use client';
import { X } from 'lucide-react';
import Link from 'next/link';
import { plural } from '@/lib/format.ts';
import { PageHeader } from '@/ui/page-header.tsx';
import { Tabs } from '@/ui/tabs.tsx';
import { trpc } from '@/ui/trpc.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import { type DeadLetter, listDeadLettersInput } from '../../dead-letters.schema.ts';
import { useAnyProgress } from '../live/use-any-progress.ts';
import { DecidedFailures } from './decided-failures.tsx';
import { OpenFailures } from './open-failures.tsx';
import { UnmatchedReceipts } from './unmatched-receipts.tsx';

type View = DeadLetter['status'] | 'UNMATCHED';

/** Messages that failed for good: those to decide on, and what was decided. */
export function FailuresPage({
  status: wantedStatus,
  campaignId: wantedCampaign,
}: {
  status?: string | undefined;
  campaignId?: string | undefined;
}) {
  const utils = trpc.useUtils();
  useAnyProgress(() => void utils.deadLetters.list.invalidate());
  const wanted = listDeadLettersInput.safeParse({ status: wantedStatus, campaignId: wantedCampaign });
  const mayInspect = useMay('receipts:read');
  const { status, campaignId } = wanted.data ?? { status: 'OPEN' as const, campaignId: undefined };
  const view: View = wantedStatus === 'UNMATCHED' ? 'UNMATCHED' : status;
  const href = (to: View, campaign: string | undefined) => {
    const query = new URLSearchParams({
      ...(to === 'OPEN' ? {} : { status: to }),
      ...(campaign ? { campaignId: campaign } : {}),
    }).toString();
    return `/failures${query && `?${query}`}`;
  };
  return (
    <>
      <PageHeader
        title="Failures"
        description="Messages that were tried up to four times and still failed, or that the vendor refused for good. Nothing is dropped silently: each stays here until you decide."
      />
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <Tabs
          label="Which failures"
          current={view}
          tabs={[
            { key: 'OPEN', label: 'Open', href: href('OPEN', campaignId) },
            { key: 'RETRIED', label: 'Retried', href: href('RETRIED', campaignId) },
            { key: 'DISCARDED', label: 'Discarded', href: href('DISCARDED', campaignId) },
            ...(mayInspect
              ? [{ key: 'UNMATCHED', label: 'Unmatched receipts', href: href('UNMATCHED', undefined) }]
              : []),
          ]}
        />
        {campaignId && <CampaignFilter campaignId={campaignId} clear={href(view, undefined)} />}
      </div>
      {view === 'UNMATCHED' ? (
        <UnmatchedReceipts />
      ) : status === 'OPEN' ? (
        <OpenFailures campaignId={campaignId} />
      ) : (
        <DecidedFailures key={status} status={status} campaignId={campaignId} />
      )}
    </>
  );
}

function CampaignFilter({ campaignId, clear }: { campaignId: string; clear: string }) {
  const campaign = trpc.campaigns.get.useQuery({ id: campaignId });
  return (
    <p className="flex min-w-0 items-center gap-1 rounded-full bg-accent-soft py-1 pr-1 pl-3 text-small text-accent-text">
      <span className="truncate">
        Only {campaign.data ? `“${campaign.data.name}”` : plural(1, 'campaign')}
      </span>
      <Link
        href={clear}
        aria-label="Show the failures of all campaigns"
        className="flex size-6 shrink-0 items-center justify-center rounded-full hover:bg-surface"
      >
        <X className="size-3.5" aria-hidden />
      </Link>
    </p>
  );
}

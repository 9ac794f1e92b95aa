'use client';
import { X } from 'lucide-react';
import Link from 'next/link';
import { plural } from '@/lib/format.ts';
import { PageHeader } from '@/ui/page-header.tsx';
import { Tabs } from '@/ui/tabs.tsx';
import { trpc } from '@/ui/trpc.tsx';
import { useAddressParam } from '@/ui/use-address-param.ts';
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
  const [wantedReason, setReason] = useAddressParam('reason');
  // One that is too long is no cause of ours.
  const reason = listDeadLettersInput.shape.reason.safeParse(wantedReason || undefined).data;
  const { status, campaignId } = wanted.data ?? { status: 'OPEN' as const, campaignId: undefined };
  const view: View = wantedStatus === 'UNMATCHED' ? 'UNMATCHED' : status;
  /** @param only what the list stays narrowed to */
  const href = (to: View, only: { campaignId?: string | undefined; reason?: string | undefined }) => {
    const query = new URLSearchParams({
      ...(to === 'OPEN' ? {} : { status: to }),
      ...(only.campaignId ? { campaignId: only.campaignId } : {}),
      ...(only.reason ? { reason: only.reason } : {}),
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
            { key: 'OPEN', label: 'Open', href: href('OPEN', { campaignId, reason }) },
            { key: 'RETRIED', label: 'Retried', href: href('RETRIED', { campaignId, reason }) },
            { key: 'DISCARDED', label: 'Discarded', href: href('DISCARDED', { campaignId, reason }) },
            ...(mayInspect
              ? [{ key: 'UNMATCHED', label: 'Unmatched receipts', href: href('UNMATCHED', {}) }]
              : []),
          ]}
        />
        {view !== 'UNMATCHED' && (
          <div className="flex min-w-0 max-w-full flex-wrap gap-2 empty:hidden">
            {campaignId && <CampaignFilter campaignId={campaignId} clear={href(view, { reason })} />}
            {reason && status !== 'OPEN' && (
              <Only
                what={`“${reason}”`}
                clear={href(view, { campaignId })}
                clearLabel="Show the failures of all causes"
              />
            )}
          </div>
        )}
      </div>
      {view === 'UNMATCHED' ? (
        <UnmatchedReceipts />
      ) : status === 'OPEN' ? (
        <OpenFailures campaignId={campaignId} reason={reason} onReason={setReason} />
      ) : (
        <DecidedFailures key={status} status={status} campaignId={campaignId} reason={reason} />
      )}
    </>
  );
}

function CampaignFilter({ campaignId, clear }: { campaignId: string; clear: string }) {
  const campaign = trpc.campaigns.get.useQuery({ id: campaignId });
  return (
    <Only
      what={campaign.data ? `“${campaign.data.name}”` : plural(1, 'campaign')}
      clear={clear}
      clearLabel="Show the failures of all campaigns"
    />
  );
}

/** What the failures are narrowed to, and the way back to all. */
const Only = ({ what, clear, clearLabel }: { what: string; clear: string; clearLabel: string }) => (
  <p className="flex min-w-0 items-center gap-1 rounded-full bg-accent-soft py-1 pr-1 pl-3 text-small text-accent-text">
    <span className="truncate">Only {what}</span>
    <Link
      href={clear}
      aria-label={clearLabel}
      className="flex size-6 shrink-0 items-center justify-center rounded-full hover:bg-surface"
    >
      <X className="size-3.5" aria-hidden />
    </Link>
  </p>
);

import type { ProgressPart } from '@/ui/progress.tsx';
import type { LedgerStats } from '../messages.schema.ts';

/** The ledger as parts of one bar, in the order messages move through them. Together they are the audience. */
export function ledgerParts(stats: LedgerStats): ProgressPart[] {
  const share = (n: number) => (stats.audience === 0 ? 0 : n / stats.audience);
  return [
    { label: 'Delivered', share: share(stats.delivered), className: 'bg-success' },
    { label: 'Sent, no receipt yet', share: share(stats.sent), className: 'bg-info' },
    { label: 'Bounced', share: share(stats.bounced), className: 'bg-warning' },
    { label: 'Failed', share: share(stats.failed), className: 'bg-danger' },
    {
      label: 'Skipped or cancelled',
      share: share(stats.skipped + stats.cancelled),
      className: 'bg-line-strong',
    },
  ];
}

/** Share (0 to 1) of the audience whose message is past sending: whatever it became, it is not waiting any more. */
export const handledShare = (stats: LedgerStats): number =>
  stats.audience === 0
    ? 0
    : (stats.audience - stats.queued - stats.sending - (stats.failed - stats.dead)) / stats.audience;

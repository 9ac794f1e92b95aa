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

/** Messages past sending: whatever became of them, they are not waiting any more. */
export const handledCount = (stats: LedgerStats): number =>
  stats.audience - stats.queued - stats.sending - (stats.failed - stats.dead);

/** The same as a share (0 to 1) of the audience. */
export const handledShare = (stats: LedgerStats): number =>
  stats.audience === 0 ? 0 : handledCount(stats) / stats.audience;

'use client';
import { Archive, CircleDashed, CircleX, type LucideIcon, RotateCw } from 'lucide-react';
import { cn } from '@/lib/cn.ts';
import { formatDateTime, plural } from '@/lib/format.ts';
import type { DeadLetterEvent } from '../../dead-letters.schema.ts';

const looks: Record<DeadLetterEvent['event'], { icon: LucideIcon; className: string }> = {
  TRIED: { icon: CircleDashed, className: 'text-warning-text' },
  FAILED: { icon: CircleX, className: 'text-danger-text' },
  RETRIED: { icon: RotateCw, className: 'text-info-text' },
  DISCARDED: { icon: Archive, className: 'text-muted' },
};
const parts = { to: 'address', subject: 'subject', body: 'text' };

/** Everything that happened to a failed message, oldest first. */
export const FailureHistory = ({ history }: { history: readonly DeadLetterEvent[] }) => (
  <ol className="flex flex-col gap-3 text-sm">
    {history.map((entry, i) => {
      const { icon: Icon, className } = looks[entry.event];
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries are only ever added at the end
        <li key={i} className="flex gap-3">
          <Icon className={cn('mt-0.5 size-4 shrink-0', className)} aria-hidden />
          <div className="min-w-0">
            <p className="break-words">{sentenceOf(entry)}</p>
            <p className="text-small text-muted">
              <time dateTime={entry.at.toISOString()}>{formatDateTime(entry.at)}</time>
            </p>
          </div>
        </li>
      );
    })}
  </ol>
);

function sentenceOf({ event, reason, attempts, edited, note }: DeadLetterEvent): string {
  switch (event) {
    case 'TRIED':
      return `Try ${attempts ?? ''} failed: ${reason ?? 'no reason given'}`;
    case 'FAILED':
      return `Failed${attempts ? ` after ${plural(attempts, 'try', 'tries')}` : ''}: ${reason ?? 'no reason given'}`;
    case 'RETRIED':
      return edited.length === 0
        ? 'Sent once more'
        : `Sent once more with another ${edited.map((part) => parts[part]).join(' and ')}`;
    case 'DISCARDED':
      return note ? `Discarded: ${note}` : 'Discarded';
  }
}

'use client';
import Link from 'next/link';
import { formatDateTime } from '@/lib/format.ts';
import { Dialog } from '@/ui/dialog.tsx';
import { MessageStatusBadge } from '@/ui/message-status.tsx';
import { ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { MessageTimeline } from '../../log/timeline.schema.ts';
import { looksOf, sentenceOf } from './timeline-words.ts';

/** All that happened to one message. It has an address of its own: `?message=` and the message's id. */
export function TimelineDialog({ messageId, onClose }: { messageId: string; onClose(): void }) {
  const timeline = trpc.campaigns.messageTimeline.useQuery({ id: messageId });
  const { data } = timeline;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={data?.message.to ?? (data ? (data.customer?.email ?? 'A message') : 'A message')}
      description={data && <Who timeline={data} />}
    >
      {timeline.isPending && <SkeletonRows rows={4} />}
      {timeline.isError && !data && (
        <ErrorState
          title="This message could not be shown"
          message={messageOf(timeline.error)}
          onRetry={() => void timeline.refetch()}
        />
      )}
      {data && <Events timeline={data} />}
    </Dialog>
  );
}

const Who = ({ timeline: { customer, message, campaign } }: { timeline: MessageTimeline }) => (
  <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
    <MessageStatusBadge status={message.status} />
    {message.variant && <span>Variant {message.variant}</span>}
    {customer ? (
      <Link
        href={`/customers/${customer.id}`}
        className="wrap-anywhere font-medium text-foreground underline underline-offset-4"
      >
        {customer.name ?? customer.email}
      </Link>
    ) : (
      <span>The customer was deleted or erased</span>
    )}
    <span className="wrap-anywhere">in {campaign.name}</span>
  </span>
);

const Events = ({ timeline }: { timeline: MessageTimeline }) => (
  <ol aria-label="What happened" className="relative flex flex-col gap-4">
    <span aria-hidden className="absolute top-2 bottom-2 left-[7px] w-px bg-line" />
    {timeline.events.map((entry, i) => {
      const { icon: Icon, className } = looksOf(entry.kind);
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: a moment may hold two alike
        <li key={i} className="relative flex gap-3 text-sm">
          <span className="h-fit bg-surface py-0.5">
            <Icon className={`size-4 shrink-0 ${className}`} aria-hidden />
          </span>
          <div className="min-w-0">
            <p className="wrap-anywhere">{sentenceOf(entry, timeline)}</p>
            <p className="text-small text-muted">
              <time dateTime={entry.at.toISOString()}>{formatDateTime(entry.at)}</time>
            </p>
          </div>
        </li>
      );
    })}
  </ol>
);

import {
  Archive,
  Ban,
  Check,
  CircleDashed,
  CircleX,
  Clock,
  Flag,
  type LucideIcon,
  MailOpen,
  MailX,
  MousePointerClick,
  RotateCw,
  Send,
  ShoppingBag,
  SkipForward,
  Undo2,
} from 'lucide-react';
import { formatDateTime, formatMoney, plural } from '@/lib/format.ts';
import { skipReasonText } from '@/ui/message-status.tsx';
import type { MessageTimeline, TimelineEvent } from '../../log/timeline.schema.ts';

type Kind = TimelineEvent['kind'];

const looks: Record<Kind, { icon: LucideIcon; className: string }> = {
  QUEUED: { icon: Clock, className: 'text-muted' },
  HELD: { icon: Clock, className: 'text-warning-text' },
  TRIED: { icon: CircleDashed, className: 'text-warning-text' },
  FAILED: { icon: CircleX, className: 'text-danger-text' },
  RETRIED: { icon: RotateCw, className: 'text-info-text' },
  DISCARDED: { icon: Archive, className: 'text-muted' },
  SKIPPED: { icon: SkipForward, className: 'text-muted' },
  CANCELLED: { icon: Ban, className: 'text-muted' },
  SENDING: { icon: Send, className: 'text-accent-text' },
  SENT: { icon: Send, className: 'text-info-text' },
  DELIVERED: { icon: Check, className: 'text-success-text' },
  BOUNCED: { icon: Undo2, className: 'text-warning-text' },
  OPENED: { icon: MailOpen, className: 'text-success-text' },
  CLICKED: { icon: MousePointerClick, className: 'text-success-text' },
  COMPLAINED: { icon: Flag, className: 'text-danger-text' },
  UNSUBSCRIBED: { icon: MailX, className: 'text-warning-text' },
  ORDERED: { icon: ShoppingBag, className: 'text-success-text' },
  REFUNDED: { icon: Undo2, className: 'text-muted' },
};
export const looksOf = (kind: Kind) => looks[kind];

const parts = { to: 'address', subject: 'subject', body: 'text' };
const withReason = (sentence: string, reason: string | null) =>
  reason ? `${sentence}: ${reason}` : sentence;

/** What happened, in a sentence. */
export function sentenceOf(event: TimelineEvent, { message, currency }: MessageTimeline): string {
  const { kind, reason, attempts, until, bounceKind, edited, note, order } = event;
  switch (kind) {
    case 'QUEUED':
      return message.variant
        ? `Put in the queue, with the text of variant ${message.variant}`
        : 'Put in the queue';
    case 'HELD':
      return until ? `Held back until ${formatDateTime(until)}` : 'Held back';
    case 'TRIED':
      return withReason(attempts ? `Try ${attempts} failed` : 'A try failed', reason);
    case 'FAILED':
      return withReason(
        attempts ? `Failed for good after ${plural(attempts, 'try', 'tries')}` : 'Failed for good',
        reason,
      );
    case 'RETRIED':
      return edited.length === 0
        ? 'Somebody decided to send it once more'
        : `Somebody decided to send it once more with another ${edited.map((part) => parts[part]).join(' and ')}`;
    case 'DISCARDED':
      return withReason('Somebody decided to leave it', note);
    case 'SKIPPED':
      return `Skipped: ${message.skipReason ? skipReasonText(message.skipReason, reason) : 'no reason is known'}`;
    case 'CANCELLED':
      return 'Not sent: the campaign was cancelled before';
    case 'SENDING':
      return 'Being sent right now';
    case 'SENT':
      return 'Handed to the vendor';
    case 'DELIVERED':
      return withReason('Delivered', reason);
    case 'BOUNCED':
      return withReason(bounceKind === 'HARD' ? 'Came back for good' : 'Came back', reason);
    case 'OPENED':
      return 'Opened';
    case 'CLICKED':
      return 'Clicked a link';
    case 'COMPLAINED':
      return 'Reported as spam';
    case 'UNSUBSCRIBED':
      return 'Unsubscribed';
    case 'ORDERED':
      return order
        ? `Ordered for ${formatMoney(order.amount, currency)} (order ${order.orderId})`
        : 'Ordered';
    case 'REFUNDED':
      return order
        ? `Was refunded ${formatMoney(-order.amount, currency)} (${order.orderId})`
        : 'Was refunded';
  }
}

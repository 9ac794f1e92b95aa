import {
  Ban,
  Check,
  CircleX,
  Clock,
  LoaderCircle,
  type LucideIcon,
  RotateCw,
  Send,
  SkipForward,
  Undo2,
} from 'lucide-react';
import { Badge, type Tone } from './badge.tsx';
import type { RouterOutputs } from './trpc.tsx';

type Message = RouterOutputs['campaigns']['messages']['items'][number];
type MessageStatus = Message['status'];
type SkipReason = NonNullable<Message['skipReason']>;

const looks: Record<MessageStatus, { label: string; tone: Tone; icon: LucideIcon }> = {
  QUEUED: { label: 'Waiting', tone: 'neutral', icon: Clock },
  SENDING: { label: 'Being sent', tone: 'accent', icon: LoaderCircle },
  SENT: { label: 'Sent', tone: 'info', icon: Send },
  DELIVERED: { label: 'Delivered', tone: 'success', icon: Check },
  BOUNCED: { label: 'Bounced', tone: 'warning', icon: Undo2 },
  FAILED: { label: 'Waiting to retry', tone: 'warning', icon: RotateCw },
  DEAD: { label: 'Failed', tone: 'danger', icon: CircleX },
  SKIPPED: { label: 'Skipped', tone: 'neutral', icon: SkipForward },
  CANCELLED: { label: 'Cancelled', tone: 'neutral', icon: Ban },
};

/** A message's status as people call it. */
export const messageStatusLabel = (status: MessageStatus): string => looks[status].label;

export const MessageStatusBadge = ({ status }: { status: MessageStatus }) => {
  const { label, tone, icon: Icon } = looks[status];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {label}
    </Badge>
  );
};

/** Why an address must not be written to, by the words the ledger keeps. */
const suppressions: Record<string, string> = {
  unsubscribed: 'Has unsubscribed',
  bounced: 'An earlier message to this address bounced',
  soft_bounced: 'Earlier messages to this address kept bouncing',
  complained: 'Has reported an earlier message as spam',
  manual: 'Blocked by hand',
};

/** Why someone was not sent to, in words. `detail` names the variable that had no value, why they are suppressed, or the cap. */
export function skipReasonText(reason: SkipReason, detail: string | null): string {
  switch (reason) {
    case 'NO_ADDRESS':
      return 'No address for this channel';
    case 'SUPPRESSED':
      return suppressions[detail ?? ''] ?? 'Must not be written to (unsubscribed or blocked)';
    case 'MISSING_VARIABLE':
      // Not a variable's name: conditions in the template left nothing for this customer.
      if (detail === 'the message would be empty') return 'The message would be empty';
      return detail ? `No value for ${detail}` : 'A variable has no value';
    case 'FREQUENCY_CAP':
      return `Has had enough messages lately${detail ? ` (${detail})` : ''}`;
    case 'CUSTOMER_DELETED':
      return 'The customer was deleted or erased meanwhile';
    case 'HOLDOUT':
      return 'Held out on purpose, to tell what the message brings (holdout group)';
  }
}

import { Badge, type Tone } from '@/ui/badge.tsx';
import type { SuppressionReason } from '../suppressions.schema.ts';

const looks: Record<SuppressionReason, { label: string; tone: Tone }> = {
  UNSUBSCRIBED: { label: 'Unsubscribed', tone: 'info' },
  COMPLAINED: { label: 'Complained', tone: 'danger' },
  BOUNCED: { label: 'Bounced', tone: 'warning' },
  SOFT_BOUNCED: { label: 'Bounced repeatedly', tone: 'warning' },
  MANUAL: { label: 'Added by hand', tone: 'neutral' },
};

export const suppressionReasonLabel = (reason: SuppressionReason): string => looks[reason].label;

export const SuppressionReasonBadge = ({ reason }: { reason: SuppressionReason }) => (
  <Badge tone={looks[reason].tone}>{looks[reason].label}</Badge>
);

/** What speaks against taking an address off the list, by why it is there; where nothing does it is not asked about. */
export const removalWarning: Partial<Record<SuppressionReason, string>> = {
  UNSUBSCRIBED:
    'The person asked for no more messages. Writing to them again without a new consent is against the law in many countries and costs you their trust.',
  COMPLAINED:
    'The person reported a message as spam. Another one may make mailbox providers refuse everything you send.',
  BOUNCED:
    'The last message came back: the mailbox does not exist. If it still does not, sending there again harms how all your messages are received.',
};

import type { CampaignStatus } from '@/lib/campaign-status.ts';
import { Badge, type Tone } from './badge.tsx';

const looks: Record<CampaignStatus, { label: string; tone: Tone; live?: boolean }> = {
  DRAFT: { label: 'Draft', tone: 'neutral' },
  SCHEDULED: { label: 'Scheduled', tone: 'info' },
  PREPARING: { label: 'Preparing', tone: 'accent', live: true },
  SENDING: { label: 'Sending', tone: 'accent', live: true },
  PAUSED: { label: 'Paused', tone: 'warning' },
  COMPLETED: { label: 'Completed', tone: 'success' },
  COMPLETED_WITH_FAILURES: { label: 'Completed with failures', tone: 'warning' },
  CANCELLED: { label: 'Cancelled', tone: 'neutral' },
  FAILED: { label: 'Failed', tone: 'danger' },
};

/** Every status with its word, in the order a campaign goes through them. */
export const campaignStatusLabels = (Object.keys(looks) as CampaignStatus[]).map((value) => ({
  value,
  label: looks[value].label,
}));

/** Where a campaign stands; a moving dot while it is at work. */
export const CampaignStatusBadge = ({ status }: { status: CampaignStatus }) => {
  const { label, tone, live } = looks[status];
  return (
    <Badge tone={tone}>
      <span
        className={`size-1.5 rounded-full bg-current ${live ? 'animate-pulse' : 'opacity-60'}`}
        aria-hidden
      />
      {label}
    </Badge>
  );
};

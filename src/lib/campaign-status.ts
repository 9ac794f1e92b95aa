/** Where a campaign stands. Beside the schemas, so that a page can know it without them. */
export const campaignStatuses = [
  'DRAFT',
  'SCHEDULED',
  'PREPARING',
  'SENDING',
  'PAUSED',
  'COMPLETED',
  'COMPLETED_WITH_FAILURES',
  'CANCELLED',
  'FAILED',
] as const;
export type CampaignStatus = (typeof campaignStatuses)[number];

/** Being sent, or stopped in the middle of it. */
export const underWayStatuses: readonly CampaignStatus[] = ['PREPARING', 'SENDING', 'PAUSED'];

/** Statuses a campaign never leaves. */
export const finalStatuses: readonly CampaignStatus[] = [
  'COMPLETED',
  'COMPLETED_WITH_FAILURES',
  'CANCELLED',
  'FAILED',
];

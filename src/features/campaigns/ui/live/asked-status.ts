import type { CampaignStatus } from '@/lib/campaign-status.ts';

/** What somebody has asked for and the server has not answered yet. */
export interface Asked {
  pause: boolean;
  resume: boolean;
}

/** What a campaign's page shows meanwhile: a state from before is news no longer; any other, such as its end, is. */
export function statusMeanwhile(status: CampaignStatus, asked: Asked): CampaignStatus {
  if (asked.pause && (status === 'PREPARING' || status === 'SENDING')) return 'PAUSED';
  if (asked.resume && status === 'PAUSED') return 'SENDING';
  return status;
}

'use client';
import type { Campaign } from '../../campaigns.schema.ts';
import { MessagePreview } from '../composer/message-preview.tsx';

/** The saved message as a chosen customer gets it. */
export const SavedPreview = ({ campaign }: { campaign: Campaign }) => (
  <MessagePreview
    audienceId={campaign.audienceId}
    channel={campaign.channel}
    subject={campaign.template.subject ?? ''}
    body={campaign.template.body}
  />
);

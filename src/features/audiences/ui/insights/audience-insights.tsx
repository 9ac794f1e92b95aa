'use client';
import type { RuleGroup } from '../../rules.schema.ts';
import { FunnelPanel } from './funnel-panel.tsx';
import { OverlapPanel } from './overlap-panel.tsx';
import { ProfilePanel } from './profile-panel.tsx';

/** A closer look at those the rules select, each part opened when it is wanted. `rules` is null while they are not complete. */
export const AudienceInsights = ({ rules }: { rules: RuleGroup | null }) => (
  <>
    <FunnelPanel rules={rules} />
    <ProfilePanel rules={rules} />
    <OverlapPanel rules={rules} />
  </>
);

'use client';
import { formatRelative } from '@/lib/format.ts';
import { formatInZone } from '@/lib/zoned-time.ts';
import { useNow } from '@/ui/time.tsx';
import type { Campaign } from '../../campaigns.schema.ts';
import { ownTimeZone } from './zone-select.tsx';

/** When a campaign is to be sent, by the clocks of the zone it was planned in: “29 Mar 2026, 09:00 (Europe/London), in 2 days”. */
export function ScheduledTime({ campaign: { scheduledAt, timeZone } }: { campaign: Campaign }) {
  const now = useNow(10_000);
  if (!scheduledAt) return null;
  return (
    <time dateTime={scheduledAt.toISOString()}>
      {formatInZone(scheduledAt, timeZone ?? ownTimeZone())}, {formatRelative(scheduledAt, now)}
    </time>
  );
}

'use client';
import { formatDateTime } from '@/lib/format.ts';
import { Notice } from '@/ui/states.tsx';

/** Says calmly that nothing new is heard, since when, and that nothing needs to be done about it. */
export const ConnectionNotice = ({ lostSince }: { lostSince: Date | null }) =>
  lostSince && (
    <Notice tone="info" title="The connection is lost">
      What you see is from {formatDateTime(lostSince)}. The campaign goes on without this page, which catches
      up by itself as soon as it is connected again.
    </Notice>
  );

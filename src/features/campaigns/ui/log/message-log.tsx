'use client';
import { Inbox } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { formatNumber, plural } from '@/lib/format.ts';
import { Card, CardHeader } from '@/ui/card.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { type Campaign, textKeysOf } from '../../campaigns.schema.ts';
import type { MessageFilter } from '../../log/message-log.schema.ts';
import type { LiveProgress } from '../live/use-campaign-progress.ts';
import { LogFilters } from './log-filters.tsx';
import { LogRows } from './log-rows.tsx';
import { useLogPages } from './use-log-pages.ts';

const NO_FILTER: MessageFilter = {};
/** The log follows the figures, but is fetched anew at most this often. */
const REFRESH_MS = 1_500;

/** Everyone's message, the newest rows first: as many as there are, of which only those in view are there. */
export function MessageLog({
  campaign,
  progress,
  onOpen,
}: {
  campaign: Campaign;
  progress: LiveProgress;
  onOpen(messageId: string): void;
}) {
  const [filter, setFilter] = useState<MessageFilter>(NO_FILTER);
  const [view, setView] = useState({ from: 0, to: 0 });
  const pages = useLogPages(campaign.id, filter, view);
  const utils = trpc.useUtils();
  useRefreshWith(JSON.stringify([campaign.stats, campaign.status, progress.held, progress.lostSince]), () => {
    void utils.campaigns.messages.invalidate({ id: campaign.id });
    void utils.campaigns.logReasons.invalidate({ id: campaign.id });
  });
  const isFiltered = Object.keys(filter).length > 0;
  const empty = pages.rowCount === 0;
  return (
    <Card className="overflow-hidden">
      <CardHeader
        title="Messages"
        description={
          pages.complete && isFiltered
            ? plural(pages.rowCount, 'message fits', 'messages fit')
            : `One row per person in the audience: ${formatNumber(campaign.stats.audience)}.`
        }
      />
      <LogFilters campaign={campaign} filter={filter} onChange={setFilter} />
      {pages.isPending && <SkeletonRows />}
      {pages.error !== null && <ErrorState message={messageOf(pages.error)} onRetry={pages.retry} />}
      {!pages.isPending && pages.error === null && empty && (
        <EmptyState icon={Inbox} title={isFiltered ? 'No message fits' : 'No messages yet'}>
          {isFiltered
            ? 'Choose other filters, or take some away.'
            : 'They appear here as soon as the recipients are found.'}
        </EmptyState>
      )}
      {!pages.isPending && pages.error === null && !empty && (
        <LogRows
          pages={pages}
          withVariant={textKeysOf(campaign.experiment).length > 0}
          onView={setView}
          onOpen={onOpen}
        />
      )}
    </Card>
  );
}

/** Calls `refresh` when `state` is another, at most every REFRESH_MS, and once more after the last change. */
function useRefreshWith(state: string, refresh: () => void): void {
  const latest = useRef(refresh);
  latest.current = refresh;
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const seen = useRef(state);
  useEffect(() => {
    if (seen.current === state) return;
    seen.current = state;
    timer.current ??= setTimeout(() => {
      timer.current = null;
      latest.current();
    }, REFRESH_MS);
  }, [state]);
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
}

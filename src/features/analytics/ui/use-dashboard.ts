'use client';
import { keepPreviousData } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useAnyProgress, withMove } from '@/features/campaigns/ui/live/use-any-progress.ts';
import { underWayStatuses } from '@/lib/campaign-status.ts';
import { trpc } from '@/ui/trpc.tsx';
import type { Period } from './period/read-period.ts';

const RECENT = { limit: 6 };
/** As many as there is place for; who sends more at once finds the others among the campaigns. */
const UNDER_WAY = { limit: 50, underWay: 'true' } as const;

/**
 * The figures of a period, the campaigns under way and the newest ones. Campaigns at work move while one looks, and the
 * figures follow: they are asked for after a move, never while they are being counted, and once more after the last one.
 */
export function useDashboard(period: Period) {
  const utils = trpc.useUtils();
  const figures = trpc.analytics.dashboard.useQuery(period, {
    // Of the period before, until the new ones are there.
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  const recent = trpc.campaigns.list.useQuery(RECENT);
  const underWay = trpc.campaigns.list.useQuery(UNDER_WAY);
  const moved = useRef(false);
  const { isFetching } = figures;
  const refreshFigures = useCallback(() => {
    moved.current = isFetching;
    if (!isFetching) void utils.analytics.dashboard.invalidate();
  }, [isFetching, utils]);
  useEffect(() => {
    if (!isFetching && moved.current) refreshFigures();
  }, [isFetching, refreshFigures]);
  useAnyProgress(
    () => {
      refreshFigures();
      void utils.campaigns.list.invalidate();
      void utils.deadLetters.list.invalidate();
    },
    (move) => {
      for (const list of [RECENT, UNDER_WAY])
        utils.campaigns.list.setData(list, (page) => page && withMove(page, move));
    },
  );
  // One of the newest that was just launched need not wait for the list of those under way.
  const known = [...(recent.data?.items ?? []), ...(underWay.data?.items ?? [])];
  const running = [...new Map(known.map((campaign) => [campaign.id, campaign])).values()]
    .filter(({ status }) => underWayStatuses.includes(status))
    .sort((a, b) => b.id.localeCompare(a.id));
  return { figures, recent, running };
}

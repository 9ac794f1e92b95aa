'use client';
import { keepPreviousData } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { Campaign } from '@/features/campaigns/campaigns.schema.ts';
import { useAnyProgress } from '@/features/campaigns/ui/live/use-any-progress.ts';
import { trpc } from '@/ui/trpc.tsx';
import type { Period } from './period/read-period.ts';

const CAMPAIGNS = { limit: 20 };

/**
 * The figures of a period and the newest campaigns. Campaigns at work move while one looks, and the figures follow: they
 * are asked for after a move, never while they are being counted, and once more after the last one.
 */
export function useDashboard(period: Period) {
  const utils = trpc.useUtils();
  const figures = trpc.analytics.dashboard.useQuery(period, {
    // Of the period before, until the new ones are there.
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  const campaigns = trpc.campaigns.list.useQuery(CAMPAIGNS);
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
    ({ campaignId, status, stats }) =>
      utils.campaigns.list.setData(CAMPAIGNS, (page) =>
        page
          ? {
              ...page,
              items: page.items.map((c): Campaign => (c.id === campaignId ? { ...c, status, stats } : c)),
            }
          : page,
      ),
  );
  return { figures, campaigns };
}

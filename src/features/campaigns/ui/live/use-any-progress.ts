'use client';
import { useCallback, useEffect, useRef } from 'react';
import { trpc } from '@/ui/trpc.tsx';
import type { Campaign, CampaignSnapshot } from '../../campaigns.schema.ts';

/** What follows the campaigns is fetched anew at most this often. */
const REFRESH_MS = 2_000;

type Move = Pick<CampaignSnapshot, 'campaignId' | 'status' | 'stats'>;

/** A page of campaigns after a move of one that may be among them. */
export const withMove = <P extends { items: Campaign[] }>(
  page: P,
  { campaignId, status, stats }: Move,
): P => ({
  ...page,
  items: page.items.map((c) => (c.id === campaignId ? { ...c, status, stats } : c)),
});

/**
 * Hears of every move of the workspace's campaigns. `refresh` is called soon after, at most every REFRESH_MS and once
 * more after the last move, and when a lost connection is back; `onMove` with each move that arrives.
 */
export function useAnyProgress(refresh: () => void, onMove?: (move: Move) => void): void {
  const latest = useRef(refresh);
  latest.current = refresh;
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const connections = useRef(0);
  const soon = useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      latest.current();
    }, REFRESH_MS);
  }, []);
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  trpc.campaigns.onAnyProgress.useSubscription(undefined, {
    onStarted: () => {
      connections.current += 1;
      if (connections.current > 1) soon();
    },
    onData: (move) => {
      onMove?.(move);
      soon();
    },
  });
}

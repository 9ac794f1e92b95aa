'use client';
import { useQueryClient } from '@tanstack/react-query';
import { getMutationKey } from '@trpc/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type CampaignStatus, finalStatuses } from '@/lib/campaign-status.ts';
import { trpc } from '@/ui/trpc.tsx';
import type { Campaign, CampaignSnapshot } from '../../campaigns.schema.ts';
import { handledCount } from '../ledger-parts.ts';
import { statusMeanwhile } from './asked-status.ts';

export const isOver = (status: CampaignStatus): boolean => finalStatuses.includes(status);

/** Over how long the present rate is taken. */
const RATE_WINDOW_MS = 5_000;

export interface LiveProgress {
  /** Whether the page hears of changes as they happen. */
  connected: boolean;
  /** Messages handled per second over the last few seconds; null while that cannot be said. */
  rate: number | null;
  /** Since when the page has heard nothing of changes, after it had; null while it hears of them. */
  lostSince: Date | null;
  /** When a vendor that does not answer is tried again; null while it answers. */
  vendorRetryAt: Date | null;
  /** Quiet hours: when people were last kept back, and until when the last of them is. */
  held: { at: Date; until: Date } | null;
}

/**
 * Keeps the campaign on the page up to date through the WebSocket: every snapshot goes into the query's cache, so all
 * that shows the campaign moves. After a lost connection the subscription takes up again and begins with the present state.
 */
export function useCampaignProgress(campaign: Campaign): LiveProgress {
  const utils = trpc.useUtils();
  const queryClient = useQueryClient();
  const isAsked = (mutation: Parameters<typeof getMutationKey>[0]) =>
    queryClient.isMutating({ mutationKey: getMutationKey(mutation) }) > 0;
  const points = useRef<{ at: number; n: number }[]>([]);
  const [rate, setRate] = useState<number | null>(null);
  const [vendorRetryAt, setVendorRetryAt] = useState<Date | null>(null);
  const [held, setHeld] = useState<LiveProgress['held']>(null);

  const onSnapshot = (snapshot: CampaignSnapshot) => {
    const { status, stats, launchedAt, completedAt } = snapshot;
    const asked = { pause: isAsked(trpc.campaigns.pause), resume: isAsked(trpc.campaigns.resume) };
    utils.campaigns.get.setData({ id: campaign.id }, (old) =>
      old
        ? {
            ...old,
            status: statusMeanwhile(status, asked),
            stats,
            launchedAt: launchedAt === null ? null : new Date(launchedAt),
            completedAt: completedAt === null ? null : new Date(completedAt),
          }
        : old,
    );
    // What a snapshot does not say: why it ended, when it is to be sent, that its time was missed.
    const otherwise = status !== campaign.status && (isOver(status) || status === 'DRAFT');
    // Its words come after it: they are written when all is over.
    const summed = snapshot.summaryAt !== (campaign.summary?.writtenAt.getTime() ?? null);
    if (otherwise || summed || status === 'SCHEDULED')
      void utils.campaigns.get.invalidate({ id: campaign.id });
    setVendorRetryAt(snapshot.vendorRetryAt === null ? null : new Date(snapshot.vendorRetryAt));
    // What is the same stays the same object, so that who waits for a change sees one only when there is one.
    setHeld((old) => {
      const { held: fresh } = snapshot;
      if (fresh === null) return null;
      return old?.at.getTime() === fresh.at ? old : { at: new Date(fresh.at), until: new Date(fresh.until) };
    });
    const now = Date.now();
    points.current = [
      ...points.current.filter((p) => now - p.at < RATE_WINDOW_MS),
      { at: now, n: handledCount(stats) },
    ];
    setRate(rateOf(points.current));
  };

  const subscription = trpc.campaigns.onProgress.useSubscription(
    { id: campaign.id },
    { onData: (event) => onSnapshot(event.data) },
  );

  // With no news the last rate would stand for ever.
  useEffect(() => {
    const timer = setInterval(() => {
      const latest = points.current.at(-1);
      if (latest && Date.now() - latest.at > RATE_WINDOW_MS) setRate(null);
    }, 1_000);
    return () => clearInterval(timer);
  }, []);

  const online = useSyncExternalStore(watchOnline, isOnline, () => true);
  const connected = subscription.status === 'pending' && online;
  return { connected, lostSince: useLostSince(connected), rate, vendorRetryAt, held };
}

const watchOnline = (changed: () => void) => {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
};
const isOnline = () => navigator.onLine;

/** Lost connections that come back within this are not worth a word. */
const UNNOTICED_MS = 1_500;

function useLostSince(connected: boolean): Date | null {
  const [lostSince, setLostSince] = useState<Date | null>(null);
  const wasConnected = useRef(false);
  useEffect(() => {
    if (connected) {
      wasConnected.current = true;
      setLostSince(null);
      return;
    }
    if (!wasConnected.current) return;
    const since = new Date();
    const timer = setTimeout(() => setLostSince(since), UNNOTICED_MS);
    return () => clearTimeout(timer);
  }, [connected]);
  return lostSince;
}

function rateOf(points: readonly { at: number; n: number }[]): number | null {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || last.at - first.at < 300) return null;
  return Math.max(0, ((last.n - first.n) / (last.at - first.at)) * 1_000);
}

'use client';
import { useEffect, useRef } from 'react';
import { trpc } from '@/ui/trpc.tsx';
import { useAddressParam } from '@/ui/use-address-param.ts';
import { type ResultDays, resultDays } from '../../results/results.schema.ts';

/** What the figures of a running campaign came to is asked for anew at most this often. */
const REFRESH_MS = 10_000;

/** Within how many days orders count: 7, or what the address says (`?days=`). */
export function useResultDays(): [ResultDays, (days: ResultDays) => void] {
  const [text, setText] = useAddressParam('days');
  const days = resultDays.find((known) => String(known) === text) ?? 7;
  return [days, (next) => setText(next === 7 ? null : String(next))];
}

/** A campaign's results, asked for anew when `moved` is another and enough time has passed. */
export function useResults(campaignId: string, moved: string) {
  const [days] = useResultDays();
  const results = trpc.campaigns.results.useQuery(
    { id: campaignId, days },
    { staleTime: REFRESH_MS, placeholderData: (previous) => previous },
  );
  const refetch = useRef(results.refetch);
  refetch.current = results.refetch;
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const seen = useRef(moved);
  useEffect(() => {
    if (seen.current === moved) return;
    seen.current = moved;
    timer.current ??= setTimeout(() => {
      timer.current = null;
      void refetch.current();
    }, REFRESH_MS);
  }, [moved]);
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  return results;
}

'use client';
import { formatMoney } from '@/lib/format.ts';
import { trpc } from '@/ui/trpc.tsx';

/** The workspace one is in: its name, currency, and one's own role. */
export const useWorkspace = () =>
  trpc.workspaces.current.useQuery(undefined, { staleTime: 300_000, refetchOnWindowFocus: false });

/** Writes amounts (major units) in the workspace's currency. */
export function useMoney(): (amount: number) => string {
  const currency = useWorkspace().data?.currency ?? 'GBP';
  return (amount) => formatMoney(amount, currency);
}

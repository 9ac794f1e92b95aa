'use client';
import { formatMoney } from '@/lib/format.ts';
import { type RouterOutputs, trpc } from './trpc.tsx';

/** The workspace one is in: its name, currency, and one's own role. */
export const useWorkspace = () =>
  trpc.workspaces.current.useQuery(undefined, { staleTime: 300_000, refetchOnWindowFocus: false });

/** Writes amounts (major units) in the workspace's currency. */
export function useMoney(): (amount: number) => string {
  const currency = useWorkspace().data?.currency ?? 'GBP';
  return (amount) => formatMoney(amount, currency);
}

export type Permission = RouterOutputs['workspaces']['current']['permissions'][number];

/** Whether one may do something here; undefined while that is not known yet. The server decides again at each request. */
export const useMay = (permission: Permission): boolean | undefined =>
  useWorkspace().data?.permissions.includes(permission);

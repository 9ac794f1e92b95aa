'use client';
import { Megaphone, Users, UsersRound } from 'lucide-react';
import { trpc } from '@/ui/trpc.tsx';
import { useDebounced } from '@/ui/use-debounced.ts';
import { type Findable, find } from './matching.ts';
import type { Line } from './palette-line.tsx';

const SHOWN = 5;
/** One letter fits almost everything. */
const LEAST_LETTERS = 2;
const PAUSE_MS = 150;
const options = { staleTime: 15_000, retry: false, trpc: { abortOnUnmount: true } } as const;

/**
 * Customers, campaigns and audiences that fit what is typed, asked of the server once typing pauses.
 * @returns lines by group; `pending` while the server has not answered for what is typed now
 */
export function useThings(typed: string, go: (href: string) => void) {
  const settled = useDebounced(typed.trim(), PAUSE_MS);
  const asks = settled.length >= LEAST_LETTERS;
  const input = { search: settled, limit: SHOWN };
  const more = { ...options, enabled: asks, placeholderData: <T>(previous: T | undefined) => previous };
  const customers = trpc.customers.list.useQuery(input, more);
  const campaigns = trpc.campaigns.list.useQuery(input, more);
  const audiences = trpc.audiences.list.useQuery(input, more);
  // What is still of an earlier search is shown only as far as it fits what is typed now.
  const fitting = <T extends Line & Findable>(lines: T[], stale: boolean) =>
    stale ? find(lines, typed) : lines;
  const pending =
    typed.trim().length >= LEAST_LETTERS &&
    (settled !== typed.trim() || [customers, campaigns, audiences].some(({ isFetching }) => isFetching));
  const groups: { label: string; lines: Line[] }[] = asks
    ? [
        {
          label: 'Customers',
          lines: fitting(
            (customers.data?.items ?? []).map(({ id, name, email }) => ({
              id: `customer-${id}`,
              label: name ?? email,
              ...(name ? { hint: email, words: email } : {}),
              icon: Users,
              run: () => go(`/customers/${id}`),
            })),
            customers.isPlaceholderData,
          ),
        },
        {
          label: 'Campaigns',
          lines: fitting(
            (campaigns.data?.items ?? []).map(({ id, name, status }) => ({
              id: `campaign-${id}`,
              label: name,
              status,
              icon: Megaphone,
              run: () => go(`/campaigns/${id}`),
            })),
            campaigns.isPlaceholderData,
          ),
        },
        {
          label: 'Audiences',
          lines: fitting(
            (audiences.data?.items ?? []).map(({ id, name, description }) => ({
              id: `audience-${id}`,
              label: name,
              ...(description ? { hint: description } : {}),
              icon: UsersRound,
              run: () => go(`/audiences/${id}`),
            })),
            audiences.isPlaceholderData,
          ),
        },
      ]
    : [];
  const failed = [customers, campaigns, audiences].find(({ error }) => error)?.error ?? null;
  return { groups, pending, failed };
}

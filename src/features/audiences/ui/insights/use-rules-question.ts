'use client';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useDebounced } from '@/ui/use-debounced.ts';
import type { RuleGroup } from '../../rules.schema.ts';

/** Rules as inputs take them. */
type RulesInput = Record<string, unknown>;

/**
 * A question about the rules being edited, asked again when they have rested for a moment. A newer rule aborts the
 * request of an older one, and with it what the database does for it; meanwhile the last answer stays, marked as `stale`.
 * Nothing is asked while `rules` is null (not complete) or `enabled` is false. `about` is what else the question is about, and
 * `keep` says whether an earlier answer may stand in for the one on its way.
 */
export function useRulesQuestion<T>(
  name: string,
  rules: RuleGroup | null,
  ask: (rules: RulesInput, signal: AbortSignal) => Promise<T>,
  {
    enabled = true,
    about = null,
    keep = () => true,
  }: { enabled?: boolean; about?: string | null; keep?: (last: T) => boolean } = {},
): { answer: UseQueryResult<T>; stale: boolean } {
  const settled = useDebounced(rules, 350);
  const answer = useQuery<T>({
    queryKey: [name, settled, about],
    queryFn: ({ signal }) => ask({ ...(settled ?? {}) }, signal),
    enabled: enabled && settled !== null,
    placeholderData: (last) => (last !== undefined && keep(last) ? last : undefined),
    retry: false,
  });
  return { answer, stale: settled !== rules || answer.isPlaceholderData || answer.isFetching };
}

import type { RouterOutputs } from '@/ui/trpc.tsx';

export type Group = RouterOutputs['deadLetters']['list']['groups'][number];

export interface Cause {
  reason: string;
  /** Messages that failed for it, whatever their campaign. */
  count: number;
}

/**
 * The causes of these groups, the most frequent first.
 * @param chosen is among them in any case: the last message that failed for it may have been decided on since
 */
export function causesOf(groups: readonly Group[], chosen: string | undefined): Cause[] {
  const counts = new Map<string, number>(chosen === undefined ? [] : [[chosen, 0]]);
  for (const { reason, count } of groups) counts.set(reason, (counts.get(reason) ?? 0) + count);
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .toSorted((a, b) => b.count - a.count || a.reason.localeCompare(b.reason, 'en'));
}

'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { formatShare, plural } from '@/lib/format.ts';
import { Skeleton } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useDebounced } from '@/ui/use-debounced.ts';
import type { RuleGroup } from '../../rules.schema.ts';

/** How many customers a proposal selects, and a few of them. `rules` is null while it is not complete. */
export function WordsCount({ rules }: { rules: RuleGroup | null }) {
  const utils = trpc.useUtils();
  const settled = useDebounced(rules, 350);
  const preview = useQuery({
    queryKey: ['audience-preview', settled],
    queryFn: ({ signal }) =>
      utils.client.audiences.preview.mutate({ rules: { ...(settled ?? {}) } }, { signal }),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (rules === null) return <p className="text-muted">Complete the conditions to see who fits.</p>;
  if (preview.isError) return <p className="text-danger-text">{messageOf(preview.error)}</p>;
  if (!preview.data) return <Skeleton className="h-5 w-64 max-w-full" />;
  const { count, total, sample } = preview.data;
  const stale = settled !== rules || preview.isFetching;
  const names = sample.slice(0, 3).map((customer) => customer.name ?? customer.email);
  return (
    <p
      data-testid="words-count"
      aria-busy={stale}
      className="wrap-anywhere transition-opacity aria-busy:opacity-60"
    >
      <span className="font-semibold tabular-nums">{plural(count, 'customer')}</span> now,{' '}
      {formatShare(count, total)} of all
      {names.length > 0 && (
        <span className="text-muted">
          : {names.join(', ')}
          {count > names.length && ' …'}
        </span>
      )}
    </p>
  );
}

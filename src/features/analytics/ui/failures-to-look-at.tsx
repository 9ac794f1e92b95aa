'use client';
import { ArrowRight, ShieldCheck } from 'lucide-react';
import Link from 'next/link';
import { formatNumber, plural } from '@/lib/format.ts';
import { Badge } from '@/ui/badge.tsx';
import { Card, CardHeader } from '@/ui/card.tsx';
import { ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';

/** The groups of failures are the same whatever page of single ones is asked for. */
const GROUPS = { limit: 1 };
const SHOWN = 5;

/** Why messages wait for somebody to decide, most frequent first; each cause leads to its campaign's failures. */
export function FailuresToLookAt() {
  const letters = trpc.deadLetters.list.useQuery(GROUPS);
  const groups = letters.data?.groups;
  const rest = groups?.slice(SHOWN) ?? [];
  return (
    <Card>
      <CardHeader
        title="Failures to look at"
        description={groups?.length ? 'Nothing is sent again before you decide' : undefined}
        actions={
          <Link href="/failures" className="text-muted text-small underline-offset-4 hover:underline">
            All failures
          </Link>
        }
      />
      {!groups && letters.isError && (
        <ErrorState message={messageOf(letters.error)} onRetry={() => void letters.refetch()} />
      )}
      {!groups && !letters.isError && <SkeletonRows rows={3} />}
      {groups?.length === 0 && (
        <p className="flex items-center gap-2.5 px-5 pb-5 text-muted text-small">
          <ShieldCheck className="size-4 shrink-0 text-success-text" aria-hidden />
          No message waits for a decision.
        </p>
      )}
      {groups && groups.length > 0 && (
        <ul className="px-2 pb-2">
          {groups.slice(0, SHOWN).map(({ campaignId, campaignName, reason, count }) => (
            <li key={`${campaignId} ${reason}`}>
              <Link
                href={`/failures?campaignId=${campaignId}`}
                className="group flex items-center gap-3 rounded-lg px-3 py-2.5 transition-colors hover:bg-sunken"
              >
                <Badge tone="danger">{formatNumber(count)}</Badge>
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium text-sm" title={reason}>
                    {reason}
                  </span>
                  <span className="block truncate text-muted text-small">{campaignName}</span>
                </span>
                <ArrowRight
                  className="size-4 shrink-0 text-muted transition-transform group-hover:translate-x-0.5"
                  aria-hidden
                />
              </Link>
            </li>
          ))}
          {rest.length > 0 && (
            <li className="px-3 pt-1 pb-2 text-muted text-small">
              and{' '}
              {plural(
                rest.reduce((sum, { count }) => sum + count, 0),
                'message',
              )}{' '}
              for {rest.length} more {rest.length === 1 ? 'reason' : 'reasons'}
            </li>
          )}
        </ul>
      )}
    </Card>
  );
}

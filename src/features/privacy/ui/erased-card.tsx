'use client';
import Link from 'next/link';
import { formatNumber, plural } from '@/lib/format.ts';
import { Badge } from '@/ui/badge.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { ErrorState, Notice, SkeletonRows } from '@/ui/states.tsx';
import { Time } from '@/ui/time.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { PrivacyOverview } from '../privacy.schema.ts';

const WORKING_REFRESH_MS = 5_000;

/** How many people were erased, and when. Who they were nobody can say. */
export function ErasedCard() {
  const overview = trpc.privacy.overview.useQuery(undefined, {
    refetchInterval: ({ state }) => (state.data && state.data.running > 0 ? WORKING_REFRESH_MS : false),
  });
  return (
    <Card>
      <CardHeader
        title="Erased people"
        description="Of each only a code of the address is kept: an import that brings the address is told apart by it, and nobody can read it."
      />
      {overview.isPending && <SkeletonRows rows={3} />}
      {overview.isError && !overview.data && (
        <ErrorState message={messageOf(overview.error)} onRetry={() => void overview.refetch()} />
      )}
      {overview.data && <Erased overview={overview.data} />}
    </Card>
  );
}

const Erased = ({
  overview: { erasedAddresses, unrecognisable, running, latest },
}: {
  overview: PrivacyOverview;
}) => (
  <CardBody className="flex flex-col gap-4">
    <p>
      <span className="mr-2 font-semibold text-2xl tabular-nums">{formatNumber(erasedAddresses)}</span>
      <span className="text-muted">
        {erasedAddresses === 1 ? 'address' : 'addresses'} kept from coming back
      </span>
    </p>
    <p role="status" className="text-muted text-sm empty:hidden">
      {running > 0 && `The traces of ${plural(running, 'person', 'people')} are being taken away.`}
    </p>
    {unrecognisable > 0 && (
      <Notice tone="warning" title="The encryption key was changed">
        {plural(unrecognisable, 'address', 'addresses')} erased before that cannot be recognised any more: an
        import could bring them in again. Set the earlier ENCRYPTION_KEY, or erase those people once more.
      </Notice>
    )}
    {latest.length > 0 && (
      <ul className="divide-y divide-line border-line border-t text-sm" aria-label="Latest erasures">
        {latest.map(({ id, erasedAt, status }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <span>
              Erased <Time value={erasedAt} />
            </span>
            <span className="flex items-center gap-3">
              <Badge tone={status === 'DONE' ? 'success' : 'accent'}>
                {status === 'DONE' ? 'Every trace gone' : 'At work'}
              </Badge>
              <Link
                href={`/customers/${id}`}
                className="underline-offset-4 hover:underline"
                aria-label={`What is left of the person erased ${erasedAt.toLocaleString('en-GB')}`}
              >
                What is left
              </Link>
            </span>
          </li>
        ))}
      </ul>
    )}
  </CardBody>
);

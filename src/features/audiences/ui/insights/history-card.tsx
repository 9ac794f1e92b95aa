'use client';
import { TrendingDown, TrendingUp } from 'lucide-react';
import { formatDay, formatNumber } from '@/lib/format.ts';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { ErrorState, Skeleton } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { Trend } from './trend.tsx';

/** How many a saved audience had day by day, and what has changed. */
export function HistoryCard({ id }: { id: string }) {
  const history = trpc.audiences.history.useQuery({ id }, { staleTime: 60_000 });
  const items = history.data?.items ?? [];
  return (
    <Card aria-label="Over time">
      <CardHeader title="Over time" description="Counted once a day, and whenever it is saved." />
      <CardBody>
        {history.isPending && <Skeleton className="h-20" />}
        {history.isError && (
          <ErrorState message={messageOf(history.error)} onRetry={() => void history.refetch()} />
        )}
        {history.data && items.length === 0 && (
          <p className="text-muted text-sm">The first count comes in a moment.</p>
        )}
        {history.data && items.length > 0 && (
          <>
            <Trend items={items} className="h-16 w-full" />
            <dl className="mt-3 grid grid-cols-2 gap-3">
              <Change label="In 7 days" change={history.data.change7} />
              <Change label="In 30 days" change={history.data.change30} />
            </dl>
            <details className="mt-3 text-small">
              <summary className="cursor-pointer text-muted">Counts by day</summary>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
              <section tabIndex={0} aria-label="Counts by day" className="mt-2 max-h-56 overflow-y-auto">
                <table className="w-full">
                  <caption className="sr-only">Customers in the audience by day</caption>
                  <thead className="sr-only">
                    <tr>
                      <th scope="col">Day</th>
                      <th scope="col">Customers</th>
                    </tr>
                  </thead>
                  <tbody>
                    {items.toReversed().map(({ day, count }) => (
                      <tr key={day.getTime()}>
                        <th scope="row" className="py-0.5 text-left font-normal text-muted">
                          {formatDay(day)}
                        </th>
                        <td className="py-0.5 text-right tabular-nums">{formatNumber(count)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </section>
            </details>
          </>
        )}
      </CardBody>
    </Card>
  );
}

function Change({ label, change }: { label: string; change: number | null }) {
  const Icon = change !== null && change < 0 ? TrendingDown : TrendingUp;
  return (
    <div>
      <dt className="text-small text-muted">{label}</dt>
      <dd className="flex items-center gap-1.5 font-medium tabular-nums">
        {change === null ? (
          <span className="font-normal text-small text-muted">Not known yet</span>
        ) : change === 0 ? (
          'No change'
        ) : (
          <>
            <Icon className="size-4 text-muted" aria-hidden />
            {change > 0 ? '+' : '−'}
            {formatNumber(Math.abs(change))}
          </>
        )}
      </dd>
    </div>
  );
}

'use client';
import { Download } from 'lucide-react';
import { formatDateTime, formatMoney, formatNumber, formatShare } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Select } from '@/ui/input.tsx';
import { ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { messageOf } from '@/ui/trpc.tsx';
import type { Campaign } from '../../campaigns.schema.ts';
import { type Results, resultDays } from '../../results/results.schema.ts';
import { Groups } from './groups.tsx';
import { LiftPart } from './lift-part.tsx';
import { useResultDays, type useResults } from './use-results.ts';
import { Variants } from './variants.tsx';

/** What the campaign earned: orders within some days of it, by variant, against the holdout, by country and group. */
export function EarnedCard({
  campaign,
  results,
}: {
  campaign: Campaign;
  results: ReturnType<typeof useResults>;
}) {
  const [days, setDays] = useResultDays();
  const { data } = results;
  return (
    <Card aria-label="What it earned" aria-busy={results.isFetching}>
      <CardHeader
        title="What it earned"
        description="Each order counts for the last message its customer was sent before it."
        actions={
          <Select
            aria-label="Orders count within"
            className="w-44"
            value={days}
            onChange={(event) =>
              setDays(resultDays.find((known) => String(known) === event.target.value) ?? 7)
            }
          >
            {resultDays.map((known) => (
              <option key={known} value={known}>
                {known === 1 ? 'Within a day' : `Within ${known} days`}
              </option>
            ))}
          </Select>
        }
      />
      {results.isPending && <SkeletonRows rows={3} />}
      {results.isError && !data && (
        <ErrorState message={messageOf(results.error)} onRetry={() => void results.refetch()} />
      )}
      {data && (
        <CardBody className="flex flex-col gap-8">
          <KeyFigures results={data} />
          {data.lift && <LiftPart lift={data.lift} currency={data.currency} />}
          {data.variants.length > 0 && <Variants variants={data.variants} currency={data.currency} />}
          <div className="grid grid-cols-1 gap-8 lg:grid-cols-2">
            <Groups
              title="By country"
              unnamed="No country"
              groups={data.countries}
              currency={data.currency}
            />
            <Groups
              title="By customer group"
              hint="RFM groups as they are now."
              unnamed="In no group"
              groups={data.segments}
              currency={data.currency}
            />
          </div>
          <footer className="flex flex-wrap items-center justify-between gap-3 border-line border-t pt-4">
            <p className="text-small text-muted">{standing(data)}</p>
            <div className="flex flex-wrap gap-2">
              <Button asChild variant="secondary" size="sm">
                <a href={`/api/campaigns/${campaign.id}/results.csv?days=${data.days}`} download>
                  <Download aria-hidden />
                  Results as CSV
                </a>
              </Button>
              <Button asChild variant="secondary" size="sm">
                <a href={`/api/campaigns/${campaign.id}/recipients.csv?days=${data.days}`} download>
                  <Download aria-hidden />
                  Recipients as CSV
                </a>
              </Button>
            </div>
          </footer>
        </CardBody>
      )}
    </Card>
  );
}

function standing({ openUntil, workedOutAt }: Results): string {
  const asOf = `As of ${formatDateTime(workedOutAt)}.`;
  if (!openUntil) return `${asOf} Messages are still on their way.`;
  return openUntil > workedOutAt
    ? `${asOf} Orders until ${formatDateTime(openUntil)} still count.`
    : `${asOf} The time is over; only orders imported later can change it.`;
}

function KeyFigures({ results: { total, byDays, currency, days } }: { results: Results }) {
  const most = Math.max(...byDays.map(({ revenue }) => revenue), 0);
  const figures = [
    { label: 'Revenue', value: formatMoney(total.revenue, currency), hint: 'less what was refunded' },
    { label: 'Orders', value: formatNumber(total.orders), hint: null },
    {
      label: 'Buyers',
      value: formatNumber(total.buyers),
      hint: `${formatShare(total.buyers, total.people)} of those written to`,
    },
    {
      label: 'By order',
      value: total.averageOrder === null ? '–' : formatMoney(total.averageOrder, currency),
      hint: 'on average',
    },
  ];
  return (
    <div className="grid grid-cols-1 gap-6 lg:grid-cols-[3fr_2fr]">
      <dl className="grid grid-cols-2 gap-x-4 gap-y-5 sm:grid-cols-4 lg:grid-cols-2">
        {figures.map(({ label, value, hint }) => (
          <div key={label} className="min-w-0">
            <dt className="text-small text-muted">{label}</dt>
            <dd className="wrap-anywhere font-semibold text-xl tabular-nums">{value}</dd>
            {hint && <dd className="text-small text-muted">{hint}</dd>}
          </div>
        ))}
      </dl>
      <div>
        <h3 className="font-medium text-sm">Revenue by how long one waits</h3>
        <dl className="mt-2 flex flex-col gap-1.5">
          {byDays.map((window) => (
            <div key={window.days} className="grid grid-cols-[4.5rem_1fr_auto] items-center gap-3 text-small">
              <dt className={window.days === days ? 'font-semibold' : 'text-muted'}>
                {window.days === 1 ? '1 day' : `${window.days} days`}
              </dt>
              <dd aria-hidden className="h-2 rounded-full bg-sunken">
                <div
                  className="h-full rounded-full bg-accent"
                  style={{ width: `${most > 0 ? (Math.max(0, window.revenue) / most) * 100 : 0}%` }}
                />
              </dd>
              <dd className="tabular-nums">{formatMoney(window.revenue, currency)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}

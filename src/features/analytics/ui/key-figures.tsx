import { formatNumber, formatShare, plural } from '@/lib/format.ts';
import { Card } from '@/ui/card.tsx';
import { Skeleton } from '@/ui/states.tsx';
import { OVERVIEW_DAYS, type Overview } from '../analytics.schema.ts';

/** The last weeks in four figures: what was sent is what was delivered, came back, failed, or is still on its way. */
export function KeyFigures({ overview: { customers, campaigns, messages } }: { overview: Overview }) {
  const sent = messages.sent + messages.delivered + messages.bounced + messages.dead;
  const waiting = messages.queued + messages.sending + (messages.failed - messages.dead);
  const figures = [
    {
      label: 'Messages sent',
      value: formatNumber(sent),
      note: `${plural(campaigns, 'campaign')}${waiting > 0 ? `, ${formatNumber(waiting)} still to send` : ''}`,
    },
    {
      label: 'Delivery rate',
      value: sent > 0 ? formatShare(messages.delivered, sent) : '–',
      note: `${formatNumber(messages.delivered)} delivered${messages.sent > 0 ? `, ${formatNumber(messages.sent)} without receipt` : ''}`,
    },
    {
      label: 'Bounced or failed',
      value: formatNumber(messages.bounced + messages.dead),
      note: `${formatNumber(messages.bounced)} bounced, ${formatNumber(messages.dead)} failed`,
    },
  ];
  return (
    <section aria-labelledby="key-figures">
      <h2 id="key-figures" className="mb-2 font-medium text-[13px] text-muted">
        Campaigns of the last {OVERVIEW_DAYS} days
      </h2>
      <dl className={grid}>
        {figures.map((figure) => (
          <Tile key={figure.label} {...figure} />
        ))}
        <Tile label="Customers" value={formatNumber(customers)} note="in total" />
      </dl>
    </section>
  );
}

const grid =
  'grid gap-px overflow-hidden rounded-xl border border-line bg-line shadow-xs grid-cols-2 lg:grid-cols-4';

const Tile = ({ label, value, note }: { label: string; value: string; note: string }) => (
  <div className="bg-surface px-5 py-4">
    <dt className="text-[13px] text-muted">{label}</dt>
    <dd className="mt-1 font-semibold text-2xl tabular-nums tracking-tight">{value}</dd>
    <dd className="mt-0.5 text-[13px] text-muted tabular-nums">{note}</dd>
  </div>
);

export const KeyFiguresSkeleton = () => (
  <Card
    className="grid grid-cols-1 gap-6 p-5 min-[480px]:grid-cols-2 lg:grid-cols-4"
    role="status"
    aria-label="Loading"
  >
    {['sent', 'rate', 'lost', 'customers'].map((key) => (
      <div key={key} className="flex flex-col gap-2">
        <Skeleton className="h-4 w-24" />
        <Skeleton className="h-7 w-20" />
        <Skeleton className="h-4 w-32" />
      </div>
    ))}
  </Card>
);

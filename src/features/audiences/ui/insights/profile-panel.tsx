'use client';
import { useState } from 'react';
import { formatNumber } from '@/lib/format.ts';
import { trpc } from '@/ui/trpc.tsx';
import { useMoney } from '@/ui/use-workspace.ts';
import type { AudienceInsights, Bin } from '../../audience-insights.schema.ts';
import type { RuleGroup } from '../../rules.schema.ts';
import { Answered } from '../answered.tsx';
import { Bars } from './bars.tsx';
import { Panel } from './panel.tsx';
import { useRulesQuestion } from './use-rules-question.ts';

/** How those the rules select are made up: spend, countries, last orders. */
export function ProfilePanel({ rules }: { rules: RuleGroup | null }) {
  const utils = trpc.useUtils();
  const [open, setOpen] = useState(false);
  const question = useRulesQuestion(
    'audience-insights',
    rules,
    (input, signal) => utils.client.audiences.insights.mutate({ rules: input }, { signal }),
    { enabled: open },
  );
  return (
    <Panel
      title="What they are like"
      description="Their spend, countries and last orders."
      open={open}
      onOpenChange={setOpen}
    >
      <Answered question={question} incomplete={rules === null}>
        {(found) =>
          found.count === 0 ? <p className="text-muted text-sm">Nobody fits.</p> : <Profile {...found} />
        }
      </Answered>
    </Panel>
  );
}

function Profile({ count, spend, countries, recency }: AudienceInsights) {
  const money = useMoney();
  return (
    <div className="flex flex-col gap-6">
      <div>
        <dl className="mb-4 flex flex-wrap gap-x-10 gap-y-2">
          <Figure label="Total spend" value={money(spend.total)} />
          <Figure label="Median, about" value={spend.median === null ? '–' : money(spend.median)} />
          <Figure label="Mean" value={money(spend.total / count)} />
        </dl>
        <Bars
          caption="Customers by total spend"
          total={count}
          labelClass="min-w-32"
          bars={[
            ...(spend.negative > 0 ? [{ label: 'Refunds only', count: spend.negative, apart: true }] : []),
            { label: 'No spend', count: spend.none, apart: true },
            ...spend.bins.map((bin) => ({ label: amounts(bin, money), count: bin.count })),
          ]}
        />
      </div>
      <div className="grid items-start gap-6 2xl:grid-cols-2">
        <Bars
          caption="Countries"
          total={count}
          labelClass="max-w-32 min-w-24"
          bars={countries.map(({ country, count: n }) => ({
            label: country ?? 'Not known',
            count: n,
            apart: country === null,
          }))}
        />
        <Bars
          caption="Last order"
          total={count}
          labelClass="min-w-28"
          bars={[
            ...recency.bins.map((bin) => ({ label: ages(bin), count: bin.count })),
            { label: 'Never', count: recency.never, apart: true },
          ]}
        />
      </div>
    </div>
  );
}

const Figure = ({ label, value }: { label: string; value: string }) => (
  <div>
    <dt className="text-small text-muted">{label}</dt>
    <dd className="font-semibold tabular-nums">{value}</dd>
  </div>
);

/** “£10 – £20”: from the first up to, but not with, the second. */
function amounts({ from, to }: Bin, money: (amount: number) => string): string {
  const round = (amount: number) => money(amount).replace(/\.00$/, '');
  if (to === null) return `${round(from ?? 0)} or more`;
  return from ? `${round(from)} – ${round(to)}` : `Under ${round(to)}`;
}

function ages({ from, to }: Bin): string {
  if (to === null) return `${formatNumber(from ?? 0)} days or more ago`;
  return from ? `${from} – ${to} days ago` : `Under ${to} days ago`;
}

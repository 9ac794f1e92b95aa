'use client';
import { useState } from 'react';
import { cn } from '@/lib/cn.ts';
import { formatNumber, formatShare } from '@/lib/format.ts';
import { Field } from '@/ui/field.tsx';
import { SearchSelect } from '@/ui/search-select.tsx';
import { trpc } from '@/ui/trpc.tsx';
import type { Overlap } from '../../audience-insights.schema.ts';
import type { RuleGroup } from '../../rules.schema.ts';
import { Answered } from '../answered.tsx';
import { Panel } from './panel.tsx';
import { useRulesQuestion } from './use-rules-question.ts';

/** How many the rules share with a saved audience. */
export function OverlapPanel({ rules }: { rules: RuleGroup | null }) {
  const utils = trpc.useUtils();
  const [open, setOpen] = useState(false);
  const [otherId, setOtherId] = useState('');
  const audiences = trpc.audiences.list.useQuery({ limit: 500 }, { enabled: open, staleTime: 60_000 });
  const question = useRulesQuestion(
    'audience-overlap',
    rules,
    (input, signal) =>
      utils.client.audiences.overlap.mutate({ rules: input, audienceId: otherId }, { signal }),
    { enabled: open && otherId !== '', about: otherId },
  );
  const options = (audiences.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Panel
      title="Overlap with another audience"
      description="Who is in both, and who only in one of them."
      open={open}
      onOpenChange={setOpen}
    >
      {audiences.data && options.length === 0 ? (
        <p className="text-muted text-sm">There is no saved audience to compare with yet.</p>
      ) : (
        <div className="flex flex-col gap-5">
          <div className="max-w-md">
            <Field label="Audience to compare with">
              <SearchSelect value={otherId} options={options} onChange={setOtherId} />
            </Field>
          </div>
          {otherId !== '' && (
            <Answered question={question} incomplete={rules === null}>
              {(overlap) => <Comparison {...overlap} />}
            </Answered>
          )}
        </div>
      )}
    </Panel>
  );
}

function Comparison({ count, other, both, total }: Overlap) {
  const either = count + other.count - both;
  const parts = [
    { label: 'Only in this one', n: count - both, className: 'bg-accent' },
    { label: 'In both', n: both, className: 'bg-success' },
    { label: `Only in “${other.name}”`, n: other.count - both, className: 'bg-info' },
  ];
  return (
    <>
      <div className="flex h-4 gap-px overflow-hidden rounded-md bg-sunken" aria-hidden>
        {parts.map(({ label, n, className }) =>
          n === 0 ? null : (
            <div key={label} className={className} style={{ width: `${(n / either) * 100}%` }} />
          ),
        )}
      </div>
      <table className="mt-3 w-full text-sm">
        <caption className="sr-only">Overlap in customers</caption>
        <thead>
          <tr className="text-small text-muted">
            <th scope="col" className="sr-only">
              Part
            </th>
            <th scope="col" className="py-1 pl-4 text-right font-medium">
              Customers
            </th>
            <th scope="col" className="py-1 pl-4 text-right font-medium">
              Of both together
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ label, n, className }) => (
            <tr key={label}>
              <th scope="row" className="wrap-anywhere py-1 text-left font-normal">
                <span className={cn('mr-2 inline-block size-2.5 rounded-xs', className)} aria-hidden />
                {label}
              </th>
              <td className="py-1 pl-4 text-right tabular-nums">{formatNumber(n)}</td>
              <td className="py-1 pl-4 text-right text-muted tabular-nums">{formatShare(n, either)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 text-small text-muted">
        {formatShare(both, count)} of this audience ({formatNumber(count)}) {both === 1 ? 'is' : 'are'} in “
        {other.name}”, and {formatShare(both, other.count)} of “{other.name}” ({formatNumber(other.count)}) in
        this one. {formatNumber(total - either)} customers are in neither.
      </p>
    </>
  );
}

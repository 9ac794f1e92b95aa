'use client';
import Link from 'next/link';
import { formatNumber, formatShare } from '@/lib/format.ts';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Progress } from '@/ui/progress.tsx';
import { trpc } from '@/ui/trpc.tsx';
import { useMoney } from '@/ui/use-workspace.ts';
import type { AudiencePreview as Preview } from '../audiences.schema.ts';
import type { RuleGroup } from '../rules.schema.ts';
import { Answered } from './answered.tsx';
import { useRulesQuestion } from './insights/use-rules-question.ts';

/** How many the rule selects and a few of them, kept up with as it changes. `rules` is null while it is not complete. */
export function AudiencePreview({ rules }: { rules: RuleGroup | null }) {
  const utils = trpc.useUtils();
  const question = useRulesQuestion('audience-preview', rules, (input, signal) =>
    utils.client.audiences.preview.mutate({ rules: input }, { signal }),
  );
  return (
    <Card aria-label="Preview">
      <CardHeader title="Right now" />
      <CardBody>
        <Answered
          question={question}
          incomplete={rules === null}
          toComplete="Complete the rule to see who is in it."
        >
          {(preview) => <Figures preview={preview} />}
        </Answered>
      </CardBody>
    </Card>
  );
}

function Figures({ preview: { count, total, sample } }: { preview: Preview }) {
  const money = useMoney();
  return (
    <>
      <p className="font-semibold text-3xl tabular-nums tracking-tight" data-testid="audience-count">
        {formatNumber(count)}
      </p>
      <p className="mb-2 text-small text-muted">
        {formatShare(count, total)} of {formatNumber(total)} customers
      </p>
      <Progress label="Share of all customers" value={total === 0 ? 0 : count / total} />
      {count === 0 ? (
        <p className="mt-4 text-muted text-sm">
          Nobody fits. Loosen a condition, or check for typing errors.
        </p>
      ) : (
        <>
          <h3 className="mt-5 mb-2 font-medium text-small text-muted">Some of them</h3>
          <ul className="flex flex-col gap-2.5">
            {sample.map((customer) => (
              <li key={customer.id} className="flex items-baseline justify-between gap-3 text-sm">
                <Link
                  href={`/customers/${customer.id}`}
                  target="_blank"
                  className="min-w-0 truncate underline-offset-4 hover:underline"
                >
                  {customer.name ?? customer.email}
                </Link>
                <span className="text-small text-muted tabular-nums">{money(customer.totalSpend)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

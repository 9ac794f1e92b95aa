'use client';
import { CircleCheck } from 'lucide-react';
import { formatDateTime, formatNumber, plural } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { skipReasonText } from '@/ui/message-status.tsx';
import { ErrorState, Notice, Skeleton } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { Preflight } from '../../campaigns.schema.ts';

/** Who would get it if it were launched now, who would not, and why: everyone is gone through, nothing is estimated. */
export function PreflightCard({ campaignId }: { campaignId: string }) {
  const preflight = trpc.campaigns.preflight.useQuery({ id: campaignId }, { staleTime: 0 });
  return (
    <Card>
      <CardHeader
        title="Preflight"
        description="Checked against everyone in the audience, just now."
        actions={
          <Button
            variant="secondary"
            size="sm"
            pending={preflight.isFetching}
            onClick={() => void preflight.refetch()}
          >
            Check again
          </Button>
        }
      />
      {preflight.isError && (
        <ErrorState message={messageOf(preflight.error)} onRetry={() => void preflight.refetch()} />
      )}
      <CardBody>
        {preflight.isPending && <Skeleton className="h-40" />}
        {preflight.data && <Findings preflight={preflight.data} />}
      </CardBody>
    </Card>
  );
}

const Findings = ({ preflight }: { preflight: Preflight }) => (
  <div className="flex flex-col gap-4">
    {preflight.problems.map((problem) => (
      <Notice key={problem} tone="danger">
        {problem}
      </Notice>
    ))}
    <div className="flex items-end justify-between gap-4">
      <div>
        <p className="text-small text-muted">Will get it</p>
        <p className="font-semibold text-3xl tabular-nums tracking-tight">
          {formatNumber(preflight.recipients)}
        </p>
      </div>
      <p className="text-small text-muted tabular-nums">
        of {formatNumber(preflight.audience)} in the audience
      </p>
    </div>
    {preflight.skips.length === 0 && preflight.audience > 0 && (
      <p className="flex items-center gap-2 text-sm text-success-text">
        <CircleCheck className="size-4" aria-hidden />
        Nobody would be skipped.
      </p>
    )}
    {preflight.skips.length > 0 && (
      <div>
        <h3 className="font-medium text-sm">Skipped</h3>
        <ul className="mt-2 flex flex-col gap-2 text-sm">
          {preflight.skips.map(({ reason, detail, count }) => (
            <li key={`${reason}${detail}`} className="flex items-baseline justify-between gap-4">
              <span className="text-muted">{skipReasonText(reason, detail)}</span>
              <span className="tabular-nums">{formatNumber(count)}</span>
            </li>
          ))}
        </ul>
      </div>
    )}
    {preflight.quiet && (
      <Notice tone="info">
        <p>
          It is within quiet hours for {plural(preflight.quiet.count, 'person', 'people')}: their messages
          would wait until <strong className="font-semibold">{formatDateTime(preflight.quiet.until)}</strong>{' '}
          at the latest.
        </p>
      </Notice>
    )}
    {preflight.unresolvedVariables.length > 0 && (
      <Notice tone="warning">
        <p className="font-semibold">Variables without a value</p>
        <ul className="mt-1">
          {preflight.unresolvedVariables.map(({ name, customers }) => (
            <li key={name}>
              <code className="font-mono">{name}</code> for {plural(customers, 'customer')}
            </li>
          ))}
        </ul>
        <p className="mt-1">Give them a default to reach these people too.</p>
      </Notice>
    )}
  </div>
);

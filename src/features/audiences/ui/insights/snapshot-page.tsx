'use client';
import Link from 'next/link';
import { formatDateTime, formatNumber } from '@/lib/format.ts';
import { Badge } from '@/ui/badge.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Progress } from '@/ui/progress.tsx';
import { trpc } from '@/ui/trpc.tsx';
import type { Audience } from '../../audiences.schema.ts';
import { AudienceActions } from '../audience-actions.tsx';
import { AudienceExplanation } from '../audience-explanation.tsx';
import { AudiencePreview } from '../audience-preview.tsx';
import { OverlapPanel } from './overlap-panel.tsx';
import { ProfilePanel } from './profile-panel.tsx';
import { UsageCard } from './usage-card.tsx';

type Snapshot = Audience & { snapshot: NonNullable<Audience['snapshot']> };

/** An audience that no longer changes: who it holds, and that it is being made while it is. */
export function SnapshotPage({ audience }: { audience: Snapshot }) {
  const { id, name, description, rules, snapshot } = audience;
  return (
    <>
      <PageHeader
        title={name}
        remember
        description={
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Badge tone="info">Snapshot</Badge>
            <Origin id={snapshot.audienceId} takenAt={snapshot.takenAt} />
            {description}
          </span>
        }
        breadcrumbs={[{ href: '/audiences', label: 'Audiences' }]}
        actions={snapshot.done && <AudienceActions id={id} />}
      />
      {snapshot.done ? (
        <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
          <div className="flex min-w-0 flex-col gap-6">
            <AudienceExplanation rules={rules} />
            <ProfilePanel rules={rules} />
            <OverlapPanel rules={rules} />
          </div>
          <div className="flex flex-col gap-6">
            <AudiencePreview rules={rules} />
            <UsageCard id={id} />
          </div>
        </div>
      ) : (
        <BeingMade audience={audience} />
      )}
    </>
  );
}

/** The audience it was taken of, while that is still there. */
function Origin({ id, takenAt }: { id: string; takenAt: Date }) {
  const source = trpc.audiences.get.useQuery({ id }, { staleTime: 60_000 });
  const taken = `taken on ${formatDateTime(takenAt)}`;
  if (!source.data) return <span>Of an audience that is gone or could not be loaded, {taken}</span>;
  return (
    <span>
      Of{' '}
      <Link href={`/audiences/${id}`} className="underline underline-offset-4">
        {source.data.name}
      </Link>
      , {taken}
    </span>
  );
}

/** Follows the marking through the WebSocket and loads the finished snapshot at its end. */
function BeingMade({ audience: { id, snapshot } }: { audience: Snapshot }) {
  const utils = trpc.useUtils();
  const state = trpc.audiences.onSnapshot.useSubscription(
    { id },
    {
      onData: ({ done }) => {
        if (done) void utils.audiences.invalidate();
      },
    },
  );
  const count = state.data?.count ?? snapshot.count;
  return (
    <Card aria-label="Being made">
      <CardHeader
        title="The snapshot is being made"
        description="Its members are being marked. You may leave this page; campaigns can use it once it is finished."
      />
      <CardBody>
        <p className="mb-2 text-sm tabular-nums" role="status">
          {formatNumber(count)} marked so far
        </p>
        <Progress
          label="Members marked"
          value={0}
          parts={[{ label: 'Being marked', share: 1, className: 'animate-pulse bg-accent' }]}
        />
      </CardBody>
    </Card>
  );
}

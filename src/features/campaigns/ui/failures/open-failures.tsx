'use client';
import { CircleCheckBig } from 'lucide-react';
import Link from 'next/link';
import { plural } from '@/lib/format.ts';
import { Card, CardHeader } from '@/ui/card.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { messageOf, type RouterOutputs, trpc } from '@/ui/trpc.tsx';
import { FailureGroup } from './failure-group.tsx';

export type Group = RouterOutputs['deadLetters']['list']['groups'][number];

/** What is to be decided on, by campaign and cause. */
export function OpenFailures({ campaignId }: { campaignId: string | undefined }) {
  const list = trpc.deadLetters.list.useQuery({
    status: 'OPEN',
    limit: 1,
    ...(campaignId ? { campaignId } : {}),
  });
  if (!list.data)
    return (
      <Card>
        {list.isError ? (
          <ErrorState message={messageOf(list.error)} onRetry={() => void list.refetch()} />
        ) : (
          <SkeletonRows />
        )}
      </Card>
    );
  const campaigns = [...Map.groupBy(list.data.groups, (group) => group.campaignId).values()];
  if (campaigns.length === 0)
    return (
      <Card>
        <EmptyState icon={CircleCheckBig} title="Nothing failed">
          {campaignId
            ? 'This campaign has no failed message to decide on.'
            : 'No message is waiting for your decision. A campaign that has any ends as “Completed with failures”, and they are listed here.'}
        </EmptyState>
      </Card>
    );
  return (
    <div className="flex flex-col gap-6">
      {campaigns.map((groups) => (
        <CampaignFailures key={groups[0]?.campaignId} groups={groups} />
      ))}
    </div>
  );
}

function CampaignFailures({ groups }: { groups: readonly Group[] }) {
  const [first] = groups;
  if (!first) return null;
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  return (
    <Card className="overflow-hidden">
      <CardHeader
        title={
          <Link
            href={`/campaigns/${first.campaignId}`}
            className="break-words underline-offset-4 hover:underline"
          >
            {first.campaignName}
          </Link>
        }
        description={`${plural(count, 'failed message')}${groups.length > 1 ? `, ${plural(groups.length, 'cause')}` : ''}`}
      />
      {groups.map((group) => (
        <FailureGroup key={group.reason} group={group} />
      ))}
    </Card>
  );
}

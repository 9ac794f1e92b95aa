'use client';
import { CircleCheckBig, SearchX } from 'lucide-react';
import Link from 'next/link';
import { formatNumber, plural } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Card, CardHeader } from '@/ui/card.tsx';
import { Choice } from '@/ui/filters.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { causesOf, type Group } from './causes.ts';
import { FailureGroup } from './failure-group.tsx';

/** What is to be decided on, by campaign and cause; all causes, or one of them. */
export function OpenFailures({
  campaignId,
  reason,
  onReason,
}: {
  campaignId: string | undefined;
  reason: string | undefined;
  onReason(reason: string | null): void;
}) {
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
  const causes = causesOf(list.data.groups, reason);
  if (causes.length === 0)
    return (
      <Card>
        <EmptyState icon={CircleCheckBig} title="Nothing failed">
          {campaignId
            ? 'This campaign has no failed message to decide on.'
            : 'No message is waiting for your decision. A campaign that has any ends as “Completed with failures”, and they are listed here.'}
        </EmptyState>
      </Card>
    );
  const shown = list.data.groups.filter((group) => reason === undefined || group.reason === reason);
  const campaigns = [...Map.groupBy(shown, (group) => group.campaignId).values()];
  return (
    <div className="flex flex-col gap-6">
      {(causes.length > 1 || reason !== undefined) && (
        <Choice
          label="Show failures with cause"
          all="All causes"
          options={causes.map(({ reason: value, count }) => ({
            value,
            label: `${value} (${formatNumber(count)})`,
          }))}
          value={reason ?? ''}
          onChange={(value) => onReason(value || null)}
          className="-mb-2 flex-none sm:w-96"
        />
      )}
      {campaigns.map((groups) => (
        <CampaignFailures key={groups[0]?.campaignId} groups={groups} />
      ))}
      {campaigns.length === 0 && (
        <Card role="status">
          <EmptyState
            icon={SearchX}
            title="Nothing failed for this cause"
            actions={
              <Button variant="secondary" onClick={() => onReason(null)}>
                Show all
              </Button>
            }
          >
            No message that failed for it waits for your decision.
          </EmptyState>
        </Card>
      )}
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

'use client';
import { Megaphone, Plus } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { cn } from '@/lib/cn.ts';
import { formatNumber, formatShare } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { CampaignStatusBadge } from '@/ui/campaign-status.tsx';
import { Card } from '@/ui/card.tsx';
import { Select } from '@/ui/input.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { PagedList } from '@/ui/paged-list.tsx';
import { Progress } from '@/ui/progress.tsx';
import { EmptyState } from '@/ui/states.tsx';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import { Time } from '@/ui/time.tsx';
import { trpc } from '@/ui/trpc.tsx';
import { useStanding } from '@/ui/use-postponed.ts';
import type { Campaign } from '../campaigns.schema.ts';
import { type CampaignTag, campaignTags } from '../tags/tags.schema.ts';
import { TagBadges } from './campaign-tags.tsx';
import { handledShare, ledgerParts } from './ledger-parts.ts';

const PAGE = 50;

/** All campaigns, newest first; those at work move while one looks. */
export function CampaignList() {
  const utils = trpc.useUtils();
  const [tag, setTag] = useState<CampaignTag | null>(null);
  const input = { limit: PAGE, ...(tag ? { tag } : {}) };
  const list = trpc.campaigns.list.useInfiniteQuery(input, {
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  trpc.campaigns.onAnyProgress.useSubscription(undefined, {
    onData: ({ campaignId, status, stats }) =>
      utils.campaigns.list.setInfiniteData(input, (data) =>
        data
          ? {
              ...data,
              pages: data.pages.map((page) => ({
                ...page,
                items: page.items.map((c) => (c.id === campaignId ? { ...c, status, stats } : c)),
              })),
            }
          : data,
      ),
  });
  const items = useStanding(list.data?.pages.flatMap((page) => page.items) ?? []);
  return (
    <>
      <PageHeader
        title="Campaigns"
        description="One message to everyone in an audience. Every recipient is a row that ends in a known state."
        actions={
          <Button asChild>
            <Link href="/campaigns/new">
              <Plus aria-hidden />
              New campaign
            </Link>
          </Button>
        }
      />
      <TagFilter tag={tag} onChange={setTag} />
      <Card className="overflow-hidden">
        <PagedList
          query={list}
          shown={items.length}
          columns={5}
          empty={
            tag ? (
              <EmptyState
                icon={Megaphone}
                title={`No campaign is tagged “${tag}”`}
                actions={
                  <Button variant="secondary" onClick={() => setTag(null)}>
                    Show all
                  </Button>
                }
              />
            ) : (
              <EmptyState
                icon={Megaphone}
                title="No campaigns yet"
                docs={{ href: '/docs/templates', label: 'How to write a message' }}
                actions={
                  <>
                    <Button asChild>
                      <Link href="/campaigns/new">Write the first one</Link>
                    </Button>
                    <Button asChild variant="secondary">
                      <Link href="/audiences">Look at audiences</Link>
                    </Button>
                  </>
                }
              >
                Choose an audience, write a message, see exactly who gets it, and launch.
              </EmptyState>
            )
          }
        >
          <CampaignTable items={items} />
        </PagedList>
      </Card>
    </>
  );
}

const TagFilter = ({
  tag,
  onChange,
}: {
  tag: CampaignTag | null;
  onChange(tag: CampaignTag | null): void;
}) => (
  <Select
    aria-label="Show campaigns tagged"
    className="mb-4 max-w-56"
    value={tag ?? ''}
    onChange={(event) => onChange(campaignTags.find((name) => name === event.target.value) ?? null)}
  >
    <option value="">All tags</option>
    {campaignTags.map((name) => (
      <option key={name}>{name}</option>
    ))}
  </Select>
);

/** Figures that there are none of yet. */
const hideOnPhone = ({ stats }: Campaign) => (stats.audience > 0 ? undefined : 'max-sm:hidden');

const CampaignTable = ({ items }: { items: readonly Campaign[] }) => (
  <Table stack label="Campaigns">
    <thead>
      <tr>
        <Th>Campaign</Th>
        <Th>Status</Th>
        <Th className="w-56">Progress</Th>
        <Th className="text-right">Recipients</Th>
        <Th className="text-right">Delivered</Th>
        <Th>Launched</Th>
      </tr>
    </thead>
    <tbody>
      {items.map((campaign) => (
        <Tr key={campaign.id}>
          <Td className="max-w-72">
            <Link
              href={`/campaigns/${campaign.id}`}
              className="block truncate font-medium underline-offset-4 hover:underline"
              title={campaign.name}
            >
              {campaign.name}
            </Link>
            <div className="mt-1">
              <TagBadges tags={campaign.tags} />
            </div>
          </Td>
          <Td label="Status">
            <CampaignStatusBadge status={campaign.status} />
            {campaign.status === 'SCHEDULED' && campaign.missedAt && (
              <p className="mt-1 text-small text-warning-text">Missed: waits for you</p>
            )}
          </Td>
          <Td label="Progress" className={hideOnPhone(campaign)}>
            {campaign.stats.audience > 0 ? (
              <Progress
                label={`Progress of ${campaign.name}`}
                value={handledShare(campaign.stats)}
                parts={ledgerParts(campaign.stats)}
                className="h-2 min-w-24"
              />
            ) : (
              <span className="text-muted">–</span>
            )}
          </Td>
          <Td label="Recipients" className={cn('text-right tabular-nums', hideOnPhone(campaign))}>
            {campaign.stats.audience > 0 ? formatNumber(campaign.stats.audience) : '–'}
          </Td>
          <Td label="Delivered" className={cn('text-right tabular-nums', hideOnPhone(campaign))}>
            {campaign.stats.audience > 0
              ? formatShare(campaign.stats.delivered, campaign.stats.audience)
              : '–'}
          </Td>
          <Td label="Launched" className="text-muted">
            {campaign.launchedAt ? (
              <Time value={campaign.launchedAt} />
            ) : campaign.status === 'SCHEDULED' && campaign.scheduledAt ? (
              <Time value={campaign.scheduledAt} />
            ) : (
              'Not yet'
            )}
          </Td>
        </Tr>
      ))}
    </tbody>
  </Table>
);

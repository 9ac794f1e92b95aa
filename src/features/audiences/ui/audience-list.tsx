'use client';
import { Download, Plus, UsersRound } from 'lucide-react';
import Link from 'next/link';
import { formatDateTime, formatNumber } from '@/lib/format.ts';
import { Badge } from '@/ui/badge.tsx';
import { Button } from '@/ui/button.tsx';
import { Card } from '@/ui/card.tsx';
import { Choice, FilterRow, oldestFirst, SearchField } from '@/ui/filters.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { PagedList } from '@/ui/paged-list.tsx';
import { EmptyState, Skeleton } from '@/ui/states.tsx';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import { Time } from '@/ui/time.tsx';
import { trpc } from '@/ui/trpc.tsx';
import { anyText, oneOf, useAddressFilter } from '@/ui/use-address-filter.ts';
import { useDebounced } from '@/ui/use-debounced.ts';
import { useStanding } from '@/ui/use-postponed.ts';
import { useWorkspace } from '@/ui/use-workspace.ts';
import type { Audience } from '../audiences.schema.ts';
import { describeRules } from '../rules/describe.ts';
import { DeleteAudience } from './delete-audience.tsx';
import { AudienceTabs } from './insights/audience-tabs.tsx';
import { Trend } from './insights/trend.tsx';

/** What the audiences are narrowed to and how they are sorted; an empty text is no condition, and the newest first. */
const ALL_AUDIENCES: { search: string; sort: 'createdAt' | '' } = { search: '', sort: '' };
const readers = { search: anyText, sort: oneOf(['createdAt']) };

export function AudienceList() {
  const [filter, setFilter] = useAddressFilter(ALL_AUDIENCES, readers);
  const { sort } = filter;
  const search = useDebounced(filter.search.trim(), 250);
  const list = trpc.audiences.list.useInfiniteQuery(
    { limit: 50, ...(search ? { search } : {}), ...(sort ? { sort } : {}) },
    { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: (previous) => previous },
  );
  const currency = useWorkspace().data?.currency;
  const items = useStanding(list.data?.pages.flatMap((page) => page.items) ?? []);
  // A rule may name a snapshot that is not among those shown.
  const all = trpc.audiences.list.useQuery(
    { limit: 500 },
    { staleTime: 60_000, enabled: search !== '' || list.hasNextPage },
  );
  const names = new Map([...(all.data?.items ?? []), ...items].map(({ id, name }) => [id, name]));
  const trends = trpc.audiences.trends.useQuery(
    { ids: items.map(({ id }) => id).slice(0, 500) },
    { enabled: items.length > 0, staleTime: 60_000 },
  );
  const trendOf = new Map(trends.data?.map((trend) => [trend.id, trend.items]));
  return (
    <>
      <PageHeader
        title="Audiences"
        description="Rules that say whom a campaign goes to. Who fits is found anew at every launch."
        actions={
          <Button asChild>
            <Link href="/audiences/new">
              <Plus aria-hidden />
              New audience
            </Link>
          </Button>
        }
      />
      <AudienceTabs current="audiences" />
      <Card className="overflow-hidden">
        <PagedList
          query={list}
          shown={items.length}
          columns={5}
          narrowing={{
            controls: (
              <FilterRow>
                <SearchField
                  label="Search audiences"
                  placeholder="Search by name"
                  className="sm:max-w-md"
                  value={filter.search}
                  onChange={(text) => setFilter({ ...filter, search: text })}
                />
                <Choice
                  label="Order"
                  all="Newest first"
                  options={oldestFirst}
                  value={sort}
                  onChange={(next) => setFilter({ ...filter, sort: next })}
                  className="sm:w-36"
                />
              </FilterRow>
            ),
            on: search !== '',
            nothing: 'No audience fits',
            hint: 'Search for another part of the name.',
            onShowAll: () => setFilter({ ...filter, search: '' }),
          }}
          empty={
            <EmptyState
              icon={UsersRound}
              title="No audiences yet"
              docs={{ href: '/docs/rules', label: 'What rules can say' }}
              actions={
                <Button asChild>
                  <Link href="/audiences/new">Build the first one</Link>
                </Button>
              }
            >
              Say in words whom you want to reach, “spent over £500 but not ordered in 3 months”, or click the
              rule together, and see at once how many that is.
            </EmptyState>
          }
        >
          <Table stack label="Audiences" dimmed={list.isPlaceholderData}>
            <thead>
              <tr>
                <Th>Audience</Th>
                <Th>Who is in it</Th>
                <Th className="text-right">Right now</Th>
                <Th>Last 30 days</Th>
                <Th>Changed</Th>
                <Th>
                  <span className="sr-only">Actions</span>
                </Th>
              </tr>
            </thead>
            <tbody>
              {items.map((audience) => (
                <Tr key={audience.id}>
                  <Td className="max-w-64">
                    <Link href={`/audiences/${audience.id}`} className="group block">
                      <span className="block truncate font-medium underline-offset-4 group-hover:underline">
                        {audience.name}
                      </span>
                      {audience.description && (
                        <span className="block truncate text-small text-muted">{audience.description}</span>
                      )}
                    </Link>
                  </Td>
                  <Td label="Who is in it" className="max-w-96 text-small text-muted">
                    <span className="line-clamp-2">
                      {audience.snapshot ? (
                        <SnapshotWords {...audience.snapshot} />
                      ) : (
                        sentence(describeRules(audience.rules, { currency, snapshots: names }))
                      )}
                    </span>
                  </Td>
                  <Td label="Right now" className="text-right tabular-nums">
                    <Count audience={audience} />
                  </Td>
                  <Td label="Last 30 days" className="w-28">
                    <Trend items={trendOf.get(audience.id) ?? []} />
                  </Td>
                  <Td label="Changed" className="text-muted">
                    <Time value={audience.updatedAt} />
                  </Td>
                  <Td className="w-20 whitespace-nowrap">
                    <Button asChild variant="ghost" size="icon-sm">
                      <a
                        href={`/api/audiences/${audience.id}/export.csv`}
                        download
                        aria-label={`Export ${audience.name} as CSV`}
                        title="Export CSV"
                      >
                        <Download aria-hidden />
                      </a>
                    </Button>
                    <DeleteAudience audience={audience} />
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </PagedList>
      </Card>
    </>
  );
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const SnapshotWords = ({ takenAt, done }: NonNullable<Audience['snapshot']>) => (
  <>
    <Badge tone={done ? 'info' : 'warning'}>{done ? 'Snapshot' : 'Being made'}</Badge>{' '}
    {done ? `Who was in it on ${formatDateTime(takenAt)}` : 'Its members are being marked'}
  </>
);

function Count({ audience }: { audience: Audience }) {
  const beingMade = audience.snapshot?.done === false;
  const count = trpc.audiences.count.useQuery(
    { id: audience.id },
    { staleTime: 60_000, enabled: !beingMade },
  );
  if (beingMade) return '…';
  if (count.isPending) return <Skeleton className="ml-auto h-4 w-12" />;
  return count.data ? formatNumber(count.data.count) : '–';
}

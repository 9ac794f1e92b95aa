'use client';
import { Megaphone, Plus } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/ui/button.tsx';
import { Card } from '@/ui/card.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { PagedList } from '@/ui/paged-list.tsx';
import { EmptyState } from '@/ui/states.tsx';
import { trpc } from '@/ui/trpc.tsx';
import { useAddressFilter } from '@/ui/use-address-filter.ts';
import { useDebounced } from '@/ui/use-debounced.ts';
import { useStanding } from '@/ui/use-postponed.ts';
import { ALL_CAMPAIGNS, CampaignFilters, readers } from './campaign-filters.tsx';
import { CampaignTable } from './campaign-table.tsx';
import { useAnyProgress, withMove } from './live/use-any-progress.ts';

const PAGE = 50;

/** All campaigns, newest first until asked otherwise; those at work move while one looks. */
export function CampaignList() {
  const utils = trpc.useUtils();
  const [filter, setFilter] = useAddressFilter(ALL_CAMPAIGNS, readers);
  const search = useDebounced(filter.search.trim(), 250);
  const { status, tag, sort } = filter;
  const input = {
    limit: PAGE,
    ...(search ? { search } : {}),
    ...(status ? { status } : {}),
    ...(tag ? { tag } : {}),
    ...(sort ? { sort } : {}),
  };
  const list = trpc.campaigns.list.useInfiniteQuery(input, {
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
  });
  // The figures move at once; what comes into a status, or leaves it, is asked for soon after, for every filter.
  useAnyProgress(
    () => void utils.campaigns.list.invalidate(),
    (move) =>
      utils.campaigns.list.setInfiniteData(
        input,
        (data) => data && { ...data, pages: data.pages.map((page) => withMove(page, move)) },
      ),
  );
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
      <Card className="overflow-hidden">
        <PagedList
          query={list}
          shown={items.length}
          columns={5}
          narrowing={{
            controls: <CampaignFilters filter={filter} onChange={setFilter} />,
            on: search !== '' || status !== '' || tag !== '',
            nothing: 'No campaign fits',
            hint: 'Search for another part of the name, or choose less.',
            onShowAll: () => setFilter({ ...ALL_CAMPAIGNS, sort }),
          }}
          empty={
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
          }
        >
          <CampaignTable items={items} dimmed={list.isPlaceholderData} />
        </PagedList>
      </Card>
    </>
  );
}

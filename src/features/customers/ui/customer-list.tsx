'use client';
import { ArrowUpFromLine, Plus, Search, Users } from 'lucide-react';
import Link from 'next/link';
import { useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Card } from '@/ui/card.tsx';
import { Input } from '@/ui/input.tsx';
import { LoadMore } from '@/ui/load-more.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useDebounced } from '@/ui/use-debounced.ts';
import { listCustomersInput } from '../customers.schema.ts';
import { AddCustomer } from './add-customer.tsx';
import { type CustomerSortKey, CustomerTable } from './customer-table.tsx';

const PAGE = 50;
const sortSchema = listCustomersInput.shape.sort;
const DEFAULT_SORT: CustomerSortKey = '-createdAt';

/** Search and sort live in the address, so that a link or the back button brings the same list. */
function useListState() {
  const router = useRouter();
  const params = useSearchParams();
  const [search, setSearch] = useState(params.get('search') ?? '');
  const settled = useDebounced(search.trim(), 250);
  const sort = sortSchema.catch(DEFAULT_SORT).parse(params.get('sort') ?? undefined);
  const addressOf = (next: { search: string; sort: CustomerSortKey }) => {
    const query = new URLSearchParams({
      ...(next.search ? { search: next.search } : {}),
      ...(next.sort === DEFAULT_SORT ? {} : { sort: next.sort }),
    }).toString();
    return query ? `/customers?${query}` : '/customers';
  };
  const shown = params.get('search') ?? '';
  useEffect(() => {
    if (settled !== shown) router.replace(addressOf({ search: settled, sort }), { scroll: false });
  });
  return {
    search,
    setSearch,
    settled,
    sort,
    setSort: (next: CustomerSortKey) =>
      router.replace(addressOf({ search: settled, sort: next }), { scroll: false }),
  };
}

export function CustomerList() {
  const { search, setSearch, settled, sort, setSort } = useListState();
  const [adding, setAdding] = useState(false);
  const list = trpc.customers.list.useInfiniteQuery(
    { limit: PAGE, sort, ...(settled ? { search: settled } : {}) },
    { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: (previous) => previous },
  );
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader
        title="Customers"
        description="Everyone you can write to, with what their orders amount to."
        actions={
          <>
            <Button asChild variant="secondary">
              <Link href="/imports/new?kind=customers">
                <ArrowUpFromLine aria-hidden />
                Import
              </Link>
            </Button>
            <Button onClick={() => setAdding(true)}>
              <Plus aria-hidden />
              Add customer
            </Button>
          </>
        }
      />
      <Card className="overflow-hidden">
        <div className="relative border-line border-b p-3">
          <Search
            className="pointer-events-none absolute top-1/2 left-6 size-4 -translate-y-1/2 text-muted"
            aria-hidden
          />
          <Input
            type="search"
            aria-label="Search customers"
            placeholder="Search by name or email"
            maxLength={200}
            className="max-w-md pl-9"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </div>
        {list.isPending && <SkeletonRows rows={10} />}
        {list.isError && !list.data && (
          <ErrorState message={messageOf(list.error)} onRetry={() => void list.refetch()} />
        )}
        {list.data && items.length === 0 && (settled ? <NothingFound /> : <NoCustomers />)}
        {items.length > 0 && (
          <>
            <CustomerTable items={items} sort={sort} onSort={setSort} dimmed={list.isPlaceholderData} />
            <LoadMore
              shown={items.length}
              hasMore={list.hasNextPage}
              pending={list.isFetchingNextPage}
              onLoad={() => void list.fetchNextPage()}
            />
          </>
        )}
      </Card>
      <AddCustomer open={adding} onOpenChange={setAdding} />
    </>
  );
}

const NothingFound = () => (
  <EmptyState icon={Search} title="Nobody found">
    No customer’s name or email contains these words. Try fewer letters.
  </EmptyState>
);

const NoCustomers = () => (
  <EmptyState
    icon={Users}
    title="No customers yet"
    actions={
      <>
        <Button asChild>
          <Link href="/imports/new?kind=customers">Import a CSV file</Link>
        </Button>
        <Button asChild variant="secondary">
          <a href="/samples/online-retail-customers.csv" download>
            Download the sample shop
          </a>
        </Button>
      </>
    }
  >
    Bring them in from a CSV file, or add one by hand. No file at hand? The sample is a real British shop with
    4,372 customers.
  </EmptyState>
);

'use client';
import { ArrowUpFromLine, Plus, Search, Users } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Card } from '@/ui/card.tsx';
import { Input } from '@/ui/input.tsx';
import { LoadMore } from '@/ui/load-more.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import { AddCustomer } from './add-customer.tsx';
import { CustomerTable } from './customer-table.tsx';
import { useListAddress } from './use-list-address.ts';

const PAGE = 50;

export function CustomerList() {
  const { typed, setTyped, search, sort, setSort } = useListAddress();
  const [adding, setAdding] = useState(false);
  const mayWrite = useMay('customers:write');
  const mayImport = useMay('imports:write');
  const list = trpc.customers.list.useInfiniteQuery(
    { limit: PAGE, sort, ...(search ? { search } : {}) },
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
            {mayImport && (
              <Button asChild variant="secondary">
                <Link href="/imports/new?kind=customers">
                  <ArrowUpFromLine aria-hidden />
                  Import
                </Link>
              </Button>
            )}
            {mayWrite && (
              <Button onClick={() => setAdding(true)}>
                <Plus aria-hidden />
                Add customer
              </Button>
            )}
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
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        {list.isPending && <SkeletonRows rows={10} />}
        {list.isError && !list.data && (
          <ErrorState message={messageOf(list.error)} onRetry={() => void list.refetch()} />
        )}
        {list.data && items.length === 0 && (
          <div role="status">
            {search ? (
              <NothingFound search={search} onClear={() => setTyped('')} />
            ) : (
              <NoCustomers {...(mayWrite ? { onAdd: () => setAdding(true) } : {})} />
            )}
          </div>
        )}
        {items.length > 0 && (
          <>
            <CustomerTable items={items} sort={sort} onSort={setSort} dimmed={list.isPlaceholderData} />
            <LoadMore
              shown={items.length}
              hasMore={list.hasNextPage}
              pending={list.isFetchingNextPage}
              failed={list.isFetchNextPageError ? messageOf(list.error) : undefined}
              onLoad={() => void list.fetchNextPage()}
            />
          </>
        )}
      </Card>
      <AddCustomer open={adding} onOpenChange={setAdding} />
    </>
  );
}

const NothingFound = ({ search, onClear }: { search: string; onClear(): void }) => (
  <EmptyState
    icon={Search}
    title="Nobody found"
    actions={
      <Button variant="secondary" onClick={onClear}>
        Clear the search
      </Button>
    }
  >
    <span className="break-words">No customer’s name or email contains “{search}”.</span>
  </EmptyState>
);

const sampleLink = 'font-medium text-accent-text underline underline-offset-4';

/** `onAdd` is missing for those who may not add anyone. */
const NoCustomers = ({ onAdd }: { onAdd?: () => void }) => (
  <EmptyState
    icon={Users}
    title="No customers yet"
    {...(onAdd
      ? {
          actions: (
            <>
              <Button asChild>
                <Link href="/imports/new?kind=customers">Import a CSV file</Link>
              </Button>
              <Button variant="secondary" onClick={onAdd}>
                Add one by hand
              </Button>
            </>
          ),
        }
      : {})}
  >
    Bring them in from a CSV file, then their orders, or add one by hand. No file at hand? Take a real British
    shop with 4,372 customers:{' '}
    <a href="/samples/online-retail-customers.csv" download className={sampleLink}>
      sample customers
    </a>{' '}
    and{' '}
    <a href="/samples/online-retail-orders.csv" download className={sampleLink}>
      sample orders
    </a>
    .
  </EmptyState>
);

'use client';
import { ArrowUpFromLine, Plus, SearchX, Users } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Card } from '@/ui/card.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { EmptyState, ErrorState, Notice, SkeletonRows } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import { isEveryone } from '../customer-filter.schema.ts';
import { AddCustomer } from './add-customer.tsx';
import { ColumnMenu } from './table/column-menu.tsx';
import { CustomerGrid } from './table/customer-grid.tsx';
import { FilterBar } from './table/filter-bar.tsx';
import { NOBODY, type Selection } from './table/selection.ts';
import { SelectionBar } from './table/selection-bar.tsx';
import { TagProgress } from './table/tag-progress.tsx';
import { type ListState, useListState } from './table/use-list-state.ts';
import { pageInput } from './table/use-rows.ts';
import { ViewBar } from './table/view-bar.tsx';

export function CustomerList() {
  const [adding, setAdding] = useState(false);
  const mayWrite = useMay('customers:write');
  const mayImport = useMay('imports:write');
  const list = useListState();
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
        {list.ready ? (
          <List list={list} {...(mayWrite ? { onAdd: () => setAdding(true) } : {})} />
        ) : (
          <SkeletonRows rows={10} />
        )}
      </Card>
      <AddCustomer open={adding} onOpenChange={setAdding} />
    </>
  );
}

function List({ list, onAdd }: { list: ListState; onAdd?: () => void }) {
  const { filter, sort, columns } = list.state;
  const key = JSON.stringify([filter, sort]);
  // The first page decides: until it is there, the list before it stays.
  const first = trpc.customers.rows.useQuery(pageInput({ filter, sort }, undefined), {
    staleTime: 30_000,
    placeholderData: (previous) => previous,
  });
  const [shown, setShown] = useState({ key, filter, sort });
  if (first.data && !first.isPlaceholderData && shown.key !== key) setShown({ key, filter, sort });
  const count = trpc.customers.count.useQuery({ filter }, { staleTime: 30_000 });
  const total = count.data?.count ?? null;
  // A choice is of those who match: with other filters it begins anew.
  const [chosen, setChosen] = useState<{ of: string; selection: Selection }>({ of: '', selection: NOBODY });
  const of = JSON.stringify(filter);
  const selection = chosen.of === of ? chosen.selection : NOBODY;
  const onSelect = (change: (before: Selection) => Selection) =>
    setChosen((before) => ({ of, selection: change(before.of === of ? before.selection : NOBODY) }));
  const empty = first.data?.items.length === 0 && !first.isPlaceholderData;
  return (
    <>
      <div className="flex flex-col gap-3 border-line border-b p-3">
        <ViewBar list={list} />
        <div className="flex flex-wrap items-start justify-between gap-2">
          <FilterBar filter={filter} onFilter={(next) => list.set({ filter: next })} />
          <span className="max-sm:hidden">
            <ColumnMenu layout={columns} onLayout={(next) => list.set({ columns: next })} />
          </span>
        </div>
        {list.lost && (
          <Notice tone="warning">
            The view this link names was deleted. This is everybody; choose another view, or save one.
          </Notice>
        )}
      </div>
      <TagProgress />
      {first.isPending && <SkeletonRows rows={10} />}
      {first.isError && !first.data && (
        <ErrorState message={messageOf(first.error)} onRetry={() => void first.refetch()} />
      )}
      {empty && (
        <div role="status">
          {isEveryone(filter) ? (
            <NoCustomers {...(onAdd ? { onAdd } : {})} />
          ) : (
            <NothingFound search={filter.search} onClear={() => list.set({ filter: {} })} />
          )}
        </div>
      )}
      {first.data && !empty && (
        <>
          <SelectionBar
            selection={selection}
            onSelect={onSelect}
            filter={filter}
            total={total}
            layout={columns}
          />
          <CustomerGrid
            asked={{ filter: shown.filter, sort: shown.sort }}
            total={shown.key === key ? total : null}
            layout={columns}
            onLayout={(next) => list.set({ columns: next })}
            onSort={(next) => list.set({ sort: next })}
            selection={selection}
            onSelect={onSelect}
            dimmed={shown.key !== key}
          />
        </>
      )}
    </>
  );
}

const NothingFound = ({ search, onClear }: { search: string | undefined; onClear(): void }) => (
  <EmptyState
    icon={SearchX}
    title="Nobody found"
    actions={
      <Button variant="secondary" onClick={onClear}>
        Clear search and filters
      </Button>
    }
  >
    <span className="break-words">
      {search
        ? `No customer who matches the filters has “${search}” in their name or email.`
        : 'All filters must hold at once. Take one out to see more.'}
    </span>
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

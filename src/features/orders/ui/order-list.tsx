'use client';
import { ArrowUpFromLine, Plus, ReceiptText } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Card } from '@/ui/card.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { PagedList } from '@/ui/paged-list.tsx';
import { EmptyState } from '@/ui/states.tsx';
import { trpc } from '@/ui/trpc.tsx';
import { aDay, oneOf, useAddressFilter } from '@/ui/use-address-filter.ts';
import { useMay } from '@/ui/use-workspace.ts';
import { type OrderSortKey, orderSorts } from '../orders.schema.ts';
import { AddOrder } from './add-order.tsx';
import { ALL_ORDERS, toInput } from './order-filter.ts';
import { OrderFilters } from './order-filters.tsx';
import { OrderTable } from './order-table.tsx';

const PAGE = 50;
const filterReaders = { from: aDay, until: aDay, kind: oneOf(['purchases', 'refunds']) };
const LATEST_FIRST: { sort: OrderSortKey } = { sort: '-placedAt' };
const sortReaders = { sort: oneOf(orderSorts) };

/** The shop's orders, latest first until another order is chosen. */
export function OrderList() {
  const [filter, setFilter] = useAddressFilter(ALL_ORDERS, filterReaders);
  const [{ sort }, setSorting] = useAddressFilter(LATEST_FIRST, sortReaders);
  const [adding, setAdding] = useState(false);
  const mayWrite = useMay('orders:write');
  const mayImport = useMay('imports:write');
  const narrowed = toInput(filter);
  const orders = trpc.orders.list.useInfiniteQuery(
    { limit: PAGE, sort, ...narrowed },
    { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: (previous) => previous },
  );
  const items = orders.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader
        title="Orders"
        description="All of the shop’s orders and refunds."
        actions={
          <>
            {mayImport && (
              <Button asChild variant="secondary">
                <Link href="/imports/new?kind=orders">
                  <ArrowUpFromLine aria-hidden />
                  Import
                </Link>
              </Button>
            )}
            {mayWrite && (
              <Button onClick={() => setAdding(true)}>
                <Plus aria-hidden />
                Add order
              </Button>
            )}
          </>
        }
      />
      <Card className="overflow-hidden">
        <PagedList
          query={orders}
          shown={items.length}
          columns={4}
          narrowing={{
            controls: <OrderFilters filter={filter} onChange={setFilter} />,
            on: Object.keys(narrowed).length > 0,
            nothing: 'No order fits',
            hint: 'Choose more days, or purchases and refunds together.',
            onShowAll: () => setFilter(ALL_ORDERS),
          }}
          empty={
            <EmptyState
              icon={ReceiptText}
              title="No orders yet"
              docs={{ href: '/docs/csv', label: 'What the files look like' }}
              actions={
                <>
                  {mayImport && (
                    <Button asChild>
                      <Link href="/imports/new?kind=orders">Import a CSV file</Link>
                    </Button>
                  )}
                  <Button asChild variant="secondary">
                    <a href="/samples/online-retail-orders.csv" download>
                      Download sample orders
                    </a>
                  </Button>
                </>
              }
            >
              Orders are what audiences are made of: spend, frequency, how long ago. Bring them in from a CSV
              file with the columns orderId, customerEmail, orderAmount and orderDate.
            </EmptyState>
          }
        >
          <OrderTable
            label="Orders"
            items={items}
            withCustomer
            sorted={{ sort, onSort: (next) => setSorting({ sort: next }) }}
            dimmed={orders.isPlaceholderData}
          />
        </PagedList>
      </Card>
      <AddOrder open={adding} onOpenChange={setAdding} />
    </>
  );
}

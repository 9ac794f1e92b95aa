'use client';
import { Card, CardHeader } from '@/ui/card.tsx';
import { LoadMore } from '@/ui/load-more.tsx';
import { ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { OrderTable } from './order-table.tsx';

const PAGE = 20;

/** The customer's orders and refunds, latest first. */
export function CustomerOrders({ customerId }: { customerId: string }) {
  const orders = trpc.orders.list.useInfiniteQuery(
    { customerId, limit: PAGE },
    { getNextPageParam: (page) => page.nextCursor ?? undefined },
  );
  const items = orders.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card className="overflow-hidden">
      <CardHeader title="Orders" description="Refunds lower the total spend and count as no order." />
      {orders.isPending && <SkeletonRows rows={3} />}
      {orders.isError && !orders.data && (
        <ErrorState message={messageOf(orders.error)} onRetry={() => void orders.refetch()} />
      )}
      {orders.data && items.length === 0 && <p className="px-5 pb-5 text-muted text-sm">No orders yet.</p>}
      {items.length > 0 && (
        <>
          <OrderTable label="Orders of this customer" items={items} />
          <LoadMore
            shown={items.length}
            hasMore={orders.hasNextPage}
            pending={orders.isFetchingNextPage}
            failed={orders.isFetchNextPageError ? messageOf(orders.error) : undefined}
            onLoad={() => void orders.fetchNextPage()}
          />
        </>
      )}
    </Card>
  );
}

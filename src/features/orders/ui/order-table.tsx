'use client';
import Link from 'next/link';
import { Badge } from '@/ui/badge.tsx';
import { SortTh } from '@/ui/sort-head.tsx';
import type { Sorting } from '@/ui/sorting.ts';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import { Time } from '@/ui/time.tsx';
import { useMoney } from '@/ui/use-workspace.ts';
import type { Order, OrderSortKey } from '../orders.schema.ts';

const placed: Sorting<'placedAt'> = { by: 'placedAt', first: '-placedAt' };
const amount: Sorting<'amount'> = { by: 'amount', first: '-amount' };

/** Orders in rows, refunds marked; `withCustomer` where they are several people's, `sorted` where they can be sorted. */
export function OrderTable({
  label,
  items,
  withCustomer = false,
  sorted,
  dimmed = false,
}: {
  label: string;
  items: readonly Order[];
  withCustomer?: boolean;
  sorted?: { sort: OrderSortKey; onSort(sort: OrderSortKey): void };
  dimmed?: boolean;
}) {
  const money = useMoney();
  return (
    <Table stack label={label} dimmed={dimmed}>
      <thead>
        <tr>
          <Th>Order</Th>
          {withCustomer && <Th>Customer</Th>}
          {sorted ? (
            <>
              <SortTh<'placedAt' | 'amount'> label="Placed" sorting={placed} {...sorted} />
              <SortTh<'placedAt' | 'amount'> label="Amount" sorting={amount} {...sorted} right />
            </>
          ) : (
            <>
              <Th>Placed</Th>
              <Th className="text-right">Amount</Th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {items.map((order) => (
          <Tr key={order.id}>
            <Td className="max-w-48 truncate font-medium">{order.orderId}</Td>
            {withCustomer && (
              <Td label="Customer" className="max-w-64">
                <Link
                  href={`/customers/${order.customerId}`}
                  className="block truncate underline-offset-4 hover:underline"
                >
                  {order.customerEmail ?? 'Erased customer'}
                </Link>
              </Td>
            )}
            <Td label="Placed" className="text-muted">
              <Time value={order.orderDate} />
            </Td>
            <Td label="Amount" className="whitespace-nowrap text-right tabular-nums">
              {order.orderAmount < 0 && (
                <Badge tone="warning" className="mr-2">
                  Refund
                </Badge>
              )}
              {money(order.orderAmount)}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

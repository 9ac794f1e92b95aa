'use client';
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import Link from 'next/link';
import { cn } from '@/lib/cn.ts';
import { formatNumber } from '@/lib/format.ts';
import { Badge } from '@/ui/badge.tsx';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import { Time } from '@/ui/time.tsx';
import { useMoney } from '@/ui/use-workspace.ts';
import type { Customer, CustomerSort, ListCustomersInput } from '../customers.schema.ts';

export type CustomerSortKey = ListCustomersInput['sort'];
const SHOWN_TAGS = 3;

/** Customers in rows; the heads that can sort say how they do. */
export function CustomerTable({
  items,
  sort,
  onSort,
  dimmed,
}: {
  items: readonly Customer[];
  sort: CustomerSortKey;
  onSort(sort: CustomerSortKey): void;
  dimmed: boolean;
}) {
  const money = useMoney();
  const head = { sort, onSort };
  return (
    <Table label="Customers" className={cn('transition-opacity', dimmed && 'opacity-60')}>
      <thead>
        <tr>
          <SortHead {...head} by="name" first="name" label="Customer" />
          <Th>Country</Th>
          <Th>Tags</Th>
          <SortHead {...head} by="orderCount" first="-orderCount" label="Orders" right />
          <SortHead {...head} by="totalSpend" first="-totalSpend" label="Total spend" right />
          <SortHead {...head} by="lastOrderAt" first="-lastOrderAt" label="Last order" />
        </tr>
      </thead>
      <tbody>
        {items.map((customer) => (
          <Tr key={customer.id}>
            <Td className="max-w-72">
              <Link href={`/customers/${customer.id}`} className="group block">
                <span className="block truncate font-medium underline-offset-4 group-hover:underline">
                  {customer.name ?? customer.email}
                </span>
                <span className="block truncate text-[13px] text-muted">{customer.email}</span>
              </Link>
            </Td>
            <Td className="max-w-40 truncate text-muted">{customer.country ?? '–'}</Td>
            <Td>
              <Tags tags={customer.tags} />
            </Td>
            <Td className="text-right tabular-nums">{formatNumber(customer.orderCount)}</Td>
            <Td className="text-right tabular-nums">{money(customer.totalSpend)}</Td>
            <Td className="text-muted">
              {customer.lastOrderAt ? <Time value={customer.lastOrderAt} /> : 'Never'}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

const Tags = ({ tags }: { tags: readonly string[] }) => (
  <span className="flex items-center gap-1">
    {tags.slice(0, SHOWN_TAGS).map((tag) => (
      <Badge key={tag} className="max-w-32">
        <span className="truncate">{tag}</span>
      </Badge>
    ))}
    {tags.length > SHOWN_TAGS && <span className="text-muted text-xs">+{tags.length - SHOWN_TAGS}</span>}
    {tags.length === 0 && <span className="text-muted">–</span>}
  </span>
);

/** A head that sorts: the first click the way one mostly wants it, the second the other way. */
function SortHead({
  label,
  by,
  first,
  right = false,
  sort,
  onSort,
}: {
  label: string;
  by: CustomerSort;
  first: CustomerSortKey;
  right?: boolean;
  sort: CustomerSortKey;
  onSort(sort: CustomerSortKey): void;
}) {
  const active = sort.replace('-', '') === by;
  const descending = sort.startsWith('-');
  const Icon = active ? (descending ? ArrowDown : ArrowUp) : ChevronsUpDown;
  const other: CustomerSortKey = first === by ? `-${by}` : by;
  return (
    <Th
      aria-sort={active ? (descending ? 'descending' : 'ascending') : 'none'}
      className={cn(right && 'text-right')}
    >
      <button
        type="button"
        onClick={() => onSort(sort === first ? other : first)}
        className={cn(
          'inline-flex items-center gap-1 rounded hover:text-foreground',
          active && 'text-foreground',
        )}
      >
        {label}
        <Icon className="size-3.5" aria-hidden />
      </button>
    </Th>
  );
}

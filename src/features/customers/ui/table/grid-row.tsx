// biome-ignore-all lint/a11y/useSemanticElements: rows lie where the virtualiser puts them, which a table element has no place for
'use client';
import Link from 'next/link';
import { type MouseEvent, memo } from 'react';
import { cn } from '@/lib/cn.ts';
import { formatNumber } from '@/lib/format.ts';
import { Checkbox } from '@/ui/input.tsx';
import { Skeleton } from '@/ui/states.tsx';
import type { Customer } from '../../customers.schema.ts';
import { columns } from './columns.tsx';
import type { ShownColumn } from './use-columns.ts';

export const ROW = 48;
export const CARD = 72;

export interface RowProps {
  id: string;
  index: number;
  top: number;
  customer: Customer | undefined;
  shown: readonly ShownColumn[];
  selected: boolean;
  active: boolean;
  card: boolean;
  money: (amount: number) => string;
  /** Chooses it or not; `toHere`: from where one was last up to it. */
  onChoose(index: number, id: string, chosen: boolean, toHere: boolean): void;
}

/** One row of the table, or a card where the screen is narrow. Drawn anew only when something about it changes. */
export const GridRow = memo(function GridRow(props: RowProps) {
  const { id, index, top, customer, shown, selected, active, card, onChoose } = props;
  const box = (
    <Checkbox
      aria-label={`Choose ${customer?.name ?? customer?.email ?? ''}`}
      tabIndex={-1}
      checked={selected}
      disabled={!customer}
      onChange={() => undefined}
      onClick={(event: MouseEvent) => {
        event.stopPropagation();
        if (customer) onChoose(index, customer.id, !selected, event.shiftKey);
      }}
    />
  );
  const surface = selected ? 'bg-accent-soft' : 'bg-surface group-hover:bg-sunken';
  return (
    <div
      id={id}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={selected}
      style={{ transform: `translateY(${top}px)`, height: card ? CARD : ROW }}
      className={cn(
        'group absolute top-0 left-0 flex min-w-full border-line border-b text-sm outline-none',
        card ? 'w-full' : 'w-max',
        surface,
        active && 'in-focus-visible:ring-2 in-focus-visible:ring-ring in-focus-visible:ring-inset',
      )}
    >
      <div
        role="gridcell"
        tabIndex={-1}
        aria-colindex={1}
        className={cn('sticky left-0 z-10 flex w-11 shrink-0 items-center justify-center', surface)}
      >
        {box}
      </div>
      {card ? (
        <Card {...props} />
      ) : (
        shown.map((column, i) => <Cell key={column.id} {...props} column={column} i={i} />)
      )}
    </div>
  );
});

function Cell({ customer, money, selected, column, i }: RowProps & { column: ShownColumn; i: number }) {
  const { right, cell } = columns[column.id];
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles have it
    <div
      role={i === 0 ? 'rowheader' : 'gridcell'}
      tabIndex={-1}
      aria-colindex={i + 2}
      style={{ width: column.width }}
      className={cn(
        'flex shrink-0 items-center overflow-hidden px-3',
        right && 'justify-end tabular-nums',
        i === 0 &&
          cn('sticky left-11 z-10', selected ? 'bg-accent-soft' : 'bg-surface group-hover:bg-sunken'),
      )}
    >
      {customer ? (
        i === 0 ? (
          <NameLink customer={customer} />
        ) : (
          cell(customer, money)
        )
      ) : (
        <Skeleton className="h-4 w-full max-w-32" />
      )}
    </div>
  );
}

const NameLink = ({ customer }: { customer: Customer }) => (
  <Link
    href={`/customers/${customer.id}`}
    tabIndex={-1}
    prefetch={false}
    className="group/link block min-w-0"
  >
    <span className="block truncate font-medium underline-offset-4 group-hover/link:underline">
      {customer.name ?? customer.email}
    </span>
    <span className="block truncate text-muted text-small">{customer.email}</span>
  </Link>
);

const Card = ({ customer, money }: RowProps) => (
  <div
    role="gridcell"
    tabIndex={-1}
    aria-colindex={2}
    className="flex min-w-0 grow items-center justify-between gap-3 pr-3"
  >
    {customer ? (
      <>
        <NameLink customer={customer} />
        <span className="shrink-0 text-right tabular-nums">
          {money(customer.totalSpend)}
          <span className="block text-caption text-muted">
            {formatNumber(customer.orderCount)} {customer.orderCount === 1 ? 'order' : 'orders'}
          </span>
        </span>
      </>
    ) : (
      <Skeleton className="h-5 w-full" />
    )}
  </div>
);

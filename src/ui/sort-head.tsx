'use client';
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { cn } from '@/lib/cn.ts';
import { afterClick, orderOf, type Sorting, type SortKey } from './sorting.ts';
import { Th } from './table.tsx';

interface Props<By extends string> {
  label: string;
  sorting: Sorting<By>;
  /** How the list is sorted now. */
  sort: SortKey<By>;
  onSort(sort: SortKey<By>): void;
  /** Over figures, which stand at the right. */
  right?: boolean;
}

/** The button in a column's head that sorts by it. What holds it is a `group`: the arrows show when the pointer is there. */
export function SortLabel<By extends string>({ label, sorting, sort, onSort, right = false }: Props<By>) {
  const order = orderOf(sorting, sort);
  const Icon = order === 'none' ? ChevronsUpDown : order === 'descending' ? ArrowDown : ArrowUp;
  return (
    <button
      type="button"
      onClick={() => onSort(afterClick(sorting, sort))}
      className={cn(
        '-my-1 inline-flex min-h-6 min-w-0 items-center gap-1 rounded align-middle hover:text-foreground',
        order !== 'none' && 'text-foreground',
        right && 'flex-row-reverse',
      )}
    >
      <span className="truncate">{label}</span>
      <Icon
        className={cn(
          'size-3.5 shrink-0',
          order === 'none' && 'pointer-fine:opacity-0 group-focus-within:opacity-100 group-hover:opacity-100',
        )}
        aria-hidden
      />
    </button>
  );
}

/** The head of a table's column that the list can be sorted by. */
export const SortTh = <By extends string>(props: Props<By>) => (
  <Th aria-sort={orderOf(props.sorting, props.sort)} className={cn('group', props.right && 'text-right')}>
    <SortLabel {...props} />
  </Th>
);

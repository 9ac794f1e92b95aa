// biome-ignore-all lint/a11y/useSemanticElements: rows lie where the virtualiser puts them, which a table element has no place for
'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useCallback, useId, useRef, useState } from 'react';
import { Notice } from '@/ui/states.tsx';
import { messageOf } from '@/ui/trpc.tsx';
import { useMoney } from '@/ui/use-workspace.ts';
import type { ColumnLayout, CustomerSortKey } from '../../customer-view.schema.ts';
import { GridHead } from './grid-head.tsx';
import { CARD, GridRow, ROW } from './grid-row.tsx';
import { EVERYBODY, isNobody, isSelected, NOBODY, type Selection, select } from './selection.ts';
import { useColumns } from './use-columns.ts';
import { useNarrow } from './use-narrow.ts';
import { type Asked, useRows } from './use-rows.ts';

const OVERSCAN = 12;

/**
 * The customers as one long table of which only what is on the screen is drawn. The table itself has the focus, and says
 * which row one is at: arrows move, Space chooses, Shift chooses up to here, Enter opens.
 */
export function CustomerGrid({
  asked,
  total,
  layout,
  onLayout,
  onSort,
  selection,
  onSelect,
  dimmed,
}: {
  asked: Asked;
  /** How many match; null while that is not known. */
  total: number | null;
  layout: ColumnLayout;
  onLayout(layout: ColumnLayout): void;
  onSort(sort: CustomerSortKey): void;
  selection: Selection;
  onSelect(change: (before: Selection) => Selection): void;
  dimmed: boolean;
}) {
  const card = useNarrow();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const money = useSteadyMoney();
  const router = useRouter();
  const [active, setActive] = useState(0);
  const [view, setView] = useState({ first: 0, last: 30 });
  const table = useColumns(layout, onLayout);
  const rows = useRows(asked, view);
  const count = total === null || rows.complete ? rows.count : Math.min(rows.count, Math.max(total, 1));
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => (card ? CARD : ROW),
    overscan: OVERSCAN,
    onChange: ({ range }) => {
      if (range && (range.startIndex !== view.first || range.endIndex !== view.last))
        setView({ first: range.startIndex, last: range.endIndex });
    },
  });
  const anchor = useRef(0);
  const between = rows.idsBetween;
  const choose = useCallback(
    async (index: number, rowId: string, chosen: boolean, toHere: boolean) => {
      const ids = toHere ? await between(anchor.current, index) : [rowId];
      if (!toHere) anchor.current = index;
      setActive(index);
      onSelect((before) => select(before, ids, chosen));
    },
    [between, onSelect],
  );
  const latest = useRef(choose);
  latest.current = choose;
  const onChoose = useCallback((...args: Parameters<typeof choose>) => void latest.current(...args), []);
  const move = (to: number, extend: boolean) => {
    const next = Math.max(0, Math.min(count - 1, to));
    const from = active;
    setActive(next);
    virtual.scrollToIndex(next);
    if (!extend) return;
    const there = rows.at(from);
    if (there) void between(from, next).then((ids) => onSelect((before) => select(before, ids, true)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / (card ? CARD : ROW)) - 2);
    const row = rows.at(active);
    const to = stepTo(event.key, { active, page, last: count - 1 });
    if (to !== null) move(to, event.shiftKey);
    else if (event.key === ' ') {
      if (row) onChoose(active, row.id, !isSelected(selection, row.id), event.shiftKey);
    } else if (event.key === 'Enter') {
      if (row) router.push(`/customers/${row.id}`);
    } else if (event.key === 'Escape') onSelect(() => NOBODY);
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) onSelect(() => EVERYBODY);
    else return;
    event.preventDefault();
  };
  const items = virtual.getVirtualItems();
  const isDrawn = items.some(({ index }) => index === active);
  return (
    <>
      {rows.error && (
        <Notice tone="danger" className="m-3">
          {messageOf(rows.error)}{' '}
          <button type="button" className="font-medium underline" onClick={rows.retry}>
            Try again
          </button>
        </Notice>
      )}
      <div
        ref={box}
        role="grid"
        aria-label="Customers"
        aria-rowcount={total === null ? -1 : total + 1}
        aria-colcount={card ? 2 : table.shown.length + 1}
        aria-multiselectable
        aria-activedescendant={isDrawn ? `${id}-${active}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        aria-busy={dimmed}
        className="relative max-h-[calc(100dvh-19rem)] min-h-80 overflow-auto overscroll-contain transition-opacity focus-visible:outline-none aria-busy:opacity-60"
      >
        {!card && (
          <GridHead
            table={table}
            sort={asked.sort}
            onSort={onSort}
            all={
              selection.mode === 'all' && selection.except.size === 0
                ? true
                : isNobody(selection)
                  ? false
                  : 'some'
            }
            onAll={(chosen) => onSelect(() => (chosen ? EVERYBODY : NOBODY))}
          />
        )}
        <div
          role="rowgroup"
          className="relative"
          style={{
            height: virtual.getTotalSize(),
            width: card ? undefined : table.shown.reduce((sum, { width }) => sum + width, 44),
            minWidth: '100%',
          }}
        >
          {items.map(({ index, start }) => {
            const customer = rows.at(index);
            return (
              <GridRow
                key={index}
                id={`${id}-${index}`}
                index={index}
                top={start}
                customer={customer}
                shown={table.shown}
                selected={customer ? isSelected(selection, customer.id) : false}
                active={index === active}
                card={card}
                money={money}
                onChoose={onChoose}
              />
            );
          })}
        </div>
      </div>
    </>
  );
}

/** Where a key leads from the row one is at; null for a key that leads nowhere. */
function stepTo(
  key: string,
  { active, page, last }: { active: number; page: number; last: number },
): number | null {
  switch (key) {
    case 'ArrowDown':
      return active + 1;
    case 'ArrowUp':
      return active - 1;
    case 'PageDown':
      return active + page;
    case 'PageUp':
      return active - page;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** The same function while the currency is the same, so that rows are not drawn anew for it. */
function useSteadyMoney(): (amount: number) => string {
  const money = useMoney();
  const latest = useRef(money);
  latest.current = money;
  const sample = money(1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another currency writes 1 in another way
  return useCallback((amount: number) => latest.current(amount), [sample]);
}

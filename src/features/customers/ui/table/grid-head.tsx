// biome-ignore-all lint/a11y/useSemanticElements: rows lie where the virtualiser puts them, which a table element has no place for
'use client';
import { cn } from '@/lib/cn.ts';
import { Checkbox } from '@/ui/input.tsx';
import { SortLabel } from '@/ui/sort-head.tsx';
import { orderOf } from '@/ui/sorting.ts';
import { type CustomerSortKey, MAX_WIDTH, MIN_WIDTH } from '../../customer-view.schema.ts';
import { columns } from './columns.tsx';
import type { useColumns } from './use-columns.ts';

const STEP = 16;

/** The head of the table: it stays in view, sorts, and its edges can be dragged, or moved with the arrow keys. */
export function GridHead({
  table: { headers, shown, resize, resizing },
  sort,
  onSort,
  all,
  onAll,
}: {
  table: ReturnType<typeof useColumns>;
  sort: CustomerSortKey;
  onSort(sort: CustomerSortKey): void;
  /** Whether everybody is chosen; `some` where it is a part. */
  all: boolean | 'some';
  onAll(chosen: boolean): void;
}) {
  return (
    <div
      role="row"
      aria-rowindex={1}
      tabIndex={-1}
      className="sticky top-0 z-20 flex w-max min-w-full border-line border-b bg-sunken font-medium text-muted text-small"
    >
      <div
        role="columnheader"
        tabIndex={-1}
        aria-colindex={1}
        className="sticky left-0 z-10 flex w-11 shrink-0 items-center justify-center bg-sunken"
      >
        <Checkbox
          aria-label="Choose all that match"
          checked={all === true}
          ref={(box) => {
            if (box) box.indeterminate = all === 'some';
          }}
          onChange={(event) => onAll(event.target.checked)}
        />
      </div>
      {shown.map((column, i) => {
        const header = headers[i];
        const { label, right = false, sort: sorting } = columns[column.id];
        const dragged = resizing.isResizingColumn === column.id ? (resizing.deltaOffset ?? 0) : null;
        return (
          <div
            key={column.id}
            role="columnheader"
            tabIndex={-1}
            aria-colindex={i + 2}
            aria-sort={sorting && orderOf(sorting, sort)}
            style={{ width: column.width }}
            className={cn(
              'group relative flex h-9 shrink-0 items-center px-3',
              right && 'justify-end',
              i === 0 && 'sticky left-11 z-10 bg-sunken',
            )}
          >
            {sorting ? (
              <SortLabel label={label} sorting={sorting} sort={sort} onSort={onSort} right={right} />
            ) : (
              <span className="truncate">{label}</span>
            )}
            <div
              role="separator"
              tabIndex={0}
              aria-orientation="vertical"
              aria-label={`Width of ${label}`}
              aria-valuenow={column.width}
              aria-valuemin={MIN_WIDTH}
              aria-valuemax={MAX_WIDTH}
              onMouseDown={(event) => header?.getResizeHandler()(event)}
              onTouchStart={(event) => header?.getResizeHandler()(event)}
              onDoubleClick={() => resize(column.id, columns[column.id].width)}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
                event.preventDefault();
                resize(column.id, column.width + (event.key === 'ArrowLeft' ? -STEP : STEP));
              }}
              style={dragged === null ? {} : { transform: `translateX(${dragged}px)` }}
              className={cn(
                'absolute top-0 right-0 z-10 h-full w-2 cursor-col-resize touch-none select-none after:absolute after:inset-y-2 after:right-0 after:w-px after:bg-line hover:after:bg-accent focus-visible:after:w-0.5 focus-visible:after:bg-accent',
                dragged !== null && 'after:inset-y-0 after:w-0.5 after:bg-accent',
              )}
            />
          </div>
        );
      })}
    </div>
  );
}

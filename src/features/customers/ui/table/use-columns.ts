'use client';
import {
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import {
  type ColumnLayout,
  type CustomerColumn,
  customerColumns,
  MAX_WIDTH,
  MIN_WIDTH,
} from '../../customer-view.schema.ts';
import type { Customer } from '../../customers.schema.ts';
import { columns } from './columns.tsx';

const features = tableFeatures({
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
});
const helper = createColumnHelper<typeof features, Customer>();
const definitions = helper.columns(
  customerColumns.map((id) =>
    helper.display({ id, size: columns[id].width, minSize: MIN_WIDTH, maxSize: MAX_WIDTH }),
  ),
);
/** The rows are drawn by the virtualiser alone: of a hundred thousand the table need not know one. */
const NO_ROWS: Customer[] = [];

export interface ShownColumn {
  id: CustomerColumn;
  width: number;
}

/** Which columns stand where and how wide, as the table model has it: dragging an edge changes the layout at its end. */
export function useColumns(layout: ColumnLayout, onLayout: (layout: ColumnLayout) => void) {
  const state = useMemo(() => {
    const shown = new Set<string>(layout.map(({ id }) => id));
    return {
      columnOrder: layout.map(({ id }): string => id),
      columnVisibility: Object.fromEntries(customerColumns.map((id) => [id, shown.has(id)])),
      columnSizing: Object.fromEntries(layout.flatMap(({ id, width }) => (width ? [[id, width]] : []))),
    };
  }, [layout]);
  const resize = (id: string, to: number) => {
    const width = Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, to)));
    onLayout(layout.map((column) => (column.id === id ? { ...column, width } : column)));
  };
  const table = useTable({
    features,
    columns: definitions,
    data: NO_ROWS,
    state,
    columnResizeMode: 'onEnd',
    onColumnSizingChange: (updater) => {
      const next = typeof updater === 'function' ? updater(state.columnSizing) : updater;
      for (const [id, width] of Object.entries(next)) if (width !== state.columnSizing[id]) resize(id, width);
    },
  });
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const sizes = headers.map(({ id, column }) => `${id}.${column.getSize()}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are drawn anew only when a column changes
  const shown = useMemo(
    () =>
      headers.flatMap(({ id, column }): ShownColumn[] => {
        const known = customerColumns.find((name) => name === id);
        return known ? [{ id: known, width: column.getSize() }] : [];
      }),
    [sizes],
  );
  return { headers, shown, resize, resizing: table.state.columnResizing };
}

'use client';
import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { trpc } from '@/ui/trpc.tsx';
import type { SavedView } from '../../../saved-views/saved-views.schema.ts';
import {
  type ColumnLayout,
  type CustomerViewState,
  DEFAULT_LAYOUT,
  DEFAULT_SORT,
} from '../../customer-view.schema.ts';
import { ALL, readAddress, writeAddress } from '../../list-address.schema.ts';

const keyOf = (viewId: string | null) => `nexusflow-customer-columns:${viewId ?? ALL}`;

/** How somebody last set the columns of a view on this device; null: never. */
function keptColumns(viewId: string | null): ColumnLayout | null {
  try {
    const text = localStorage.getItem(keyOf(viewId));
    return text ? (readAddress(new URLSearchParams({ columns: text })).state?.columns ?? null) : null;
  } catch {
    return null;
  }
}

function keepColumns(viewId: string | null, columns: ColumnLayout | null): void {
  try {
    if (columns)
      localStorage.setItem(
        keyOf(viewId),
        columns.map(({ id, width }) => (width ? `${id}.${width}` : id)).join('-'),
      );
    else localStorage.removeItem(keyOf(viewId));
  } catch {
    // A browser that keeps nothing: the address still says it.
  }
}

/** A state without what is as it is by itself, so that two that look alike are alike. */
function plain({ filter = {}, sort = DEFAULT_SORT, columns }: CustomerViewState): CustomerViewState {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  return {
    ...(given.length > 0
      ? { filter: Object.fromEntries(given.toSorted(([a], [b]) => (a < b ? -1 : 1))) }
      : {}),
    ...(sort === DEFAULT_SORT ? {} : { sort }),
    ...(columns && JSON.stringify(columns) !== JSON.stringify(DEFAULT_LAYOUT) ? { columns } : {}),
  };
}
const alike = (a: CustomerViewState, b: CustomerViewState): boolean =>
  JSON.stringify(plain(a)) === JSON.stringify(plain(b));

/**
 * What the list shows lives in the address, so that a link or the back button brings the same list: the view, and in what
 * the list differs from it. Without an address it is one's own first view.
 */
export function useListState() {
  const params = useSearchParams();
  const views = trpc.savedViews.list.useQuery({ list: 'customers' }, { staleTime: 60_000 });
  const known = views.data;
  return useMemo(() => {
    const address = readAddress(new URLSearchParams(params.toString()));
    const bare = address.view === null && address.state === null;
    const view = known?.find(({ id, isDefault }) => (bare ? isDefault : id === address.view)) ?? null;
    const says: CustomerViewState = view?.state ?? {};
    const shown = address.state ?? says;
    const viewId = view?.id ?? null;
    const columns = address.state?.columns ?? keptColumns(viewId) ?? says.columns ?? DEFAULT_LAYOUT;
    const state = { filter: shown.filter ?? {}, sort: shown.sort ?? DEFAULT_SORT, columns };
    const go = (next: CustomerViewState, to: SavedView | null, how: 'push' | 'replace') => {
      const differs = !alike(next, to?.state ?? {});
      const noView = known?.some(({ isDefault }) => isDefault) ? ALL : null;
      const href = writeAddress({
        view: to?.id ?? noView,
        state: differs ? plain(next) : null,
      });
      // The page stays the same, so the server need not be asked for it again.
      window.history[how === 'push' ? 'pushState' : 'replaceState'](null, '', href);
    };
    return {
      /** False while it is not known which view is meant. */
      ready: known !== undefined || (address.state !== null && address.view === null) || views.isError,
      /** The address names a view that is not there (any more). */
      lost: known !== undefined && address.view !== null && address.view !== ALL && view === null,
      views: known ?? [],
      view,
      state,
      /** Whether the list shows something else than its view says. */
      changed: !alike(state, says),
      set: (change: Partial<typeof state>) => {
        if (change.columns) keepColumns(viewId, change.columns);
        go({ ...state, ...change }, view, 'replace');
      },
      open: (to: SavedView | null) => go(to?.state ?? {}, to, 'push'),
      /** Shows what a view says now, without what was changed. */
      settle: (to: SavedView | null) => {
        keepColumns(to?.id ?? null, null);
        go(to?.state ?? {}, to, 'replace');
      },
    };
  }, [params, known, views.isError]);
}
export type ListState = ReturnType<typeof useListState>;

'use client';
import {
  Bookmark,
  BookmarkPlus,
  EllipsisVertical,
  Pencil,
  RotateCcw,
  Save,
  Star,
  Trash2,
} from 'lucide-react';
import { useState } from 'react';
import { cn } from '@/lib/cn.ts';
import { Button } from '@/ui/button.tsx';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '@/ui/menu.tsx';
import { optimistic } from '@/ui/optimistic.ts';
import { toast } from '@/ui/toast.ts';
import { trpc } from '@/ui/trpc.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import type { SavedView } from '../../../saved-views/saved-views.schema.ts';
import type { ListState } from './use-list-state.ts';
import { ViewDialog } from './view-dialog.tsx';

/** Tabs shown beside “All customers”; the others are in the menu behind them. */
const TABS = 5;

/** The views of the list, and what can be done with the one that is open. */
export function ViewBar({ list }: { list: ListState }) {
  const { views, view, changed } = list;
  const mayWrite = useMay('customers:write');
  const [dialog, setDialog] = useState<'save' | 'rename' | null>(null);
  const shown = views.slice(0, TABS);
  if (view && !shown.includes(view)) shown.splice(-1, 1, view);
  const others = views.filter((other) => !shown.includes(other));
  const changes = useViewChanges(list);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <nav aria-label="Views" className="flex min-w-0 max-w-full items-center gap-1 overflow-x-auto">
        <Tab current={view === null} onClick={() => list.open(null)}>
          All customers
        </Tab>
        {shown.map((one) => (
          <Tab key={one.id} current={one === view} starred={one.isDefault} onClick={() => list.open(one)}>
            {one.name}
          </Tab>
        ))}
        {others.length > 0 && (
          <Menu
            align="start"
            trigger={
              <Button variant="ghost" size="sm">
                {others.length} more
              </Button>
            }
          >
            <MenuLabel>Views</MenuLabel>
            {others.map((one) => (
              <MenuItem key={one.id} onSelect={() => list.open(one)}>
                <Bookmark aria-hidden />
                <span className="max-w-64 truncate">{one.name}</span>
              </MenuItem>
            ))}
          </Menu>
        )}
      </nav>
      <div className="ml-auto flex items-center gap-1">
        {changed && view && (
          <Button variant="ghost" size="sm" onClick={() => list.settle(view)}>
            <RotateCcw aria-hidden />
            Reset
          </Button>
        )}
        {changed && view && mayWrite && (
          <Button
            variant="secondary"
            size="sm"
            pending={changes.updating}
            onClick={() => changes.update(view)}
          >
            <Save aria-hidden />
            Update view
          </Button>
        )}
        {changed && mayWrite && (
          <Button variant="ghost" size="sm" onClick={() => setDialog('save')}>
            <BookmarkPlus aria-hidden />
            Save as view
          </Button>
        )}
        <Menu
          trigger={
            <Button variant="ghost" size="icon-sm" aria-label="What can be done with this view">
              <EllipsisVertical aria-hidden />
            </Button>
          }
        >
          <MenuItem
            disabled={view ? view.isDefault : !views.some((v) => v.isDefault)}
            onSelect={() => changes.makeDefault(view)}
          >
            <Star aria-hidden />
            Open customers with this
          </MenuItem>
          {mayWrite && view && (
            <>
              <MenuItem onSelect={() => setDialog('rename')}>
                <Pencil aria-hidden />
                Rename
              </MenuItem>
              <MenuSeparator />
              <MenuItem danger onSelect={() => changes.remove(view)}>
                <Trash2 aria-hidden />
                Delete view
              </MenuItem>
            </>
          )}
        </Menu>
      </div>
      {dialog && (
        <ViewDialog
          view={dialog === 'rename' ? view : null}
          state={list.state}
          onClose={() => setDialog(null)}
          onSaved={(saved) => {
            setDialog(null);
            list.settle(saved);
          }}
        />
      )}
    </div>
  );
}

const Tab = ({
  current,
  starred = false,
  onClick,
  children,
}: {
  current: boolean;
  starred?: boolean;
  onClick(): void;
  children: string;
}) => (
  <button
    type="button"
    aria-current={current ? 'page' : undefined}
    onClick={onClick}
    title={children}
    className={cn(
      'inline-flex h-8 max-w-48 shrink-0 items-center gap-1.5 rounded-lg px-3 font-medium text-small transition-colors',
      current ? 'bg-accent-soft text-accent-text' : 'text-muted hover:bg-sunken hover:text-foreground',
    )}
  >
    <span className="truncate">{children}</span>
    {starred && <Star className="size-3 shrink-0" aria-label="you open customers with this" />}
  </button>
);

/** What is done with a view; the list of views follows at once. */
function useViewChanges(list: ListState) {
  const utils = trpc.useUtils();
  const refresh = () => utils.savedViews.list.invalidate();
  const input = { list: 'customers' as const };
  const put = (change: (views: SavedView[]) => SavedView[]) =>
    utils.savedViews.list.setData(input, (views) => (views ? change(views) : views));
  const update = trpc.savedViews.update.useMutation({
    onSuccess: (saved) => {
      put((views) => views.map((view) => (view.id === saved.id ? saved : view)));
      list.settle(saved);
      toast.success(`“${saved.name}” shows this now`);
    },
    onError: toast.error,
  });
  const restore = trpc.savedViews.restore.useMutation({
    onSuccess: async (saved) => {
      await refresh();
      list.open(saved);
    },
    onError: toast.error,
  });
  const remove = trpc.savedViews.delete.useMutation({ onSettled: refresh, onError: toast.error });
  const makeDefault = trpc.savedViews.setDefault.useMutation(
    optimistic(utils.savedViews.list, {
      input: (_: { id: string | null }) => input,
      read: (views) => views.find((view) => view.isDefault)?.id ?? null,
      put: (views, id) => views.map((view) => ({ ...view, isDefault: view.id === id })),
      wanted: ({ id }) => id,
    }),
  );
  return {
    updating: update.isPending,
    update: ({ id }: SavedView) => update.mutate({ id, state: list.state }),
    remove: ({ id, name }: SavedView) =>
      remove.mutate(
        { id },
        {
          onSuccess: () => {
            put((views) => views.filter((view) => view.id !== id));
            list.open(null);
            toast.undo(`The view “${name}” was deleted`, () => restore.mutate({ id }));
          },
        },
      ),
    makeDefault: (view: SavedView | null) =>
      makeDefault.mutate(
        { ...input, id: view?.id ?? null },
        {
          onSuccess: () =>
            toast.success(`Customers open with “${view?.name ?? 'All customers'}” for you from now on`),
        },
      ),
  };
}

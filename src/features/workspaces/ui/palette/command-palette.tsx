'use client';
import { Command } from 'cmdk';
import { Clock, Search, Users } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { plural } from '@/lib/format.ts';
import { Kbd } from '@/ui/kbd.tsx';
import { recentPlaces } from '@/ui/recent.ts';
import { messageOf } from '@/ui/trpc.tsx';
import { useWorkspace } from '@/ui/use-workspace.ts';
import { isOutside } from '../shell/places.ts';
import type { Creating } from './create-dialog.tsx';
import { find } from './matching.ts';
import { type Line, PaletteGroup } from './palette-line.tsx';
import { type Deeds, useLines } from './use-lines.ts';
import { useThings } from './use-things.ts';
import { type PaletteView, viewWords } from './views.ts';

const RECENT_SHOWN = 5;

/** Goes anywhere, finds anything and does most things, by a few letters. */
export function CommandPalette({
  view,
  onView,
  onClose,
  onCreate,
  onShowKeys,
  onToggleSidebar,
}: {
  view: PaletteView;
  onView(view: PaletteView): void;
  onClose(): void;
  onCreate(what: Creating): void;
  onShowKeys(): void;
  onToggleSidebar(): void;
}) {
  const router = useRouter();
  const [typed, setTyped] = useState('');
  /** What it was opened with: from there Escape closes it. */
  const [home] = useState(view);
  const deeds: Deeds = {
    go(href) {
      onClose();
      if (isOutside(href)) window.location.assign(href);
      else router.push(href);
    },
    create: (what) => onCreate(what),
    view(next) {
      setTyped('');
      onView(next);
    },
    after: (deed) => () => {
      onClose();
      deed();
    },
    showKeys: onShowKeys,
    toggleSidebar: onToggleSidebar,
  };
  const { groups, pending, failed } = usePalette(view, typed, deeds);
  const count = groups.reduce((sum, { lines }) => sum + lines.length, 0);
  const { title, placeholder } = viewWords[view];
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fade-in-0 fixed inset-0 z-40 animate-in bg-scrim duration-quick" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fade-in-0 zoom-in-98 -translate-x-1/2 fixed top-[max(1rem,12vh)] left-1/2 z-50 w-[calc(100%-2rem)] max-w-xl animate-in overflow-hidden rounded-2xl border border-line bg-raised shadow-modal duration-quick"
          onEscapeKeyDown={(event) => {
            // First back to where one came from.
            if (view === home) return;
            event.preventDefault();
            deeds.view(home);
          }}
        >
          <Dialog.Title className="sr-only">{title}</Dialog.Title>
          <Command
            label={title}
            shouldFilter={false}
            loop
            vimBindings={false}
            onKeyDown={(event) => {
              if (event.key === 'Backspace' && typed === '' && view !== home) deeds.view(home);
            }}
          >
            <div className="flex items-center gap-3 border-line border-b px-4">
              <Search className="size-4 shrink-0 text-muted" aria-hidden />
              <Command.Input
                autoFocus
                value={typed}
                onValueChange={setTyped}
                maxLength={200}
                placeholder={placeholder}
                className="h-12 min-w-0 flex-1 bg-transparent text-title outline-none"
              />
            </div>
            <Command.List
              label="Results"
              className="max-h-[min(24rem,60dvh)] scroll-py-2 overflow-y-auto overscroll-contain p-2"
            >
              {groups.map(({ label, lines }) => (
                <PaletteGroup key={label} label={label} lines={lines} />
              ))}
            </Command.List>
            {count === 0 && !pending && (
              <p className="px-6 pb-8 text-center text-muted text-sm">
                {failed
                  ? messageOf(failed)
                  : 'Nothing fits. Try part of a name, an address, or what you want to do.'}
              </p>
            )}
          </Command>
          <footer className="flex h-9 items-center justify-between border-line border-t px-4 text-caption text-muted">
            <span role="status">{pending ? 'Searching…' : plural(count, 'result')}</span>
            <span className="hidden items-center gap-3 sm:flex">
              <span className="flex items-center gap-1">
                <Kbd keys="↑ ↓" /> move
              </span>
              <span className="flex items-center gap-1">
                <Kbd keys="↵" /> open
              </span>
              <span className="flex items-center gap-1">
                <Kbd keys="Esc" /> {view === home ? 'close' : 'back'}
              </span>
            </span>
          </footer>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** The lines for what is typed, by group. */
function usePalette(view: PaletteView, typed: string, deeds: Deeds) {
  const { create, places, actions, workspaces } = useLines(deeds);
  const things = useThings(view === 'all' ? typed : '', deeds.go);
  const workspaceId = useWorkspace().data?.id;
  const [recent] = useState(() => (workspaceId ? recentPlaces(workspaceId) : []));
  const here = { groups: [] as { label: string; lines: Line[] }[], pending: false, failed: null };
  if (view === 'create') return { ...here, groups: [{ label: 'Create', lines: find(create, typed) }] };
  if (view === 'workspaces')
    return { ...here, groups: [{ label: 'Your workspaces', lines: find(workspaces, typed) }] };
  if (typed.trim() === '')
    return {
      ...here,
      groups: [
        {
          label: 'Looked at lately',
          lines: recent
            .filter(({ href }) => href !== window.location.pathname)
            .slice(0, RECENT_SHOWN)
            .map(({ href, label, kind }) => ({
              id: `recent-${href}`,
              label,
              hint: kind,
              icon: Clock,
              run: () => deeds.go(href),
            })),
        },
        { label: 'Create', lines: create },
        { label: 'Go to', lines: places },
        { label: 'Do', lines: actions },
      ],
    };
  const commands = find([...places, ...create, ...actions], typed);
  const all: Line = {
    id: 'all-customers',
    label: `All customers with “${typed.trim()}”`,
    icon: Users,
    run: () => deeds.go(`/customers?search=${encodeURIComponent(typed.trim())}`),
  };
  return {
    ...things,
    groups: [
      { label: 'Go to or do', lines: commands },
      ...things.groups,
      // Not before the answer: it would be chosen first and stay chosen when better ones come.
      { label: 'Search', lines: things.pending || typed.trim().length < 2 ? [] : [all] },
    ],
  };
}

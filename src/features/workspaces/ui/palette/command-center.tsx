'use client';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import type { Shortcut } from '@/ui/shortcuts.ts';
import { useShortcutKeys, useShortcuts } from '@/ui/use-shortcuts.ts';
import { useWorkspace } from '@/ui/use-workspace.ts';
import { placesFor } from '../shell/places.ts';
import type { Creating } from './create-dialog.tsx';
import type { PaletteView } from './views.ts';

// Loaded when first asked for: most pages are left without it.
const loadPalette = () => import('./command-palette.tsx');
const CommandPalette = dynamic(() => loadPalette().then((module) => module.CommandPalette), { ssr: false });
const CreateDialog = dynamic(() => import('./create-dialog.tsx').then((module) => module.CreateDialog), {
  ssr: false,
});
const ShortcutSheet = dynamic(() => import('./shortcut-sheet.tsx').then((module) => module.ShortcutSheet), {
  ssr: false,
});

interface Center {
  openPalette(view?: PaletteView): void;
  /** Loads the palette's code ahead, when somebody is about to open it. */
  prepare(): void;
  /** Shows which keys do what. */
  showKeys(): void;
}
const Context = createContext<Center>({ openPalette() {}, prepare() {}, showKeys() {} });
export const useCommandCenter = (): Center => use(Context);

/** The command palette, the keys that work on every page, and the sheet that lists them. */
export function CommandCenter({
  onToggleSidebar,
  children,
}: {
  onToggleSidebar(): void;
  children: ReactNode;
}) {
  const [view, setView] = useState<PaletteView | null>(null);
  const [keys, setKeys] = useState(false);
  const [creating, setCreating] = useState<Creating | null>(null);
  const router = useRouter();
  const may = useWorkspace().data?.permissions ?? [];
  const center = useMemo(
    (): Center => ({
      openPalette: (wanted = 'all') => setView(wanted),
      prepare: () => void loadPalette(),
      showKeys: () => setKeys(true),
    }),
    [],
  );
  useShortcutKeys();
  const goTo = placesFor(may).flatMap(({ href, label, key }): Shortcut[] =>
    key ? [{ keys: `g ${key}`, label, group: 'Go to', run: () => router.push(href) }] : [],
  );
  useShortcuts([
    {
      keys: 'mod+k',
      label: 'Search, go to, create',
      group: 'Anywhere',
      run: () => setView((open) => (open ? null : 'all')),
    },
    { keys: 'c', label: 'Create something', group: 'Anywhere', run: () => setView('create') },
    {
      keys: '/',
      label: 'Search the list on the page, or everything',
      group: 'Anywhere',
      run: () => focusListSearch() || setView('all'),
    },
    { keys: '?', label: 'Show these shortcuts', group: 'Anywhere', run: center.showKeys },
    ...goTo,
  ]);
  return (
    <Context value={center}>
      {children}
      {view && (
        <CommandPalette
          view={view}
          onView={setView}
          onClose={() => setView(null)}
          onCreate={(what) => {
            setView(null);
            setCreating(what);
          }}
          onShowKeys={center.showKeys}
          onToggleSidebar={onToggleSidebar}
        />
      )}
      {creating && <CreateDialog what={creating} onClose={() => setCreating(null)} />}
      {keys && <ShortcutSheet onClose={() => setKeys(false)} />}
    </Context>
  );
}

/** @returns whether the page has a list that can be searched */
function focusListSearch(): boolean {
  const box = document.querySelector<HTMLInputElement>('#content input[type="search"]:not(:disabled)');
  box?.focus();
  box?.select();
  return box !== null;
}

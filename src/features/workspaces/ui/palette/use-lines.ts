'use client';
import {
  Building2,
  Check,
  Keyboard,
  LogOut,
  Megaphone,
  Monitor,
  Moon,
  PanelLeft,
  Plus,
  ReceiptText,
  Sun,
  Upload,
  UserPlus,
  Users,
  UsersRound,
} from 'lucide-react';
import { useTheme } from 'next-themes';
import { trpc } from '@/ui/trpc.tsx';
import { type Permission, useWorkspace } from '@/ui/use-workspace.ts';
import { leave } from '../shell/leave.ts';
import { placesFor } from '../shell/places.ts';
import { useSwitchWorkspace } from '../shell/use-switch-workspace.ts';
import type { Creating } from './create-dialog.tsx';
import type { Line } from './palette-line.tsx';
import type { PaletteView } from './views.ts';

/** What the palette can bring about, beside closing. */
export interface Deeds {
  go(href: string): void;
  create(what: Creating): void;
  view(view: PaletteView): void;
  /** Closes the palette, then does it. */
  after(deed: () => void): () => void;
  showKeys(): void;
  toggleSidebar(): void;
}

/** Everything that can be created here by somebody with these permissions. */
function createLines(may: readonly Permission[], { go, create }: Deeds): Line[] {
  const all: (Line & { needs: Permission })[] = [
    {
      id: 'new-campaign',
      label: 'New campaign',
      icon: Megaphone,
      needs: 'campaigns:write',
      words: 'create write message mail newsletter',
      run: () => go('/campaigns/new'),
    },
    {
      id: 'new-audience',
      label: 'New audience',
      icon: UsersRound,
      needs: 'audiences:write',
      words: 'create rules segment list',
      run: () => go('/audiences/new'),
    },
    {
      id: 'new-import',
      label: 'New import',
      icon: Upload,
      needs: 'imports:write',
      words: 'create csv upload file customers orders',
      run: () => go('/imports/new'),
    },
    {
      id: 'new-customer',
      label: 'Add a customer',
      icon: Users,
      needs: 'customers:write',
      words: 'create new contact person',
      run: () => create('customer'),
    },
    {
      id: 'new-order',
      label: 'Add an order',
      icon: ReceiptText,
      needs: 'orders:write',
      words: 'create new purchase refund',
      run: () => create('order'),
    },
    {
      id: 'new-member',
      label: 'Invite somebody',
      icon: UserPlus,
      needs: 'members:write',
      words: 'create new member colleague team invitation',
      run: () => create('invitation'),
    },
  ];
  return all.filter(({ needs }) => may.includes(needs));
}

/** The lines that need no search: by group, in the order they are shown in. */
export function useLines(deeds: Deeds): Record<'create' | 'places' | 'actions' | 'workspaces', Line[]> {
  const workspace = useWorkspace().data;
  const mine = trpc.workspaces.mine.useQuery(undefined, { staleTime: 30_000 });
  const change = useSwitchWorkspace();
  const { theme, setTheme } = useTheme();
  const may = workspace?.permissions ?? [];
  const themes = [
    { name: 'light', label: 'Use the light theme', icon: Sun },
    { name: 'dark', label: 'Use the dark theme', icon: Moon },
    { name: 'system', label: 'Use the system’s theme', icon: Monitor },
  ];
  return {
    create: createLines(may, deeds),
    places: placesFor(may).map(({ href, label, icon, key, words }) => ({
      id: href,
      label,
      icon,
      words: `go to ${words ?? ''}`,
      ...(key ? { keys: `g ${key}` } : {}),
      run: () => deeds.go(href),
    })),
    actions: [
      {
        id: 'switch-workspace',
        label: 'Switch workspace…',
        icon: Building2,
        words: 'change shop company',
        run: () => deeds.view('workspaces'),
      },
      ...themes
        .filter(({ name }) => name !== theme)
        .map(({ name, label, icon }) => ({
          id: `theme-${name}`,
          label,
          icon,
          words: 'switch appearance colours mode',
          run: deeds.after(() => setTheme(name)),
        })),
      {
        id: 'sidebar',
        label: 'Narrow or widen the sidebar',
        icon: PanelLeft,
        words: 'collapse expand navigation',
        run: deeds.after(deeds.toggleSidebar),
      },
      {
        id: 'shortcuts',
        label: 'Show keyboard shortcuts',
        icon: Keyboard,
        keys: '?',
        words: 'help keys',
        run: deeds.after(deeds.showKeys),
      },
      { id: 'sign-out', label: 'Sign out', icon: LogOut, words: 'log out leave', run: deeds.after(leave) },
    ],
    workspaces: [
      ...(mine.data ?? []).map(({ id, name }) => ({
        id: `workspace-${id}`,
        label: name,
        icon: id === workspace?.id ? Check : Building2,
        ...(id === workspace?.id ? { hint: 'You are here' } : {}),
        run: deeds.after(() => id !== workspace?.id && change.mutate({ id })),
      })),
      {
        id: 'new-workspace',
        label: 'Create a workspace',
        icon: Plus,
        words: 'new shop',
        run: () => deeds.go('/workspaces/new'),
      },
    ],
  };
}

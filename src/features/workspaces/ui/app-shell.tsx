'use client';
import { ChevronsUpDown, CircleUser, LogOut, Menu as MenuIcon } from 'lucide-react';
import Link from 'next/link';
import { signOut } from 'next-auth/react';
import { Dialog } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Logo } from '@/ui/logo.tsx';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '@/ui/menu.tsx';
import { Skeleton } from '@/ui/states.tsx';
import { ThemeToggle } from '@/ui/theme-toggle.tsx';
import { useWorkspace } from '@/ui/use-workspace.ts';
import { Navigation } from './navigation.tsx';
import { WorkspaceSwitcher } from './workspace-switcher.tsx';

/** What surrounds every page of the app: navigation at the side, on a phone behind a button. */
export function AppShell({ children }: { children: ReactNode }) {
  const [drawer, setDrawer] = useState(false);
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only z-50 rounded-lg bg-accent px-4 py-2 text-accent-foreground focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        Skip to the content
      </a>
      <aside className="sticky top-0 hidden h-dvh flex-col border-line border-r bg-surface lg:flex">
        <SidebarContent />
      </aside>
      <header className="sticky top-0 z-30 flex h-14 items-center justify-between border-line border-b bg-surface px-4 lg:hidden">
        <Link href="/dashboard" aria-label="NexusFlow, dashboard">
          <Logo />
        </Link>
        <Dialog.Root open={drawer} onOpenChange={setDrawer}>
          <Dialog.Trigger asChild>
            <Button variant="ghost" size="icon" aria-label="Open the menu">
              <MenuIcon aria-hidden />
            </Button>
          </Dialog.Trigger>
          <Dialog.Portal>
            <Dialog.Overlay className="fixed inset-0 z-40 bg-black/45" />
            <Dialog.Content
              aria-describedby={undefined}
              className="data-[state=open]:slide-in-from-left fixed inset-y-0 left-0 z-50 flex w-72 max-w-[85vw] flex-col bg-surface shadow-xl data-[state=open]:animate-in"
            >
              <Dialog.Title className="sr-only">Menu</Dialog.Title>
              <SidebarContent onNavigate={() => setDrawer(false)} />
            </Dialog.Content>
          </Dialog.Portal>
        </Dialog.Root>
      </header>
      <main id="content" className="mx-auto w-full max-w-6xl px-4 py-6 sm:px-8 sm:py-8">
        {children}
      </main>
    </div>
  );
}

const SidebarContent = ({ onNavigate }: { onNavigate?: () => void }) => (
  <>
    <div className="flex items-center justify-between px-5 pt-5 pb-4">
      <Link href="/dashboard" aria-label="NexusFlow, dashboard">
        <Logo />
      </Link>
    </div>
    <div className="px-3 pb-3">
      <WorkspaceSwitcher />
    </div>
    <div className="flex-1 overflow-y-auto px-3 pb-4">
      <Navigation {...(onNavigate ? { onNavigate } : {})} />
    </div>
    <div className="flex items-center gap-1 border-line border-t p-3">
      <UserMenu />
      <ThemeToggle />
    </div>
  </>
);

function UserMenu() {
  const { data } = useWorkspace();
  if (!data) return <Skeleton className="h-10 flex-1" />;
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          className="flex min-w-0 flex-1 items-center gap-2 rounded-lg px-2 py-1.5 text-left hover:bg-sunken"
        >
          <span className="min-w-0 flex-1">
            <span className="sr-only">Account: </span>
            <span className="block truncate font-medium text-sm">{data.user?.name ?? data.user?.email}</span>
            <span className="block truncate text-muted text-xs">{data.user?.email}</span>
          </span>
          <ChevronsUpDown className="size-4 shrink-0 text-muted" aria-hidden />
        </button>
      }
    >
      <MenuLabel>
        Signed in as {data.user?.name ?? data.user?.email} ({data.role.toLowerCase()})
      </MenuLabel>
      <MenuSeparator />
      <MenuItem asChild>
        <Link href="/settings/account">
          <CircleUser aria-hidden />
          Your account
        </Link>
      </MenuItem>
      <MenuItem onSelect={() => void signOut({ callbackUrl: '/sign-in' })}>
        <LogOut aria-hidden />
        Sign out
      </MenuItem>
    </Menu>
  );
}

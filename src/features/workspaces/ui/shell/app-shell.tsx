'use client';
import { Menu as MenuIcon, PanelLeftClose, PanelLeftOpen, Search } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { cn } from '@/lib/cn.ts';
import { Button } from '@/ui/button.tsx';
import { Kbd } from '@/ui/kbd.tsx';
import { Logo, LogoMark } from '@/ui/logo.tsx';
import { ThemeToggle } from '@/ui/theme-toggle.tsx';
import { Tooltip } from '@/ui/tooltip.tsx';
import { CommandCenter, useCommandCenter } from '../palette/command-center.tsx';
import { Navigation } from './navigation.tsx';
import { keepSidebar } from './sidebar-cookie.ts';
import { UserMenu } from './user-menu.tsx';
import { WorkspaceSwitcher } from './workspace-switcher.tsx';

/**
 * What surrounds every page of the app: navigation at the side, on a phone behind a button; the command palette and the
 * keyboard's shortcuts.
 * @param narrowAtFirst whether the sidebar was narrow when it was seen last: the server knows, so nothing moves
 */
export function AppShell({ narrowAtFirst, children }: { narrowAtFirst: boolean; children: ReactNode }) {
  const [narrow, setNarrow] = useState(narrowAtFirst);
  const toggle = () => {
    keepSidebar(!narrow);
    setNarrow(!narrow);
  };
  return (
    <CommandCenter onToggleSidebar={toggle}>
      <div
        className={cn(
          'min-h-dvh transition-[grid-template-columns] duration-calm lg:grid',
          narrow ? 'lg:grid-cols-[4rem_minmax(0,1fr)]' : 'lg:grid-cols-[15rem_minmax(0,1fr)]',
        )}
      >
        <a
          href="#content"
          className="sr-only z-50 rounded-lg bg-accent px-4 py-2 text-accent-foreground focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
        >
          Skip to the content
        </a>
        <aside
          aria-label="Sidebar"
          className="sticky top-0 hidden h-dvh min-w-0 flex-col border-line border-r bg-surface lg:flex"
        >
          <Sidebar narrow={narrow} onToggle={toggle} />
        </aside>
        <header className="sticky top-0 z-30 flex h-14 items-center gap-1 border-line border-b bg-surface px-4 lg:hidden">
          <Link href="/dashboard" aria-label="NexusFlow, dashboard" className="mr-auto">
            <Logo />
          </Link>
          <SearchButton />
          <Drawer />
        </header>
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto w-full max-w-6xl px-4 py-6 outline-none sm:px-8 sm:py-8"
        >
          {children}
        </main>
      </div>
    </CommandCenter>
  );
}

// Only phones have the drawer, and few of them open it at once.
const loadSheet = () => import('@/ui/sheet.tsx');
const Sheet = lazy(() => loadSheet().then((module) => ({ default: module.Sheet })));

/** The navigation behind a button. */
function Drawer() {
  const [open, setOpen] = useState<boolean | 'never yet'>('never yet');
  const pathname = usePathname();
  // Whatever led to another page: a link, a menu in the drawer, or the way back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when one has gone elsewhere
  useEffect(() => setOpen((was) => (was === true ? false : was)), [pathname]);
  const button = (
    <Button variant="ghost" size="icon" aria-label="Open the menu">
      <MenuIcon aria-hidden />
    </Button>
  );
  if (open === 'never yet')
    return (
      <Button
        variant="ghost"
        size="icon"
        aria-label="Open the menu"
        aria-haspopup="dialog"
        aria-expanded={false}
        onPointerEnter={() => void loadSheet()}
        onFocus={() => void loadSheet()}
        onClick={() => setOpen(true)}
      >
        <MenuIcon aria-hidden />
      </Button>
    );
  return (
    <Suspense fallback={button}>
      <Sheet open={open} onOpenChange={setOpen} title="Menu" trigger={button}>
        <Sidebar narrow={false} onNavigate={() => setOpen(false)} />
      </Sheet>
    </Suspense>
  );
}

/** `onToggle` is missing in the drawer, which is never narrow. */
const Sidebar = ({
  narrow,
  onToggle,
  onNavigate,
}: {
  narrow: boolean;
  onToggle?: () => void;
  onNavigate?: () => void;
}) => {
  const { showKeys } = useCommandCenter();
  const words = narrow ? 'Widen the sidebar' : 'Narrow the sidebar';
  return (
    <>
      <div
        className={cn('flex items-center px-3 pt-4 pb-3', narrow ? 'flex-col gap-2' : 'justify-between pl-5')}
      >
        <Link href="/dashboard" aria-label="NexusFlow, dashboard" className="rounded-lg">
          {narrow ? <LogoMark /> : <Logo />}
        </Link>
        {onToggle && (
          <Tooltip text={words} side="right">
            <Button variant="ghost" size="icon-sm" aria-label={words} onClick={onToggle}>
              {narrow ? <PanelLeftOpen aria-hidden /> : <PanelLeftClose aria-hidden />}
            </Button>
          </Tooltip>
        )}
      </div>
      <div className={cn('flex flex-col gap-2 px-3 pb-3', narrow && 'items-center')}>
        <WorkspaceSwitcher narrow={narrow} />
        {onToggle && <SearchButton wide={!narrow} />}
      </div>
      <div className="flex-1 overflow-y-auto px-3 pb-4">
        <Navigation narrow={narrow} {...(onNavigate ? { onNavigate } : {})} />
      </div>
      <div className={cn('flex items-center gap-1 border-line border-t p-3', narrow && 'flex-col-reverse')}>
        <UserMenu narrow={narrow} onShowKeys={showKeys} />
        <ThemeToggle />
      </div>
    </>
  );
};

/** Opens the command palette; wide, it says so and by which keys. */
function SearchButton({ wide = false }: { wide?: boolean }) {
  const { openPalette, prepare } = useCommandCenter();
  return wide ? (
    <button
      type="button"
      onClick={() => openPalette()}
      onPointerEnter={prepare}
      onFocus={prepare}
      className="flex h-9 w-full items-center gap-2.5 rounded-lg border border-line bg-background px-2.5 text-left text-muted text-sm transition-colors hover:border-line-strong/60 hover:text-foreground"
    >
      <Search className="size-4 shrink-0" aria-hidden />
      <span className="flex-1 truncate">Search or do…</span>
      <Kbd keys="mod+k" />
    </button>
  ) : (
    <Tooltip
      side="right"
      text={
        <>
          Search or do <Kbd keys="mod+k" />
        </>
      }
    >
      <Button
        variant="ghost"
        size="icon"
        aria-label="Search or do"
        onClick={() => openPalette()}
        onPointerEnter={prepare}
      >
        <Search aria-hidden />
      </Button>
    </Tooltip>
  );
}

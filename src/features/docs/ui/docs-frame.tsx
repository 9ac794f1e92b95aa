import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button } from '@/ui/button.tsx';
import { LogoMark } from '@/ui/logo.tsx';
import { ThemeToggle } from '@/ui/theme-toggle.tsx';
import type { DocsSection } from '../docs-pages.ts';
import { DocsMenu, DocsSidebar } from './docs-navigation.tsx';
import { DocsSearch } from './docs-search.tsx';

/** What every page of the documentation stands in. Nobody needs an account to read it. */
export const DocsFrame = ({
  sections,
  children,
}: {
  sections: readonly DocsSection[];
  children: ReactNode;
}) => (
  <div className="min-h-dvh">
    <a
      href="#docs-content"
      className="sr-only z-30 rounded-lg bg-accent px-4 py-2 text-accent-foreground focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
    >
      Skip to the text
    </a>
    <header className="sticky top-0 z-20 border-line border-b bg-background">
      <div className="mx-auto flex h-14 w-full max-w-[90rem] items-center gap-2 px-4 sm:gap-3 sm:px-8">
        <Link href="/" aria-label="NexusFlow, start page" className="shrink-0">
          <LogoMark />
        </Link>
        <Link href="/docs" className="font-semibold text-[15px] tracking-tight">
          <span className="hidden sm:inline">NexusFlow </span>Docs
        </Link>
        <div className="ml-auto flex min-w-0 items-center gap-1 sm:gap-2">
          <DocsSearch />
          <ThemeToggle />
          <Button asChild variant="secondary" size="sm" className="hidden sm:inline-flex">
            <Link href="/dashboard">
              Open the app
              <ArrowRight aria-hidden />
            </Link>
          </Button>
        </div>
      </div>
    </header>
    <div className="mx-auto flex w-full max-w-[90rem] flex-col px-4 sm:px-8 lg:flex-row lg:gap-10">
      <DocsMenu sections={sections} />
      <DocsSidebar sections={sections} />
      <main id="docs-content" tabIndex={-1} className="min-w-0 flex-1 pt-6 pb-20 outline-none lg:pt-10">
        {children}
      </main>
    </div>
  </div>
);

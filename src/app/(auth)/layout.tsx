import Link from 'next/link';
import type { ReactNode } from 'react';
import { Picture } from '@/features/workspaces/ui/landing/picture.tsx';
import { Logo } from '@/ui/logo.tsx';
import { ThemeToggle } from '@/ui/theme-toggle.tsx';

/** The ways in: the form at one side, and where there is room, at the other what one comes in to. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="grid grid-cols-1 min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="flex min-w-0 flex-col">
        <header className="flex items-center justify-between px-6 py-5">
          <Link href="/" aria-label="NexusFlow, start page">
            <Logo />
          </Link>
          <ThemeToggle />
        </header>
        <main className="flex flex-1 items-start justify-center px-4 pt-[6vh] pb-16">{children}</main>
      </div>
      <aside
        aria-label="About NexusFlow"
        className="hidden flex-col justify-center gap-9 overflow-hidden border-line border-l bg-accent-soft py-12 pl-12 lg:flex xl:pl-16"
      >
        <div className="max-w-md pr-8">
          <p className="text-balance font-semibold text-2xl tracking-tight">Every message accounted for.</p>
          <p className="mt-3 text-pretty text-base text-muted">
            Audiences on real orders, a check before every launch, and a ledger that adds up until the last
            receipt is in.
          </p>
        </div>
        {/* It runs off the edge: what it shows is said above, and can be tried behind this form. */}
        <Picture name="campaign-live" alt="" className="w-[56rem] max-w-none" />
      </aside>
    </div>
  );
}

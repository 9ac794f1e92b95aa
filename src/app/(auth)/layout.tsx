import Link from 'next/link';
import type { ReactNode } from 'react';
import { Logo } from '@/ui/logo.tsx';
import { ThemeToggle } from '@/ui/theme-toggle.tsx';

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex items-center justify-between px-6 py-5">
        <Link href="/" aria-label="NexusFlow, start page">
          <Logo />
        </Link>
        <ThemeToggle />
      </header>
      <main className="flex flex-1 items-start justify-center px-4 pt-[8vh] pb-16">{children}</main>
    </div>
  );
}

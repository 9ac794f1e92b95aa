import { ChevronLeft } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';

/** The head of a page: where one came from, its name, and what can be done here. */
export const PageHeader = ({
  title,
  description,
  actions,
  back,
}: {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  back?: { href: string; label: string };
}) => (
  <header className="mb-6">
    {back && (
      <Link
        href={back.href}
        className="mb-2 inline-flex items-center gap-1 text-[13px] text-muted hover:text-foreground"
      >
        <ChevronLeft className="size-3.5" aria-hidden />
        {back.label}
      </Link>
    )}
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 sm:flex-nowrap">
      <div className="min-w-0 max-w-full">
        <h1 className="break-words font-semibold text-2xl tracking-tight">{title}</h1>
        {description && <div className="mt-1 max-w-2xl text-muted">{description}</div>}
      </div>
      {actions && <div className="flex max-w-full shrink-0 flex-wrap items-center gap-2">{actions}</div>}
    </div>
  </header>
);

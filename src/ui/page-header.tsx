import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { RememberPlace } from './remember-place.tsx';

export interface Crumb {
  href: string;
  label: string;
}

/**
 * The head of a page: the way to it, its name, and what can be done here.
 * @param breadcrumbs the pages above this one, outermost first; without any there is no trail
 * @param current this page's name at the end of the trail, where `title` is more than a text
 * @param remember whether it is a thing one comes back to: the command palette then lists it as looked at lately
 */
export const PageHeader = ({
  title,
  description,
  actions,
  breadcrumbs = [],
  current = typeof title === 'string' ? title : undefined,
  remember = false,
}: {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  breadcrumbs?: readonly Crumb[];
  current?: string | undefined;
  remember?: boolean;
}) => (
  <header className="mb-6">
    {remember && current && <RememberPlace label={current} kind={breadcrumbs.at(-1)?.label ?? ''} />}
    {breadcrumbs.length > 0 && <Breadcrumbs trail={breadcrumbs} current={current} />}
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 sm:flex-nowrap">
      <div className="min-w-0 max-w-full">
        <h1 className="wrap-anywhere font-semibold text-page">{title}</h1>
        {description && <div className="mt-1 max-w-2xl text-pretty text-muted">{description}</div>}
      </div>
      {actions && <div className="flex max-w-full shrink-0 flex-wrap items-center gap-2">{actions}</div>}
    </div>
  </header>
);

/** The way from the outermost page to this one; long names are cut where there is no room. */
const Breadcrumbs = ({ trail, current }: { trail: readonly Crumb[]; current: string | undefined }) => (
  <nav aria-label="Breadcrumb" className="mb-2">
    <ol className="-ml-1 flex min-w-0 items-center gap-0.5 text-muted text-small">
      {trail.map(({ href, label }) => (
        <li key={href} className="flex min-w-16 shrink-[10] items-center gap-0.5">
          <Link
            href={href}
            className="block max-w-48 truncate rounded-md px-1 py-0.5 transition-colors hover:bg-sunken hover:text-foreground"
          >
            {label}
          </Link>
          <ChevronRight className="size-3.5 shrink-0 opacity-60" aria-hidden />
        </li>
      ))}
      {current && (
        <li className="min-w-0">
          <span aria-current="page" className="block truncate px-1 py-0.5 text-foreground" title={current}>
            {current}
          </span>
        </li>
      )}
    </ol>
  </nav>
);

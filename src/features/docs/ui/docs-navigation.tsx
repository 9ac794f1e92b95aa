'use client';
import { ChevronDown } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cn } from '@/lib/cn.ts';
import { docsPath } from '@/lib/docs-links.ts';
import type { DocsSection } from '../docs-pages.ts';

interface Props {
  sections: readonly DocsSection[];
}

const PageList = ({ sections }: Props) => {
  const path = usePathname();
  return (
    <ul className="space-y-6">
      {sections.map((section) => (
        <li key={section.title}>
          <p className="px-3 font-semibold text-small">{section.title}</p>
          <ul className="mt-1.5 space-y-0.5">
            {section.pages.map((page) => {
              const href = docsPath(page);
              const here = path === href;
              return (
                <li key={page.slug}>
                  <Link
                    href={href}
                    prefetch={false}
                    aria-current={here ? 'page' : undefined}
                    className={cn(
                      'block rounded-lg px-3 py-1.5 text-sm',
                      here
                        ? 'bg-accent-soft font-medium text-accent-text'
                        : 'text-muted hover:bg-sunken hover:text-foreground',
                    )}
                  >
                    {page.title}
                  </Link>
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ul>
  );
};

/** The pages beside the text, on wide screens. */
export const DocsSidebar = ({ sections }: Props) => (
  <nav
    aria-label="Pages of the documentation"
    className="sticky top-14 hidden h-[calc(100dvh-3.5rem)] w-60 shrink-0 overflow-y-auto py-10 lg:block"
  >
    <PageList sections={sections} />
  </nav>
);

/** The same above the text on narrow ones: shut until asked for, and shut again on the next page. */
export const DocsMenu = ({ sections }: Props) => {
  const path = usePathname();
  const here = sections.flatMap(({ pages }) => pages).find(({ slug }) => path === docsPath({ slug }));
  return (
    <details key={path} className="group mt-4 rounded-xl border border-line bg-surface lg:hidden">
      <summary className="flex cursor-pointer list-none items-center justify-between gap-3 rounded-xl px-4 py-2.5 font-medium [&::-webkit-details-marker]:hidden">
        <span>
          <span className="text-muted">Pages</span>
          {here && <span className="ml-2">{here.title}</span>}
        </span>
        <ChevronDown aria-hidden className="size-4 text-muted transition-transform group-open:rotate-180" />
      </summary>
      <nav aria-label="Pages of the documentation" className="border-line border-t px-1 py-4">
        <PageList sections={sections} />
      </nav>
    </details>
  );
};

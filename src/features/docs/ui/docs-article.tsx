import { ArrowLeft, ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { docsPath } from '@/lib/docs-links.ts';
import type { DocsHeading, DocsTree } from '../docs-markdown.ts';
import type { DocsPage } from '../docs-pages.ts';
import { DocsText } from './docs-text.tsx';

/** One page: its text, what is on it, and where to go on. */
export const DocsArticle = ({
  tree,
  headings,
  previous,
  next,
}: {
  tree: DocsTree;
  headings: readonly DocsHeading[];
  previous: DocsPage | undefined;
  next: DocsPage | undefined;
}) => (
  <div className="flex gap-10">
    <div className="min-w-0 max-w-3xl flex-1">
      <article>
        <DocsText tree={tree} />
      </article>
      <nav aria-label="Neighbouring pages" className="mt-14 grid grid-cols-1 gap-3 sm:grid-cols-2">
        {previous && (
          <Link
            href={docsPath(previous)}
            className="rounded-xl border border-line bg-surface px-4 py-3 hover:border-line-strong"
          >
            <span className="flex items-center gap-1.5 text-small text-muted">
              <ArrowLeft aria-hidden className="size-3.5" />
              Before
            </span>
            <span className="mt-0.5 block font-medium">{previous.title}</span>
          </Link>
        )}
        {next && (
          <Link
            href={docsPath(next)}
            className="rounded-xl border border-line bg-surface px-4 py-3 text-right hover:border-line-strong sm:col-start-2"
          >
            <span className="flex items-center justify-end gap-1.5 text-small text-muted">
              Next
              <ArrowRight aria-hidden className="size-3.5" />
            </span>
            <span className="mt-0.5 block font-medium">{next.title}</span>
          </Link>
        )}
      </nav>
    </div>
    <OnThisPage headings={headings} />
  </div>
);

const OnThisPage = ({ headings }: { headings: readonly DocsHeading[] }) => {
  const shown = headings.filter(({ depth }) => depth === 2 || depth === 3);
  if (shown.length < 2) return null;
  return (
    <nav
      aria-labelledby="on-this-page"
      className="sticky top-24 hidden max-h-[calc(100dvh-7rem)] w-56 shrink-0 self-start overflow-y-auto xl:block"
    >
      <p id="on-this-page" className="font-semibold text-small">
        On this page
      </p>
      <ul className="mt-2 space-y-1.5 border-line border-l">
        {shown.map(({ id, title, depth }) => (
          <li key={id} className={depth === 3 ? 'pl-7' : 'pl-4'}>
            <a href={`#${id}`} className="block text-small text-muted hover:text-foreground">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

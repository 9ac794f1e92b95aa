import Link from 'next/link';
import { docsPath } from '@/lib/docs-links.ts';
import type { DocsSection } from '../docs-pages.ts';

/** The way in: every page with what it is about. */
export const DocsContents = ({ sections }: { sections: readonly DocsSection[] }) => (
  <div className="max-w-4xl">
    <h1 className="font-semibold text-3xl tracking-tight">Documentation</h1>
    <p className="mt-3 max-w-2xl text-base text-muted">
      How to use NexusFlow, connect it to other systems, and run it. Everything the API can do stands in the{' '}
      <a href="/api/swagger" className="text-accent-text underline underline-offset-2">
        API reference
      </a>
      .
    </p>
    {sections.map((section) => (
      <section key={section.title} className="mt-10">
        <h2 className="font-semibold text-lg tracking-tight">{section.title}</h2>
        <ul className="mt-3 grid grid-cols-1 gap-3 sm:grid-cols-2">
          {section.pages.map((page) => (
            <li key={page.slug} className="flex">
              <Link
                href={docsPath(page)}
                prefetch={false}
                className="flex-1 rounded-xl border border-line bg-surface p-4 hover:border-line-strong"
              >
                <span className="font-medium text-[15px]">{page.title}</span>
                <span className="mt-1 block text-muted">{page.description}</span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </div>
);

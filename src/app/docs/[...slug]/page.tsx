import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getEnv } from '@/env.ts';
import { readDocsPage } from '@/features/docs/docs.service.ts';
import { docsPages } from '@/features/docs/docs-pages.ts';
import { DocsArticle } from '@/features/docs/ui/docs-article.tsx';
import { docsPath } from '@/lib/docs-links.ts';

interface Props {
  params: Promise<{ slug: string[] }>;
}

const pageAt = async ({ params }: Props) => readDocsPage((await params).slug.join('/'));

export async function generateMetadata(props: Props): Promise<Metadata> {
  const page = await pageAt(props);
  if (!page) return { title: 'Not found' };
  const { title, description } = page;
  const url = docsPath(page);
  return {
    metadataBase: new URL(getEnv().appUrl),
    title: `${title} · Docs`,
    description,
    alternates: { canonical: url },
    openGraph: { title, description, url, siteName: 'NexusFlow', type: 'article', locale: 'en_GB' },
  };
}

export default async function DocsPage(props: Props) {
  const page = await pageAt(props);
  if (!page) notFound();
  const at = docsPages.findIndex(({ slug }) => slug === page.slug);
  return (
    <DocsArticle
      tree={page.tree}
      headings={page.headings}
      previous={at > 0 ? docsPages[at - 1] : undefined}
      next={at >= 0 ? docsPages[at + 1] : undefined}
    />
  );
}

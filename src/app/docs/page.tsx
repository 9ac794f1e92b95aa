import type { Metadata } from 'next';
import { getEnv } from '@/env.ts';
import { docsSections } from '@/features/docs/docs-pages.ts';
import { DocsContents } from '@/features/docs/ui/docs-contents.tsx';

const title = 'Documentation';
const description =
  'How to use NexusFlow, how to connect it to other systems and run it, and how it is made.';

// The address in the metadata is a setting of the server, not of the build.
export const dynamic = 'force-dynamic';

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(getEnv().appUrl),
    title,
    description,
    alternates: { canonical: '/docs' },
    openGraph: { title, description, url: '/docs', siteName: 'NexusFlow', type: 'website', locale: 'en_GB' },
  };
}

export default function DocsHomePage() {
  return <DocsContents sections={docsSections} />;
}

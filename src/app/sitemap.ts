import type { MetadataRoute } from 'next';
import { getEnv } from '@/env.ts';
import { docsPages } from '@/features/docs/docs-pages.ts';
import { docsPath } from '@/lib/docs-links.ts';

// The address is a setting of the server, not of the build.
export const dynamic = 'force-dynamic';

const PUBLIC_PAGES = ['/', '/sign-in', '/sign-up', '/docs', ...docsPages.map(docsPath)];

export default function sitemap(): MetadataRoute.Sitemap {
  return PUBLIC_PAGES.map((path) => ({ url: new URL(path, getEnv().appUrl).href }));
}

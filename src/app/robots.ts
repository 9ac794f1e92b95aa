import type { MetadataRoute } from 'next';
import { getEnv } from '@/env.ts';
import { APP_PAGES } from '@/lib/app-pages.ts';

// The address is a setting of the server, not of the build.
export const dynamic = 'force-dynamic';

/** What search engines may look at: the start page, the documentation and the ways in; nothing that needs a session. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: [...APP_PAGES.map((page) => `/${page}`), '/api/', '/invitations/', '/unsubscribe/', '/wait'],
    },
    sitemap: `${getEnv().appUrl}/sitemap.xml`,
  };
}

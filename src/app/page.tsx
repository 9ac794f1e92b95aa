import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getEnv } from '@/env.ts';
import { sessionFromCookie } from '@/features/auth/sessions.service.ts';
import { LandingPage } from '@/features/workspaces/ui/landing/landing-page.tsx';
import { clientOf } from '@/server/client.ts';

const title = 'NexusFlow: campaigns whose every message is accounted for';
const description =
  'A CRM you host yourself, for the marketers of a shop. Audiences on real orders, campaigns you watch arrive, and a ledger that always adds up.';

// The address in the metadata is a setting of the server, not of the build.
export const dynamic = 'force-dynamic';

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(getEnv().appUrl),
    title: { absolute: title },
    description,
    alternates: { canonical: '/' },
    openGraph: {
      title,
      description,
      url: '/',
      siteName: 'NexusFlow',
      type: 'website',
      locale: 'en_GB',
      images: [{ url: '/social.png', width: 1200, height: 630, alt: 'NexusFlow' }],
    },
    twitter: { card: 'summary_large_image', title, description, images: ['/social.png'] },
  };
}

export default async function StartPage() {
  const asked = await headers();
  const session = await sessionFromCookie(asked.get('cookie'), clientOf(asked));
  return <LandingPage signedIn={session !== null} />;
}

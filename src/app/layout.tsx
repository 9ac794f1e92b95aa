import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { getEnv } from '@/env.ts';
import { earlyHandsScript } from '@/ui/early-hands.ts';
import { Providers } from '@/ui/providers.tsx';
import { socialPicture } from './social-picture.ts';
import './globals.css';

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(getEnv().appUrl),
    title: { default: 'NexusFlow', template: '%s · NexusFlow' },
    description:
      'A self-hosted CRM for shops: audiences on real orders, campaigns whose every message is accounted for.',
    applicationName: 'NexusFlow',
    openGraph: { siteName: 'NexusFlow', type: 'website', images: [socialPicture] },
    // Amounts and order numbers are no telephone numbers.
    formatDetection: { telephone: false, address: false, email: false },
  };
}
export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fafafc' },
    { media: '(prefers-color-scheme: dark)', color: '#0d1017' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Of src/proxy.ts: what this answer's own scripts and style sheets are known by.
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <script
          nonce={nonce}
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: our own text, and the same in every answer
          dangerouslySetInnerHTML={{ __html: earlyHandsScript }}
        />
        <Providers nonce={nonce}>{children}</Providers>
      </body>
    </html>
  );
}

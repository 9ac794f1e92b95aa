import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Providers } from '@/ui/providers.tsx';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'NexusFlow', template: '%s · NexusFlow' },
  description:
    'A self-hosted CRM for shops: audiences on real orders, campaigns whose every message is accounted for.',
};
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
        <Providers nonce={nonce}>{children}</Providers>
      </body>
    </html>
  );
}
